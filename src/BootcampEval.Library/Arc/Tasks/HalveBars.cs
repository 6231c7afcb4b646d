// Arc task ce9e57f2: half of every bar is recoloured.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class HalveBars() : ArcTask(
    "ce9e57f2", grade: 2, "Of every bar, the half at the edge that the bars stand on becomes colour 8; the middle cell of an odd one does not.")
{
    private const int Half = 8;

    public override ArcGrid? Solve(ArcGrid input) => input.InAnyTurn(WithBarsFromTopHalved);

    private static ArcGrid? WithBarsFromTopHalved(ArcGrid input)
    {
        var bars = input.Shapes(input.MostCommon);
        if (bars.Count == 0 || bars.Any(bar => bar.Box is not { Top: 0, Columns: 1 })) return null;
        return input.With(bars.SelectMany(bar => bar.Cells.Where(cell => cell.Row < bar.Count / 2)), Half);
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 2 + level, except: Half);
        var grid = new ArcGrid(ArcSketch.Side(random, level), ArcSketch.Side(random, level), colours[0]);
        for (var column = random.Below(2); column < grid.Columns; column += random.Between(2, 3))
            grid = grid.With(Enumerable.Range(0, random.Between(1, grid.Rows - 2)).Select(row => new Cell(row, column)), random.Pick(colours[1..]));
        return grid.Turned(random.Below(4));
    }
}
