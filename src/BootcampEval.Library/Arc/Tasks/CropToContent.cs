// Arc task a740d043: what is on the grid, cut out.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class CropToContent() : ArcTask(
    "a740d043", grade: 1, "The smallest box around all that is drawn is cut out, and its background becomes colour 0.")
{
    public override ArcGrid? Solve(ArcGrid input)
    {
        var background = input.MostCommon;
        return input.BoxOfAllBut(background) is { } box ? input.Cropped(box).Recoloured(background, 0) : null;
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, random.Between(2, 5), except: 0);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level), ArcSketch.Side(random, level), colours[0]);
        var (rows, columns) = (random.Between(2, sketch.Rows - 2), random.Between(2, sketch.Columns - 2));
        sketch.TryPlace(new(rows, columns, _ => random.Chance(0.4) ? random.Pick(colours[1..]) : colours[0]));
        return sketch.ToGrid();
    }
}
