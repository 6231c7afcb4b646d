// Arc task 88a10436: a shape is copied to where dots are.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class CopyShapeToDots() : ArcTask(
    "88a10436", grade: 2, "Every single dot is replaced by a copy of the one larger shape, its middle where the dot was.")
{
    public override ArcGrid? Solve(ArcGrid input)
    {
        var background = input.MostCommon;
        var shapes = input.Shapes(background, diagonal: true, mixed: true);
        if (shapes.MaxBy(shape => shape.Count) is not { Count: > 1 } model) return null;
        var stamp = model.CutOut(background);
        var output = input;
        foreach (var dot in shapes.Where(shape => shape.Count == 1).Select(shape => shape.Cells[0]))
            output = output.With([dot], background).Pasted(stamp, dot.Moved(MiddleOf(stamp), -1), clear: background);
        return output;
    }

    private static (int Rows, int Columns) MiddleOf(ArcGrid grid) => ((grid.Rows - 1) / 2, (grid.Columns - 1) / 2);

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 5);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level) + 3, ArcSketch.Side(random, level), colours[0]);
        var blob = ArcSketch.Blob(random, 3, 3, random.Between(4, 7), colours[1], colours[0]);
        blob = blob.Map(cell => blob[cell] == colours[0] ? colours[0] : random.Pick(colours[1..4]));
        var places = Enumerable.Range(0, 2 + level).Select(_ => sketch.TryPlace(blob)).OfType<Cell>().ToList();
        foreach (var place in places.Skip(1))
        {
            sketch.Paste(new(blob.Rows, blob.Columns, colours[0]), place);
            sketch[place.Moved(MiddleOf(blob))] = colours[4];
        }
        return sketch.ToGrid();
    }
}
