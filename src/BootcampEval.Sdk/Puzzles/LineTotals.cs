// Numbers beside the rows and columns of a grid: what the cells of a line amount to.

namespace BootcampEval.Sdk.Puzzles;

/// <summary>The totals of the rows and columns of a grid, and their comparison with clues.</summary>
/// <param name="Rows">The total of each row.</param>
/// <param name="Columns">The total of each column.</param>
public sealed record LineTotals(int[] Rows, int[] Columns)
{
    /// <summary>Adds up what each cell counts for, the same in its row and its column.</summary>
    public static LineTotals Of<T>(Grid<T> grid, Func<Cell, int> share) => Of(grid, share, share);

    /// <summary>Adds up what each cell counts for in its row and in its column.</summary>
    public static LineTotals Of<T>(Grid<T> grid, Func<Cell, int> inRow, Func<Cell, int> inColumn)
    {
        var totals = new LineTotals(new int[grid.Rows], new int[grid.Columns]);
        foreach (var cell in grid.Cells)
        {
            totals.Rows[cell.Row] += inRow(cell);
            totals.Columns[cell.Column] += inColumn(cell);
        }
        return totals;
    }

    /// <summary>The first row, then the first column, whose total is not its clue; null when all agree.</summary>
    /// <param name="rowClues">A clue for each row.</param>
    /// <param name="columnClues">A clue for each column.</param>
    /// <param name="says">What a total says of its line: <c>has 2 tents</c>, <c>sums to 7</c>.</param>
    public Verdict? FaultOf(IReadOnlyList<int> rowClues, IReadOnlyList<int> columnClues, Func<int, string> says)
    {
        for (var row = 0; row < Rows.Length; row++)
        {
            if (Rows[row] != rowClues[row]) return Verdict.Wrong($"row {row + 1} {says(Rows[row])}, not {rowClues[row]}", Cell.OfRow(row, Columns.Length));
        }
        for (var column = 0; column < Columns.Length; column++)
        {
            if (Columns[column] != columnClues[column])
                return Verdict.Wrong($"column {column + 1} {says(Columns[column])}, not {columnClues[column]}", Cell.OfColumn(column, Rows.Length));
        }
        return null;
    }
}
