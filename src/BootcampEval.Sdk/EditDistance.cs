// Levenshtein's distance, for suggestions and for the verdicts that grade by it.

using System.Text;

namespace BootcampEval.Sdk;

/// <summary>How far two texts are apart in insertions, deletions and substitutions of code points.</summary>
public static class EditDistance
{
    /// <summary>The Levenshtein distance over Unicode code points. Time is the product of the lengths: bound them before.</summary>
    public static int Between(string left, string right)
    {
        Rune[] a = [.. left.EnumerateRunes()], b = [.. right.EnumerateRunes()];
        var above = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) above[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = above[0];
            above[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = above[j];
                above[j] = Math.Min(substituted, Math.Min(above[j], above[j - 1]) + 1);
            }
        }
        return above[b.Length];
    }
}
