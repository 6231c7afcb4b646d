// Arc task 8eb1be9a: a band of rows is repeated upwards and downwards.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class TileUpAndDown() : ArcTask("8eb1be9a", grade: 1, "The rows that hold a pattern are repeated above and below until the grid is full.")
{
    public override ArcGrid? Solve(ArcGrid input)
    {
        if (input.BoxOfAllBut(input.MostCommon) is not { } box) return null;
        var band = input.Cropped(box with { Left = 0, Right = input.Columns - 1 });
        return input.Map(cell => band.Tiled(cell.Row - box.Top, cell.Column));
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, random.Between(2, 4));
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level), ArcSketch.Side(random, level), colours[0]);
        var height = random.Between(2, Math.Min(2 + level, sketch.Rows / 2));
        var band = new ArcGrid(height, sketch.Columns, _ => random.Chance(0.3) ? random.Pick(colours[1..]) : colours[0]);
        sketch.Paste(band, new(random.Between(0, sketch.Rows - height), 0));
        return sketch.ToGrid();
    }
}
