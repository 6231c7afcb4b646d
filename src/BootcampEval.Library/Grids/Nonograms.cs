// Nonograms: fill cells so that the runs of filled cells in each row and column have the given lengths.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Puzzles;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Grids;

/// <summary>Nonograms: fill cells so that the runs of filled cells in each row and column have the given lengths.</summary>
public sealed partial class Nonograms : Bootcamp<Nonograms.Puzzle, bool[][]>
{
    /// <summary>The lengths of the runs of filled cells in each row, from the left, and in each column, from the top; empty for a blank line.</summary>
    public sealed record Puzzle(int[][] Rows, int[][] Columns);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class NonogramsJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => NonogramsJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "Nonograms", Family.Grids, "Nonogram", "Fill cells so that the runs of filled cells in each row and column have the given lengths.")
    {
        AnswerFormat = "[answer] with a line of X and . for each row [/answer]",
        Measure = "cells to decide",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        puzzle.Rows.Length is < 1 or > 60 || puzzle.Columns.Length is < 1 or > 60 ? "a side is not from 1 to 60 cells long"
        : puzzle.Rows.Any(clue => !Fits(clue, puzzle.Columns.Length)) ? "the clue of a row does not fit into it"
        : puzzle.Columns.Any(clue => !Fits(clue, puzzle.Rows.Length)) ? "the clue of a column does not fit into it"
        : null;

    private static bool Fits(int[]? clue, int cells) =>
        clue is not null && clue.All(length => length > 0) && clue.Sum(length => (long)length) + clue.Length - 1 <= cells;

    protected override Extraction<bool[][]> Extract(string output) =>
        Tagged.Last(output, "[answer]", "[/answer]").Then<bool[][]>(block =>
            block.Split('\n').Where(line => PyText.Strip(line).Length > 0).Select(line => Cells(PyText.WithoutSpaces(line))).ToArray());

    /// <summary>The fair reading: a blank may also be written as a space, as the official prompts show it.</summary>
    protected override Extraction<bool[][]> ExtractFairly(string output) =>
        Tagged.Last(output, "[answer]", "[/answer]").Then<bool[][]>(block =>
            block.Trim('\r', '\n').Split('\n').Select(line => Cells(line.TrimEnd('\r'))).ToArray());

    private static bool[] Cells(string line) => [.. PyText.CodePoints(line).Select(c => c is 'X' or 'x')];

    protected override Verdict Judge(bool[][] answer, Puzzle puzzle)
    {
        if (Grid.ShapeFaultOf(answer, puzzle.Rows.Length, puzzle.Columns.Length) is { } fault) return Verdict.Wrong(fault);
        for (var row = 0; row < answer.Length; row++)
        {
            if (Misses(answer[row], puzzle.Rows[row]) is { } runs) return Verdict.Wrong($"row {row + 1} {runs}", Cell.OfRow(row, puzzle.Columns.Length));
        }
        for (var column = 0; column < puzzle.Columns.Length; column++)
        {
            if (Misses([.. answer.Select(row => row[column])], puzzle.Columns[column]) is { } runs)
                return Verdict.Wrong($"column {column + 1} {runs}", Cell.OfColumn(column, answer.Length));
        }
        return Verdict.Correct;
    }

    protected override Verdict JudgeFairly(bool[][] answer, Puzzle puzzle)
    {
        // Trailing blanks are easily lost, and blank rows at the end with them.
        var rows = answer.Concat(Enumerable.Repeat<bool[]>([], Math.Max(0, puzzle.Rows.Length - answer.Length)));
        return Judge([.. rows.Select(row => row.Length < puzzle.Columns.Length ? [.. row, .. new bool[puzzle.Columns.Length - row.Length]] : row)], puzzle);
    }

    private static string? Misses(bool[] line, int[] clue)
    {
        var runs = RunsOf(line);
        return runs.SequenceEqual(clue) ? null : $"has {Spelled(runs)}, not {Spelled(clue)}";

        static string Spelled(int[] runs) => runs.Length == 0 ? "no filled cell" : $"{(runs.Length == 1 ? "a run" : "runs")} of {string.Join(' ', runs)}";
    }

    private static int[] RunsOf(bool[] line)
    {
        var runs = new List<int>();
        for (var i = 0; i < line.Length; i++)
        {
            if (!line[i]) continue;
            if (i == 0 || !line[i - 1]) runs.Add(0);
            runs[^1]++;
        }
        return [.. runs];
    }

    // The side of the square. About half of the cells are filled: that leaves the most to find out.
    private static readonly int[] Sides = [5, 7, 9, 12, 15];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var side = Sides[level - 1];
        var picture = new Grid<bool>(side, side, _ => random.Chance(0.55));
        while (true)
        {
            var columns = Enumerable.Range(0, side).Select(column => RunsOf(picture.Column(column)));
            var puzzle = new Puzzle([.. picture.ToRows().Select(RunsOf)], [.. columns]);
            var (model, grid) = Model(puzzle);
            var found = model.Search(2, nodeBudget: 500);
            if (found.IsUnique) return puzzle;
            if (found.Solutions.Count < 2) picture = new(side, side, _ => random.Chance(0.55));
            else
            {
                // Where two pictures fit the clues, changing a cell in which they differ brings the clues closer to fitting only one.
                Cell[] open = [.. picture.Cells.Where(cell => found.Solutions[0][grid[cell]] != found.Solutions[1][grid[cell]])];
                var changed = random.Pick(open);
                picture[changed] = !picture[changed];
            }
        }
    }

    protected override string Ask(Puzzle puzzle) => $"""
        Solve this nonogram. Some cells of a grid with {puzzle.Rows.Length} rows and {puzzle.Columns.Length} columns are filled, the others are blank.
        The clue of a row or column lists the lengths of its runs of filled cells, in order: rows from left to right, columns from top to
        bottom. A run is a stretch of filled cells without a gap; between two runs there is at least one blank cell. The clue 0 stands for a
        line without any filled cell.

        Rows, from top to bottom:
        {string.Join('\n', puzzle.Rows.Select((clue, i) => $"row {i + 1}: {Clue(clue)}"))}

        Columns, from left to right:
        {string.Join('\n', puzzle.Columns.Select((clue, i) => $"column {i + 1}: {Clue(clue)}"))}

        There is exactly one solution.

        Write the finished grid between [answer] and [/answer]: a line for each row, with X for a filled cell and . for a blank one, without
        spaces and without anything else. A grid of 2 rows and 3 columns would look like this:

        [answer]
        XX.
        ..X
        [/answer]
        """;

    protected override string? Solve(Puzzle puzzle)
    {
        var (model, grid) = Model(puzzle);
        if (model.Search().First is not { } solution) return null;
        return $"[answer]\n{grid.ToText("", variable => solution[variable] == 1 ? "X" : ".")}\n[/answer]";
    }

    protected override double Measure(Puzzle puzzle) => puzzle.Rows.Length * puzzle.Columns.Length;

    protected override Picture? Draw(Puzzle puzzle, Extraction<bool[][]> answer)
    {
        var picture = new Picture(puzzle.Rows.Length, puzzle.Columns.Length)
        {
            RowLabels = [.. puzzle.Rows.Select(Clue)],
            ColumnLabels = [.. puzzle.Columns.Select(Clue)],
        };
        if (answer.Found) picture.Fill(answer.Answer, filled => filled ? "■" : "");
        return picture;
    }

    private static string Clue(int[] runs) => runs.Length == 0 ? "0" : string.Join(' ', runs);

    private static (FiniteDomain Model, Grid<int> Grid) Model(Puzzle puzzle)
    {
        var model = new FiniteDomain();
        var grid = model.AddGrid(puzzle.Rows.Length, puzzle.Columns.Length, 0, 1);
        for (var row = 0; row < grid.Rows; row++) model.Regular(grid.Row(row).ToArray(), Automaton.Runs(puzzle.Rows[row]));
        for (var column = 0; column < grid.Columns; column++) model.Regular(grid.Column(column), Automaton.Runs(puzzle.Columns[column]));
        return (model, grid);
    }
}
