// Arc task caa06a1f: a pattern is continued over what covers it, and moved by one cell.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class ContinueAndShift() : ArcTask(
    "caa06a1f", grade: 3,
    "Seen with the plain strips on the right and at the bottom: the repeating pattern is continued over them, and moved one cell to the left.")
{
    public override ArcGrid? Solve(ArcGrid input) => input.InAnyTurn(Continued);

    private static ArcGrid? Continued(ArcGrid input)
    {
        if (Visible(input) is not { } visible) return null;
        var tile = visible.Cropped(ArcBox.At(new(0, 0), PeriodOf(visible), PeriodOf(visible.Transposed())));
        return input.Map(cell => tile.Tiled(cell.Row, cell.Column + 1));
    }

    // What is left without the strips on the right and at the bottom, whose colour the corner has; null when either is missing.
    private static ArcGrid? Visible(ArcGrid input)
    {
        var plain = input[input.Rows - 1, input.Columns - 1];
        var rows = Enumerable.Range(0, input.Rows).LastOrDefault(row => input.Row(row).ContainsAnyExcept(plain)) + 1;
        var columns = Enumerable.Range(0, input.Columns).LastOrDefault(column => input.Column(column)[..rows].Any(colour => colour != plain)) + 1;
        return rows < input.Rows && columns < input.Columns ? input.Cropped(ArcBox.At(new(0, 0), rows, columns)) : null;
    }

    private static int PeriodOf(ArcGrid grid)
    {
        var period = 1;
        while (!Enumerable.Range(period, grid.Rows - period).All(row => grid.Row(row).SequenceEqual(grid.Row(row - period)))) period++;
        return period;
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, random.Between(3, 4 + level));
        var (rows, columns) = (ArcSketch.Side(random, level), ArcSketch.Side(random, level));
        var most = Math.Min(2 + level, (Math.Min(rows, columns) - 1) / 2);
        var tile = new ArcGrid(random.Between(2, most), random.Between(2, most), _ => random.Pick(colours[1..]));
        var (bottom, right) = (random.Between(2 * tile.Rows, rows - 1), random.Between(2 * tile.Columns, columns - 1));
        return new ArcGrid(rows, columns, cell => cell.Row < bottom && cell.Column < right ? tile.Tiled(cell.Row, cell.Column) : colours[0])
            .Turned(random.Below(4));
    }
}
