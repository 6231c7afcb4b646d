// Arc task 6d75e8bb: gaps of a shape are filled up to its box.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class FillTheBox() : ArcTask("6d75e8bb", grade: 1, "The cells that a shape lacks to be a rectangle are painted with 2.")
{
    private const int Filling = 2;

    public override ArcGrid Solve(ArcGrid input)
    {
        var background = input.MostCommon;
        return input.With(input.Shapes(background, diagonal: true).SelectMany(shape => shape.Box.Cells).Where(cell => input[cell] == background), Filling);
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 2, Filling);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level), ArcSketch.Side(random, level), colours[0]);
        var side = random.Between(2 + level, sketch.Rows < sketch.Columns ? sketch.Rows - 1 : sketch.Columns - 1);
        sketch.TryPlace(ArcSketch.Blob(random, side, side, side * side * 3 / 5, colours[1], colours[0]));
        return sketch.ToGrid();
    }
}
