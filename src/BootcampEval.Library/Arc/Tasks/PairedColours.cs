// Arc task 0d3d703e: colours are exchanged in pairs.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class PairedColours() : ArcTask(
    "0d3d703e", grade: 1, "Every cell takes the partner of its colour: 1 and 5, 2 and 6, 3 and 4, 8 and 9 are partners; 0 and 7 stay.")
{
    private static readonly int[] Partners = [0, 5, 6, 4, 3, 1, 2, 7, 9, 8];

    public override ArcGrid Solve(ArcGrid input) => input.Map(cell => input[cell] is >= 0 and < ArcGrid.ColourCount ? Partners[input[cell]] : input[cell]);

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, random.Between(2, 3 + level));
        return new(ArcSketch.Side(random, level), ArcSketch.Side(random, level), _ => random.Pick(colours));
    }

    protected override IEnumerable<int> Traits(ArcGrid input) => input.ColoursByCount();
}
