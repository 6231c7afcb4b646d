// The puzzle behind both forms of Campsite: tents beside trees, never touching, counted by row and column.

using BootcampEval.Sdk;
using BootcampEval.Sdk.Puzzles;

namespace BootcampEval.Library.Grids;

/// <summary>A grid with trees, and the number of tents in each row and column. A tree may serve several tents, or none.</summary>
internal sealed record Campground(Grid<bool> Trees, int[] RowClues, int[] ColumnClues)
{
    /// <summary>Number of cells without a tree: where tents might stand.</summary>
    public int FreeCells => Trees.Cells.Count(cell => !Trees[cell]);

    /// <summary>Reads the letters of a ground truth: <c>T</c> for a tree.</summary>
    public static Campground Of(string[][] letters, int[] rowClues, int[] columnClues) =>
        new(Grid.FromRows(letters)!.Select(letter => letter == "T"), rowClues, columnClues);

    /// <summary>What keeps letters and clues from being a puzzle; null when they are one.</summary>
    public static string? FaultOf(string[][] letters, int[] rowClues, int[] columnClues) =>
        letters.Length == 0 || letters.Any(row => row is null) || Grid.FromRows(letters) is null ? "the rows of the grid are not of one length"
        : rowClues.Length != letters.Length ? $"there are {rowClues.Length} clues for {letters.Length} rows"
        : columnClues.Length != letters[0].Length ? $"there are {columnClues.Length} clues for {letters[0].Length} columns"
        : null;

    /// <summary>Checks the places of tents.</summary>
    /// <param name="tents">Where the answer has tents.</param>
    /// <param name="trees">Where the answer has trees: the reference looks there for the tree beside a tent.</param>
    public Verdict Judge(Grid<bool> tents, Grid<bool> trees)
    {
        var counts = LineTotals.Of(tents, cell => tents[cell] ? 1 : 0);
        if (counts.FaultOf(RowClues, ColumnClues, count => count == 1 ? "has 1 tent" : $"has {count} tents") is { } fault) return fault;
        foreach (var tent in tents.Cells.Where(cell => tents[cell]))
        {
            if (!tents.Neighbours(tent).Any(cell => trees[cell])) return Verdict.Wrong($"no tree is beside the tent at {tent}", tent);
            if (tents.NeighboursAndDiagonals(tent).Where(cell => tents[cell]).ToArray() is [var other, ..])
                return Verdict.Wrong($"the tents at {tent} and {other} touch", tent, other);
        }
        return Verdict.Correct;
    }

    /// <summary>Places for the tents, or null.</summary>
    public Grid<bool>? Solve()
    {
        var (model, grid) = Model();
        return model.Search(1, Barred(grid, besideTrees: true)).First is { } solution ? grid.Select(variable => solution[variable] == 1) : null;
    }

    /// <summary>A random puzzle with one solution.</summary>
    /// <param name="random">The source of chance.</param>
    /// <param name="side">The side of the square.</param>
    /// <param name="tents">How many tents to place; fewer when no more fit.</param>
    /// <param name="besideTrees">
    /// Whether the rule that tents stand beside trees is needed to tell the solution from others. If not, the counts and the cells taken by trees
    /// determine it alone, so that nothing is won by inventing trees.
    /// </param>
    public static (Campground Puzzle, Grid<bool> Tents) Generate(PuzzleRandom random, int side, int tents, bool besideTrees)
    {
        while (true)
        {
            var places = Pitch(random, side, tents);
            if (Plant(random, places) is not { } trees) continue;
            var counts = LineTotals.Of(places, cell => places[cell] ? 1 : 0);
            var puzzle = new Campground(trees, counts.Rows, counts.Columns);
            if (puzzle.Determine(random, places, besideTrees)) return (puzzle, places);
        }
    }

    /// <summary>Tents that do not touch, on random cells.</summary>
    private static Grid<bool> Pitch(PuzzleRandom random, int side, int tents)
    {
        var places = new Grid<bool>(side, side);
        foreach (var cell in random.Shuffled(places.Cells))
        {
            if (tents == 0) break;
            if (places.NeighboursAndDiagonals(cell).Any(near => places[near])) continue;
            places[cell] = true;
            tents--;
        }
        return places;
    }

    /// <summary>A tree beside each tent that has none yet; null when there is no room for one.</summary>
    private static Grid<bool>? Plant(PuzzleRandom random, Grid<bool> tents)
    {
        var trees = new Grid<bool>(tents.Rows, tents.Columns);
        foreach (var tent in tents.Cells.Where(cell => tents[cell]))
        {
            if (tents.Neighbours(tent).Any(cell => trees[cell])) continue;
            Cell[] free = [.. tents.Neighbours(tent).Where(cell => !tents[cell])];
            if (free.Length == 0) return null;
            trees[random.Pick(free)] = true;
        }
        return trees;
    }

    /// <summary>Plants trees on tents of other solutions until there is no other. False when that takes too many.</summary>
    private bool Determine(PuzzleRandom random, Grid<bool> tents, bool besideTrees)
    {
        var (model, grid) = Model();
        for (var round = 0; round < Trees.Rows * Trees.Columns; round++)
        {
            var found = model.Search(2, Barred(grid, besideTrees), nodeBudget: 3_000);
            if (found.IsUnique) return true;
            if (found.Solutions.FirstOrDefault(other => grid.Cells.Any(cell => other[grid[cell]] == 1 && !tents[cell])) is not { } rival) return false;
            Trees[random.Pick([.. grid.Cells.Where(cell => rival[grid[cell]] == 1 && !tents[cell])])] = true;
        }
        return false;
    }

    /// <summary>The letters of the finished grid.</summary>
    public Grid<string> Finished(Grid<bool> tents) => new(tents.Rows, tents.Columns, cell => Trees[cell] ? "T" : tents[cell] ? "C" : "X");

    /// <summary>The grid with its clues, and the tents of an answer.</summary>
    public Picture Draw(Func<Cell, bool>? isTent)
    {
        var picture = new Picture(Trees.Rows, Trees.Columns, cell => Trees[cell] ? "T" : "")
        {
            RowLabels = [.. RowClues.Select(clue => $"{clue}")],
            ColumnLabels = [.. ColumnClues.Select(clue => $"{clue}")],
        };
        if (isTent is null) return picture;
        foreach (var cell in picture.Cells.Where(isTent)) picture.Set(cell, "C", CellMark.Answer);
        return picture;
    }

    /// <summary>The question, but for the answer format.</summary>
    public string Rules() => $"""
        The grid below has {Trees.Rows} rows and {Trees.Columns} columns. T is a tree and X an empty cell:

        {Trees.ToText(" ", tree => tree ? "T" : "X")}

        Put tents on some of the empty cells, so that:

        - every tent has a tree directly above, below, left or right of it (one tree may serve several tents, and some trees may serve none);
        - no two tents touch, not even diagonally;
        - the rows, from top to bottom, have these numbers of tents: {string.Join(' ', RowClues)}
        - the columns, from left to right, have these numbers of tents: {string.Join(' ', ColumnClues)}

        There is exactly one way to do it.
        """;

    /// <summary>Cells that cannot hold a tent: those with trees and, where the rule counts, those without a tree beside them.</summary>
    private (int Variable, ulong Values)[] Barred(Grid<int> grid, bool besideTrees) =>
    [
        .. grid.Cells
            .Where(cell => Trees[cell] || (besideTrees && !Trees.Neighbours(cell).Any(near => Trees[near])))
            .Select(cell => (grid[cell], 1UL)),
    ];

    /// <summary>The counts, and that no tents touch.</summary>
    private (FiniteDomain Model, Grid<int> Grid) Model()
    {
        var model = new FiniteDomain();
        var grid = model.AddGrid(Trees.Rows, Trees.Columns, 0, 1);
        for (var row = 0; row < grid.Rows; row++) model.Sum(grid.Row(row).ToArray(), RowClues[row]);
        for (var column = 0; column < grid.Columns; column++) model.Sum(grid.Column(column), ColumnClues[column]);
        // No two tents touch exactly when every square of four cells has at most one.
        for (var row = 0; row < Math.Max(1, grid.Rows - 1); row++)
            for (var column = 0; column < Math.Max(1, grid.Columns - 1); column++)
            {
                Cell[] square = [new(row, column), new(row, column + 1), new(row + 1, column), new(row + 1, column + 1)];
                model.SumBetween([.. square.Where(grid.Contains).Select(cell => grid[cell])], 0, 1);
            }
        return (model, grid);
    }
}
