// Arc task 31aa019c: the one cell of its colour is ringed.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class RingAroundTheOnlyOne() : ArcTask(
    "31aa019c", grade: 2, "Only the cell whose colour occurs once stays; the eight cells around it become 2, all others background.")
{
    private const int Ring = 2;

    public override ArcGrid? Solve(ArcGrid input)
    {
        var background = input.MostCommon;
        if (input.Cells.Where(cell => input.CountOf(input[cell]) == 1).ToArray() is not [var only, ..]) return null;
        return new ArcGrid(input.Rows, input.Columns, background)
            .With(ArcGrid.Around.Select(step => only.Moved(step)), Ring)
            .With([only], input[only]);
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 3 + level);
        var grid = new ArcGrid(ArcSketch.Side(random, level), ArcSketch.Side(random, level), colours[0]);
        var places = new Queue<Cell>(random.Shuffled(grid.Cells));
        grid = grid.With([places.Dequeue()], colours[1]);
        foreach (var colour in colours[2..]) grid = grid.With(Enumerable.Range(0, random.Between(2, 3 + level)).Select(_ => places.Dequeue()), colour);
        return grid;
    }

    protected override bool IsFit(ArcGrid input, ArcGrid output) => input.Counts().Count(count => count == 1) == 1;
}
