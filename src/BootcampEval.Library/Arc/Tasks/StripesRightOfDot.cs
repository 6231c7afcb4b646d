// Arc task 8403a5d5: stripes to the right of a dot, with marks between them.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class StripesRightOfDot() : ArcTask(
    "8403a5d5", grade: 2,
    "From the dot to the right, every second column becomes a stripe of its colour; the gaps have a mark of colour 5, by turns in the top and the bottom row.")
{
    private const int Mark = 5;

    public override ArcGrid? Solve(ArcGrid input)
    {
        var background = input.MostCommon;
        if (input.CellsNot(background).ToArray() is not [var dot]) return null;
        return input.Map(cell => (cell.Column - dot.Column) switch
        {
            < 0 => background,
            var right when right % 2 == 0 => input[dot],
            var right => cell.Row == (right % 4 == 1 ? 0 : input.Rows - 1) ? Mark : background,
        });
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 2, except: Mark);
        var (rows, columns) = (ArcSketch.Side(random, level), ArcSketch.Side(random, level));
        return new ArcGrid(rows, columns, colours[0]).With([new(rows - 1, random.Below(columns))], colours[1]);
    }
}
