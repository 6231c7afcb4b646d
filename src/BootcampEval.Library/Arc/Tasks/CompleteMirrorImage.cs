// Arc task f25ffba3: the empty half becomes the mirror image of the other.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class CompleteMirrorImage() : ArcTask("f25ffba3", grade: 1, "What is drawn in one half is mirrored into the empty half beside it.")
{
    public override ArcGrid Solve(ArcGrid input) => input.FlippedLeftRight().Pasted(input, new(0, 0), clear: input.MostCommon);

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, random.Between(3, 3 + level));
        var (rows, half) = (ArcSketch.Side(random, level), (ArcSketch.Side(random, level) + 1) / 2);
        var drawn = ArcSketch.Blob(random, rows, half, rows * half / 2, colours[1], colours[0]);
        drawn = drawn.Map(cell => drawn[cell] == colours[0] ? colours[0] : random.Pick(colours[1..]));
        var grid = new ArcGrid(rows, 2 * half, colours[0]).Pasted(drawn, new(random.Between(0, rows - drawn.Rows), half - drawn.Columns));
        return random.Chance(0.5) ? grid : grid.FlippedLeftRight();
    }
}
