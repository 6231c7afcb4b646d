// Arc task ecdecbb3: dots shoot at lines.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc.Tasks;

internal sealed class ShootAtLines() : ArcTask(
    "ecdecbb3", grade: 3,
    "Every dot sends a ray to the nearest line on either side; where it hits, the line's cell takes the dot's colour, and the cells around that take the line's.")
{
    public override ArcGrid? Solve(ArcGrid input) => WithShotsAtColumns(input) ?? WithShotsAtColumns(input.Transposed())?.Transposed();

    private static ArcGrid? WithShotsAtColumns(ArcGrid input)
    {
        var background = input.MostCommon;
        var lines = Enumerable.Range(0, input.Columns)
            .Where(column => input[0, column] != background && !input.Column(column).AsSpan().ContainsAnyExcept(input[0, column]))
            .ToList();
        if (lines.Count == 0) return null;
        var line = input[0, lines[0]];
        var shots =
            from dot in input.CellsNot(background)
            where input[dot] != line
            from side in new[] { -1, 1 }
            let targets = lines.Where(column => Math.Sign(column - dot.Column) == side).ToArray()
            where targets.Length > 0
            select (Dot: dot, Target: dot with { Column = targets.MinBy(column => Math.Abs(column - dot.Column)) });
        var output = input.Paint();
        foreach (var (dot, target) in shots)
            for (var column = Math.Min(dot.Column, target.Column); column <= Math.Max(dot.Column, target.Column); column++)
                output[dot.Row, column] = input[dot];
        foreach (var (_, target) in shots)
            foreach (var cell in output.NeighboursAndDiagonals(target))
                output[cell] = line;
        foreach (var (dot, target) in shots) (output[dot], output[target]) = (input[dot], input[dot]);
        return new(output);
    }

    protected override ArcGrid Draft(PuzzleRandom random, int level)
    {
        var colours = ArcSketch.Colours(random, 3);
        var (rows, columns) = (ArcSketch.Side(random, level) + 3, ArcSketch.Side(random, level) + 3);
        var sketch = new ArcSketch(random, rows, columns, colours[0]);
        List<int> lines = [random.Below(sketch.Columns / 2)];
        while (lines.Count < 1 + (level / 2) && lines[^1] + 6 < sketch.Columns) lines.Add(random.Between(lines[^1] + 6, sketch.Columns - 1));
        foreach (var line in lines) sketch.Fill(new ArcBox(0, line, sketch.Rows - 1, line).Cells, colours[1]);
        for (var row = random.Between(1, 3); row < sketch.Rows; row += random.Between(3, 5))
        {
            var column = random.Below(sketch.Columns);
            if (lines.All(line => Math.Abs(line - column) > 2)) sketch[new(row, column)] = colours[2];
        }
        return random.Chance(0.5) ? sketch.ToGrid() : sketch.ToGrid().Transposed();
    }
}
