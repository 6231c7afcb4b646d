// Arc task bbc9ae5d: a row slides to the right, one cell with each step.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class SlideRow() : ArcTask(
    "bbc9ae5d", grade: 1, "Half as many rows as the row has cells: each is the row above it moved one cell to the right, and the first colour fills the gap.")
{
    public override ArcGrid? Solve(ArcGrid input) =>
        input.Columns < 2 ? null : new(input.Columns / 2, input.Columns, cell => input[0, Math.Max(0, cell.Column - cell.Row)]);

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, random.Between(2, 2 + level));
        var columns = ArcSketch.Side(random, level) / 2 * 2;
        var start = random.Between(1, columns - 2);
        return new(1, columns, cell => cell.Column < start ? colours[0] : random.Pick(colours));
    }
}
