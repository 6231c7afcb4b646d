// A puzzle on a grid, drawn: one model for the terminal and for the HTML report.

namespace BootcampEval.Sdk;

/// <summary>A grid to show to a person: what stands in each cell, where it comes from, and which cells are wrong.</summary>
public sealed class Picture
{
    private readonly string[,] _texts;
    private readonly CellMark[,] _marks;

    /// <summary>Makes an empty picture.</summary>
    public Picture(int rows, int columns)
    {
        _texts = new string[rows, columns];
        _marks = new CellMark[rows, columns];
        foreach (var cell in Cells) _texts[cell.Row, cell.Column] = "";
    }

    /// <summary>Makes a picture from what each cell shows; an empty text leaves the cell blank.</summary>
    public Picture(int rows, int columns, Func<Cell, string> given) : this(rows, columns)
    {
        foreach (var cell in Cells)
        {
            if (given(cell) is { Length: > 0 } text) Set(cell, text, CellMark.Given);
        }
    }

    /// <summary>Number of rows.</summary>
    public int Rows => _texts.GetLength(0);

    /// <summary>Number of columns.</summary>
    public int Columns => _texts.GetLength(1);

    /// <summary>Clues beside the rows, left of the grid; null for none.</summary>
    public IReadOnlyList<string>? RowLabels { get; init; }

    /// <summary>Clues above the columns; null for none.</summary>
    public IReadOnlyList<string>? ColumnLabels { get; init; }

    /// <summary>The region each cell belongs to, where the puzzle has regions: borders are drawn between different ones.</summary>
    public Func<Cell, int>? Region { get; init; }

    /// <summary>All cells, row by row.</summary>
    public IEnumerable<Cell> Cells
    {
        get
        {
            for (var row = 0; row < Rows; row++)
                for (var column = 0; column < Columns; column++)
                    yield return new(row, column);
        }
    }

    /// <summary>What a cell shows.</summary>
    public string Text(Cell cell) => _texts[cell.Row, cell.Column];

    /// <summary>What a cell is.</summary>
    public CellMark Mark(Cell cell) => _marks[cell.Row, cell.Column];

    /// <summary>Whether the place lies inside the grid.</summary>
    public bool Contains(Cell cell) => (uint)cell.Row < (uint)Rows && (uint)cell.Column < (uint)Columns;

    /// <summary>Sets a cell. Places outside the grid are ignored: an answer may point anywhere.</summary>
    public void Set(Cell cell, string text, CellMark mark)
    {
        if (!Contains(cell)) return;
        _texts[cell.Row, cell.Column] = text;
        _marks[cell.Row, cell.Column] = mark;
    }

    /// <summary>Lays the rows of an answer into the cells that are not given. Rows may be too long or too short: what lies outside is left out.</summary>
    public void Fill<T>(IReadOnlyList<IReadOnlyList<T>> rows, Func<T, string> show)
    {
        for (var row = 0; row < Math.Min(Rows, rows.Count); row++)
            for (var column = 0; column < Math.Min(Columns, rows[row].Count); column++)
                if (_marks[row, column] != CellMark.Given) Set(new(row, column), show(rows[row][column]), CellMark.Answer);
    }

    /// <summary>Marks a cell as wrong and keeps its text.</summary>
    public void MarkWrong(Cell cell)
    {
        if (Contains(cell)) _marks[cell.Row, cell.Column] = CellMark.Wrong;
    }
}

/// <summary>Where the content of a drawn cell comes from.</summary>
public enum CellMark
{
    /// <summary>Nothing is there.</summary>
    Blank,

    /// <summary>Part of the puzzle.</summary>
    Given,

    /// <summary>Filled in by the answer.</summary>
    Answer,

    /// <summary>Filled in by the answer, and wrong.</summary>
    Wrong,
}
