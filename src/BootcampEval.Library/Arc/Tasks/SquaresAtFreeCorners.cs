// Arc task 22233c11: a pair of squares gets two more beside it.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class SquaresAtFreeCorners() : ArcTask(
    "22233c11", grade: 2, "Two squares touch at a corner: at the two free corners of the square around them, squares of their size and of colour 8 are added.")
{
    private const int Added = 8;

    public override ArcGrid Solve(ArcGrid input)
    {
        var output = input;
        foreach (var shape in input.Shapes(input.MostCommon, diagonal: true))
        {
            var (box, side) = (shape.Box, shape.Box.Rows / 2);
            var (before, behind) = (box.Left - side, box.Right + 1);
            var (above, below) = input[box.Corner] == shape.Colour ? (behind, before) : (before, behind);
            output = output
                .With(ArcBox.At(new(box.Top - side, above), side, side).Cells, Added)
                .With(ArcBox.At(new(box.Bottom + 1, below), side, side).Cells, Added);
        }
        return output;
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 2 + level, except: Added);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level) + 1, ArcSketch.Side(random, level) + 1, colours[0]);
        foreach (var colour in colours[1..])
        {
            // The place has room for the squares that will be added.
            var side = random.Between(1, Math.Min(3, level));
            if (sketch.FindPlace(4 * side, 4 * side, margin: 0) is not { } at) continue;
            var pair = new ArcGrid(2, 2, cell => cell.Row == cell.Column ? colour : colours[0]);
            sketch.Paste(pair.Turned(random.Below(2)).Enlarged(side), at.Moved((side, side)));
        }
        return sketch.ToGrid();
    }
}
