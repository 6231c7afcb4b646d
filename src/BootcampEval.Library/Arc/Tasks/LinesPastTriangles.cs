// Arc task a78176bb: triangles on a diagonal line become further lines.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class LinesPastTriangles() : ArcTask(
    "a78176bb", grade: 3, "Each triangle on a diagonal line gives way to another line, parallel to it, that passes one cell beyond the triangle's far corner.")
{
    public override ArcGrid? Solve(ArcGrid input)
    {
        // Lines from the top right to the bottom left have a constant sum of row and column; the others have it in the mirror.
        var mirrored = input.FlippedLeftRight();
        var (lines, others) = (LinesOf(input), LinesOf(mirrored));
        if (lines.Count == 0 && others.Count == 0) return null;
        return Longest(input, lines) >= Longest(mirrored, others) ? Redrawn(input, lines) : Redrawn(mirrored, others).FlippedLeftRight();
    }

    private static int DiagonalOf(Cell cell) => cell.Row + cell.Column;

    // The diagonals, corners left out, that are of one colour from edge to edge.
    private static Dictionary<int, int> LinesOf(ArcGrid input)
    {
        var background = input.MostCommon;
        return input.Cells.GroupBy(DiagonalOf, cell => input[cell])
            .Where(diagonal => diagonal.Count() > 1 && diagonal.First() != background && diagonal.Distinct().Count() == 1)
            .ToDictionary(diagonal => diagonal.Key, diagonal => diagonal.First());
    }

    private static int Longest(ArcGrid input, Dictionary<int, int> lines) =>
        lines.Keys.Select(diagonal => input.Cells.Count(cell => DiagonalOf(cell) == diagonal)).DefaultIfEmpty().Max();

    private static ArcGrid Redrawn(ArcGrid input, Dictionary<int, int> lines)
    {
        var background = input.MostCommon;
        var drawn = new Dictionary<int, int>(lines);
        foreach (var triangle in input.Shapes(background).Where(shape => shape.Count > 1))
        {
            var (first, last) = (triangle.Cells.Min(DiagonalOf), triangle.Cells.Max(DiagonalOf));
            if (lines.TryGetValue(first - 1, out var colour)) drawn[last + 2] = colour;
            if (lines.TryGetValue(last + 1, out colour)) drawn[first - 2] = colour;
        }
        return input.Map(cell => drawn.GetValueOrDefault(DiagonalOf(cell), background));
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 3);
        var (rows, columns) = (ArcSketch.Side(random, level), ArcSketch.Side(random, level));
        var diagonal = random.Between(rows / 2, columns + (rows / 2) - 2);
        var grid = new ArcGrid(rows, columns, cell => DiagonalOf(cell) == diagonal ? colours[1] : colours[0]);
        for (var i = random.Below(2); i < 2; i++)
        {
            var legs = random.Between(2, 2 + level);
            var row = random.Between(legs - 1, rows - 1);
            var corner = new Cell(row, diagonal + legs - row);
            if (corner.Column >= legs - 1 && corner.Column < columns)
                grid = grid.With(grid.Cells.Where(cell => cell.Row <= corner.Row && cell.Column <= corner.Column && DiagonalOf(cell) > diagonal), colours[2]);
            (grid, diagonal) = (grid.Turned(2), rows + columns - 2 - diagonal);
        }
        return random.Chance(0.5) ? grid : grid.FlippedLeftRight();
    }
}
