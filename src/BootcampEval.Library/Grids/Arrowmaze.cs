// Arrow maze: from each cell go any distance along its arrow, until the end is reached; number the cells where one lands.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Parsing;
using BootcampEval.Sdk.Puzzles;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Grids;

/// <summary>Arrow maze: from each cell go any distance along its arrow, until the end is reached; number the cells where one lands.</summary>
public sealed partial class Arrowmaze : Bootcamp<Arrowmaze.Puzzle, PyValue>
{
    /// <summary>Arrows in eight directions and one end mark <c>○</c>, and the row and column of the start: the upper left corner if left out.</summary>
    public sealed record Puzzle([property: JsonConverter(typeof(EncodedTwice<string[][]>))] string[][] InputGrid, int[]? StartPosition = null);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    [JsonSerializable(typeof(string[][]))]
    private sealed partial class ArrowmazeJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => ArrowmazeJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "Arrowmaze", Family.Grids, "Arrow maze", "From each cell go any distance along its arrow, until the end is reached; number the cells where one lands.")
    {
        AnswerFormat = "```json with the grid as an array of arrays of numbers ```",
        Measure = "cells to choose from on the way, along the shortest path",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        puzzle.InputGrid.Length == 0 || puzzle.InputGrid.Any(row => row is null) || Grid.FromRows(puzzle.InputGrid) is not { } grid
            ? "the rows of input_grid are not of one length"
        : puzzle.StartPosition is { Length: not 2 } || !grid.Contains(StartOf(puzzle)) ? "start_position is not a cell of the grid"
        : null;

    private static Cell StartOf(Puzzle puzzle) => puzzle.StartPosition is [var row, var column] ? new(row, column) : new(0, 0);

    protected override Extraction<PyValue> Extract(string output) => Fenced.Last(output, "json").Then(PythonicJson.Read);

    protected override Verdict Judge(PyValue answer, Puzzle puzzle)
    {
        // A string is read as JSON once more.
        if (answer is PyValue.Str text && !PyJson.TryParse(text.Value, out answer!)) return Verdict.Wrong("the answer is not a JSON array");
        if (answer is not PyValue.List { Items: var rows }) return Verdict.Wrong("the answer is not an array of rows");
        var cells = rows.Select(row => (row as PyValue.List)?.Items).ToArray();
        if (cells.Any(row => row is null)) return Verdict.Wrong("a row is not an array of numbers");
        var arrows = Grid.FromRows(puzzle.InputGrid)!;
        if (Grid.ShapeFaultOf(cells!, arrows.Rows, arrows.Columns) is { } fault) return Verdict.Wrong(fault);
        var labels = Grid.FromRows(cells!)!;
        foreach (var cell in labels.Cells)
        {
            if (!PyOrder.TryCompare(labels[cell], Zero, out _)) return Verdict.Wrong($"{cell} does not hold a number", cell);
        }
        // Only the order of the positive numbers counts; equal ones stand in reading order, because the sort is stable.
        var byLabel = Comparer<Cell>.Create((a, b) => Compare(labels[a], labels[b]));
        return JudgePath([.. labels.Cells.Where(cell => IsPositive(labels[cell])).Order(byLabel)], arrows, StartOf(puzzle));
    }

    private static readonly PyValue Zero = PyValue.Of(0.0);

    private static bool IsPositive(PyValue label) => PyOrder.TryCompare(label, Zero, out var sign) && sign > 0;

    private static int Compare(PyValue a, PyValue b) => PyOrder.TryCompare(a, b, out var sign) ? sign ?? 0 : 0;

    private static Verdict JudgePath(Cell[] path, Grid<string> arrows, Cell start)
    {
        if (path.Length == 0) return Verdict.Wrong("no cell is numbered");
        if (path[0] != start) return Verdict.Wrong($"the path starts at {path[0]}, not at {start}", path[0]);
        for (var i = 1; i < path.Length; i++)
        {
            var (from, to) = (path[i - 1], path[i]);
            if (!LiesAhead(arrows, from, to))
                return Verdict.Wrong($"the path goes from {from} ({arrows[from]}) to {to}, which does not lie in that direction", from, to);
        }
        return arrows[path[^1]] == End ? Verdict.Correct : Verdict.Wrong($"the path ends at {path[^1]}, not at the end mark", path[^1]);
    }

    private const string End = "○";

    private static readonly Dictionary<string, (int Down, int Right)> Directions = new(StringComparer.Ordinal)
    {
        ["↑"] = (-1, 0),
        ["↓"] = (1, 0),
        ["←"] = (0, -1),
        ["→"] = (0, 1),
        ["↖"] = (-1, -1),
        ["↗"] = (-1, 1),
        ["↙"] = (1, -1),
        ["↘"] = (1, 1),
    };

    private static readonly string[] Arrows = [.. Directions.Keys];

    private static bool LiesAhead(Grid<string> arrows, Cell from, Cell to) => Ahead(arrows, from).Contains(to);

    /// <summary>The cells in the direction of a cell's arrow, the nearest first; none from the end mark.</summary>
    private static IEnumerable<Cell> Ahead(Grid<string> arrows, Cell from)
    {
        if (!Directions.TryGetValue(arrows[from], out var direction)) yield break;
        for (var next = Step(from); arrows.Contains(next); next = Step(next)) yield return next;

        Cell Step(Cell cell) => new(cell.Row + direction.Down, cell.Column + direction.Right);
    }

    // The side of the square, and the fewest steps that the shortest path may have.
    private static readonly (int Side, int Steps)[] Levels = [(3, 2), (4, 3), (5, 5), (6, 7), (8, 9)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (side, steps) = Levels[level - 1];
        while (true)
        {
            var arrows = new Grid<string>(side, side, _ => random.Pick(Arrows));
            var ends = random.Sample([.. arrows.Cells], 2);
            arrows[ends[1]] = End;
            if (Lead(random, arrows, ends[0], ends[1], steps) is { } way && Protect(random, arrows, way, steps))
                return new(arrows.ToRows(), [ends[0].Row, ends[0].Column]);
        }
    }

    /// <summary>Turns arrows so that a random way without short cuts of its own leads to the end; null when it gets stuck.</summary>
    private static List<Cell>? Lead(PuzzleRandom random, Grid<string> arrows, Cell start, Cell end, int steps)
    {
        List<Cell> way = [start];
        while (way[^1] != end)
        {
            var cell = way[^1];
            var ahead = Arrows.Select(arrow => (Arrow: arrow, Cells: Onward(arrow))).Where(each => each.Cells.Length > 0).ToArray();
            if (ahead.Length == 0) return null;
            var (chosen, cells) = ahead.FirstOrDefault(each => each.Cells.Contains(end), random.Pick(ahead));
            arrows[cell] = chosen;
            way.Add(cells.Contains(end) ? end : random.Pick(cells));

            Cell[] Onward(string arrow)
            {
                arrows[cell] = arrow;
                return [.. Ahead(arrows, cell).Where(next =>
                    !way.Contains(next) && (next != end || way.Count >= steps) && !way.SkipLast(1).Any(before => LiesAhead(arrows, before, next)))];
            }
        }
        return way;
    }

    /// <summary>
    /// Turns arrows beside the way until no path is too short, and every path turns back against the reading order somewhere: if one did not, a grid
    /// with the same number on all its cells would pass as an order. False when that is not to be had.
    /// </summary>
    private static bool Protect(PuzzleRandom random, Grid<string> arrows, List<Cell> way, int steps)
    {
        for (var round = 0; round < 100; round++)
        {
            var path = PathFrom(arrows, way[0], (from, to) => (from.Row, from.Column).CompareTo((to.Row, to.Column)) < 0);
            if (path is null)
            {
                path = PathFrom(arrows, way[0], (_, _) => true)!;
                if (path.Count > steps) return true;
            }
            Cell[] beside = [.. path.Except(way)];
            if (beside.Length == 0) return false;
            arrows[random.Pick(beside)] = random.Pick(Arrows);
        }
        return false;
    }

    private static List<Cell>? PathFrom(Grid<string> arrows, Cell start, Func<Cell, Cell, bool> mayStep) =>
        ShortestPath.Find(start, cell => arrows[cell] == End, cell => Ahead(arrows, cell).Where(next => mayStep(cell, next)));

    protected override string Ask(Puzzle puzzle) => $"""
        This maze of {puzzle.InputGrid.Length} rows and {puzzle.InputGrid[0].Length} columns has an arrow in each cell, and {End} in the end cell:

        {string.Join('\n', puzzle.InputGrid.Select(row => string.Join(' ', row)))}

        Start in the cell at {StartOf(puzzle)}, counted from 1 at the top left. In one move, go one or more cells in the direction of the
        arrow of the cell where you stand, as far as you like within the grid. The cells you pass over do not matter; the arrow of the cell
        where you land decides the next move. Reach the end cell without landing on any cell twice. There may be several ways; any of them is right.

        Write a grid of the same size as JSON in a code fence opened with ```json: an array of rows, each an array of numbers. Put 1 in the start
        cell, 2 in the cell where the first move lands, 3 in the next, and so on up to the end cell, and 0 in all other cells. (Only the order of
        the positive numbers is checked; equal ones count as ordered row by row, from left to right.) In a maze of 2 rows and 3 columns, this would
        be the way from the lower left to the upper left to the upper right corner:

        ```json
        [[2, 0, 3], [1, 0, 0]]
        ```
        """;

    protected override string? Solve(Puzzle puzzle)
    {
        var arrows = Grid.FromRows(puzzle.InputGrid)!;
        if (PathFrom(arrows, StartOf(puzzle), (_, _) => true) is not { } path) return null;
        return Fenced.Json(new Grid<int>(arrows.Rows, arrows.Columns, cell => path.IndexOf(cell) + 1));
    }

    // The walk is as hard as the choices it offers: each landing cell with all the cells that its arrow allows.
    protected override double Measure(Puzzle puzzle)
    {
        var arrows = Grid.FromRows(puzzle.InputGrid)!;
        return PathFrom(arrows, StartOf(puzzle), (_, _) => true)?.Sum(cell => Ahead(arrows, cell).Count()) ?? 0;
    }

    protected override Picture? Draw(Puzzle puzzle, Extraction<PyValue> answer)
    {
        var arrows = Grid.FromRows(puzzle.InputGrid)!;
        var picture = new Picture(arrows.Rows, arrows.Columns, cell => arrows[cell]);
        if (answer.Found && answer.Answer is PyValue.List { Items: var rows })
        {
            foreach (var cell in picture.Cells)
            {
                if ((rows.ElementAtOrDefault(cell.Row) as PyValue.List)?.Items.ElementAtOrDefault(cell.Column) is { } label && IsPositive(label))
                    picture.Set(cell, $"{arrows[cell]}{label}", CellMark.Answer);
            }
        }
        return picture;
    }
}
