// A rectangle of values: what most puzzles are played on.

using System.Text;

namespace BootcampEval.Sdk.Puzzles;

/// <summary>Makes grids.</summary>
public static class Grid
{
    /// <summary>Makes a grid from rows, or null when they are not all of one length.</summary>
    public static Grid<T>? FromRows<T>(IReadOnlyList<IReadOnlyList<T>> rows)
    {
        var columns = rows.Count == 0 ? 0 : rows[0].Count;
        return rows.All(row => row.Count == columns) ? new(rows.Count, columns, cell => rows[cell.Row][cell.Column]) : null;
    }

    /// <summary>What keeps rows from being a grid of a given size: <c>there are 3 rows, not 4</c>; null when they are one.</summary>
    public static string? ShapeFaultOf<T>(IReadOnlyList<IReadOnlyList<T>> rows, int expectedRows, int expectedColumns)
    {
        if (rows.Count != expectedRows) return $"there {(rows.Count == 1 ? "is 1 row" : $"are {rows.Count} rows")}, not {expectedRows}";
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows[row].Count != expectedColumns)
                return $"row {row + 1} has {rows[row].Count} cell{(rows[row].Count == 1 ? "" : "s")}, not {expectedColumns}";
        }
        return null;
    }
}

/// <summary>A rectangular grid. It owns its values; share it only once it is no longer written to.</summary>
public sealed class Grid<T> : IJsonText
{
    private readonly T[] _values;

    /// <summary>Makes a grid filled with the default value.</summary>
    public Grid(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        _values = new T[rows * columns];
    }

    /// <summary>Makes a grid from a value for each cell.</summary>
    public Grid(int rows, int columns, Func<Cell, T> value) : this(rows, columns)
    {
        foreach (var cell in Cells) this[cell] = value(cell);
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>The value at a row and a column, counted from 0.</summary>
    public T this[int row, int column]
    {
        get => _values[(row * Columns) + column];
        set => _values[(row * Columns) + column] = value;
    }

    /// <summary>The value of a cell.</summary>
    public T this[Cell cell]
    {
        get => this[cell.Row, cell.Column];
        set => this[cell.Row, cell.Column] = value;
    }

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

    /// <summary>The number of a cell when all are counted from 0, row by row.</summary>
    public int IndexOf(Cell cell) => (cell.Row * Columns) + cell.Column;

    /// <summary>Whether the place lies inside.</summary>
    public bool Contains(Cell cell) => (uint)cell.Row < (uint)Rows && (uint)cell.Column < (uint)Columns;

    /// <summary>The values of a row.</summary>
    public ReadOnlySpan<T> Row(int row) => _values.AsSpan(row * Columns, Columns);

    /// <summary>The values of a column.</summary>
    public T[] Column(int column) => [.. Enumerable.Range(0, Rows).Select(row => this[row, column])];

    /// <summary>The cells that share a side with one.</summary>
    public IEnumerable<Cell> Neighbours(Cell cell) =>
        new Cell[] { new(cell.Row - 1, cell.Column), new(cell.Row, cell.Column - 1), new(cell.Row, cell.Column + 1), new(cell.Row + 1, cell.Column) }
            .Where(Contains);

    /// <summary>The cells that share a side or a corner with one.</summary>
    public IEnumerable<Cell> NeighboursAndDiagonals(Cell cell)
    {
        for (var row = cell.Row - 1; row <= cell.Row + 1; row++)
            for (var column = cell.Column - 1; column <= cell.Column + 1; column++)
            {
                var near = new Cell(row, column);
                if (near != cell && Contains(near)) yield return near;
            }
    }

    /// <summary>A grid of the same size with each value replaced.</summary>
    public Grid<TNext> Select<TNext>(Func<T, TNext> map) => new(Rows, Columns, cell => map(this[cell]));

    /// <summary>A copy that can be written to.</summary>
    public Grid<T> Copy() => new(Rows, Columns, cell => this[cell]);

    /// <summary>The rows as arrays, as ground truths hold them.</summary>
    public T[][] ToRows() => [.. Enumerable.Range(0, Rows).Select(row => Row(row).ToArray())];

    /// <inheritdoc/>
    public void AppendTo(StringBuilder json) => JsonText.Append(json, ToRows());

    /// <summary>The grid as lines of text, one character or token a cell.</summary>
    public string ToText(string between, Func<T, string> show) =>
        string.Join('\n', Enumerable.Range(0, Rows).Select(row => string.Join(between, Row(row).ToArray().Select(show))));
}
