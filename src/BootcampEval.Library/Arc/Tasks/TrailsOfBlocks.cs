// Arc task 1f0c79e5: blocks leave trails towards their marked corners.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class TrailsOfBlocks() : ArcTask(
    "1f0c79e5", grade: 3, "A block of 2 x 2 moves diagonally towards each corner that is marked with 2, and paints its way in its colour.")
{
    private const int Mark = 2;

    public override ArcGrid Solve(ArcGrid input)
    {
        var background = input.MostCommon;
        var painted = input.Paint();
        foreach (var block in input.Shapes(background, mixed: true).Where(shape => shape is { IsRectangle: true, Box: { Rows: 2, Columns: 2 } }))
        {
            var colour = block.Cells.Select(cell => input[cell]).FirstOrDefault(colour => colour != Mark, Mark);
            foreach (var corner in block.Cells.Where(cell => input[cell] == Mark))
            {
                var step = (corner.Row == block.Box.Top ? -1 : 1, corner.Column == block.Box.Left ? -1 : 1);
                for (var moves = 0; moves <= Math.Max(input.Rows, input.Columns); moves++)
                    foreach (var cell in block.Cells.Select(cell => cell.Moved(step, moves)).Where(input.Contains)) painted[cell] = colour;
            }
        }
        return new(painted);
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 2, Mark);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level), ArcSketch.Side(random, level), colours[0]);
        for (var i = 0; i < level; i++)
        {
            var block = new ArcGrid(2, 2, colours[1]);
            sketch.TryPlace(block.With(random.Sample([.. block.Cells], level < 3 ? 1 : random.Between(1, 2)), Mark));
        }
        return sketch.ToGrid();
    }
}
