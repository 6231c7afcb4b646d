// Arc task c9f8e694: shapes take the colours of the edge, row by row.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class ColourByEdge() : ArcTask(
    "c9f8e694", grade: 2, "One edge of the grid is a list of colours: the cells of the shapes take the colour of the edge cell in their row, or column.")
{
    private const int Empty = 0;

    public override ArcGrid? Solve(ArcGrid input) => input.InAnyTurn(ColouredByFirstColumn);

    private static ArcGrid? ColouredByFirstColumn(ArcGrid input)
    {
        var inside = input.Cells.Where(cell => cell.Column > 0 && input[cell] != Empty).ToList();
        if (inside.Count == 0 || inside.Any(cell => input[cell] != input[inside[0]])) return null;
        return input.Map(cell => cell.Column > 0 && input[cell] != Empty ? input[cell.Row, 0] : input[cell]);
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 3 + level, except: Empty);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level), ArcSketch.Side(random, level), Empty);
        for (var row = 0; row < sketch.Rows; row++) sketch[new(row, 0)] = random.Pick(colours[1..]);
        for (var i = 0; i < 1 + level; i++)
        {
            var (top, left) = (random.Below(sketch.Rows - 1), random.Between(2, sketch.Columns - 2));
            sketch.Fill(new ArcBox(top, left, top + random.Between(1, sketch.Rows / 2), left + random.Between(1, sketch.Columns / 3)).Cells, colours[0]);
        }
        return sketch.ToGrid().Turned(random.Below(4));
    }

    // The list of colours is on one edge only, and says something.
    protected override bool IsFit(ArcGrid input, ArcGrid output) =>
        Enumerable.Range(0, 4).Count(quarters => ColouredByFirstColumn(input.Turned(quarters)) is not null) == 1;
}
