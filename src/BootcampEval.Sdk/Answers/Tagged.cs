// Answers between two markers: [answer]…[/answer], <answer>…</answer>, [[…]].

namespace BootcampEval.Sdk.Answers;

/// <summary>
/// Finds text between an opening and a closing marker, as the lazy regular expression <c>open(.*?)close</c> with "dot matches newline" does:
/// a match runs from the earliest opening marker to the first closing one after it, and the search goes on behind that. Linear in the text.
/// </summary>
public static class Tagged
{
    /// <summary>The content of the last match.</summary>
    public static Extraction<string> Last(string output, string open, string close)
    {
        string? last = null;
        foreach (var (start, length) in All(output, open, close)) last = output.Substring(start, length);
        return last is null ? new NoAnswer($"no {open}…{close} in the output") : last;
    }

    /// <summary>The content of the first match.</summary>
    public static Extraction<string> First(string output, string open, string close)
    {
        foreach (var (start, length) in All(output, open, close)) return output.Substring(start, length);
        return new NoAnswer($"no {open}…{close} in the output");
    }

    /// <summary>Where the contents of all matches stand, from left to right.</summary>
    public static IEnumerable<(int Start, int Length)> All(string output, string open, string close)
    {
        for (var from = 0; ;)
        {
            var opened = output.IndexOf(open, from, StringComparison.Ordinal);
            if (opened < 0) yield break;
            var start = opened + open.Length;
            var end = output.IndexOf(close, start, StringComparison.Ordinal);
            if (end < 0) yield break;
            yield return (start, end - start);
            from = end + close.Length;
        }
    }
}
