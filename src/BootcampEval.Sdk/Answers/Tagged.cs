// Answers between two markers: [answer]…[/answer], <answer>…</answer>, [[…]].

namespace BootcampEval.Sdk.Answers;

/// <summary>
/// Finds text between an opening and a closing marker, as the lazy regular expression <c>open(.*?)close</c> with "dot matches newline" does:
/// a match runs from the earliest opening marker to the first closing one after it, and the search goes on behind that. Linear in the text.
/// </summary>
public static class Tagged
{
    /// <summary>The content of the last match.</summary>
    /// <param name="output">The model's text.</param>
    /// <param name="open">The opening marker.</param>
    /// <param name="close">The closing marker.</param>
    /// <param name="oneLine">Whether the dot stops at a line feed, so that both markers must stand on one line.</param>
    public static Extraction<string> Last(string output, string open, string close, bool oneLine = false)
    {
        (int Start, int Length)? last = null;
        foreach (var found in All(output, open, close, oneLine)) last = found;
        return last is var (start, length) ? output.Substring(start, length) : None(open, close, oneLine);
    }

    /// <summary>The content of the first match: see <see cref="Last"/>.</summary>
    public static Extraction<string> First(string output, string open, string close, bool oneLine = false)
    {
        foreach (var (start, length) in All(output, open, close, oneLine)) return output.Substring(start, length);
        return None(open, close, oneLine);
    }

    /// <summary>Where the contents of all matches stand, from left to right: see <see cref="Last"/>.</summary>
    public static IEnumerable<(int Start, int Length)> All(string output, string open, string close, bool oneLine = false)
    {
        for (int from = 0, end = -1; ;)
        {
            var opened = output.IndexOf(open, from, StringComparison.Ordinal);
            if (opened < 0) yield break;
            var start = opened + open.Length;
            if (end < start) end = output.IndexOf(close, start, StringComparison.Ordinal); // Looked for once, however many lines lie before it.
            if (end < 0) yield break;
            var lineEnd = oneLine ? output.IndexOf('\n', start, end - start) : -1;
            if (lineEnd >= 0)
            {
                from = lineEnd; // No opening marker before this line end has its closing one on the same line.
                continue;
            }
            yield return (start, end - start);
            from = end + close.Length;
        }
    }

    /// <summary>The content of the last match of <c>\[\[([^]]+)]]</c>: see <see cref="AllUnbroken"/>.</summary>
    public static Extraction<string> LastUnbroken(string output)
    {
        (int Start, int Length)? last = null;
        foreach (var found in AllUnbroken(output)) last = found;
        return last is var (start, length) ? output.Substring(start, length) : new NoAnswer("no [[…]] without a closing bracket inside in the output");
    }

    /// <summary>
    /// Where the contents of all matches of <c>\[\[([^]]+)]]</c> stand, from left to right: double brackets around at least one character, none of
    /// them a closing bracket. They may span lines and hold opening brackets.
    /// </summary>
    public static IEnumerable<(int Start, int Length)> AllUnbroken(string output)
    {
        for (var from = 0; output.IndexOf("[[", from, StringComparison.Ordinal) is >= 0 and var opened;)
        {
            var start = opened + 2;
            var end = output.IndexOf(']', start);
            if (end < 0) yield break;
            var closed = end > start && output.AsSpan(end).StartsWith("]]", StringComparison.Ordinal);
            if (closed) yield return (start, end - start);
            from = closed ? end + 2 : end + 1;
        }
    }

    private static NoAnswer None(string open, string close, bool oneLine) => new($"no {open}…{close} {(oneLine ? "on one line " : "")}in the output");
}
