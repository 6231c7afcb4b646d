// Finds which row's prompt stands somewhere inside a text: models see prompts wrapped in chat templates of any kind.

namespace BootcampEval.Server.Answers;

/// <summary>Prompts by their content, found inside larger texts without knowing what surrounds them.</summary>
/// <remarks>
/// A text is first tried in the frames (so many bytes before, so many after) where prompts were found before: one hash. Only when that
/// fails is every place of the text tried as a prompt's beginning. Filled first, then only read: look-ups are thread-safe once filled.
/// </remarks>
internal sealed class PromptIndex
{
    private const int MostFrames = 16;

    private readonly Dictionary<ulong, RowPlace> _rows = [];
    private readonly Dictionary<ulong, List<int>> _lengthsByStart = [];
    private readonly List<int> _shortLengths = [];
    private Frame[] _frames = [new(0, 0)];

    /// <summary>Number of different prompts.</summary>
    public int Count => _rows.Count;

    /// <summary>Adds a row. Of rows with equal prompts the first stays.</summary>
    public void Add(ReadOnlySpan<byte> prompt, RowPlace place)
    {
        if (prompt.IsEmpty || !_rows.TryAdd(Fingerprint.Of(prompt), place)) return;
        var lengths = _shortLengths;
        if (prompt.Length >= Fingerprint.Window)
        {
            var start = Fingerprint.OfWindow(prompt);
            if (!_lengthsByStart.TryGetValue(start, out lengths!)) _lengthsByStart.Add(start, lengths = []);
        }
        var at = lengths.BinarySearch(prompt.Length);
        if (at < 0) lengths.Insert(~at, prompt.Length);
    }

    /// <summary>Finds the row whose prompt stands in the text; of several, the longest prompt.</summary>
    public bool TryFind(ReadOnlySpan<byte> text, out FoundRow found)
    {
        foreach (var frame in Volatile.Read(ref _frames))
        {
            var length = text.Length - frame.Before - frame.After;
            if (length > 0 && TryFind(text, frame.Before, length, out found)) return true;
        }
        return TryFindAnywhere(text, out found);
    }

    private bool TryFindAnywhere(ReadOnlySpan<byte> text, out FoundRow found)
    {
        found = default;
        var longest = 0;
        for (var start = 0; start < text.Length; start++)
        {
            var rest = text[start..];
            if (rest.Length >= Fingerprint.Window && _lengthsByStart.TryGetValue(Fingerprint.OfWindow(rest), out var lengths))
                TryLengths(text, start, lengths, ref longest, ref found);
            if (longest == 0) TryLengths(text, start, _shortLengths, ref longest, ref found);
        }
        if (longest == 0) return false;
        Remember(new(found.Start, text.Length - found.Start - longest));
        return true;
    }

    private void TryLengths(ReadOnlySpan<byte> text, int start, List<int> lengths, ref int longest, ref FoundRow found)
    {
        for (var i = lengths.Count - 1; i >= 0 && lengths[i] > longest; i--)
        {
            if (lengths[i] > text.Length - start || !TryFind(text, start, lengths[i], out var here)) continue;
            (longest, found) = (lengths[i], here);
            return;
        }
    }

    private bool TryFind(ReadOnlySpan<byte> text, int start, int length, out FoundRow found)
    {
        var fingerprint = Fingerprint.Of(text.Slice(start, length));
        if (_rows.TryGetValue(fingerprint, out var place))
        {
            found = new(place, fingerprint, start);
            return true;
        }
        found = default;
        return false;
    }

    // A lost update costs one more search later, nothing else.
    private void Remember(Frame frame)
    {
        var known = Volatile.Read(ref _frames);
        if (known.Contains(frame)) return;
        Volatile.Write(ref _frames, [new(0, 0), frame, .. known.Skip(1).Take(MostFrames - 2)]);
    }

    private readonly record struct Frame(int Before, int After);
}

/// <summary>Where a row stands on disk.</summary>
/// <param name="File">Which of the files, counted from 0.</param>
/// <param name="Offset">The byte at which its line begins.</param>
/// <param name="Previous">The byte at which the line of the row before it begins; -1 for the first row of a file.</param>
internal readonly record struct RowPlace(int File, long Offset, long Previous);

/// <summary>A row found in a text.</summary>
/// <param name="Place">Where the row stands.</param>
/// <param name="Fingerprint">The hash of its prompt.</param>
/// <param name="Start">Where in the text the prompt begins.</param>
internal readonly record struct FoundRow(RowPlace Place, ulong Fingerprint, int Start);
