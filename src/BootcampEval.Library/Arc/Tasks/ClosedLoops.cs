// Arc task 810b9b61: closed loops are marked.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class ClosedLoops() : ArcTask("810b9b61", grade: 2, "Loops that close around something become 3; open ones stay.")
{
    private const int Marked = 3;

    public override ArcGrid Solve(ArcGrid input) =>
        input.Shapes(input.MostCommon).Where(Encloses).Aggregate(input, (grid, shape) => grid.With(shape.Cells, Marked));

    // Whether some cell of the shape's box can't be left, not even through a corner, without crossing the shape.
    private static bool Encloses(ArcShape shape)
    {
        var walls = new ArcGrid(shape.Box.Rows + 2, shape.Box.Columns + 2, 0).With(shape.Form.Select(cell => cell.Moved((1, 1))), 1);
        return walls.Shapes(background: 1, diagonal: true).Count > 1;
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 2, Marked);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level), ArcSketch.Side(random, level), colours[0]);
        for (var i = 0; i < 2 + (2 * level); i++)
        {
            var frame = new ArcGrid(random.Between(3, 3 + level), random.Between(3, 3 + level), colours[0]);
            Cell[] border = [.. frame.Box.Border];
            sketch.TryPlace(frame.With(border, colours[1]).With(random.Sample(border, random.Chance(0.5) ? 0 : random.Between(1, 2)), colours[0]));
        }
        return sketch.ToGrid();
    }
}
