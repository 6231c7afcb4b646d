// The square (or rectangle) of letters that so many ciphers look letters up in.

namespace BootcampEval.Library.Ciphers;

/// <summary>Letters in rows and columns, both counted from 0.</summary>
internal sealed class LetterSquare
{
    private readonly string[] _rows;

    /// <summary>Makes a square from rows separated by slashes: <c>ABCDE/FGHIJ/…</c>.</summary>
    public LetterSquare(string rows) => _rows = rows.Split('/');

    /// <summary>Number of rows.</summary>
    public int Rows => _rows.Length;

    /// <summary>Number of columns.</summary>
    public int Columns => _rows[0].Length;

    /// <summary>The letter at a place; indices go round, so that -1 is the last row or column.</summary>
    public char this[int row, int column] => _rows[(row + Rows) % Rows][(column + Columns) % Columns];

    /// <summary>Where a letter stands; null when it is not in the square.</summary>
    public (int Row, int Column)? Find(char letter)
    {
        for (var row = 0; row < Rows; row++)
            if (_rows[row].IndexOf(letter, StringComparison.Ordinal) is >= 0 and var column) return (row, column);
        return null;
    }

    /// <summary>The places of all letters of a text; null when one is not in the square.</summary>
    public (int Row, int Column)[]? FindAll(string text)
    {
        var places = new (int, int)[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            if (Find(text[i]) is not { } place) return null;
            places[i] = place;
        }
        return places;
    }

    /// <summary>The rows as lines, letters separated by spaces.</summary>
    public override string ToString() => string.Join('\n', _rows.Select(row => string.Join(' ', row.AsEnumerable())));
}
