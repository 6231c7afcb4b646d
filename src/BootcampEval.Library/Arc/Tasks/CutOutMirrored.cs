// Arc task 7468f01a: the shape is cut out and mirrored.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class CutOutMirrored() : ArcTask("7468f01a", grade: 1, "The only shape is cut out and mirrored from left to right.")
{
    public override ArcGrid? Solve(ArcGrid input) => input.BoxOfAllBut(input.MostCommon) is { } box ? input.Cropped(box).FlippedLeftRight() : null;

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 3);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level), ArcSketch.Side(random, level), colours[0]);
        var (rows, columns) = (random.Between(2, sketch.Rows - 2), random.Between(2, sketch.Columns - 2));
        var inner = ArcSketch.Blob(random, rows, columns, rows * columns / 3, colours[2], colours[1]);
        var at = new Cell(random.Between(0, rows - inner.Rows), random.Between(0, columns - inner.Columns));
        sketch.TryPlace(new ArcGrid(rows, columns, colours[1]).Pasted(inner, at));
        return sketch.ToGrid();
    }
}
