// Ciphers that spell a text out: as character codes, as knocks, and as Morse signs in pairs.

using System.Globalization;
using System.Text;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Ciphers;

/// <summary>Character codes as a list.</summary>
internal sealed class AsciiCodes : CipherKernel
{
    public override string Name => "ASCII";

    public override string Title => "a list of character codes";

    public override int StepsPerLetter => 1;

    public override string Rules => """
        Replace each character by its ASCII code as a decimal number (A = 65 to Z = 90, a = 97 to z = 122). Write the codes as a list in square
        brackets, with a comma and a space between two of them.
        """;

    public override string Encrypt(string text) =>
        $"[{string.Join(", ", PyText.CodePoints(text).Select(code => code.ToString(CultureInfo.InvariantCulture)))}]";

    /// <summary>Reads the list as it prints; only codes of visible characters and the blank count.</summary>
    public override string Decrypt(string text) => string.Concat(text.Trim('[', ']').Split(',').Select(ToCharacter));

    private static string ToCharacter(string code) => PyInt.TryParse(code, out int number) && number is >= 32 and <= 126 ? ((char)number).ToString() : "";
}

/// <summary>The tap code: two groups of knocks for each letter.</summary>
internal sealed class TapCode : CipherKernel
{
    private const string BetweenLetters = "  ", BetweenWords = "  /  ";

    private static readonly LetterSquare Square = new("ABCDE/FGHIJ/LMNOP/QRSTU/VWXYZ");

    public override string Name => "TapCode";

    public override string Title => "the tap code";

    public override int StepsPerLetter => 2;

    public override string Rules => $"""
        Find each letter in the square below (K counts as C). Write one dot for each row down to its row (first row: one dot), a space, and
        one dot for each column up to its column. Put two spaces between two letters, and two spaces, a slash and two spaces between two
        words.
        {Square}
        """;

    public override string Encrypt(string text) => string.Join(BetweenWords, PyText.Split(PyCase.Upper(text).Replace('K', 'C')).Select(Knocks));

    private static string Knocks(string word) => string.Join(BetweenLetters, word.Select(Square.Find).OfType<(int Row, int Column)>().Select(place =>
        $"{new string('.', place.Row + 1)} {new string('.', place.Column + 1)}"));

    public override string? Decrypt(string text)
    {
        var words = text.Split(BetweenWords).Select(word => word.Split(BetweenLetters).Select(ToLetter).ToArray()).ToArray();
        return words.Any(word => word.Contains(null)) ? null : string.Join(' ', words.Select(word => string.Concat(word))).Trim();
    }

    private static string? ToLetter(string knocks)
    {
        var groups = PyText.Split(knocks);
        if (groups.Length == 0) return "";
        return groups is [{ Length: <= 5 } row, { Length: <= 5 } column] ? Square[row.Length - 1, column.Length - 1].ToString() : null;
    }
}

/// <summary>Morbit: Morse signs taken two by two, each pair a digit.</summary>
internal sealed class Morbit : CipherKernel
{
    private static readonly string[] Morse =
    [
        ".-", "-...", "-.-.", "-..", ".", "..-.", "--.", "....", "..", ".---", "-.-", ".-..", "--", "-.", "---", ".--.", "--.-", ".-.", "...", "-", "..-", "...-", ".--",
        "-..-", "-.--", "--..",
    ];

    private static readonly string[] Pairs = ["..", ".-", "./", "-.", "--", "-/", "/.", "/-", "//"];

    public override string Name => "Kor_rule12_MorbitCipher";

    public override string Title => "digits for Morse signs";

    public override int StepsPerLetter => 3;

    public override string Rules => $"""
        Write the text in international Morse code, with a slash between two letters and none at the ends. Cut the line of dots, dashes and
        slashes into pairs from the left and replace each pair by its digit. If one sign is left over at the end, write it as it is.
        Morse code: {string.Join(", ", Alphabet.Zip(Morse, (letter, signs) => $"{letter} {signs}"))}
        Digits: {string.Join(", ", Pairs.Select((pair, i) => $"{pair} is {i + 1}"))}
        """;

    public override string Encrypt(string text)
    {
        var signs = string.Join('/', LettersOf(text).Select(letter => Morse[letter - 'A']));
        return string.Concat(signs.Chunk(2).Select(pair => pair.Length == 2 ? $"{Array.IndexOf(Pairs, new string(pair)) + 1}" : $"{pair[0]}"));
    }

    public override string? Decrypt(string text)
    {
        var signs = string.Concat(text.Select(c => c is >= '1' and <= '9' ? Pairs[c - '1'] : c.ToString()));
        var decrypted = new StringBuilder();
        foreach (var word in signs.Split("//"))
        {
            if (decrypted.Length > 0) decrypted.Append(' ');
            foreach (var letter in word.Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                if (Array.IndexOf(Morse, letter) is not (>= 0 and var position)) return null;
                decrypted.Append(Alphabet[position]);
            }
        }
        return decrypted.ToString();
    }
}
