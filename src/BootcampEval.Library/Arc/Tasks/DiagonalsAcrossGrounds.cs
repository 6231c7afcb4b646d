// Arc task d07ae81c: diagonals that change colour with the ground they cross.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class DiagonalsAcrossGrounds() : ArcTask(
    "d07ae81c", grade: 3, "Every dot sends out four diagonals; on each of the two grounds they have the colour of the dots that lie on it.")
{
    public override ArcGrid? Solve(ArcGrid input)
    {
        var grounds = input.ColoursByCount().Take(2).ToArray();
        var dots = input.Cells.Where(cell => !grounds.Contains(input[cell])).ToList();
        var inks = grounds.ToDictionary(ground => ground, ground => InkOn(input, ground, dots) ?? ground);
        var output = input.Paint();
        foreach (var dot in dots)
            foreach (var cell in ArcGrid.Corners.SelectMany(step => input.Ray(dot, step)))
                if (inks.TryGetValue(input[cell], out var ink)) output[cell] = ink;
        return new(output);
    }

    // The colour of the dots that lie on a ground, which is what most of their neighbours show.
    private static int? InkOn(ArcGrid input, int ground, List<Cell> dots) => dots
        .SelectMany(dot => ArcGrid.Sides.Where(step => input.At(dot.Moved(step)) == ground), (dot, _) => input[dot])
        .GroupBy(colour => colour)
        .MaxBy(colours => colours.Count())?.Key;

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 4);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level), ArcSketch.Side(random, level), colours[0]);
        for (var i = random.Below(2); i < 2; i++)
        {
            var (top, left) = (random.Below(sketch.Rows - 2), random.Below(sketch.Columns - 2));
            sketch.Fill(new ArcBox(top, i == 0 ? 0 : left, top + random.Between(2, sketch.Rows / 2), sketch.Columns - 1).Cells, colours[1]);
        }
        var grid = sketch.ToGrid();
        for (var ground = 0; ground < 2; ground++)
        {
            Cell[] free = [.. grid.CellsOf(colours[ground])];
            sketch.Fill(random.Sample(free, Math.Min(free.Length, random.Between(1, (level + 1) / 2))), colours[2 + ground]);
        }
        return random.Chance(0.5) ? sketch.ToGrid() : sketch.ToGrid().Transposed();
    }

    protected override bool IsFit(ArcGrid input, ArcGrid output) =>
        input.ColoursByCount() is { Length: 4 } colours && output.ColoursByCount().Take(2).All(colours[..2].Contains);
}
