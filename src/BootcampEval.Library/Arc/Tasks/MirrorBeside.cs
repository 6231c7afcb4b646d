// Arc task c9e6f938: the grid with its mirror image beside it.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class MirrorBeside() : ArcTask("c9e6f938", grade: 1, "The grid is followed by its mirror image to the right of it.")
{
    public override ArcGrid Solve(ArcGrid input) => input.Beside(input.FlippedLeftRight());

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, random.Between(2, 4 + level));
        return new(ArcSketch.Side(random, level), random.Between(1 + level, 3 * level), _ => random.Pick(colours));
    }
}
