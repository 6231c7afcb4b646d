// Arc task aabf363d: a dot lends its colour to a shape.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class RecolourByDot() : ArcTask("aabf363d", grade: 1, "The shape takes the colour of the single dot, and the dot disappears.")
{
    public override ArcGrid Solve(ArcGrid input)
    {
        var (background, dot) = (input.MostCommon, input.LeastCommon);
        return input.Map(cell => input[cell] == background || input[cell] == dot ? background : dot);
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 3);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level), ArcSketch.Side(random, level), colours[0]);
        var cells = random.Between(3, sketch.Rows * sketch.Columns / 4);
        sketch.TryPlace(ArcSketch.Blob(random, sketch.Rows * 2 / 3, sketch.Columns * 2 / 3, cells, colours[1], colours[0]));
        sketch.TryPlace(new(1, 1, colours[2]));
        return sketch.ToGrid();
    }

    protected override bool IsFit(ArcGrid input, ArcGrid output) => input.CountOf(input.LeastCommon) == 1;
}
