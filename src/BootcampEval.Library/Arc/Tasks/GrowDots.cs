// Arc task ce22a75a: dots grow into squares.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class GrowDots() : ArcTask("ce22a75a", grade: 1, "Every dot becomes a square of 3 by 3 cells of colour 1.")
{
    private const int Grown = 1;

    public override ArcGrid Solve(ArcGrid input)
    {
        var background = input.MostCommon;
        return input
            .Map(_ => background)
            .With(input.CellsNot(background).SelectMany(cell => ArcBox.At(cell, 1, 1).Grown(1).Cells), Grown);
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 2, except: Grown);
        var grid = new ArcGrid(ArcSketch.Side(random, level), ArcSketch.Side(random, level), colours[0]);
        return grid.With(random.Sample([.. grid.Cells], random.Between(1 + level, 6 * level)), colours[1]);
    }
}
