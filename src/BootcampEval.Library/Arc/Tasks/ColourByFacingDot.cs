// Arc task ddf7fa4f: blocks take the colours of the dots on the edge that they face.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class ColourByFacingDot() : ArcTask(
    "ddf7fa4f", grade: 2,
    "Every block takes the colour of the dot on the edge whose row or column it crosses; of several dots, the one that fewest blocks share.")
{
    public override ArcGrid? Solve(ArcGrid input)
    {
        var shapes = input.Shapes(input.MostCommon);
        var dots = shapes.Where(shape => shape is { Count: 1, TouchesEdge: true }).ToList();
        var blocks = shapes.Where(shape => shape.Count > 1).ToList();
        var shared = dots.ToDictionary(dot => dot.Cells[0], dot => blocks.Count(block => Faces(block.Box, dot)));
        var output = input;
        foreach (var block in blocks)
            if (dots.Where(dot => Faces(block.Box, dot)).MinBy(dot => shared[dot.Cells[0]]) is { } dot) output = output.With(block.Cells, dot.Colour);
        return output;
    }

    private static bool Faces(ArcBox block, ArcShape dot)
    {
        var (row, column) = dot.Cells[0];
        return ((row == 0 || row == dot.Grid.Rows - 1) && column >= block.Left && column <= block.Right)
            || ((column == 0 || column == dot.Grid.Columns - 1) && row >= block.Top && row <= block.Bottom);
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 2 + level);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level) + 2, ArcSketch.Side(random, level), colours[0]);
        var row = random.Below(2);
        foreach (var dot in colours[2..])
        {
            var bottom = row + random.Between(1, 2 + (level / 2));
            var left = random.Between(2, sketch.Columns - 3);
            if (bottom >= sketch.Rows) break;
            sketch.Fill(new ArcBox(row, left, bottom, random.Between(left, sketch.Columns - 3)).Cells, colours[1]);
            sketch[new(random.Between(row, bottom), random.Chance(0.5) ? 0 : sketch.Columns - 1)] = dot;
            row = bottom + random.Between(2, 3);
        }
        return sketch.ToGrid().Turned(random.Below(4));
    }
}
