// The puzzle behind Kakurasu and its sibling: a shaded cell weighs its column number in its row and its row number in its column.

using BootcampEval.Sdk;
using BootcampEval.Sdk.Puzzles;

namespace BootcampEval.Library.Grids;

/// <summary>Square grids shaded so that weighted sums hit their targets.</summary>
internal static class WeightedShading
{
    /// <summary>Checks the sums, rows first.</summary>
    public static Verdict Judge(Grid<bool> shaded, int[] rowTargets, int[] columnTargets)
    {
        var n = rowTargets.Length;
        for (var row = 0; row < n; row++)
            if (RowSum(shaded, row) is var sum && sum != rowTargets[row])
                return Verdict.Wrong($"row {row + 1} sums to {sum}, not {rowTargets[row]}", Cell.OfRow(row, n));
        for (var column = 0; column < n; column++)
            if (ColumnSum(shaded, column) is var sum && sum != columnTargets[column])
                return Verdict.Wrong($"column {column + 1} sums to {sum}, not {columnTargets[column]}", Cell.OfColumn(column, n));
        return Verdict.Correct;
    }

    /// <summary>Targets with exactly one solution.</summary>
    public static (int[] Rows, int[] Columns) Generate(PuzzleRandom random, int n)
    {
        while (true)
        {
            var shaded = new Grid<bool>(n, n, _ => random.Chance(0.5));
            int[] rows = [.. Enumerable.Range(0, n).Select(row => RowSum(shaded, row))];
            int[] columns = [.. Enumerable.Range(0, n).Select(column => ColumnSum(shaded, column))];
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

    private static int RowSum(Grid<bool> shaded, int row) => Enumerable.Range(0, shaded.Columns).Where(column => shaded[row, column]).Sum(column => column + 1);

    private static int ColumnSum(Grid<bool> shaded, int column) => Enumerable.Range(0, shaded.Rows).Where(row => shaded[row, column]).Sum(row => row + 1);

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
