// Arc task 22168020: open outlines are filled.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class FillBetweenSides() : ArcTask(
    "22168020", grade: 1, "The gap between two cells of an outline that lie in one row, or in one column, is filled with its colour.")
{
    public override ArcGrid Solve(ArcGrid input) =>
        input.Shapes(input.MostCommon, diagonal: true).Aggregate(input, (grid, outline) => grid.With(Between(outline), outline.Colour));

    private static IEnumerable<Cell> Between(ArcShape outline) =>
        outline.Cells.GroupBy(cell => cell.Row).Concat(outline.Cells.GroupBy(cell => cell.Column)).SelectMany(line => ArcBox.Around(line)!.Value.Cells);

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 2 + level);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level), ArcSketch.Side(random, level), colours[0]);
        for (var i = 0; i < 1 + (2 * level); i++)
            sketch.TryPlace(Funnel(random, random.Between(2, 2 + level), colours[0], random.Pick(colours[1..])).Turned(level == 1 ? 0 : random.Below(4)));
        return sketch.ToGrid();
    }

    // Two sides that run down from open top corners until they meet in a stem.
    private static ArcGrid Funnel(PuzzleRandom random, int half, int background, int colour)
    {
        var slopes = Enumerable.Range(0, half).SelectMany(i => new Cell[] { new(i, i), new(i, (2 * half) - 1 - i) });
        var stem = new ArcBox(half, half - 1, half + random.Between(0, 1), half).Cells;
        return new ArcGrid(half + 2, 2 * half, background).With(slopes.Concat(stem), colour);
    }
}
