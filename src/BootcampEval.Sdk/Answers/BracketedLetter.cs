// The letter of a multiple-choice answer in double square brackets: [[C]].

using BootcampEval.Sdk.Python;

namespace BootcampEval.Sdk.Answers;

/// <summary>Finds a single ASCII letter in double square brackets. Extra brackets outside do no harm: <c>[[[C]]]</c> is C.</summary>
public static class BracketedLetter
{
    /// <summary>The last such letter, as upper case. Linear in the text.</summary>
    /// <param name="output">The model's text.</param>
    /// <param name="first">The first letter allowed, upper case.</param>
    /// <param name="last">The last letter allowed, upper case.</param>
    /// <param name="anyCase">Whether lower-case letters count too.</param>
    /// <param name="blanksAllowed">Whether Python's white space may stand between the brackets and the letter.</param>
    public static Extraction<string> Last(string output, char first, char last, bool anyCase = false, bool blanksAllowed = false)
    {
        for (var close = LastPair(output, "]]", output.Length); close >= 0; close = LastPair(output, "]]", close + 1))
        {
            var at = SkipBlanksBack(output, close - 1, blanksAllowed);
            if (at < 0) continue;
            var letter = anyCase && char.IsAsciiLetterLower(output[at]) ? (char)(output[at] - 'a' + 'A') : output[at];
            if (letter < first || letter > last) continue;
            var open = SkipBlanksBack(output, at - 1, blanksAllowed);
            if (open >= 1 && output[open] == '[' && output[open - 1] == '[') return letter.ToString();
        }
        return new NoAnswer($"no letter from {first} to {last} in double square brackets");
    }

    // The last place before `end` where a pair begins; pairs may overlap, as in "]]]".
    private static int LastPair(string text, string pair, int end) => end < 2 ? -1 : text.AsSpan(0, end).LastIndexOf(pair, StringComparison.Ordinal);

    private static int SkipBlanksBack(string text, int at, bool skip)
    {
        while (skip && at >= 0 && PyText.IsSpace(text[at])) at--;
        return at;
    }
}
