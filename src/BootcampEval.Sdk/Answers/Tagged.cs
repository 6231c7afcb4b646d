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
        for (var from = 0; ;)
        {
            var opened = output.IndexOf(open, from, StringComparison.Ordinal);
            if (opened < 0) yield break;
            var start = opened + open.Length;
            var end = output.IndexOf(close, start, StringComparison.Ordinal);
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

    private static NoAnswer None(string open, string close, bool oneLine) => new($"no {open}…{close} {(oneLine ? "on one line " : "")}in the output");
}
