// Arc task 39a8645d: the shape seen most often.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class MostFrequentShape() : ArcTask("39a8645d", grade: 1, "The shape that occurs most often is cut out.")
{
    public override ArcGrid? Solve(ArcGrid input) => ByFrequency(input).FirstOrDefault()?.Key;

    private static IOrderedEnumerable<IGrouping<ArcGrid, ArcGrid>> ByFrequency(ArcGrid input) => input
        .Shapes(input.MostCommon, diagonal: true)
        .Select(shape => shape.CutOut(input.MostCommon))
        .GroupBy(shape => shape)
        .OrderByDescending(copies => copies.Count());

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 3 + (level / 2));
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level) + 6, ArcSketch.Side(random, level) + 6, colours[0]);
        var side = random.Between(2, 2 + ((level + 1) / 2));
        for (var i = 1; i < colours.Length; i++)
        {
            var shape = ArcSketch.Blob(random, side, side, random.Between(3, side * side - 1), colours[i], colours[0]);
            for (var copies = i == 1 ? colours.Length + 1 : random.Between(1, colours.Length - 1); copies > 0; copies--) sketch.TryPlace(shape);
        }
        return sketch.ToGrid();
    }

    protected override bool IsFit(ArcGrid input, ArcGrid output) =>
        ByFrequency(input).Select(copies => copies.Count()).ToArray() is [var most, var next, ..] && most > next;
}
