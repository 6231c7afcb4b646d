// Arc task d23f8c26: only the middle column stays.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class KeepMiddleColumn() : ArcTask("d23f8c26", grade: 1, "Everything outside the middle column is cleared.")
{
    public override ArcGrid Solve(ArcGrid input)
    {
        var background = input.MostCommon;
        return input.Map(cell => cell.Column == input.Columns / 2 ? input[cell] : background);
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, random.Between(2, 3 + level));
        var columns = ((ArcSketch.Side(random, level) - 1) / 2 * 2) + 1;
        return new(ArcSketch.Side(random, level), columns, _ => random.Chance(0.4) ? random.Pick(colours[1..]) : colours[0]);
    }
}
