// Arc task a65b410d: stairs on both sides of a bar.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class StairsAlongBar() : ArcTask(
    "a65b410d", grade: 2,
    "Seen with the bar starting at the left edge: each row above it is one cell longer, in colour 3, and each row below it is one cell shorter, in colour 1.")
{
    private const int Longer = 3;
    private const int Shorter = 1;

    public override ArcGrid? Solve(ArcGrid input) => input.InAnyTurn(WithStairs);

    private static ArcGrid? WithStairs(ArcGrid input)
    {
        if (input.BoxOfAllBut(input.MostCommon) is not { Rows: 1, Left: 0 } bar || bar.Columns == input.Columns) return null;
        return input.Map(cell =>
            cell.Row == bar.Top || cell.Column >= bar.Columns + bar.Top - cell.Row ? input[cell] : cell.Row < bar.Top ? Longer : Shorter);
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 2, except: [Longer, Shorter]);
        var (rows, columns) = (ArcSketch.Side(random, level), ArcSketch.Side(random, level));
        var bar = Cell.OfRow(random.Between(1, rows - 2), random.Between(2, columns - 2));
        return new ArcGrid(rows, columns, colours[0]).With(bar, colours[1]).Turned(random.Below(4));
    }
}
