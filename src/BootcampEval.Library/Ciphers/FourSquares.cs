// Four-square ciphers: pairs of letters looked up in one square and replaced from others.

namespace BootcampEval.Library.Ciphers;

/// <summary>The four-square cipher with two key words.</summary>
internal sealed class FourSquare(string firstKey, string secondKey) : CipherKernel
{
    private const string WithoutQ = "ABCDEFGHIJKLMNOPRSTUVWXYZ";

    private readonly LetterSquare _plain = KeySquare(""), _first = KeySquare(firstKey), _second = KeySquare(secondKey);

    public override string Name => "FourSquareCipher";

    public override string Title => "the four-square cipher";

    public override int StepsPerLetter => 2;

    public override string Rules => $"""
        There are three squares of 25 letters each, without Q.
        The plain square:
        {_plain}
        The first key square, from the key word {firstKey.ToUpperInvariant()} (its different letters in order, then the other letters of the
        alphabet):
        {_first}
        The second key square, in the same way from the key word {secondKey.ToUpperInvariant()}:
        {_second}
        Take the letters in pairs; if their number is odd, add an X at the end. Find both letters of a pair in the plain square. The first
        new letter stands in the first key square, in the row of the first letter and the column of the second one; the second new letter
        stands in the second key square, in the row of the second letter and the column of the first one. Put a space between two pairs.
        """;

    public override string Arguments => $$"""{"str1":"{{firstKey}}","str2":"{{secondKey}}"}""";

    public override string Encrypt(string text)
    {
        var letters = LettersOf(text);
        return string.Join(' ', (letters.Length % 2 == 1 ? letters + "X" : letters).Chunk(2).Select(pair =>
        {
            var (a, b) = (Place(_plain, pair[0]), Place(_plain, pair[1]));
            return $"{_first[a.Row, b.Column]}{_second[b.Row, a.Column]}";
        }));
    }

    public override string? Decrypt(string text)
    {
        var letters = LettersOf(text);
        if (letters.Length % 2 == 1) return null;
        return string.Concat(letters.Chunk(2).Select(pair =>
        {
            var (a, b) = (Place(_first, pair[0]), Place(_second, pair[1]));
            return $"{_plain[a.Row, b.Column]}{_plain[b.Row, a.Column]}";
        }));
    }

    // Q counts as the place after P's, even in a square that holds it; another letter that a square lacks counts as the last row and column.
    private static (int Row, int Column) Place(LetterSquare square, char letter) => letter == 'Q' ? (4, 2) : square.Find(letter) ?? (-1, -1);

    // A key with a Q keeps it, so that the last letter falls out.
    private static LetterSquare KeySquare(string key) =>
        new(string.Join('/', (key.ToUpperInvariant() + WithoutQ).Distinct().Take(25).Chunk(5).Select(row => new string(row))));
}

/// <summary>The four-square cipher in which each letter of a pair keeps its place and changes the square.</summary>
internal sealed class FixedFourSquare : CipherKernel
{
    private static readonly LetterSquare
        Plain = new("KLMNO/PRSTU/VWXYZ/ABCDE/FGHIJ"),
        First = new("ECHOA/BDFGI/JKLMN/PRSTU/VWXYZ"),
        Second = new("VORTE/XABCD/FGHIJ/KLMNP/SUWYZ");

    public override string Name => "Kor_rule11_FourSquareCipher";

    public override string Title => "a cipher with three letter squares";

    public override int StepsPerLetter => 1;

    public override string Rules => $"""
        There are three squares of letters.
        The plain square:
        {Plain}
        The first cipher square:
        {First}
        The second cipher square:
        {Second}
        Leave out every Q. If the number of letters is odd, add an X at the end. Find each letter in the plain square: the first, third,
        fifth letter and so on is replaced by the letter at the same place in the first cipher square, the second, fourth, sixth and so on
        by the letter at the same place in the second cipher square. Write all letters without spaces.
        """;

    public override string? Encrypt(string text)
    {
        var letters = LettersOf(text).Replace("Q", "", StringComparison.Ordinal);
        return Exchanged(letters.Length % 2 == 1 ? letters + "X" : letters, Plain, First, Plain, Second);
    }

    public override string? Decrypt(string text) => text.Length % 2 == 1 ? null : Exchanged(text, First, Plain, Second, Plain);

    private static string? Exchanged(string letters, LetterSquare from, LetterSquare to, LetterSquare otherFrom, LetterSquare otherTo)
    {
        var result = new char[letters.Length];
        for (var i = 0; i < letters.Length; i++)
        {
            if ((i % 2 == 0 ? from : otherFrom).Find(letters[i]) is not var (row, column)) return null;
            result[i] = (i % 2 == 0 ? to : otherTo)[row, column];
        }
        return new(result);
    }
}
