// Ciphers that split each letter into coordinates and put coordinates of different letters together again: Bifid, Trifid, ADFGVX, Digrafid, Collon.

namespace BootcampEval.Library.Ciphers;

/// <summary>Bifid: rows and columns of a square, mixed.</summary>
internal sealed class Bifid : CipherKernel
{
    private static readonly LetterSquare Square = new("UBILA/NTCDE/FGHKM/OPQRS/VWXYZ");

    public override string Name => "Kor_rule13_BifidCipher";

    public override string Title => "the bifid cipher";

    public override int StepsPerLetter => 2;

    public override string Rules => $"""
        Find each letter in the square below (J counts as I). Write the row numbers of all letters one after another, and behind them the
        column numbers of all letters; rows and columns are counted alike from the top left corner. Cut this line of numbers into pairs from
        the left and replace each pair by the letter in the row of its first and the column of its second number.
        {Square}
        """;

    public override string? Encrypt(string text)
    {
        if (Square.FindAll(LettersOf(text).Replace('J', 'I')) is not { } places) return null;
        int[] line = [.. places.Select(place => place.Row), .. places.Select(place => place.Column)];
        return string.Concat(line.Chunk(2).Select(pair => Square[pair[0], pair[1]]));
    }

    public override string? Decrypt(string text)
    {
        if (Square.FindAll(text) is not { } places) return null;
        int[] line = [.. places.SelectMany(place => (int[])[place.Row, place.Column])];
        return string.Concat(Enumerable.Range(0, text.Length).Select(i => Square[line[i], line[text.Length + i]]));
    }
}

/// <summary>Trifid: layers, rows and columns of a cube, mixed.</summary>
internal sealed class Trifid : CipherKernel
{
    private const string Cube = Alphabet + ".";

    public override string Name => "TrifidCipher";

    public override string Title => "the trifid cipher";

    public override int StepsPerLetter => 3;

    public override string Rules => $"""
        The 26 letters and a full stop lie in a cube of three layers, each with three rows and three columns:
        {string.Join('\n', Enumerable.Range(0, 3).Select(layer => $"layer {layer + 1}: {Shown(Cube.Substring(9 * layer, 9))}"))}
        (The rows of a layer are separated by slashes; rows and columns are counted from 1 as well.) Write the layer numbers of all letters
        one after another, behind them the column numbers of all letters, and behind them the row numbers of all letters. Cut this line of
        numbers into threes from the left. Each three is a layer, a column and a row, in this order: replace it by the sign that stands
        there.
        """;

    public override string Encrypt(string text)
    {
        int[] places = [.. LettersOf(text).Select(letter => Cube.IndexOf(letter, StringComparison.Ordinal))];
        int[] line = [.. places.Select(Layer), .. places.Select(Column), .. places.Select(Row)];
        return string.Concat(line.Chunk(3).Select(three => At(three[0], three[1], three[2])));
    }

    public override string? Decrypt(string text)
    {
        int[] places = [.. text.ToUpperInvariant().Select(sign => Cube.IndexOf(sign, StringComparison.Ordinal))];
        if (places.Contains(-1)) return null;
        int[] line = [.. places.SelectMany(place => (int[])[Layer(place), Column(place), Row(place)])];
        return string.Concat(Enumerable.Range(0, places.Length).Select(i => At(line[i], line[places.Length + i], line[(2 * places.Length) + i])));
    }

    private static string Shown(string layer) => string.Join(" / ", layer.Chunk(3).Select(row => string.Join(' ', row)));

    private static int Layer(int place) => place / 9;

    private static int Row(int place) => place / 3 % 3;

    private static int Column(int place) => place % 3;

    private static char At(int layer, int column, int row) => Cube[(9 * layer) + (3 * row) + column];
}

/// <summary>ADFGVX: all rows, then all columns, by their letters.</summary>
internal sealed class Adfgvx : CipherKernel
{
    private const string Labels = "ADFGVX";

    private static readonly LetterSquare Square = new("RUA0QB/D2WKS1/H45FTZ/YCGX7L/98I3PN/6JVOEM");

    public override string Name => "Kor_rule19_ADFGVX";

    public override string Title => "the ADFGVX square";

    public override int StepsPerLetter => 2;

    public override string Rules => $"""
        The rows of the square below, from top to bottom, and its columns, from left to right, are both named A, D, F, G, V, X. Find each
        letter or digit in the square. Write the names of the rows of all of them one after another, and directly behind them the names of
        the columns of all of them.
        {Square}
        """;

    public override string? Encrypt(string text) =>
        Square.FindAll(string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()) is { } places
            ? string.Concat(places.Select(place => Labels[place.Row]).Concat(places.Select(place => Labels[place.Column])))
            : null;

    public override string? Decrypt(string text)
    {
        int[] line = [.. text.Select(label => Labels.IndexOf(label, StringComparison.Ordinal))];
        if (line.Contains(-1) || line.Length % 2 == 1) return null;
        return string.Concat(line[..(line.Length / 2)].Zip(line[(line.Length / 2)..], (row, column) => Square[row, column]));
    }
}

/// <summary>Digrafid: two letters as three numbers.</summary>
internal sealed class Digrafid : CipherKernel
{
    private const string Signs = "QWERTYUIOPASDFGHJKLZXCVBNM#";

    public override string Name => "Kor_rule14_DigrafidCipher";

    public override string Title => "a digrafid cipher";

    public override int StepsPerLetter => 2;

    public override string Rules => $"""
        Letters have positions from 0 in this row of 27 signs: {Signs}
        If the number of letters is not a multiple of 6, add signs # at the end until it is. Take the signs in pairs. For a pair with
        positions a and b, write three digits: a mod 9; then 3 times (a divided by 9, rounded down) plus b mod 3 plus 1; then b divided by
        3, rounded down. Write all digits without spaces.
        """;

    public override string Encrypt(string text)
    {
        const int Block = 6;
        var letters = LettersOf(text);
        var padded = letters.PadRight((letters.Length + Block - 1) / Block * Block, '#');
        return string.Concat(padded.Select(sign => Signs.IndexOf(sign, StringComparison.Ordinal)).Chunk(2).Select(pair =>
            $"{pair[0] % 9}{(3 * (pair[0] / 9)) + (pair[1] % 3) + 1}{pair[1] / 3}"));
    }

    public override string? Decrypt(string text)
    {
        if (text.Length % 3 != 0 || !text.All(char.IsAsciiDigit)) return null;
        var decrypted = string.Concat(text.Select(digit => digit - '0').Chunk(3).Select(three =>
        {
            var (layer, rest) = ((three[1] - 1) / 3, (three[1] - 1) % 3);
            var (a, b) = ((9 * layer) + three[0], (3 * three[2]) + rest);
            return three[1] >= 1 && a < Signs.Length && b < Signs.Length ? $"{Signs[a]}{Signs[b]}" : "\0";
        }));
        return decrypted.Contains('\0', StringComparison.Ordinal) ? null : decrypted.Replace("#", "", StringComparison.Ordinal);
    }
}

/// <summary>Collon: a letter becomes the edge letters of its row and column.</summary>
internal sealed class Collon : CipherKernel
{
    private static readonly LetterSquare Square = new("MZSDP/KNFLQ/GAOXU/WRYVC/BTEHI");

    public override string Name => "Kor_rule15_CollonCipher";

    public override string Title => "the Collon square";

    public override int StepsPerLetter => 1;

    public override string Rules => $"""
        Leave out every J. Find each other letter in the square below and write two letters for it: the first (leftmost) letter of its row,
        and then the last (lowest) letter of its column. Write all letters without spaces.
        {Square}
        """;

    public override string? Encrypt(string text) =>
        Square.FindAll(LettersOf(text).Replace("J", "", StringComparison.Ordinal)) is { } places
            ? string.Concat(places.Select(place => $"{Square[place.Row, 0]}{Square[Square.Rows - 1, place.Column]}"))
            : null;

    public override string? Decrypt(string text) =>
        text.Length % 2 == 0 && Square.FindAll(text) is { } places
            ? string.Concat(places.Chunk(2).Select(pair => Square[pair[0].Row, pair[1].Column]))
            : null;
}
