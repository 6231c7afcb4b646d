// Arc task 6d58a25d: dots before the open side of a chevron become lines into it.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class LinesIntoTheChevron() : ArcTask(
    "6d58a25d", grade: 3, "Where dots lie before the open side of the chevron, their whole line, from the edge to the chevron, takes their colour.")
{
    // The chevron, open at the top.
    private static readonly ArcGrid Chevron = new([[1, 0, 0, 0, 0, 0, 1], [0, 1, 1, 0, 1, 1, 0], [0, 0, 1, 1, 1, 0, 0], [0, 0, 0, 1, 0, 0, 0]]);

    public override ArcGrid? Solve(ArcGrid input) => input.InAnyTurn(WithLinesFromTop);

    private static ArcGrid? WithLinesFromTop(ArcGrid input)
    {
        var background = input.MostCommon;
        if (input.ColoursByCount().Where(colour => colour != background && IsChevron(input, colour)).ToArray() is not [var chevron, ..]) return null;
        var box = input.BoxOf(chevron)!.Value;
        var output = input;
        for (var column = box.Left; column <= box.Right; column++)
        {
            Cell[] lane = [.. input.Ray(new(0, column), (1, 0)).TakeWhile(cell => input[cell] != chevron)];
            foreach (var dot in lane.Where(cell => input[cell] != background)) output = output.With(lane, input[dot]);
        }
        return output;
    }

    private static bool IsChevron(ArcGrid grid, int colour) =>
        grid.BoxOf(colour) is { } box && grid.Cropped(box) is var part && part.Map(cell => part[cell] == colour ? 1 : 0).Equals(Chevron);

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 3);
        var (rows, columns) = (ArcSketch.Side(random, level) + 2, ArcSketch.Side(random, level) + 2);
        if (columns < Chevron.Columns) return new(rows, columns, colours[0]);
        var dots = new ArcGrid(rows, columns, _ => random.Chance(0.03 * level) ? colours[2] : colours[0]);
        var at = new Cell(random.Between(1, rows - Chevron.Rows), random.Between(0, columns - Chevron.Columns));
        return dots.Pasted(Chevron.Map(cell => colours[Chevron[cell]]), at).Turned(random.Below(4));
    }
}
