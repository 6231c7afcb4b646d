// The puzzle behind Kakurasu and its sibling: a shaded cell weighs its column number in its row and its row number in its column.

using BootcampEval.Sdk;
using BootcampEval.Sdk.Puzzles;

namespace BootcampEval.Library.Grids;

/// <summary>Square grids shaded so that weighted sums hit their targets.</summary>
internal static class WeightedShading
{
    /// <summary>Checks the sums, rows first.</summary>
    public static Verdict Judge(Grid<bool> shaded, int[] rowTargets, int[] columnTargets) =>
        Sums(shaded).FaultOf(rowTargets, columnTargets, sum => $"sums to {sum}") ?? Verdict.Correct;

    private static LineTotals Sums(Grid<bool> shaded) =>
        LineTotals.Of(shaded, cell => shaded[cell] ? cell.Column + 1 : 0, cell => shaded[cell] ? cell.Row + 1 : 0);

    /// <summary>Targets with exactly one solution.</summary>
    public static (int[] Rows, int[] Columns) Generate(PuzzleRandom random, int n)
    {
        while (true)
        {
            var shaded = new Grid<bool>(n, n, _ => random.Chance(0.5));
            var (rows, columns) = Sums(shaded);
            if (rows.Contains(0) || columns.Contains(0)) continue;
            if (Model(rows, columns).Model.HasOneSolution()) return (rows, columns);
        }
    }

    /// <summary>A grid that hits the targets, or null.</summary>
    public static Grid<bool>? Solve(int[] rowTargets, int[] columnTargets)
    {
        var (model, grid) = Model(rowTargets, columnTargets);
        return model.Search().First is { } solution ? grid.Select(variable => solution[variable] == 1) : null;
    }

    /// <summary>The question, but for the answer format.</summary>
    public static string Rules(int[] rowTargets, int[] columnTargets) => $"""
        Solve this Kakurasu. Shade some cells of a grid with {rowTargets.Length} rows and {rowTargets.Length} columns, so that:

        - in each row, the column numbers of the shaded cells add up to the target of the row;
        - in each column, the row numbers of the shaded cells add up to the target of the column.

        Columns are numbered from 1 at the left, rows from 1 at the top.

        Targets of the rows, from top to bottom: {string.Join(' ', rowTargets)}
        Targets of the columns, from left to right: {string.Join(' ', columnTargets)}
        """;

    /// <summary>The grid with its targets, and the shaded cells of an answer.</summary>
    public static Picture Draw(int[] rowTargets, int[] columnTargets, Func<Cell, bool>? shaded)
    {
        var picture = new Picture(rowTargets.Length, columnTargets.Length)
        {
            RowLabels = [.. rowTargets.Select(target => $"{target}")],
            ColumnLabels = [.. columnTargets.Select(target => $"{target}")],
        };
        if (shaded is not null)
            foreach (var cell in picture.Cells.Where(shaded)) picture.Set(cell, "■", CellMark.Answer);
        return picture;
    }

    private static (FiniteDomain Model, Grid<int> Grid) Model(int[] rowTargets, int[] columnTargets)
    {
        var n = rowTargets.Length;
        var model = new FiniteDomain();
        var grid = model.AddGrid(n, n, 0, 1);
        int[] weights = [.. Enumerable.Range(1, n)];
        for (var i = 0; i < n; i++)
        {
            model.Sum(weights, grid.Row(i).ToArray(), rowTargets[i]);
            model.Sum(weights, grid.Column(i), columnTargets[i]);
        }
        return (model, grid);
    }
}
