// Arc task dbc1a6ce: dots in one row or column are connected.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class ConnectDots() : ArcTask("dbc1a6ce", grade: 1, "Dots in the same row or column are connected by lines of colour 8.")
{
    private const int Line = 8;

    public override ArcGrid Solve(ArcGrid input)
    {
        var background = input.MostCommon;
        return input.Map(cell =>
            input[cell] == background && (LiesBetween(cell, (0, -1), (0, 1)) || LiesBetween(cell, (-1, 0), (1, 0))) ? Line : input[cell]);

        bool LiesBetween(Cell cell, params (int, int)[] steps) => steps.All(step => input.Ray(cell, step).Any(seen => input[seen] != background));
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 2, except: Line);
        var grid = new ArcGrid(ArcSketch.Side(random, level), ArcSketch.Side(random, level), colours[0]);
        return grid.With(random.Sample([.. grid.Cells], random.Between(2 + level, 5 * level)), colours[1]);
    }
}
