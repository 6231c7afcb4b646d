// Arc task 6e82a1ae: size decides colour.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class ColourBySize() : ArcTask("6e82a1ae", grade: 1, "Shapes of 4 cells become 1, of 3 cells 2, of 2 cells 3.")
{
    public override ArcGrid Solve(ArcGrid input) =>
        input.Shapes(input.MostCommon).Where(shape => shape.Count is >= 2 and <= 4).Aggregate(input, (grid, shape) => grid.With(shape.Cells, 5 - shape.Count));

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 2, 1, 2, 3);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level), ArcSketch.Side(random, level), colours[0]);
        for (var i = 0; i < 3 * level; i++) sketch.TryPlace(ArcSketch.Blob(random, 3, 3, random.Between(2, 4), colours[1], colours[0]));
        return sketch.ToGrid();
    }

    protected override IEnumerable<int> Traits(ArcGrid input) => input.Shapes(input.MostCommon).Select(shape => shape.Count);
}
