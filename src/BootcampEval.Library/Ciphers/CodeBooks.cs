// The code books: every cipher here gives each letter one code.

using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace BootcampEval.Library.Ciphers;

/// <summary>Ciphers that are tables: see <see cref="CodeBook"/>.</summary>
internal static partial class CodeBooks
{
    private const string Mixed = "RFDJUHABCEGIKLMNOPQSTVWXYZ", AffineAlphabet = "XMJQUDONPRGTVBWFAKSHZCYEIL", Figures = "!@#$%^&*()_+=~?/0:;<>12345";

    private static readonly string[] Keypad = ["ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ"];

    private static readonly LetterSquare
        Polybius = new("RTXFS/WCMVH/ZJAPB/LQYGK/NEUDI"),
        Phillips = new("PHILS/ABCDE/FGKMN/OQRTU/VWXYZ");

    private static readonly int[] BitOrder = [2, 0, 3, 1, 4, 6, 5, 7];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CodeBook> All { get; } =
    [
        new(
            "Kor_rule1_InverseShiftSubstitutionCipher",
            "an inverse shift substitution",
            $"""
                Number the letters A = 0 to Z = 25. For a letter with number n, reckon (25 - n + 4) mod 26; the letter at that position
                (counted from 0) of the alphabet below takes its place.
                Substitution alphabet: {Mixed}
                """,
            letter => $"{Mixed[(25 - Position(letter) + 4) % 26]}"),
        new(
            "Kor_rule2_PigpenMasonicCipher",
            "a table of signs",
            $"Replace each letter by its sign, without spaces: {CodeBook.Table(letter => $"{Figures[Position(letter)]}")}",
            letter => $"{Figures[Position(letter)]}"),
        new(
            "Kor_rule3_MultiTapPhoneCode",
            "the multi-tap code of telephone keys",
            $"""
                Write each letter as the key it is on, the sign ^, and how many times the key is pressed for it. The codes follow each other
                without spaces.
                {CodeBook.Table(MultiTap)}
                """,
            MultiTap)
        {
            Scan = text => TapCodes().Matches(text).Select(match => match.Value),
        },
        new(
            "Kor_rule4_PolybiusSquareCipher",
            "a Polybius square",
            $"""
                Find each letter in the square below and write the number of its row and then the number of its column, both counted from 1,
                without spaces. The letter O, which is not in the square, is written 66.
                {Polybius}
                """,
            letter => Polybius.Find(letter) is var (row, column) ? $"{row + 1}{column + 1}" : "66"),
        new(
            "Kor_rule5_AffineCipher",
            "an affine cipher over a mixed alphabet",
            $"""
                Take the position x of each letter in the alphabet below, counted from 0. Its place is taken by the letter at position
                (3x + 5) mod 26 of the same alphabet.
                Alphabet: {AffineAlphabet}
                """,
            letter => $"{AffineAlphabet[((3 * AffineAlphabet.IndexOf(letter, StringComparison.Ordinal)) + 5) % 26]}", steps: 2),
        new(
            "Kor_rule7_PhillipsFigureCipher",
            "a Phillips square",
            $"""
                Find each letter in the square below and replace it by the letter one row down and one column to the right. Behind the last
                row comes the first, and behind the last column the first. The letter J, which is not in the square, stays as it is.
                {Phillips}
                """,
            letter => Phillips.Find(letter) is var (row, column) ? $"{Phillips[(row + 1) % 5, (column + 1) % 5]}" : $"{letter}"),
        new(
            "Kor_rule21_XORCipher",
            "an exclusive-or of bits with a permutation",
            """
                Write the ASCII code of each letter (A = 65 to Z = 90) as 8 bits, the highest first. Take the exclusive or with 10101010.
                Number the bits of the result 0 to 7 from the left and write them in the order 2, 0, 3, 1, 4, 6, 5, 7. Join the groups of 8
                bits without spaces.
                """,
            Bits, steps: 3),
        new(
            "Kor_rule23_RSACipher",
            "RSA with tiny numbers",
            """
                Take the ASCII code m of each letter (A = 65 to Z = 90) and reckon the remainder of m to the power of 263 when it is divided
                by 299. Write the remainders as decimal numbers, with a comma and no space between two of them. (The same exponent, 263,
                also undoes it.)
                """,
            letter => Text((int)BigInteger.ModPow(letter, 263, 299)), steps: 3)
        {
            Separator = ",",
        },
        new(
            "Kor_rule24_ECCCipher",
            "a multiplication of character codes",
            """
                Take the ASCII code of each letter (A = 65 to Z = 90) and multiply it by 12. Write the products as decimal numbers, with a
                comma and no space between two of them.
                """,
            letter => Text(letter * 12), steps: 2)
        {
            Separator = ",",
        },
    ];

    private static int Position(char letter) => letter - 'A';

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string MultiTap(char letter)
    {
        var key = Array.FindIndex(Keypad, letters => letters.Contains(letter, StringComparison.Ordinal));
        return $"{key + 2}^{Keypad[key].IndexOf(letter, StringComparison.Ordinal) + 1}";
    }

    private static string Bits(char letter)
    {
        var bits = (letter ^ 0b10101010).ToString("b8", CultureInfo.InvariantCulture);
        return string.Concat(BitOrder.Select(bit => bits[bit]));
    }

    [GeneratedRegex(@"[0-9]\^[0-9]")]
    private static partial Regex TapCodes();
}
