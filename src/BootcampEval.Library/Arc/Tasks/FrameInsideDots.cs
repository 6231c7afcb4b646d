// Arc task 928ad970: a second frame, just inside four dots.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class FrameInsideDots() : ArcTask(
    "928ad970", grade: 2, "A frame in the colour of the small one is drawn around it, as large as the four dots outside allow.")
{
    public override ArcGrid? Solve(ArcGrid input)
    {
        var background = input.MostCommon;
        if (input.BoxOfAllBut(background) is not { } box) return null;
        var frame = input.Shapes(background).MaxBy(shape => shape.Count)!;
        return input.With(box.Grown(-1).Border, frame.Colour);
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 3);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level) + 4, ArcSketch.Side(random, level) + 2, colours[0]);
        var (bottom, right) = (random.Between(8, sketch.Rows - 1), random.Between(6, sketch.Columns - 1));
        var dots = new ArcBox(random.Between(0, bottom - 8), random.Between(0, right - 6), bottom, right);
        sketch.Fill([new(dots.Top, Between(dots.Left, right)), new(bottom, Between(dots.Left, right))], colours[1]);
        sketch.Fill([new(Between(dots.Top, bottom), dots.Left), new(Between(dots.Top, bottom), right)], colours[1]);
        var inner = dots.Grown(-2);
        var frame = new ArcBox(
            random.Between(inner.Top, inner.Bottom - 4), random.Between(inner.Left, inner.Right - 2),
            inner.Bottom - random.Below(2), inner.Right);
        sketch.Fill(frame.Border, colours[2]);
        return sketch.ToGrid();

        int Between(int low, int high) => random.Between(low + 2, high - 2);
    }
}
