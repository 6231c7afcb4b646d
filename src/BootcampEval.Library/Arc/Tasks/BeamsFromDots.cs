// Arc task b527c5c6: beams leave rectangles where a dot sits on their rim.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class BeamsFromDots() : ArcTask(
    "b527c5c6", grade: 3,
    "From the dot on a rectangle's rim a ray of its colour runs to the edge, in a beam that reaches, on each side, one cell less far than the rectangle is thick.")
{
    public override ArcGrid? Solve(ArcGrid input)
    {
        var output = input;
        foreach (var block in input.Shapes(input.MostCommon, mixed: true))
        {
            var byColour = block.Cells.ToLookup(cell => input[cell]).OrderBy(cells => cells.Count()).ToArray();
            if (byColour is not [var dots, var body] || dots.Count() > 1) continue;
            var dot = dots.First();
            var reach = Math.Min(block.Box.Rows, block.Box.Columns) - 1;
            foreach (var step in ArcGrid.Sides.Where(step => !block.Box.Contains(dot.Moved(step))))
            {
                var ray = input.Ray(dot.Moved(step), step).ToArray();
                var across = Enumerable.Range(-reach, (2 * reach) + 1);
                output = output
                    .With(ray.SelectMany(cell => across.Select(by => cell.Moved((step.Columns, step.Rows), by))), body.Key)
                    .With(ray, dots.Key);
            }
        }
        return output;
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 5);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level) + 3, ArcSketch.Side(random, level) + 3, colours[0]);
        for (var i = random.Below(2); i < 2; i++)
        {
            var thick = random.Between(2, Math.Min(4, 1 + level));
            var length = (2 * thick) - 1 + random.Below(level);
            var block = new ArcGrid(thick, length, colours[1 + (2 * i)])
                .With([new(0, random.Between(thick - 1, length - thick))], colours[2 + (2 * i)]);
            sketch.TryPlace(block.Turned(random.Below(4)));
        }
        return sketch.ToGrid();
    }

    // Beams hit nothing: each runs on empty ground, and none depends on which is drawn first.
    protected override bool IsFit(ArcGrid input, ArcGrid output) =>
        input.CellsNot(input.MostCommon).All(cell => output[cell] == input[cell]) && output.Transposed().Equals(Solve(input.Transposed()));
}
