// The double Caesar: two letters stand for the one half-way between them. Encrypting is a matter of chance, so that only decrypting can be judged.

using System.Text;

namespace BootcampEval.Library.Ciphers;

/// <summary>Pairs of letters that stand for the letter half-way between them.</summary>
internal sealed class LetterMeans : CipherKernel
{
    public override string Name => "DoubleCeaser";

    public override string Title => "a cipher of letter pairs";

    public override int StepsPerLetter => 2;

    public override string Rules => """
        Number the letters A = 1 to Z = 26. Each letter of the text is replaced by two letters whose numbers have it as their mean: the
        number of the letter is half the sum of the two numbers, rounded down where the sum is odd. Other characters stay as they are.
        """;

    /// <summary>Always null: the reference draws the pairs at random.</summary>
    public override string? Encrypt(string text) => null;

    public override string Decrypt(string text)
    {
        var signs = text.ToUpperInvariant();
        var decrypted = new StringBuilder();
        for (var i = 0; i < signs.Length; i++)
        {
            if (i + 1 < signs.Length && char.IsAsciiLetterUpper(signs[i]) && char.IsAsciiLetterUpper(signs[i + 1]))
            {
                var sum = signs[i] - 'A' + 1 + (signs[i + 1] - 'A' + 1);
                decrypted.Append(Alphabet[(sum / 2) - 1]);
                i++;
            }
            else
            {
                decrypted.Append(signs[i]);
            }
        }
        return decrypted.ToString();
    }

    /// <summary>A ciphertext of a text: pairs around each letter, as far apart as a number for each letter says and the alphabet allows.</summary>
    public static string Spread(string text, Func<int, int> distanceUpTo) => string.Concat(LettersOf(text).Select(letter =>
    {
        var distance = distanceUpTo(Math.Min(letter - 'A', 'Z' - letter));
        return $"{(char)(letter - distance)}{(char)(letter + distance)}";
    }));
}
