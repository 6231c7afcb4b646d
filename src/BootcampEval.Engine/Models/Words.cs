// Lengths of answers where the server gives no count of tokens.

namespace BootcampEval.Engine.Models;

/// <summary>Whitespace-separated words.</summary>
internal static class Words
{
    /// <summary>How many words a text has.</summary>
    public static int CountIn(string text)
    {
        var words = 0;
        var inWord = false;
        foreach (var letter in text)
        {
            var isSpace = char.IsWhiteSpace(letter);
            if (!isSpace && !inWord) words++;
            inWord = !isSpace;
        }
        return words;
    }
}
