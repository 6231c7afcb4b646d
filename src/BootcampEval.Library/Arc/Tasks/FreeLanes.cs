// Arc task 2bee17df: free rows and columns are painted.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class FreeLanes() : ArcTask("2bee17df", grade: 2, "Inside the frame, every row and column that is free from side to side is painted with 3.")
{
    private const int Painted = 3;

    public override ArcGrid Solve(ArcGrid input)
    {
        var (free, inside) = (input.MostCommon, input.Box.Grown(-1));
        if (inside.Rows < 1 || inside.Columns < 1) return input;
        var rows = Enumerable.Range(0, input.Rows).Select(row => !input.Row(row)[1..^1].ContainsAnyExcept(free)).ToArray();
        var columns = Enumerable.Range(0, input.Columns).Select(column => !input.Column(column).AsSpan(1..^1).ContainsAnyExcept(free)).ToArray();
        return input.With(inside.Cells.Where(cell => rows[cell.Row] || columns[cell.Column]), Painted);
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 3, Painted);
        var (rows, columns) = (ArcSketch.Side(random, level) + 2, ArcSketch.Side(random, level) + 2);
        var grid = new ArcGrid(Math.Min(MostSide, rows), Math.Min(MostSide, columns), colours[0]);
        for (var turn = 0; turn < 4; turn++)
        {
            // Along one side stand columns of random height; steps between them are small, so that they look like one ragged edge.
            var (depth, colour, edge) = (grid.Rows / 3, colours[1 + (turn / 2)], grid);
            var heights = new int[grid.Columns];
            for (var column = 0; column < heights.Length; column++) heights[column] = random.Chance(0.6) ? 1 : random.Between(1, depth);
            grid = edge.Map(cell => cell.Row < heights[cell.Column] && edge[cell] == colours[0] ? colour : edge[cell]).Turned(1);
        }
        return grid;
    }
}
