// Arc task 50cb2852: the insides of rectangles are filled.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class FillRectangles() : ArcTask("50cb2852", grade: 1, "Each rectangle keeps its outline, one cell wide, and is filled with 8.")
{
    private const int Filling = 8;

    public override ArcGrid Solve(ArcGrid input) =>
        input.With(input.Shapes(input.MostCommon).SelectMany(shape => shape.Box.Grown(-1).Cells), Filling);

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 2 + level, Filling);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level), ArcSketch.Side(random, level), colours[0]);
        for (var i = 0; i < 3 * level; i++)
            sketch.TryPlace(new(random.Between(3, 4 + level), random.Between(3, 4 + level), random.Pick(colours[1..])));
        return sketch.ToGrid();
    }
}
