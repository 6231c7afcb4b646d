// Arc task 623ea044: dots shine along the diagonals.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class DiagonalCross() : ArcTask("623ea044", grade: 1, "From each dot, rays of its colour run along both diagonals to the edges.")
{
    public override ArcGrid Solve(ArcGrid input)
    {
        var background = input.MostCommon;
        return input.CellsNot(background)
            .Aggregate(input, (grid, dot) => grid.With(ArcGrid.Corners.SelectMany(step => input.Ray(dot, step)), input[dot]));
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 2);
        var grid = new ArcGrid(ArcSketch.Side(random, level), ArcSketch.Side(random, level), colours[0]);
        return grid.With(random.Shuffled(grid.Cells).Take(random.Between(1, level)), colours[1]);
    }
}
