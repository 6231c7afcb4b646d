// Arc: find the rule that turns three grids into others, and apply it to a fourth.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Parsing;
using BootcampEval.Sdk.Puzzles;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Arc;

/// <summary>Arc: find the rule that turns three grids into others, and apply it to a fourth.</summary>
public sealed partial class Arc : Bootcamp<Arc.Puzzle, PyValue>
{
    /// <summary>A test input and the key of its task.</summary>
    /// <param name="InputGrid">The test input, row by row: colours from 0 to 9.</param>
    /// <param name="TaskKey">The task: its rule makes the output, which is not stored.</param>
    /// <param name="StdAns">An output that is right whatever the rule makes.</param>
    /// <param name="Examples">Three worked pairs, for the question; the official rows show theirs in the prompt only.</param>
    public sealed record Puzzle(
        [property: JsonConverter(typeof(EncodedTwice<int[][]>))] int[][] InputGrid,
        string TaskKey,
        [property: JsonConverter(typeof(EncodedTwice<int[][]>))] int[][]? StdAns = null,
        Example[]? Examples = null);

    /// <summary>A worked pair of grids.</summary>
    public sealed record Example(int[][] Input, int[][] Output);

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(Puzzle))]
    [JsonSerializable(typeof(int[][]))]
    private sealed partial class ArcJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => ArcJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "Arc", Family.Arc, "Grid transformation", "Find the rule that turns three grids into others, and apply it to a fourth.")
    {
        AnswerFormat = "```arcmatrix with the rows of the output, [[1, 0], [0, 1]] ```",
        Measure = "cells of the test input, each counted once to three times by how hard the rule is to see",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        GridOf(puzzle.InputGrid) is null ? "input_grid is not a rectangle of colours from 0 to 9"
        : puzzle.StdAns is null && ArcTasks.WithKey(puzzle.TaskKey) is null ? $"no task has the key {puzzle.TaskKey}"
        : null;

    // The reference's pattern is \[\s*\[\s*.*?\s*\]\s*\]: from [[ to the next ]], white space allowed between. The last match that is JSON and a
    // list of nothing but lists counts; where there is none, the first one that is JSON.
    protected override Extraction<PyValue> Extract(string output)
    {
        PyValue? first = null;
        foreach (var text in BracketedLists(output).AsEnumerable().Reverse())
        {
            if (!PyJson.TryParse(text, out var value)) continue;
            if (value.TryGetItems(out var rows) && rows.All(row => row is PyValue.List)) return value;
            first = value;
        }
        return first is null ? new NoAnswer("no list of rows, [[..], [..]], that is JSON in the output") : first;
    }

    /// <summary>The fair ruling: a grid in a fence of the kind asked for counts, whatever lists are written after it.</summary>
    protected override Extraction<PyValue> ExtractFairly(string output) =>
        Fenced.Last(output, "arcmatrix").Then(Extract) is { Found: true } fenced ? fenced : Extract(output);

    // Linear: the white space behind a bracket is passed over once for each use of that bracket, and once nothing closes any more, nothing is sought.
    private static List<string> BracketedLists(string text)
    {
        var found = new List<string>();
        for (var start = text.IndexOf('['); start >= 0; start = text.IndexOf('[', start + 1))
        {
            var inner = PyText.EndOfSpaces(text, start + 1);
            if (inner == text.Length || text[inner] != '[') continue;
            var end = EndOfBothClosed(text, inner + 1);
            if (end < 0) break;
            found.Add(text[start..end]);
            start = end - 1;
        }
        return found;
    }

    private static int EndOfBothClosed(string text, int from)
    {
        for (var close = text.IndexOf(']', from); close >= 0; close = text.IndexOf(']', close + 1))
        {
            var next = PyText.EndOfSpaces(text, close + 1);
            if (next < text.Length && text[next] == ']') return next + 1;
        }
        return -1;
    }

    protected override Verdict Judge(PyValue answer, Puzzle puzzle)
    {
        var verdict = puzzle.StdAns is { } listed ? Compare(answer, listed) : null;
        if (verdict is { Score: 1 }) return verdict;
        // The reference accepts what the rule makes even where another output is listed.
        if (OutputOf(puzzle) is { } output) return Compare(answer, output.ToRows());
        return verdict ?? Verdict.Wrong(FaultOf(puzzle) ?? $"task {puzzle.TaskKey} makes no output of this input");
    }

    private static Verdict Compare(PyValue answer, int[][] expected)
    {
        if (!answer.TryGetItems(out var items) || !items.All(row => row is PyValue.List)) return Verdict.Wrong("the answer is not a list of rows");
        PyValue[][] rows = [.. items.Select(row => ((PyValue.List)row).Items.ToArray())];
        if (ShapeFaultOf(rows, expected) is { } fault) return Verdict.Wrong(fault);

        Cell[] wrong = [.. expected.SelectMany((row, i) => Cell.OfRow(i, row.Length))
            .Where(cell => !rows[cell.Row][cell.Column].IsNumberEqualTo(expected[cell.Row][cell.Column]))];
        if (wrong is not [var first, .. var others]) return Verdict.Correct;
        var more = others.Length switch { 0 => "", 1 => "; 1 more cell is wrong", var count => $"; {count} more cells are wrong" };
        return Verdict.Wrong($"{first} is {Short(rows[first.Row][first.Column].Repr())}, not {expected[first.Row][first.Column]}{more}", wrong);
    }

    private static string? ShapeFaultOf(PyValue[][] rows, int[][] expected)
    {
        if (rows.Select(row => row.Length).SequenceEqual(expected.Select(row => row.Length))) return null;
        return rows is [var first, ..] && rows.All(row => row.Length == first.Length)
            ? $"the grid is {rows.Length} x {first.Length}, not {expected.Length} x {expected.FirstOrDefault()?.Length ?? 0}"
            : Grid.ShapeFaultOf(rows, expected.Length, expected.FirstOrDefault()?.Length ?? 0) ?? "the rows are not of the lengths asked for";
    }

    private static string Short(string text) => text.Length <= 20 ? text : text[..20] + "…";

    private const int MostAttempts = 1_000;

    // The kinds of rules of each level: seen at a glance; that or one thought; any; more than a glance; several thoughts together.
    private static readonly (int Low, int High)[] Grades = [(1, 1), (1, 2), (1, 3), (2, 3), (3, 3)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (low, high) = Grades[level - 1];
        ArcTask[] tasks = [.. ArcTasks.All.Where(task => task.Grade >= low && task.Grade <= high)];
        for (var i = 0; i < MostAttempts; i++)
        {
            var task = random.Pick(tasks);
            var test = task.Draw(random, level);
            // The examples grow too, and need not be as large as the test.
            ArcPair[] examples = [.. Enumerable.Range(1, 3).Select(size => task.Draw(random, Math.Min(size, level)))];
            if (examples.Any(pair => pair.Input.Equals(test.Input)) || !task.IsShownBy(examples, test.Input)) continue;
            return new(
                test.Input.ToRows(), task.Key, test.Output.ToRows(),
                [.. examples.Select(pair => new Example(pair.Input.ToRows(), pair.Output.ToRows()))]);
        }
        throw new InvalidOperationException($"no examples show all of a rule at level {level}");
    }

    protected override string Ask(Puzzle puzzle) => $"""
        A grid is given as a list of its rows, from top to bottom; each number from 0 to 9 stands for the colour of a cell. One and the same rule
        makes every output grid out of its input grid. Find that rule in these examples, and apply it to the test input.

        {string.Join('\n', (puzzle.Examples ?? []).Select((pair, i) => $"Example {i + 1}, input:\n{Fence(pair.Input)}\nExample {i + 1}, output:\n{Fence(pair.Output)}\n"))}
        The output may be of another size than the input. Write it like the grids here: a list of rows, each row a list of numbers, in a code fence
        with the label arcmatrix. Let it be the last grid that you write.

        Test input:
        {Fence(puzzle.InputGrid)}
        """;

    private static string Fence(int[][] rows) => $"```arcmatrix\n[\n{string.Join(",\n", rows.Select(row => $"[{string.Join(", ", row)}]"))}\n]\n```";

    protected override string? Solve(Puzzle puzzle)
    {
        if (Expected(puzzle) is not { } output) return null;
        return ArcTasks.WithKey(puzzle.TaskKey) is { } task ? $"The rule: {task.Idea}\n\n{Fence(output)}" : Fence(output);
    }

    protected override double Measure(Puzzle puzzle) => puzzle.InputGrid.Sum(row => row.Length) * (ArcTasks.WithKey(puzzle.TaskKey)?.Grade ?? 1);

    // The answer above its input, with a row between them: the answer's cells lie where a verdict blames them.
    protected override Picture? Draw(Puzzle puzzle, Extraction<PyValue> answer)
    {
        if (GridOf(puzzle.InputGrid) is not { } input || Expected(puzzle) is not { Length: > 0 } output) return null;
        var (rows, columns) = (output.Length, output[0].Length);
        var top = rows + 1;
        var labels = new string[top + input.Rows];
        Array.Fill(labels, "");
        (labels[0], labels[top]) = ("answer", "input");
        var picture = new Picture(top + input.Rows, Math.Max(columns, input.Columns))
        {
            RowLabels = labels,
            Region = cell => cell.Row < rows && cell.Column < columns ? 1 : input.Contains(cell.Moved((-top, 0))) ? 2 : 0,
        };
        foreach (var cell in input.Cells) picture.Set(cell.Moved((top, 0)), $"{input[cell]}", CellMark.Given);
        if (answer is { Found: true, Answer: PyValue.List { Items: var items } })
        {
            foreach (var (row, cells) in items.Take(rows).Index())
                foreach (var (column, value) in ((cells as PyValue.List)?.Items ?? []).Take(columns).Index())
                    picture.Set(new(row, column), value.TryGetWhole(out var colour) && colour is >= 0 and <= 9 ? $"{colour}" : "?", CellMark.Answer);
        }
        return picture;
    }

    private static int[][]? Expected(Puzzle puzzle) => puzzle.StdAns ?? OutputOf(puzzle)?.ToRows();

    private static ArcGrid? OutputOf(Puzzle puzzle) =>
        ArcTasks.WithKey(puzzle.TaskKey) is { } task && GridOf(puzzle.InputGrid) is { } input ? task.Solve(input) : null;

    private static ArcGrid? GridOf(int[][] rows) =>
        rows is [{ Length: > 0 }, ..] && rows.All(row => row.Length == rows[0].Length && row.All(colour => colour is >= 0 and < ArcGrid.ColourCount)) ? new(rows) : null;
}
