// Arc task 3af2c5a8: the grid mirrored to the right and below.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class MirrorFourWays() : ArcTask("3af2c5a8", grade: 1, "The grid is mirrored to the right, and the whole is mirrored below.")
{
    public override ArcGrid Solve(ArcGrid input)
    {
        var upper = input.Beside(input.FlippedLeftRight());
        return upper.Above(upper.FlippedUpDown());
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, random.Between(2, 3 + level));
        return new(random.Between(1 + level, 3 * level), random.Between(1 + level, 3 * level), cell => random.Chance(0.4) ? colours[0] : random.Pick(colours));
    }
}
