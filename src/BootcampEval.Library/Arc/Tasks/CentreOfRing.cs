// Arc task d9fac9be: the colour that a ring encloses.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class CentreOfRing() : ArcTask(
    "d9fac9be", grade: 2, "Among the noise, one cell is surrounded by eight of another colour: its colour is the output.")
{
    public override ArcGrid? Solve(ArcGrid input) => Enclosed(input).Select(cell => new ArcGrid(1, 1, input[cell])).FirstOrDefault();

    private static IEnumerable<Cell> Enclosed(ArcGrid input)
    {
        var background = input.MostCommon;
        return input.Cells.Where(cell =>
            input.At(cell.Moved((-1, -1)), background) is var ring && ring != background && ring != input[cell]
            && ArcGrid.Around.All(step => input.At(cell.Moved(step)) == ring));
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 3);
        var (rows, columns) = (ArcSketch.Side(random, level), ArcSketch.Side(random, level));
        var noise = new ArcGrid(rows, columns, _ => random.Chance(0.2) ? random.Pick(colours[1..]) : colours[0]);
        var ring = new ArcGrid(3, 3, colours[1]).With([new(1, 1)], colours[2]);
        return noise.Pasted(ring, new(random.Between(0, rows - 3), random.Between(0, columns - 3)));
    }

    protected override bool IsFit(ArcGrid input, ArcGrid output) => Enclosed(input).Count() == 1;
}
