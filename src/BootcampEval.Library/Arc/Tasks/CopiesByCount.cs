// Arc task 91413438: the counts of cells say how large the output is and how often the input stands in it.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class CopiesByCount() : ArcTask(
    "91413438", grade: 3,
    "The output is a square of places, as many a side as the input has empty cells; from the top left, as many as it has coloured cells hold a copy of it.")
{
    private const int Empty = 0;

    private static readonly int[] Sides = [3, 3, 4, 4, 5];

    public override ArcGrid? Solve(ArcGrid input)
    {
        var room = input.CountOf(Empty);
        var copies = input.Area - room;
        if (room == 0 || Math.Max(input.Rows, input.Columns) * room > MostSide) return null;
        return new(input.Rows * room, input.Columns * room, cell =>
            (cell.Row / input.Rows * room) + (cell.Column / input.Columns) < copies ? input.Tiled(cell.Row, cell.Column) : Empty);
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var side = Sides[level - 1];
        var (rows, columns) = (random.Between(side - 1, side), side);
        var room = random.Between(2, Math.Min(MostSide / Math.Max(rows, columns), rows * columns));
        var grid = new ArcGrid(rows, columns, Empty);
        return grid.With(random.Sample([.. grid.Cells], grid.Area - room), random.Between(1, 9));
    }

    protected override bool IsFit(ArcGrid input, ArcGrid output)
    {
        var room = input.CountOf(Empty);
        var copies = input.Area - room;
        return copies > 0 && copies < room * room;
    }
}
