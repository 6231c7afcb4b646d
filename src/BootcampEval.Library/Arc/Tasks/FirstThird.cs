// Arc task 2dee498d: the first of three parts.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class FirstThird() : ArcTask("2dee498d", grade: 1, "The grid is three parts side by side; the first is kept.")
{
    public override ArcGrid? Solve(ArcGrid input) =>
        input.Columns < 3 ? null : input.Cropped(ArcBox.At(new(0, 0), input.Rows, input.Columns / 3));

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, random.Between(2, 4 + level));
        var columns = random.Between(1 + level, Math.Min(MostSide / 3, 2 + (2 * level)));
        var part = new ArcGrid(ArcSketch.Side(random, level), columns, _ => random.Chance(0.5) ? colours[0] : random.Pick(colours));
        return part.Beside(part).Beside(part);
    }
}
