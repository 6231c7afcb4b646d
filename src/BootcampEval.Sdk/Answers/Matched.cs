// Answers that a regular expression describes.

using System.Text.RegularExpressions;

namespace BootcampEval.Sdk.Answers;

/// <summary>Finds answers by a regular expression: hand in source-generated ones that are linear on any text.</summary>
public static class Matched
{
    /// <summary>The last match, as the content of its first group.</summary>
    /// <param name="output">The model's text.</param>
    /// <param name="pattern">A pattern with one group.</param>
    /// <param name="otherwise">What to say when nothing matches.</param>
    public static Extraction<string> Last(string output, Regex pattern, string otherwise)
    {
        Match? last = null;
        for (var match = pattern.Match(output); match.Success; match = match.NextMatch()) last = match;
        return last is null ? new NoAnswer(otherwise) : last.Groups[1].Value;
    }
}
