// Arc task d9f24cd1: lines cross the grid and step aside at obstacles.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class SidestepObstacles() : ArcTask(
    "d9f24cd1", grade: 3, "From the dots along one edge lines run across the grid; in front of an obstacle a line takes a step to its right, and goes on.")
{
    public override ArcGrid? Solve(ArcGrid input) => input.InAnyTurn(WithLinesFromBottom);

    private static ArcGrid? WithLinesFromBottom(ArcGrid input)
    {
        var (background, bottom) = (input.MostCommon, input.Rows - 1);
        var starts = input.CellsNot(background).Where(cell => cell.Row == bottom).ToList();
        if (starts.Count == 0 || input.CountOf(input[starts[0]]) != starts.Count || starts.Any(cell => input[cell] != input[starts[0]])) return null;
        return input.With(starts.SelectMany(Line), input[starts[0]]);

        IEnumerable<Cell> Line(Cell start)
        {
            for (var cell = start; input.Contains(cell);)
            {
                yield return cell;
                var ahead = cell.Moved((-1, 0));
                cell = input.At(ahead, background) == background ? ahead : cell.Moved((0, 1));
            }
        }
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 3);
        var sketch = new ArcSketch(random, ArcSketch.Side(random, level), ArcSketch.Side(random, level), colours[0]);
        for (var column = random.Between(0, 2); column < sketch.Columns; column += random.Between(3, 5))
        {
            sketch[new(sketch.Rows - 1, column)] = colours[1];
            if (random.Chance(0.6)) sketch[new(random.Between(1, sketch.Rows - 3), column)] = colours[2];
        }
        for (var i = 0; i < 2 * level; i++) sketch.TryPlace(new(1, 1, colours[2]));
        return sketch.ToGrid().Turned(random.Below(4));
    }

    // The lines have one starting edge, and run over no obstacle.
    protected override bool IsFit(ArcGrid input, ArcGrid output) =>
        input.CellsNot(input.MostCommon).All(cell => output[cell] == input[cell]) &&
        Enumerable.Range(0, 4).Count(quarters => WithLinesFromBottom(input.Turned(quarters)) is not null) == 1;
}
