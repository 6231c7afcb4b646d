// Arc task 0a938d79: two dots set a rhythm of stripes.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class AlternatingStripes() : ArcTask(
    "0a938d79", grade: 2, "Two dots become stripes across the grid, which alternate at the same distance to its far end.")
{
    public override ArcGrid Solve(ArcGrid input) => input.Rows > input.Columns ? Upright(input.Transposed()).Transposed() : Upright(input);

    // Stripes from top to bottom: a stripe at each dot, and again after each two distances.
    private static ArcGrid Upright(ArcGrid grid)
    {
        var background = grid.MostCommon;
        var dots = grid.CellsNot(background).OrderBy(cell => cell.Column).Take(2).ToArray();
        if (dots.Length < 2 || dots[0].Column == dots[1].Column) return grid;
        var (start, distance) = (dots[0].Column, dots[1].Column - dots[0].Column);
        return grid.Map(cell => cell.Column >= start && (cell.Column - start) % distance == 0 ? grid[dots[(cell.Column - start) / distance % 2]] : background);
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var length = Math.Min(MostSide, ArcSketch.Side(random, level) + 3);
        var width = random.Between(3, length - 1);
        var colours = ArcSketch.Colours(random, 3);
        var first = random.Below(length - 3);
        var second = random.Between(first + 1, Math.Min(length - 1, first + 2 + level));
        var grid = new ArcGrid(width, length, colours[0])
            .With([new(random.Pick(0, width - 1), first)], colours[1])
            .With([new(random.Pick(0, width - 1), second)], colours[2]);
        return random.Chance(0.5) ? grid : grid.Transposed();
    }
}
