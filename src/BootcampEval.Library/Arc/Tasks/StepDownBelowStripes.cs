// Arc task 834ec97d: a dot steps down, and stripes appear above it.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class StepDownBelowStripes() : ArcTask(
    "834ec97d", grade: 2, "The dot steps down one row; above it, its column and every second one from there become stripes of colour 4.")
{
    private const int Stripe = 4;

    public override ArcGrid? Solve(ArcGrid input)
    {
        var background = input.MostCommon;
        if (input.CellsNot(background).ToArray() is not [var dot]) return null;
        return input
            .Map(cell => cell.Row <= dot.Row && (cell.Column - dot.Column) % 2 == 0 ? Stripe : background)
            .With([dot.Moved((1, 0))], input[dot]);
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 2, except: Stripe);
        var (rows, columns) = (ArcSketch.Side(random, level), ArcSketch.Side(random, level));
        return new ArcGrid(rows, columns, colours[0]).With([new(random.Below(rows - 1), random.Below(columns))], colours[1]);
    }
}
