// The last boxed answer in LaTeX: \boxed{…}.

namespace BootcampEval.Sdk.Answers;

/// <summary>Finds the last LaTeX box the way mathematics graders commonly do, spacing rule included. Case-sensitive, linear in the text.</summary>
public static class Boxed
{
    private const string Box = "\\boxed";
    private const string Spaced = "\\boxed ";
    private const string Frame = "\\fbox";

    /// <summary>
    /// The content of the last box, not trimmed. Where <c>\boxed</c> and a space stand anywhere, what follows the last of them up to the next
    /// <c>$</c> counts, and nothing else. Otherwise the last <c>\boxed</c> (without any, the last <c>\fbox</c>) is taken up to the brace that balances
    /// its first one, and it must read <c>\boxed{…}</c>: there is no falling back to an earlier box.
    /// </summary>
    public static Extraction<string> Last(string output)
    {
        var spaced = output.LastIndexOf(Spaced, StringComparison.Ordinal);
        if (spaced >= 0) return UpToDollar(output, spaced + Spaced.Length);
        var start = output.LastIndexOf(Box, StringComparison.Ordinal);
        if (start < 0) start = output.LastIndexOf(Frame, StringComparison.Ordinal);
        if (start < 0) return new NoAnswer("no \\boxed{…} in the output");
        var end = EndOfBraces(output, start);
        if (end < 0) return new NoAnswer("the last \\boxed is not closed");
        var content = start + Box.Length + 1;
        return output.AsSpan(start).StartsWith("\\boxed{", StringComparison.Ordinal)
            ? output[content..end]
            : new NoAnswer("the last box is not of the form \\boxed{…}");
    }

    private static string UpToDollar(string output, int start)
    {
        var end = output.IndexOf('$', start);
        return end < 0 ? output[start..] : output[start..end];
    }

    // The closing brace that brings the count to 0; an opening one that does so, after a stray closing one, ends nothing.
    private static int EndOfBraces(string output, int start)
    {
        var open = 0;
        for (var i = start; i < output.Length; i++)
        {
            if (output[i] == '{') open++;
            else if (output[i] == '}' && --open == 0) return i;
        }
        return -1;
    }
}
