// Futoshiki: a Latin square with inequality signs between neighbouring cells.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Puzzles;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Grids;

/// <summary>Futoshiki: complete a Latin square that respects the inequality signs between neighbouring cells.</summary>
public sealed partial class Futoshiki : Bootcamp<Futoshiki.Puzzle, PyValue>
{
    /// <summary>The side, the given numbers (0 for none), and the signs.</summary>
    public sealed record Puzzle(int Size, int[][] Initial, Inequality[] Inequalities);

    /// <summary>A sign between two cells, each as row and column from 0: <c>&gt;</c> says that the first is larger.</summary>
    public sealed record Inequality([property: JsonPropertyName("cell1")] int[] First, [property: JsonPropertyName("cell2")] int[] Second, string Symbol)
    {
        [JsonIgnore]
        internal Cell From => new(First[0], First[1]);

        [JsonIgnore]
        internal Cell To => new(Second[0], Second[1]);

        [JsonIgnore]
        internal bool FirstIsLarger => Symbol == ">";
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class FutoshikiJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => FutoshikiJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "Futoshiki", Family.Grids, "Futoshiki", "Complete a Latin square that respects the inequality signs between neighbouring cells.")
    {
        AnswerFormat = "[answer][[1, 2], [2, 1]][/answer]",
        Measure = "blank cells",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        puzzle.Initial.Length != puzzle.Size || puzzle.Initial.Any(row => row.Length != puzzle.Size) ? $"initial is not a grid of {puzzle.Size} x {puzzle.Size}"
        : puzzle.Inequalities.Any(sign => !IsInside(sign.First, puzzle.Size) || !IsInside(sign.Second, puzzle.Size)) ? "an inequality points outside the grid"
        : null;

    private static bool IsInside(int[] cell, int size) => cell.Length == 2 && cell.All(place => place >= 0 && place < size);

    protected override Extraction<PyValue> Extract(string output) => Tagged.Last(output, "[answer]", "[/answer]").Then(LiteralAnswer.Read);

    protected override Verdict Judge(PyValue answer, Puzzle puzzle)
    {
        var size = puzzle.Size;
        if (!answer.TryGetItems(out var rows) || rows.Count != size) return Verdict.Wrong($"the answer is not a list of {size} rows");
        var grid = new Grid<int>(size, size);
        for (var row = 0; row < size; row++)
        {
            if (!rows[row].TryGetItems(out var cells) || cells.Count != size) return Verdict.Wrong($"row {row + 1} is not a list of {size} numbers");
            for (var column = 0; column < size; column++)
            {
                if (!cells[column].TryGetWhole(out var number)) return Verdict.Wrong($"{new Cell(row, column)} holds no whole number", new Cell(row, column));
                grid[row, column] = number;
            }
        }
        foreach (var cell in grid.Cells)
            if (puzzle.Initial[cell.Row][cell.Column] is var given and not 0 && grid[cell] != given) return Verdict.Wrong($"{cell} is given as {given}, not {grid[cell]}", cell);
        return LatinSquare.FaultOf(grid) ?? FirstBrokenSign(grid, puzzle) ?? FirstUnordered(rows, puzzle) ?? Verdict.Correct;
    }

    private static Verdict? FirstBrokenSign(Grid<int> grid, Puzzle puzzle)
    {
        foreach (var sign in puzzle.Inequalities)
        {
            var (first, second) = (grid[sign.From], grid[sign.To]);
            if (sign.FirstIsLarger ? first <= second : first >= second)
                return Verdict.Wrong($"{first} at {sign.From} is not {(sign.FirstIsLarger ? "larger" : "smaller")} than {second} at {sign.To}", sign.From, sign.To);
        }
        return null;
    }

    // Python gives complex numbers no order: 1+0j may stand in a cell, as long as no sign touches it.
    private static Verdict? FirstUnordered(IReadOnlyList<PyValue> rows, Puzzle puzzle)
    {
        foreach (var cell in puzzle.Inequalities.SelectMany(sign => new[] { sign.From, sign.To }))
            if (rows[cell.Row].TryGetItems(out var cells) && cells[cell.Column] is PyValue.Complex) return Verdict.Wrong($"the complex number at {cell} can't be compared", cell);
        return null;
    }

    private static readonly (int Size, double SignShare)[] Levels = [(4, 0.3), (5, 0.35), (6, 0.35), (7, 0.4), (8, 0.4)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (size, share) = Levels[level - 1];
        var square = LatinSquare.Random(size, random);
        Inequality[] signs = [.. square.Cells.SelectMany(cell => Pairs(cell, size)).Where(_ => random.Chance(share)).Select(pair => Sign(square, pair.From, pair.To))];
        var (model, variables) = Model(size, signs);
        int[] solution = [.. square.Cells.Select(cell => square[cell])];
        var kept = Clues.Dig(model, solution, [.. variables.Cells.Select(cell => variables[cell])], random).ToHashSet();
        return new(size, variables.Select(variable => kept.Contains(variable) ? solution[variable] : 0).ToRows(), signs);
    }

    private static IEnumerable<(Cell From, Cell To)> Pairs(Cell cell, int size)
    {
        if (cell.Column + 1 < size) yield return (cell, cell with { Column = cell.Column + 1 });
        if (cell.Row + 1 < size) yield return (cell, cell with { Row = cell.Row + 1 });
    }

    private static Inequality Sign(Grid<int> square, Cell from, Cell to) =>
        new([from.Row, from.Column], [to.Row, to.Column], square[from] > square[to] ? ">" : "<");

    protected override string Ask(Puzzle puzzle) => $"""
        Solve this Futoshiki. The grid has {puzzle.Size} rows and {puzzle.Size} columns; an underscore is an empty cell:

        {string.Join('\n', puzzle.Initial.Select(row => string.Join(' ', row.Select(number => number == 0 ? "_" : $"{number}"))))}

        Fill every empty cell so that each row and each column holds every number from 1 to {puzzle.Size} exactly once. The given numbers stay where
        they are. Besides, these inequalities hold between neighbouring cells (rows are counted from 1 at the top, columns from 1 at the left):

        {(puzzle.Inequalities.Length == 0 ? "(none)" : string.Join('\n', puzzle.Inequalities.Select(sign => $"({sign.From}) {sign.Symbol} ({sign.To})")))}

        Write the finished grid between [answer] and [/answer] as a list of {puzzle.Size} rows, each row a list of {puzzle.Size} numbers in square
        brackets. A grid of two rows and two columns would look like this:
        [answer]
        [[1, 2], [2, 1]]
        [/answer]
        """;

    protected override string? Solve(Puzzle puzzle)
    {
        var (model, variables) = Model(puzzle.Size, puzzle.Inequalities);
        var given = variables.Cells.Where(cell => puzzle.Initial[cell.Row][cell.Column] != 0).Select(cell => (variables[cell], 1UL << puzzle.Initial[cell.Row][cell.Column]));
        return model.Search(1, [.. given]).First is { } solution
            ? $"[answer]\n{ListText.Of(variables.Select(variable => solution[variable]))}\n[/answer]"
            : null;
    }

    protected override double Measure(Puzzle puzzle) => puzzle.Initial.Sum(row => row.Count(number => number == 0));

    protected override Picture? Draw(Puzzle puzzle, Extraction<PyValue> answer)
    {
        var picture = new Picture(puzzle.Size, puzzle.Size, cell => puzzle.Initial[cell.Row][cell.Column] is var given and not 0 ? $"{given}" : "");
        if (answer.Found) picture.Fill(answer.Answer);
        foreach (var sign in puzzle.Inequalities)
        {
            var mark = (sign.From.Row == sign.To.Row, sign.FirstIsLarger) switch { (true, true) => ">", (true, false) => "<", (false, true) => "∨", _ => "∧" };
            picture.Set(sign.From, picture.Text(sign.From) + mark, picture.Mark(sign.From));
        }
        return picture;
    }

    private static (FiniteDomain Model, Grid<int> Variables) Model(int size, Inequality[] signs)
    {
        var model = new FiniteDomain();
        var variables = LatinSquare.AddTo(model, size);
        foreach (var sign in signs)
        {
            if (sign.FirstIsLarger) model.Less(variables[sign.To], variables[sign.From]);
            else model.Less(variables[sign.From], variables[sign.To]);
        }
        return (model, variables);
    }
}
