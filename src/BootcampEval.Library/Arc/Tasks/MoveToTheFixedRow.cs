// Arc task 1caeab9d: shapes move to the row of shape 1.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class MoveToTheFixedRow() : ArcTask(
    "1caeab9d", grade: 2, "The shape of colour 1 stays; all others move up or down until they stand in its rows.")
{
    private const int Fixed = 1;

    public override ArcGrid Solve(ArcGrid input)
    {
        var background = input.MostCommon;
        if (input.BoxOf(Fixed) is not { } rest) return input;
        return input.Shapes(background, diagonal: true).Aggregate(
            new ArcGrid(input.Rows, input.Columns, background),
            (grid, shape) => grid.With(shape.Form.Select(cell => cell.Plus(new(rest.Top, shape.Box.Left))), shape.Colour));
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var others = ArcSketch.Colours(random, 2 + level, except: Fixed);
        var (background, colours) = (others[0], random.Shuffled([Fixed, .. others[1..]]));
        var grid = new ArcGrid(ArcSketch.Side(random, level), ArcSketch.Side(random, level), background);
        var side = random.Between(1, Math.Min(4, grid.Columns / colours.Length));
        var shape = ArcSketch.Blob(random, side, side, side * side * 2 / 3 + 1, 0, 1);
        // Each shape has columns of its own, so that none lands on another.
        var left = 0;
        foreach (var colour in colours.TakeWhile(_ => left + shape.Columns <= grid.Columns))
        {
            var down = random.Between(0, grid.Rows - shape.Rows);
            grid = grid.With(shape.CellsOf(0).Select(cell => cell.Moved((down, left))), colour);
            left += shape.Columns + random.Between(0, 2);
        }
        return grid;
    }
}
