// The grid of the Arc tasks: an immutable rectangle of colours, and the operations that the tasks share.

using BootcampEval.Sdk;
using BootcampEval.Sdk.Puzzles;

namespace BootcampEval.Library.Arc;

/// <summary>An immutable rectangle of colours, 0 to 9. Grids are equal when their shapes and colours are.</summary>
internal sealed class ArcGrid : IEquatable<ArcGrid>
{
    /// <summary>The number of colours.</summary>
    public const int ColourCount = 10;

    /// <summary>The steps to the four cells that share a side.</summary>
    public static readonly (int Rows, int Columns)[] Sides = [(-1, 0), (0, 1), (1, 0), (0, -1)];

    /// <summary>The steps to the four cells that share only a corner.</summary>
    public static readonly (int Rows, int Columns)[] Corners = [(-1, -1), (-1, 1), (1, 1), (1, -1)];

    /// <summary>The steps to the eight cells around one.</summary>
    public static readonly (int Rows, int Columns)[] Around = [.. Sides, .. Corners];

    private readonly int[] _colours;

    /// <summary>Makes a grid from the colour of each cell.</summary>
    public ArcGrid(int rows, int columns, Func<Cell, int> colour)
    {
        Rows = rows;
        Columns = columns;
        _colours = new int[rows * columns];
        for (var i = 0; i < _colours.Length; i++) _colours[i] = colour(new(i / columns, i % columns));
    }

    /// <summary>Makes a grid of one colour.</summary>
    public ArcGrid(int rows, int columns, int colour) : this(rows, columns, new int[rows * columns]) => Array.Fill(_colours, colour);

    /// <summary>Takes a snapshot of a grid that was painted on.</summary>
    public ArcGrid(Grid<int> painted) : this(painted.Rows, painted.Columns, cell => painted[cell])
    {
    }

    /// <summary>Makes a grid from rows of one length.</summary>
    public ArcGrid(IReadOnlyList<IReadOnlyList<int>> rows) : this(rows.Count, rows[0].Count, cell => rows[cell.Row][cell.Column])
    {
    }

    private ArcGrid(int rows, int columns, int[] colours) => (Rows, Columns, _colours) = (rows, columns, colours);

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>Number of cells.</summary>
    public int Area => _colours.Length;

    /// <summary>The colour at a row and a column, counted from 0.</summary>
    public int this[int row, int column] => _colours[(row * Columns) + column];

    /// <summary>The colour of a cell.</summary>
    public int this[Cell cell] => this[cell.Row, cell.Column];

    /// <summary>The colour of a cell, or <paramref name="outside"/> for a place beyond the edge.</summary>
    public int At(Cell cell, int outside = -1) => Contains(cell) ? this[cell] : outside;

    /// <summary>Whether the place lies inside.</summary>
    public bool Contains(Cell cell) => (uint)cell.Row < (uint)Rows && (uint)cell.Column < (uint)Columns;

    /// <summary>The whole grid as a box.</summary>
    public ArcBox Box => new(0, 0, Rows - 1, Columns - 1);

    /// <summary>All cells, row by row.</summary>
    public IEnumerable<Cell> Cells => Box.Cells;

    /// <summary>The cells of a colour, row by row.</summary>
    public IEnumerable<Cell> CellsOf(int colour) => CellsWhere(found => found == colour);

    /// <summary>The cells of all colours but one, row by row.</summary>
    public IEnumerable<Cell> CellsNot(int colour) => CellsWhere(found => found != colour);

    /// <summary>The cells from one, that one included, in steps to the edge.</summary>
    public IEnumerable<Cell> Ray(Cell from, (int Rows, int Columns) step)
    {
        for (var cell = from; Contains(cell); cell = cell.Moved(step)) yield return cell;
    }

    /// <summary>The colours of a row.</summary>
    public ReadOnlySpan<int> Row(int row) => _colours.AsSpan(row * Columns, Columns);

    /// <summary>The colours of a column.</summary>
    public int[] Column(int column) => [.. Enumerable.Range(0, Rows).Select(row => this[row, column])];

    /// <summary>The rows as arrays, as ground truths hold them.</summary>
    public int[][] ToRows() => [.. Enumerable.Range(0, Rows).Select(row => Row(row).ToArray())];

    /// <summary>A copy to paint on.</summary>
    public Grid<int> Paint() => new(Rows, Columns, cell => this[cell]);

    // Colours

    /// <summary>How often each colour occurs.</summary>
    public int[] Counts()
    {
        var counts = new int[ColourCount];
        foreach (var colour in _colours)
            if ((uint)colour < ColourCount) counts[colour]++;
        return counts;
    }

    /// <summary>The colours that occur, from the most frequent to the rarest; the lower colour first among equals.</summary>
    public int[] ColoursByCount()
    {
        var counts = Counts();
        return [.. Enumerable.Range(0, ColourCount).Where(colour => counts[colour] > 0).OrderByDescending(colour => counts[colour])];
    }

    /// <summary>How often a colour occurs.</summary>
    public int CountOf(int colour) => _colours.AsSpan().Count(colour);

    /// <summary>Whether a colour occurs.</summary>
    public bool Has(int colour) => _colours.AsSpan().Contains(colour);

    /// <summary>The most frequent colour: in most tasks, the background.</summary>
    public int MostCommon => ColoursByCount()[0];

    /// <summary>The rarest colour that occurs.</summary>
    public int LeastCommon => ColoursByCount()[^1];

    // New grids from this one

    /// <summary>A grid of the same shape with other colours.</summary>
    public ArcGrid Map(Func<Cell, int> colour) => new(Rows, Columns, colour);

    /// <summary>The grid with one colour turned into another.</summary>
    public ArcGrid Recoloured(int from, int to) => Map(cell => this[cell] == from ? to : this[cell]);

    /// <summary>The grid with cells painted in a colour; places outside are ignored.</summary>
    public ArcGrid With(IEnumerable<Cell> cells, int colour)
    {
        int[] colours = [.. _colours];
        foreach (var cell in cells)
            if (Contains(cell)) colours[Index(cell)] = colour;
        return new(Rows, Columns, colours);
    }

    /// <summary>The grid with another laid on it, its top left cell at a place; what lies outside, and cells of the colour <paramref name="clear"/>, are left out.</summary>
    public ArcGrid Pasted(ArcGrid other, Cell at, int clear = -1)
    {
        int[] colours = [.. _colours];
        foreach (var cell in other.Cells)
            if (other[cell] != clear && cell.Plus(at) is var place && Contains(place)) colours[Index(place)] = other[cell];
        return new(Rows, Columns, colours);
    }

    /// <summary>The part inside a box, which is cut at the edge of the grid.</summary>
    public ArcGrid Cropped(ArcBox box)
    {
        var (top, left) = (Math.Max(box.Top, 0), Math.Max(box.Left, 0));
        return new(
            Math.Max(0, Math.Min(box.Bottom, Rows - 1) - top + 1),
            Math.Max(0, Math.Min(box.Right, Columns - 1) - left + 1),
            cell => this[cell.Row + top, cell.Column + left]);
    }

    /// <summary>Rows become columns.</summary>
    public ArcGrid Transposed() => new(Columns, Rows, cell => this[cell.Column, cell.Row]);

    /// <summary>Mirrored so that the top row comes last.</summary>
    public ArcGrid FlippedUpDown() => Map(cell => this[Rows - 1 - cell.Row, cell.Column]);

    /// <summary>Mirrored so that the left column comes last.</summary>
    public ArcGrid FlippedLeftRight() => Map(cell => this[cell.Row, Columns - 1 - cell.Column]);

    /// <summary>Turned clockwise by a number of quarters.</summary>
    public ArcGrid Turned(int quarters) => (quarters & 3) switch
    {
        1 => new(Columns, Rows, cell => this[Rows - 1 - cell.Column, cell.Row]),
        2 => Map(cell => this[Rows - 1 - cell.Row, Columns - 1 - cell.Column]),
        3 => new(Columns, Rows, cell => this[cell.Column, Columns - 1 - cell.Row]),
        _ => this,
    };

    /// <summary>The four turns of the grid, and the four turns of its transpose.</summary>
    public IEnumerable<ArcGrid> Symmetries() => [.. Enumerable.Range(0, 4).Select(Turned), .. Enumerable.Range(0, 4).Select(Transposed().Turned)];

    /// <summary>
    /// What a rule that knows one direction only makes of the grid: it is turned until the rule gives an output, and that is turned back. Null when it gives none.
    /// </summary>
    public ArcGrid? InAnyTurn(Func<ArcGrid, ArcGrid?> rule)
    {
        for (var quarters = 0; quarters < 4; quarters++)
            if (rule(Turned(quarters)) is { } output) return output.Turned(-quarters);
        return null;
    }

    /// <summary>The colour at a place when the grid is repeated without end in all directions.</summary>
    public int Tiled(int row, int column) => this[((row % Rows) + Rows) % Rows, ((column % Columns) + Columns) % Columns];

    /// <summary>This grid with another of as many columns below it.</summary>
    public ArcGrid Above(ArcGrid other) => new(Rows + other.Rows, Columns, cell => cell.Row < Rows ? this[cell] : other[cell.Row - Rows, cell.Column]);

    /// <summary>This grid with another of as many rows to the right of it.</summary>
    public ArcGrid Beside(ArcGrid other) => new(Rows, Columns + other.Columns, cell => cell.Column < Columns ? this[cell] : other[cell.Row, cell.Column - Columns]);

    /// <summary>Every cell made a square of <paramref name="factor"/> by <paramref name="factor"/> cells.</summary>
    public ArcGrid Enlarged(int factor) => new(Rows * factor, Columns * factor, cell => this[cell.Row / factor, cell.Column / factor]);

    // Shapes

    /// <summary>The connected shapes of cells that are not of the background.</summary>
    /// <param name="background">The colour that separates shapes.</param>
    /// <param name="diagonal">Whether cells that share only a corner are connected too.</param>
    /// <param name="mixed">Whether a shape may have several colours.</param>
    public IReadOnlyList<ArcShape> Shapes(int background, bool diagonal = false, bool mixed = false) =>
        Shapes(colour => colour != background, diagonal, mixed);

    /// <summary>The connected shapes of cells of some colours, in the order of their first cells.</summary>
    public IReadOnlyList<ArcShape> Shapes(Func<int, bool> takes, bool diagonal = false, bool mixed = false)
    {
        var steps = diagonal ? Around : Sides;
        var seen = new bool[_colours.Length];
        var shapes = new List<ArcShape>();
        for (var start = 0; start < _colours.Length; start++)
        {
            var colour = _colours[start];
            if (seen[start] || !takes(colour)) continue;
            seen[start] = true;
            var cells = new List<Cell> { new(start / Columns, start % Columns) };
            for (var i = 0; i < cells.Count; i++)
            {
                foreach (var step in steps)
                {
                    var next = cells[i].Moved(step);
                    if (!Contains(next) || seen[Index(next)] || !(mixed ? takes(this[next]) : this[next] == colour)) continue;
                    seen[Index(next)] = true;
                    cells.Add(next);
                }
            }
            shapes.Add(new(this, cells));
        }
        return shapes;
    }

    /// <summary>The smallest box around the cells of a colour; null when there are none.</summary>
    public ArcBox? BoxOf(int colour) => ArcBox.Around(CellsOf(colour));

    /// <summary>The smallest box around the cells of all colours but one; null when there are none.</summary>
    public ArcBox? BoxOfAllBut(int colour) => ArcBox.Around(CellsNot(colour));

    private IEnumerable<Cell> CellsWhere(Func<int, bool> takes)
    {
        for (var i = 0; i < _colours.Length; i++)
            if (takes(_colours[i])) yield return new(i / Columns, i % Columns);
    }

    private int Index(Cell cell) => (cell.Row * Columns) + cell.Column;

    // Equality

    /// <inheritdoc/>
    public bool Equals(ArcGrid? other) => other is not null && Rows == other.Rows && Columns == other.Columns && _colours.AsSpan().SequenceEqual(other._colours);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ArcGrid);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Columns);
        foreach (var colour in _colours) hash.Add(colour);
        return hash.ToHashCode();
    }

    /// <summary>The rows as lines of digits.</summary>
    public override string ToString() => string.Join('\n', ToRows().Select(row => string.Concat(row)));
}
