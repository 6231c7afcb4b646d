// Binairo: fill a grid with 0 and 1, balanced, without three in a row, no two lines equal.

using System.Numerics;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Puzzles;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Grids;

/// <summary>Binairo, also called Takuzu: fill a grid with 0 and 1, balanced, without three in a row, no two lines equal.</summary>
public sealed partial class Binairo : Bootcamp<Binairo.Puzzle, BigInteger[][]>
{
    /// <summary>The given digits, null for a blank cell, and the finished grid.</summary>
    [method: JsonConstructor]
    public sealed record Puzzle([property: JsonPropertyName("puzzle")] int?[][] Givens, int[][] Solution);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class BinairoJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => BinairoJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "Binairo", Family.Grids, "Binairo", "Fill a grid with 0 and 1, balanced, without three equal digits in a row, no two lines equal.")
    {
        AnswerFormat = "[answer] with a line of digits for each row [/answer]",
        Measure = "blank cells",
    };

    protected override string? FaultOf(Puzzle puzzle)
    {
        var size = puzzle.Solution.Length;
        return size == 0 || puzzle.Solution.Any(row => row?.Length != size) ? "solution is not a square"
            : puzzle.Givens.Length != size || puzzle.Givens.Any(row => row?.Length != size) ? $"puzzle is not a grid of {size} x {size}"
            : null;
    }

    protected override Extraction<BigInteger[][]> Extract(string output) =>
        Tagged.Last(output, "[answer]", "[/answer]").Then(block => IntegerRows.Read(PyText.Strip(block).Split('\n')));

    // Only the stored grid counts, whatever the rules say of it; they say why another does not, as far as they can.
    protected override Verdict Judge(BigInteger[][] answer, Puzzle puzzle)
    {
        if (answer.Length == puzzle.Solution.Length && answer.Zip(puzzle.Solution).All(rows => AreEqual(rows.First, rows.Second))) return Verdict.Correct;
        var verdict = JudgeFairly(answer, puzzle);
        if (verdict.Score < 1) return verdict;
        var other = new Grid<int>(answer.Length, answer.Length).Cells.First(cell => answer[cell.Row][cell.Column] != puzzle.Solution[cell.Row][cell.Column]);
        return Verdict.Wrong($"the grid keeps all rules, but the one asked for has {puzzle.Solution[other.Row][other.Column]} in {other}", other);
    }

    private static bool AreEqual(BigInteger[] row, int[] stored) => row.Length == stored.Length && row.Zip(stored).All(pair => pair.First == pair.Second);

    /// <summary>The fair ruling: every grid that keeps the rules and the given digits is right.</summary>
    protected override Verdict JudgeFairly(BigInteger[][] answer, Puzzle puzzle)
    {
        var size = puzzle.Solution.Length;
        if (Grid.ShapeFaultOf(answer, size, size) is { } fault) return Verdict.Wrong(fault);
        var grid = IntegerRows.ToGrid(answer);
        foreach (var cell in grid.Cells)
        {
            if (grid[cell] is not (0 or 1)) return Verdict.Wrong($"{cell} holds {answer[cell.Row][cell.Column]}, which is not 0 or 1", cell);
            if (puzzle.Givens[cell.Row][cell.Column] is { } given && grid[cell] != given) return Verdict.Wrong($"{cell} is given as {given}", cell);
        }
        return FaultOf([.. Enumerable.Range(0, size).Select(row => grid.Row(row).ToArray())], "row", row => Cell.OfRow(row, size))
            ?? FaultOf([.. Enumerable.Range(0, size).Select(grid.Column)], "column", column => Cell.OfColumn(column, size))
            ?? Verdict.Correct;
    }

    private static Verdict? FaultOf(int[][] lines, string kind, Func<int, Cell[]> cellsOf)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            var (line, cells) = (lines[i], cellsOf(i));
            var ones = line.Sum();
            if (2 * ones != line.Length) return Verdict.Wrong($"{kind} {i + 1} has {ones} 1s and {line.Length - ones} 0s", cells);
            for (var at = 2; at < line.Length; at++)
            {
                if (line[at] == line[at - 1] && line[at] == line[at - 2])
                    return Verdict.Wrong($"{kind} {i + 1} has three {line[at]}s in a row", cells[(at - 2)..(at + 1)]);
            }
            if (Array.FindIndex(lines, 0, i, line.SequenceEqual) is var twin and >= 0)
                return Verdict.Wrong($"{kind}s {twin + 1} and {i + 1} are equal", [.. cellsOf(twin), .. cells]);
        }
        return null;
    }

    // The side, and how many digits stay given at least: the solver takes away every other one that is not needed.
    private static readonly (int Size, int Givens)[] Levels = [(4, 5), (6, 14), (6, 0), (8, 0), (10, 0)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (size, atLeast) = Levels[level - 1];
        var (model, grid) = Model(size);
        var solution = model.Search(random: random).First ?? throw new InvalidOperationException("an empty Binairo has a solution");
        var kept = Clues.Dig(model, solution, [.. grid.Cells.Select(cell => grid[cell])], random, atLeast).ToHashSet();
        return new(
            grid.Select(variable => kept.Contains(variable) ? solution[variable] : (int?)null).ToRows(),
            grid.Select(variable => solution[variable]).ToRows());
    }

    protected override string Ask(Puzzle puzzle)
    {
        var size = puzzle.Solution.Length;
        return $"""
            Solve this Binairo (also called Takuzu). The grid has {size} rows and {size} columns; an underscore is a blank cell:

            {string.Join('\n', puzzle.Givens.Select(row => string.Join(' ', row.Select(digit => digit is null ? "_" : $"{digit}"))))}

            Fill every blank with 0 or 1, so that:

            - each row and each column holds as many 0s as 1s;
            - nowhere do three equal digits stand side by side in a row or one below the other in a column;
            - no two rows are equal, and no two columns are equal.

            The given digits stay where they are. There is exactly one solution.

            Write the finished grid between [answer] and [/answer]: {size} lines, each of {size} digits separated by spaces, without blank lines
            between them, and nothing else.
            """;
    }

    protected override string? Solve(Puzzle puzzle) => $"[answer]\n{string.Join('\n', puzzle.Solution.Select(row => string.Join(' ', row)))}\n[/answer]";

    protected override double Measure(Puzzle puzzle) => puzzle.Givens.Sum(row => row.Count(digit => digit is null));

    protected override Picture? Draw(Puzzle puzzle, Extraction<BigInteger[][]> answer)
    {
        var size = puzzle.Solution.Length;
        var picture = new Picture(size, size, cell => $"{puzzle.Givens[cell.Row][cell.Column]}");
        if (answer.Found) picture.Fill(answer.Answer, number => $"{number}");
        return picture;
    }

    private static (FiniteDomain Model, Grid<int> Grid) Model(int size)
    {
        var model = new FiniteDomain();
        var grid = model.AddGrid(size, size, 0, 1);
        var line = Line(size);
        for (var i = 0; i < size; i++)
        {
            model.Regular(grid.Row(i).ToArray(), line);
            model.Regular(grid.Column(i), line);
            for (var j = 0; j < i; j++)
            {
                model.LinesDiffer(grid.Row(i).ToArray(), grid.Row(j).ToArray());
                model.LinesDiffer(grid.Column(i), grid.Column(j));
            }
        }
        return (model, grid);
    }

    /// <summary>Lines with half their digits 1 and no three equal ones in a row. A state is the number of 1s so far and the run at the end.</summary>
    private static Automaton Line(int size)
    {
        // Runs: 0 none yet, 1 and 2 that many 0s, 3 and 4 one or two 1s.
        return new(((size / 2) + 1) * 5, 2, Next, state => state / 5 == size / 2);

        int Next(int state, int digit)
        {
            var (ones, run) = (state / 5 + digit, state % 5);
            var first = digit == 0 ? 1 : 3;
            var next = run == first ? first + 1 : run == first + 1 ? -1 : first;
            return next < 0 || ones > size / 2 ? -1 : (ones * 5) + next;
        }
    }
}
