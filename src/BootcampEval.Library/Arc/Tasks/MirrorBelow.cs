// Arc task 6fa7a44f: the grid with its mirror image below it.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class MirrorBelow() : ArcTask("6fa7a44f", grade: 1, "The grid is followed by its mirror image, upside down, below it.")
{
    public override ArcGrid Solve(ArcGrid input) => input.Above(input.FlippedUpDown());

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, random.Between(2, 4 + level));
        return new(random.Between(1 + level, 3 * level), ArcSketch.Side(random, level), _ => random.Pick(colours));
    }
}
