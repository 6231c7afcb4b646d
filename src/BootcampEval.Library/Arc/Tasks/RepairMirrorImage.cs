// Arc task b8825c91: holes in a grid that is its own mirror image.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class RepairMirrorImage() : ArcTask(
    "b8825c91", grade: 2, "The grid mirrors itself from left to right and from top to bottom; cells of colour 4 are replaced by what their mirror images show.")
{
    private const int Hole = 4;

    public override ArcGrid Solve(ArcGrid input)
    {
        ArcGrid[] images = [input, input.FlippedLeftRight(), input.FlippedUpDown(), input.Turned(2)];
        return input.Map(cell => images.Select(image => image[cell]).FirstOrDefault(colour => colour != Hole, Hole));
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, random.Between(2, 3 + level), except: Hole);
        var side = (ArcSketch.Side(random, level) + 1) / 2;
        var half = new ArcGrid(side, side, _ => random.Pick(colours));
        half = half.Beside(half.FlippedLeftRight());
        var grid = half.Above(half.FlippedUpDown());
        for (var i = 0; i < 1 + level; i++)
        {
            var corner = new Cell(random.Below(2 * side), random.Below(2 * side));
            grid = grid.With(ArcBox.At(corner, random.Between(1, 2 + level), random.Between(1, 2 + level)).Cells, Hole);
        }
        return grid;
    }

    protected override bool IsFit(ArcGrid input, ArcGrid output) => !output.Has(Hole);
}
