// Drawing fresh Arc inputs: sizes by level, random colours, random shapes, and places where nothing is yet.

using BootcampEval.Sdk;
using BootcampEval.Sdk.Puzzles;

namespace BootcampEval.Library.Arc;

/// <summary>A grid that a fresh input is drawn on.</summary>
internal sealed class ArcSketch
{
    private static readonly (int Low, int High)[] Sides = [(5, 9), (8, 13), (12, 18), (17, 24), (23, 30)];

    private readonly PuzzleRandom _random;
    private readonly Grid<int> _painted;

    /// <summary>Starts with a grid of one colour, of at most 30 rows and columns.</summary>
    public ArcSketch(PuzzleRandom random, int rows, int columns, int background)
    {
        (_random, Background) = (random, background);
        _painted = new(Math.Min(rows, ArcTask.MostSide), Math.Min(columns, ArcTask.MostSide), _ => background);
    }

    /// <summary>A side that fits a level: from 5 to 9 cells at level 1, from 23 to 30 at level 5.</summary>
    public static int Side(PuzzleRandom random, int level) => random.Between(Sides[level - 1].Low, Sides[level - 1].High);

    /// <summary>Different random colours, none of those excepted.</summary>
    public static int[] Colours(PuzzleRandom random, int count, params IEnumerable<int> except) =>
        random.Sample([.. Enumerable.Range(0, ArcGrid.ColourCount).Except(except)], count);

    /// <summary>A random connected shape of so many cells inside a box of so many rows and columns, cut to what it fills.</summary>
    public static ArcGrid Blob(PuzzleRandom random, int rows, int columns, int cells, int colour, int background)
    {
        var painted = new Grid<int>(rows, columns, _ => background);
        var start = new Cell(random.Below(rows), random.Below(columns));
        painted[start] = colour;
        List<Cell> open = [.. painted.Neighbours(start)];
        for (var count = 1; count < cells && open.Count > 0;)
        {
            var i = random.Below(open.Count);
            var cell = open[i];
            open[i] = open[^1];
            open.RemoveAt(open.Count - 1);
            if (painted[cell] == colour) continue;
            painted[cell] = colour;
            count++;
            open.AddRange(painted.Neighbours(cell).Where(next => painted[next] != colour));
        }
        var blob = new ArcGrid(painted);
        return blob.Cropped(blob.BoxOf(colour)!.Value);
    }

    /// <summary>The colour of the empty sketch.</summary>
    public int Background { get; }

    /// <summary>Number of rows.</summary>
    public int Rows => _painted.Rows;

    /// <summary>Number of columns.</summary>
    public int Columns => _painted.Columns;

    /// <summary>The colour of a cell.</summary>
    public int this[Cell cell]
    {
        get => _painted[cell];
        set
        {
            if (_painted.Contains(cell)) _painted[cell] = value;
        }
    }

    /// <summary>Paints cells; places outside are ignored.</summary>
    public void Fill(IEnumerable<Cell> cells, int colour)
    {
        foreach (var cell in cells) this[cell] = colour;
    }

    /// <summary>Lays a grid on the sketch, its top left cell at a place.</summary>
    public void Paste(ArcGrid patch, Cell at)
    {
        foreach (var cell in patch.Cells) this[cell.Plus(at)] = patch[cell];
    }

    /// <summary>
    /// A random place for the top left cell of a box of so many rows and columns, so that it and <paramref name="margin"/> cells around it are empty; null when
    /// none was found. The margin may reach over the edge.
    /// </summary>
    public Cell? FindPlace(int rows, int columns, int margin = 1)
    {
        if (rows > Rows || columns > Columns) return null;
        for (var i = 0; i < 60; i++)
        {
            var at = new Cell(_random.Below(Rows - rows + 1), _random.Below(Columns - columns + 1));
            var around = ArcBox.At(at, rows, columns).Grown(margin);
            if (around.Cells.All(cell => !_painted.Contains(cell) || _painted[cell] == Background)) return at;
        }
        return null;
    }

    /// <summary>Lays a grid on a random empty place, and returns that place; null when none was found.</summary>
    public Cell? TryPlace(ArcGrid patch, int margin = 1)
    {
        var at = FindPlace(patch.Rows, patch.Columns, margin);
        if (at is { } place) Paste(patch, place);
        return at;
    }

    /// <summary>What has been drawn.</summary>
    public ArcGrid ToGrid() => new(_painted);
}
