// Ciphers that keep the letters and change their places.

namespace BootcampEval.Library.Ciphers;

/// <summary>Redefence: columns written alternately downwards and upwards over five rows.</summary>
internal sealed class Redefence : CipherKernel
{
    private const int Rows = 5;

    public override string Name => "Kor_rule16_RedefenceFigureCipher";

    public override string Title => "a rail fence of five rows";

    public override int StepsPerLetter => 2;

    public override string Rules => """
        The letters are written into five rows, column by column. The first column takes the first five letters, from row 1 down to row 5.
        Then, as long as letters are left: the second column, and every second one after it, takes a # in row 5 and then up to four letters
        upwards, in rows 4, 3, 2 and 1; the third column, and every second one after it, takes a # in row 1 and then up to four letters
        downwards, in rows 2, 3, 4 and 5. Write out each row from left to right with a * behind it, rows 1 to 5 one after another, without
        spaces.
        """;

    public override string Encrypt(string text)
    {
        var letters = LettersOf(text);
        var rows = new string[Rows];
        Array.Fill(rows, "");
        if (letters.Length > 1) // A single letter is lost: a quirk of the reference.
        {
            for (var i = 0; i < letters.Length; i++)
            {
                var (column, step) = ColumnOf(i);
                if (column > 0 && step == 1) rows[RowOf(column, 0)] += "#";
                rows[RowOf(column, step)] += letters[i];
            }
        }
        return string.Concat(rows.Select(row => row + "*"));
    }

    public override string? Decrypt(string text)
    {
        var rows = text.Split('*');
        if (rows.Length < Rows) return null;
        var longest = rows.Take(Rows).Max(row => row.Length);
        var cells = from column in Enumerable.Range(0, longest)
                    from step in Enumerable.Range(0, Rows)
                    let row = rows[RowOf(column, step)]
                    where column < row.Length
                    select row[column];
        return string.Concat(cells.Where(cell => cell != '#'));
    }

    // The column of a letter and its step from the end of the column that is filled first; step 0 of all columns but the first holds the #.
    private static (int Column, int Step) ColumnOf(int letter) =>
        letter < Rows ? (0, letter) : (1 + ((letter - Rows) / (Rows - 1)), 1 + ((letter - Rows) % (Rows - 1)));

    private static int RowOf(int column, int step) => column % 2 == 0 ? step : Rows - 1 - step;
}

/// <summary>A path that winds through rows of five and is read by columns.</summary>
internal sealed class WindingPath : CipherKernel
{
    private const int Columns = 5;

    public override string Name => "Kor_rule17_PathCipher";

    public override string Title => "a winding path through five columns";

    public override int StepsPerLetter => 2;

    public override string Rules => """
        The letters are written into rows of five cells, from the top down: the first row, and every second one after it, from left to
        right; the second row, and every second one after it, from right to left. The last row may be filled in part, from the side where it
        starts. Then each of the five columns, from the left, is read from top to bottom, and a # is written behind it, also behind an empty
        column. Write everything without spaces.
        """;

    public override string Encrypt(string text)
    {
        var columns = new string[Columns];
        Array.Fill(columns, "");
        foreach (var (i, letter) in LettersOf(text).Index()) columns[ColumnOf(i)] += letter;
        return string.Concat(columns.Select(column => column + "#"));
    }

    public override string? Decrypt(string text)
    {
        var columns = text.Split('#');
        if (columns.Length < Columns) return null;
        var read = new int[Columns];
        var letters = new char[columns.Take(Columns).Sum(column => column.Length)];
        for (var i = 0; i < letters.Length; i++)
        {
            var column = ColumnOf(i);
            if (read[column] == columns[column].Length) return null;
            letters[i] = columns[column][read[column]++];
        }
        return new(letters);
    }

    private static int ColumnOf(int letter) => letter / Columns % 2 == 0 ? letter % Columns : Columns - 1 - (letter % Columns);
}

/// <summary>A grille with four holes, turned three times.</summary>
internal sealed class RotatingGrid : CipherKernel
{
    private const int Side = 4;

    private static readonly (int Row, int Column)[] Order =
        [(1, 2), (1, 3), (2, 3), (3, 0), (0, 1), (0, 2), (1, 1), (3, 3), (0, 3), (1, 0), (2, 0), (2, 1), (0, 0), (2, 2), (3, 1), (3, 2)];

    public override string Name => "Kor_rule18_RotatingGridCipher";

    public override string Title => "a turning grille";

    public override int StepsPerLetter => 2;

    public override string Rules => $"""
        Take the letters in blocks of 16; fill up the last block with # at the end. The letters of a block are written one after another
        into these cells of a grid of four rows and four columns (row and column, counted from 1):
        {string.Join(' ', Order.Select(cell => $"({cell.Row + 1},{cell.Column + 1})"))}. Then the grid is read row by row, from left to
        right and from the top. Write the blocks one after another without spaces.
        """;

    public override string Encrypt(string text)
    {
        var letters = LettersOf(text);
        return string.Concat(letters.Chunk(Order.Length).Select(block =>
        {
            var grid = new char[Order.Length];
            for (var i = 0; i < Order.Length; i++) grid[Place(i)] = i < block.Length ? block[i] : '#';
            return new string(grid);
        }));
    }

    public override string? Decrypt(string text) => text.Length % Order.Length != 0
        ? null
        : string.Concat(text.Chunk(Order.Length).Select(grid => string.Concat(Enumerable.Range(0, Order.Length).Select(i => grid[Place(i)])))).TrimEnd('#');

    private static int Place(int i) => (Order[i].Row * Side) + Order[i].Column;
}

/// <summary>Rows of seven whose columns change places.</summary>
internal sealed class ColumnOrder : CipherKernel
{
    private static readonly int[] Order = [1, 4, 0, 6, 5, 2, 3];

    public override string Name => "Kor_rule20_TranspositionCipher";

    public override string Title => "a change of columns";

    public override int StepsPerLetter => 2;

    public override string Rules => $"""
        Take the letters in groups of seven; fill up the last group with $ at the end. Write the letters of each group in another order: its
        letters number {string.Join(", ", Order.Select(place => place + 1))} (counted from 1). Write the groups one after another without
        spaces.
        """;

    public override string Encrypt(string text) => string.Concat(LettersOf(text).Chunk(Order.Length).Select(group =>
        string.Concat(Order.Select(place => place < group.Length ? group[place] : '$'))));

    public override string? Decrypt(string text) => text.Length % Order.Length != 0
        ? null
        : string.Concat(text.Chunk(Order.Length).Select(group =>
            string.Concat(Enumerable.Range(0, Order.Length).Select(place => group[Array.IndexOf(Order, place)])))).Replace("$", "", StringComparison.Ordinal);
}
