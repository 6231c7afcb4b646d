// Stitches: draw one closed loop over a lattice of dots, through some dots and past others.

using System.Text;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Puzzles;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Grids;

/// <summary>Stitches: draw one closed loop over a lattice of dots that passes through some dots and misses others.</summary>
public sealed partial class Stitches : Bootcamp<Stitches.Puzzle, Stitches.Answer>
{
    /// <summary>The size of the lattice, and the dots whose number of stitches is known.</summary>
    public sealed record Puzzle(int Rows, int Cols, Dot[] NumberedCells);

    /// <summary>A dot at row x and column y, from 0, with its number of stitches.</summary>
    public sealed record Dot(int X, int Y, int Num);

    /// <summary>The stitches as they were written: pairs of points.</summary>
    public sealed record Answer(IReadOnlyList<PyValue[]> Segments, PyValue Written) : IJsonText
    {
        /// <inheritdoc/>
        public void AppendTo(StringBuilder json) => JsonText.Append(json, Written);
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class StitchesJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => StitchesJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "Stitches", Family.Grids, "Stitches", "Draw one closed loop over a lattice of dots that passes through some dots and misses others.")
    {
        AnswerFormat = "[answer][[(0,0),(0,1)], [(0,1),(1,1)], …][/answer]",
        Measure = "dots",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        puzzle.Rows < 1 || puzzle.Cols < 1 ? "rows or cols is less than 1"
        : puzzle.NumberedCells.Any(dot => dot.X < 0 || dot.X >= puzzle.Rows || dot.Y < 0 || dot.Y >= puzzle.Cols) ? "a numbered dot lies outside the lattice"
        : null;

    // A list of stitches, each any container of two points, each point a tuple of two values.
    protected override Extraction<Answer> Extract(string output) =>
        Tagged.Last(output, "[answer]", "[/answer]").Then(LiteralAnswer.Read).Then<Answer>(value =>
            value is PyValue.List { Items: var stitches } && stitches.Select(PointsOf).ToArray() is var segments && segments.All(segment => segment is not null)
                ? new Answer(segments!, value)
                : new NoAnswer("the answer is not a list of pairs of points in round brackets"));

    private static PyValue[]? PointsOf(PyValue stitch) =>
        stitch is not PyValue.Str and not PyValue.Bytes && stitch.TryIterate(out var points) && points.Count == 2 && points.All(point => point is PyValue.Tuple { Items.Count: 2 }) ? [.. points] : null;

    protected override Verdict Judge(Answer answer, Puzzle puzzle)
    {
        var around = new Dictionary<(double X, double Y), HashSet<(double X, double Y)>>();
        foreach (var segment in answer.Segments)
        {
            if (!TryPoint(segment[0], puzzle, out var from) || !TryPoint(segment[1], puzzle, out var to))
                return Verdict.Wrong($"a stitch from {segment[0].Repr()} to {segment[1].Repr()} leaves the lattice");
            var (dx, dy) = (Math.Abs(from.X - to.X), Math.Abs(from.Y - to.Y));
            if (!((dx == 1 && dy == 0) || (dx == 0 && dy == 1))) return Verdict.Wrong($"{segment[0].Repr()} and {segment[1].Repr()} are not neighbours");
            Join(around, from, to);
            Join(around, to, from);
        }
        foreach (var dot in puzzle.NumberedCells)
            if ((around.TryGetValue((dot.X, dot.Y), out var ends) ? ends.Count : 0) is var count && count != dot.Num)
                return Verdict.Wrong($"the dot ({dot.X}, {dot.Y}) has {count} stitches, not {dot.Num}", new Cell(dot.X, dot.Y));
        foreach (var (point, ends) in around)
            if (ends.Count != 2) return Verdict.Wrong($"the dot ({point.X}, {point.Y}) has {ends.Count} stitches: a loop has 2 at each of its dots", new Cell((int)point.X, (int)point.Y));
        return CountOfOneLoop(around) == around.Count ? Verdict.Correct : Verdict.Wrong("the stitches form more than one loop");
    }

    private static bool TryPoint(PyValue value, Puzzle puzzle, out (double X, double Y) point)
    {
        var items = ((PyValue.Tuple)value).Items;
        var both = items[0].TryGetDouble(out var x) & items[1].TryGetDouble(out var y);
        point = (x, y);
        return both && x >= 0 && x < puzzle.Rows && y >= 0 && y < puzzle.Cols;
    }

    private static void Join(Dictionary<(double, double), HashSet<(double, double)>> around, (double, double) from, (double, double) to)
    {
        if (!around.TryGetValue(from, out var ends)) around.Add(from, ends = []);
        ends.Add(to);
    }

    private static int CountOfOneLoop(Dictionary<(double, double), HashSet<(double, double)>> around)
    {
        if (around.Count == 0) return 0;
        var open = new Stack<(double, double)>([around.Keys.First()]);
        var seen = new HashSet<(double, double)>(open);
        while (open.TryPop(out var point))
            foreach (var next in around[point].Where(seen.Add)) open.Push(next);
        return seen.Count;
    }

    private static readonly (int Side, double NumberedShare)[] Levels = [(4, 0.6), (5, 0.5), (6, 0.45), (7, 0.4), (8, 0.4)];

    // The loop is the outline of a random area without holes; a share of the dots tells whether it passes through them.
    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (side, share) = Levels[level - 1];
        var inside = GrowArea(side - 1, random);
        var dots = new Grid<bool>(side, side, dot => CornersInside(inside, dot) is > 0 and < 4);
        var shown = dots.Cells.Where(_ => random.Chance(share)).ToList();
        if (!shown.Exists(dot => dots[dot])) shown.Add(dots.Cells.First(dot => dots[dot]));
        return new(side, side, [.. shown.Select(dot => new Dot(dot.Row, dot.Column, dots[dot] ? 2 : 0))]);
    }

    private static int CornersInside(Grid<bool> inside, Cell dot) =>
        new Cell[] { new(dot.Row - 1, dot.Column - 1), new(dot.Row - 1, dot.Column), new(dot.Row, dot.Column - 1), dot }.Count(cell => inside.Contains(cell) && inside[cell]);

    // A cell may join when the area keeps a simple outline: the eight cells around it change between inside and outside exactly twice.
    private static Grid<bool> GrowArea(int side, PuzzleRandom random)
    {
        var inside = new Grid<bool>(side, side) { [random.Below(side), random.Below(side)] = true };
        var wanted = random.Between(side, side * side * 2 / 3);
        for (var size = 1; size < wanted; size++)
        {
            Cell[] edge = [.. inside.Cells.Where(cell => !inside[cell] && inside.Neighbours(cell).Any(near => inside[near]) && Changes(inside, cell) == 2)];
            if (edge.Length == 0) break;
            inside[random.Pick(edge)] = true;
        }
        return inside;
    }

    private static int Changes(Grid<bool> inside, Cell cell)
    {
        (int Row, int Column)[] ring = [(-1, -1), (-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1)];
        bool[] states = [.. ring.Select(step => new Cell(cell.Row + step.Row, cell.Column + step.Column)).Select(near => inside.Contains(near) && inside[near])];
        return states.Where((state, i) => state != states[(i + 1) % states.Length]).Count();
    }

    protected override string Ask(Puzzle puzzle) => $"""
        On a lattice of {puzzle.Rows} rows and {puzzle.Cols} columns of dots, a stitch joins two dots that are neighbours in a row or in a column. Draw stitches that
        together form one single closed loop: every dot has either no stitch or exactly two, and the loop neither branches nor falls into several loops.

        Dots are written as (row, column), counted from 0 at the top left.
        The loop passes through these dots (two stitches each): {Listed(puzzle, 2)}
        The loop does not touch these dots (no stitch): {Listed(puzzle, 0)}
        All other dots are free: the loop may pass through them or not.

        Write all stitches between [answer] and [/answer] as a list in square brackets, each stitch a list of its two dots in round brackets. On a larger lattice,
        a loop around one square might be:
        [answer]
        [[(70,70),(70,71)], [(70,71),(71,71)], [(71,71),(71,70)], [(71,70),(70,70)]]
        [/answer]
        """;

    private static string Listed(Puzzle puzzle, int stitches) =>
        puzzle.NumberedCells.Where(dot => dot.Num == stitches).Select(dot => $"({dot.X},{dot.Y})").ToArray() is { Length: > 0 } dots ? string.Join(' ', dots) : "(none given)";

    protected override string? Solve(Puzzle puzzle)
    {
        var model = new FiniteDomain();
        var lattice = new Grid<int>(puzzle.Rows, puzzle.Cols, dot => (dot.Row * puzzle.Cols) + dot.Column);
        var edges = lattice.Cells
            .SelectMany(dot => new[] { dot with { Column = dot.Column + 1 }, dot with { Row = dot.Row + 1 } }.Where(lattice.Contains).Select(other => (From: dot, To: other)))
            .Select(edge => (Variable: model.Add(0, 1), edge.From, edge.To)).ToArray();
        model.OneLoop([.. edges.Select(edge => (edge.Variable, lattice[edge.From], lattice[edge.To]))], puzzle.Rows * puzzle.Cols);
        foreach (var dot in puzzle.NumberedCells)
        {
            var place = new Cell(dot.X, dot.Y);
            model.Count([.. edges.Where(edge => edge.From == place || edge.To == place).Select(edge => edge.Variable)], 0b10, dot.Num, dot.Num);
        }
        return model.Search().First is { } solution
            ? $"[answer]\n[{string.Join(", ", edges.Where(edge => solution[edge.Variable] == 1).Select(edge => $"[({edge.From.Row},{edge.From.Column}),({edge.To.Row},{edge.To.Column})]"))}]\n[/answer]"
            : null;
    }

    protected override double Measure(Puzzle puzzle) => puzzle.Rows * puzzle.Cols;

    protected override Picture? Draw(Puzzle puzzle, Extraction<Answer> answer)
    {
        var known = puzzle.NumberedCells.ToDictionary(dot => new Cell(dot.X, dot.Y), dot => dot.Num);
        var picture = new Picture(puzzle.Rows, puzzle.Cols, dot => known.TryGetValue(dot, out var stitches) ? stitches == 0 ? "×" : "●" : "");
        if (!answer.Found) return picture;
        foreach (var segment in answer.Answer.Segments)
            foreach (var point in segment)
                if (TryPoint(point, puzzle, out var at)) picture.Set(new((int)at.X, (int)at.Y), picture.Text(new((int)at.X, (int)at.Y)) is "" ? "○" : "●", CellMark.Answer);
        return picture;
    }
}
