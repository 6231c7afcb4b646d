// Parts of an Arc grid: boxes, shapes of connected cells, and steps from cell to cell.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc;

/// <summary>A rectangle of cells, its edges included.</summary>
internal readonly record struct ArcBox(int Top, int Left, int Bottom, int Right)
{
    /// <summary>The box of so many rows and columns whose top left cell is at a place.</summary>
    public static ArcBox At(Cell corner, int rows, int columns) => new(corner.Row, corner.Column, corner.Row + rows - 1, corner.Column + columns - 1);

    /// <summary>The top left cell.</summary>
    public Cell Corner => new(Top, Left);

    /// <summary>Number of rows.</summary>
    public int Rows => Bottom - Top + 1;

    /// <summary>Number of columns.</summary>
    public int Columns => Right - Left + 1;

    /// <summary>Number of cells.</summary>
    public int Area => Rows * Columns;

    /// <summary>Whether a cell lies inside.</summary>
    public bool Contains(Cell cell) => cell.Row >= Top && cell.Row <= Bottom && cell.Column >= Left && cell.Column <= Right;

    /// <summary>The box made larger by some cells on each side; smaller by a negative number.</summary>
    public ArcBox Grown(int by) => new(Top - by, Left - by, Bottom + by, Right + by);

    /// <summary>All cells, row by row.</summary>
    public IEnumerable<Cell> Cells
    {
        get
        {
            for (var row = Top; row <= Bottom; row++)
                for (var column = Left; column <= Right; column++)
                    yield return new(row, column);
        }
    }

    /// <summary>The outermost cells, row by row.</summary>
    public IEnumerable<Cell> Border
    {
        get
        {
            var inner = Grown(-1);
            return Cells.Where(cell => !inner.Contains(cell));
        }
    }

    /// <summary>The smallest box around some cells; null when there are none.</summary>
    public static ArcBox? Around(IEnumerable<Cell> cells)
    {
        ArcBox? box = null;
        foreach (var (row, column) in cells)
        {
            box = box is { } known
                ? new(Math.Min(known.Top, row), Math.Min(known.Left, column), Math.Max(known.Bottom, row), Math.Max(known.Right, column))
                : new(row, column, row, column);
        }
        return box;
    }
}

/// <summary>Connected cells of a grid.</summary>
/// <param name="Grid">The grid they lie in.</param>
/// <param name="Cells">The cells, at least one; the topmost, and among those the leftmost, comes first.</param>
internal sealed record ArcShape(ArcGrid Grid, IReadOnlyList<Cell> Cells)
{
    /// <summary>The smallest box around the cells.</summary>
    public ArcBox Box { get; } = ArcBox.Around(Cells)!.Value;

    /// <summary>The colour of the first cell: of all, unless shapes of mixed colours were asked for.</summary>
    public int Colour => Grid[Cells[0]];

    /// <summary>Number of cells.</summary>
    public int Count => Cells.Count;

    /// <summary>The cells, counted from the top left of their box: equal sets for shapes of one form.</summary>
    public IEnumerable<Cell> Form => Cells.Select(cell => cell.Moved((-Box.Top, -Box.Left)));

    /// <summary>Whether the cells fill their box.</summary>
    public bool IsRectangle => Count == Box.Area;

    /// <summary>Whether a cell lies on the edge of the grid.</summary>
    public bool TouchesEdge => Box.Top == 0 || Box.Left == 0 || Box.Bottom == Grid.Rows - 1 || Box.Right == Grid.Columns - 1;

    /// <summary>The shape cut out: its box, with other cells in a colour of choice.</summary>
    public ArcGrid CutOut(int background)
    {
        var own = Cells.ToHashSet();
        return new(Box.Rows, Box.Columns, cell => cell.Plus(Box.Corner) is var place && own.Contains(place) ? Grid[place] : background);
    }
}

/// <summary>Steps from cell to cell.</summary>
internal static class ArcCells
{
    /// <summary>The cell some rows down and some columns to the right.</summary>
    public static Cell Moved(this Cell cell, (int Rows, int Columns) step) => new(cell.Row + step.Rows, cell.Column + step.Columns);

    /// <summary>The cell that lies as far from a corner as this one from the top left cell of a grid.</summary>
    public static Cell Plus(this Cell cell, Cell corner) => new(cell.Row + corner.Row, cell.Column + corner.Column);

    /// <summary>The cell a number of steps away.</summary>
    public static Cell Moved(this Cell cell, (int Rows, int Columns) step, int times) => new(cell.Row + (step.Rows * times), cell.Column + (step.Columns * times));
}
