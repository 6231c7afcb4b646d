// Arc task db3e9e38: a pyramid of stripes around a line.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class StripedPyramid() : ArcTask(
    "db3e9e38", grade: 2,
    "Beside the line that hangs from an edge there are further lines, as wide, by turns of colour 8 and of its own; each is one cell shorter than the one before.")
{
    private const int Other = 8;

    public override ArcGrid? Solve(ArcGrid input) => input.InAnyTurn(WithPyramidFromTop);

    private static ArcGrid? WithPyramidFromTop(ArcGrid input)
    {
        var shapes = input.Shapes(input.MostCommon);
        if (shapes is not [{ IsRectangle: true, Box: { Top: 0 } line }] || line.Rows == input.Rows) return null;
        return input.Map(cell =>
        {
            var distance = cell.Column < line.Left ? line.Left - cell.Column + line.Columns - 1 : cell.Column - line.Left;
            var lines = distance / line.Columns;
            return cell.Row >= line.Rows - lines ? input[cell] : lines % 2 == 0 ? shapes[0].Colour : Other;
        });
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 2, except: Other);
        var (rows, columns) = (ArcSketch.Side(random, level), ArcSketch.Side(random, level));
        var thick = random.Between(1, 1 + (level / 3));
        var line = ArcBox.At(new(0, random.Between(1, columns - thick - 1)), random.Between(2, rows - 1), thick);
        return new ArcGrid(rows, columns, colours[0]).With(line.Cells, colours[1]).Turned(random.Below(4));
    }
}
