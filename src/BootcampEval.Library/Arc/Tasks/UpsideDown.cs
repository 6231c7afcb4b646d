// Arc task 68b16354: the grid upside down.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class UpsideDown() : ArcTask("68b16354", grade: 1, "The rows stand in reverse order.")
{
    public override ArcGrid Solve(ArcGrid input) => input.FlippedUpDown();

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, random.Between(2, 3 + level));
        return new(ArcSketch.Side(random, level), ArcSketch.Side(random, level), _ => random.Pick(colours));
    }
}
