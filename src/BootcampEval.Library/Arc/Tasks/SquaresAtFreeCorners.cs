// Arc task 22233c11: a pair of squares gets two more beside it.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class SquaresAtFreeCorners() : ArcTask("22233c11", grade: 2, "Two squares that touch at a corner lie in a larger square; squares of their size, of colour 8, continue its other diagonal on both sides.")
{
    private const int Added = 8;

    public override ArcGrid Solve(ArcGrid input)
    {
        var output = input;
        foreach (var shape in input.Shapes(input.MostCommon, diagonal: true))
        {
            var (box, side) = (shape.Box, shape.Box.Rows / 2);
            var fallsToRight = input[box.Top, box.Left] == shape.Colour;
            output = output
                .With(Square(fallsToRight ? box.Right + 1 : box.Left - side, box.Top - side, side), Added)
                .With(Square(fallsToRight ? box.Left - side : box.Right + 1, box.Bottom + 1, side), Added);
        }
        return output;
    }

    private static IEnumerable<Cell> Square(int left, int top, int side) => new ArcBox(top, left, top + side - 1, left + side - 1).Cells;

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var background = random.Pick(ArcSketch.Colours(random, 1, Added));
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level) + 1, ArcSketch.Side(random, level) + 1, background);
        for (var i = 0; i < 1 + level; i++)
        {
            var side = random.Between(1, Math.Min(3, level));
            if (sketch.FindPlace(4 * side, 4 * side, margin: 0) is not { } at) continue;
            var pair = new ArcGrid(2, 2, cell => cell.Row == cell.Column ? 1 : 0);
            var colour = ArcSketch.Colours(random, 1, Added, background)[0];
            pair = pair.Map(cell => pair[cell] == 1 ? colour : background);
            sketch.Paste((random.Chance(0.5) ? pair : pair.FlippedLeftRight()).Enlarged(side), at.Moved((side, side)));
        }
        return new(sketch.ToGrid().ToRows()[..Math.Min(MostSide, sketch.Rows)]);
    }
}
