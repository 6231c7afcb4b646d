// Calcudoku: a Latin square whose cages reach their targets by an operation.

using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Puzzles;

namespace BootcampEval.Library.Grids;

/// <summary>Calcudoku, also called KenKen: a Latin square whose cages reach their targets by an operation.</summary>
public sealed partial class Calcudoku : Bootcamp<Calcudoku.Puzzle, BigInteger[][]>
{
    /// <summary>The operation and target of each cage by its letter, and the letter of each cell.</summary>
    public sealed record Puzzle(Dictionary<string, Group> Groups, string[][] Grid, int Size);

    /// <summary>An operation and its result, written as <c>["+", 7]</c>.</summary>
    [JsonConverter(typeof(GroupConverter))]
    public sealed record Group(string Operator, int Target);

    internal sealed class GroupConverter : JsonConverter<Group>
    {
        public override Group Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var pair = JsonElement.ParseValue(ref reader);
            return pair is { ValueKind: JsonValueKind.Array } && pair.GetArrayLength() == 2
                && pair[0].ValueKind == JsonValueKind.String && pair[1].ValueKind == JsonValueKind.Number && pair[1].TryGetInt32(out var target)
                ? new(pair[0].GetString()!, target)
                : throw new JsonException("a group is not a list of an operator and a target");
        }

        public override void Write(Utf8JsonWriter writer, Group value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(value.Operator);
            writer.WriteNumberValue(value.Target);
            writer.WriteEndArray();
        }
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class CalcudokuJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => CalcudokuJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "Calcudoku", Family.Grids, "Calcudoku", "Fill a Latin square so that each cage of cells reaches its target by its operation.")
    {
        AnswerFormat = "[[1 2,2 1]]",
        Measure = "ways to fill the cages one by one, as a power of ten",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        puzzle.Size is < 1 or > 60 || puzzle.Grid.Length != puzzle.Size || puzzle.Grid.Any(row => row?.Length != puzzle.Size)
            ? $"grid is not a square of size {puzzle.Size}"
            : null;

    protected override Extraction<BigInteger[][]> Extract(string output) =>
        Tagged.Last(output, "[[", "]]").Then(block => IntegerRows.Read(block.Split(',').Select(row => row.Trim('[', ']', ' '))));

    protected override Verdict Judge(BigInteger[][] answer, Puzzle puzzle) => Square(puzzle, Holds).Judge(answer);

    /// <summary>The fair ruling: a quotient divides one number by all the others, equal ones too.</summary>
    protected override Verdict JudgeFairly(BigInteger[][] answer, Puzzle puzzle) => Square(puzzle, HoldsFairly).Judge(answer);

    private static CagedSquare Square(Puzzle puzzle, Func<Cage, int[], bool> holds)
    {
        var cells = Regions.ByLabel(Sdk.Puzzles.Grid.FromRows(puzzle.Grid)!);
        var cages = puzzle.Groups.Select(group => new Cage(group.Value.Operator, group.Value.Target, cells.GetValueOrDefault(group.Key, [])));
        return new(puzzle.Size, [.. cages], holds);
    }

    // The reference divides only by the numbers that differ from the dividend, so a cage that holds the dividend twice is judged wrongly.
    private static bool Holds(Cage cage, int[] numbers) => cage.Operator == "/"
        ? numbers.Any(dividend => dividend == cage.Target * Product(numbers.Where(number => number != dividend)))
        : HoldsFairly(cage, numbers);

    private static bool HoldsFairly(Cage cage, int[] numbers) => cage.Operator switch
    {
        "+" => numbers.Sum() == cage.Target,
        "*" => Product(numbers) == cage.Target,
        "-" => numbers.Any(minuend => (2 * minuend) - numbers.Sum() == cage.Target),
        "/" => numbers.Any(dividend => dividend * (BigInteger)dividend == cage.Target * Product(numbers)),
        _ => false,
    };

    private static BigInteger Product(IEnumerable<int> numbers) => numbers.Aggregate(BigInteger.One, (product, number) => product * number);

    private static readonly (int Size, (int, int) Cells)[] Levels = [(4, (1, 2)), (4, (2, 3)), (5, (2, 3)), (6, (2, 3)), (7, (2, 4))];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (size, cells) = Levels[level - 1];
        var cages = CagedSquare.Generate(
            random, size, cells, (_, _) => true, Choices, (cage, numbers) => Holds(cage, numbers) || HoldsFairly(cage, numbers));
        var letters = new Grid<string>(size, size);
        foreach (var (i, cage) in cages.Index())
            foreach (var cell in cage.Cells) letters[cell] = $"{(char)('A' + i)}";
        var groups = cages.ToDictionary(cage => letters[cage.Cells[0]], cage => new Group(cage.Operator, cage.Target));
        return new(groups, letters.ToRows(), size);
    }

    private static List<(string, int)> Choices(int[] numbers)
    {
        var most = numbers.Max();
        if (numbers.Length == 1) return [("+", most)];
        var others = (int)Product(numbers) / most;
        List<(string, int)> choices = [("+", numbers.Sum()), ("*", (int)Product(numbers))];
        if (2 * most > numbers.Sum()) choices.Add(("-", (2 * most) - numbers.Sum()));
        if (most % others == 0 && numbers.Count(number => number == most) == 1) choices.Add(("/", most / others));
        return choices;
    }

    protected override string Ask(Puzzle puzzle)
    {
        var size = puzzle.Size;
        return $"""
            Solve this Calcudoku. Fill a grid with {size} rows and {size} columns, so that each row and each column holds every number from 1 to {size}
            exactly once. The grid is divided into cages, named by letters:

            {string.Join('\n', puzzle.Grid.Select(row => string.Join(' ', row)))}

            Each cage has an operation and a target:

            {string.Join('\n', puzzle.Groups.OrderBy(group => group.Key, StringComparer.Ordinal).Select(Spell))}

            - With +, the numbers in the cage add up to the target.
            - With *, their product is the target.
            - With -, one of the numbers, minus all the others, is the target.
            - With /, one of the numbers, divided by all the others, is the target.

            A number may occur more than once in a cage, as long as it is not in the same row or column. There is exactly one solution.

            Write the finished grid in double square brackets: the numbers of a row separated by spaces, the rows by commas. A grid of 2 rows would
            look like this:

            [[1 2,2 1]]
            """;
    }

    private static string Spell(KeyValuePair<string, Group> group) => $"{group.Key}: {group.Value.Operator} {group.Value.Target}";

    protected override string? Solve(Puzzle puzzle) =>
        Square(puzzle, Holds).Solve() is { } grid ? BracketedRows.Write(grid, number => $"{number}") : null;

    protected override double Measure(Puzzle puzzle) => Square(puzzle, Holds).Choices;

    protected override Picture? Draw(Puzzle puzzle, Extraction<BigInteger[][]> answer) => Square(puzzle, Holds).Draw(answer);
}
