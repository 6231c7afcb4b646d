// Arc task 6d58a25d: dots before the open side of a chevron become lines into it.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class LinesIntoTheChevron() : ArcTask("6d58a25d", grade: 3, "Where dots lie before the open side of the chevron, their whole line, from the edge to the chevron, takes their colour.")
{
    // The chevron, open at the top.
    private static readonly ArcGrid Chevron = new([[1, 0, 0, 0, 0, 0, 1], [0, 1, 1, 0, 1, 1, 0], [0, 0, 1, 1, 1, 0, 0], [0, 0, 0, 1, 0, 0, 0]]);

    public override ArcGrid Solve(ArcGrid input) =>
        Enumerable.Range(0, 4).Select(quarters => OpenAbove(input.Turned(quarters))?.Turned(4 - quarters)).FirstOrDefault(output => output is not null, input)!;

    // The output if the chevron opens at the top; null if it does not.
    private static ArcGrid? OpenAbove(ArcGrid grid)
    {
        var background = grid.MostCommon;
        foreach (var colour in grid.ColoursByCount()[1..])
        {
            var box = grid.BoxOf(colour)!.Value;
            if (!grid.Cropped(box).Map(cell => grid[cell.Moved((box.Top, box.Left))] == colour ? 1 : 0).Equals(Chevron)) continue;
            var output = grid;
            for (var column = box.Left; column <= box.Right; column++)
            {
                Cell[] lane = [.. grid.Ray(new(0, column), (1, 0)).TakeWhile(cell => grid[cell] != colour)];
                if (Array.Find(lane, cell => grid[cell] != background) is var dot && lane.Contains(dot) && grid[dot] != background) output = output.With(lane, grid[dot]);
            }
            return output;
        }
        return null;
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 3);
        var grid = new ArcGrid(ArcSketch.Side(random, level) + 2, ArcSketch.Side(random, level) + 2, colours[0]);
        var at = new Cell(random.Between(1, grid.Rows - Chevron.Rows), random.Between(0, grid.Columns - Chevron.Columns));
        grid = grid.Map(cell => random.Chance(0.03 * level) ? colours[2] : colours[0]);
        return new(grid.Pasted(Chevron.Map(cell => Chevron[cell] == 1 ? colours[1] : 9), at).ToRows());
    }
}
