// Arc task ae4f1146: the shape with the most cells of colour 1.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class ShapeWithMostOnes() : ArcTask("ae4f1146", grade: 2, "Of the shapes, the one with the most cells of colour 1 is cut out.")
{
    private const int Counted = 1;

    public override ArcGrid? Solve(ArcGrid input)
    {
        var shapes = input.Shapes(input.MostCommon, diagonal: true, mixed: true);
        return shapes.MaxBy(Ones) is { } shape ? input.Cropped(shape.Box) : null;
    }

    private static int Ones(ArcShape shape) => shape.Cells.Count(cell => shape.Grid[cell] == Counted);

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 2, except: Counted);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level) + 2, ArcSketch.Side(random, level) + 2, colours[0]);
        var side = random.Between(2, 3 + (level / 3));
        var square = new ArcGrid(side, side, colours[1]);
        foreach (var ones in random.Shuffled(Enumerable.Range(0, side * side)).Take(2 + level))
            sketch.TryPlace(square.With(random.Sample([.. square.Cells], ones), Counted));
        return sketch.ToGrid();
    }

    protected override bool IsFit(ArcGrid input, ArcGrid output) => input.Shapes(input.MostCommon, diagonal: true, mixed: true).Count > 1;
}
