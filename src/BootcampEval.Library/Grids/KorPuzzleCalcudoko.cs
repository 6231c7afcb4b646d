// Calcudoku with cages whose numbers all differ, in the form of KOR-Bench.

using System.Numerics;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Grids;

/// <summary>Calcudoku with cages whose numbers all differ: a Latin square whose cages reach their targets by an operation.</summary>
public sealed partial class KorPuzzleCalcudoko : Bootcamp<KorPuzzleCalcudoko.Puzzle, BigInteger[][]>
{
    /// <summary>The side of the grid and its cages.</summary>
    public sealed record Puzzle(int Size, Region[] Regions);

    /// <summary>Cells as row and column counted from 1, an operation (<c>+</c>, <c>*</c>, <c>-</c> or <c>÷</c>), and its result.</summary>
    public sealed record Region(int[][] Cells, string Operator, int Target);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorPuzzleCalcudokoJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorPuzzleCalcudokoJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorPuzzleCalcudoko", Family.Grids, "Calcudoku with different numbers in a cage",
        "Fill a Latin square so that each cage holds different numbers that reach its target by its operation.")
    {
        AnswerFormat = "[[1 2,2 1]]",
        Measure = "ways to fill the cages one by one, as a power of ten",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        puzzle.Size is < 1 or > 60 ? $"size {puzzle.Size} is not from 1 to 60"
        : puzzle.Regions.SelectMany(region => region.Cells).Any(cell => cell?.Length != 2 || cell.Min() < 1 || cell.Max() > puzzle.Size)
            ? "a cell of a region is not a row and a column of the grid"
            : null;

    protected override Extraction<BigInteger[][]> Extract(string output) =>
        Tagged.Last(output, "[[", "]]").Then(block =>
            IntegerRows.Read(block.Replace("\n", "", StringComparison.Ordinal).Split(',').Where(row => PyText.Strip(row).Length > 0)));

    protected override Verdict Judge(BigInteger[][] answer, Puzzle puzzle) => Square(puzzle).Judge(answer);

    private static CagedSquare Square(Puzzle puzzle) => new(puzzle.Size, [.. puzzle.Regions.Select(CageOf)], Holds);

    private static Cage CageOf(Region region) =>
        new(region.Operator, region.Target, [.. region.Cells.Select(cell => new Cell(cell[0] - 1, cell[1] - 1))]);

    private static Region RegionOf(Cage cage) =>
        new([.. cage.Cells.Select(cell => new[] { cell.Row + 1, cell.Column + 1 })], cage.Operator, cage.Target);

    private static bool Holds(Cage cage, int[] numbers) => numbers.Distinct().Count() == numbers.Length && cage.Operator switch
    {
        "+" => numbers.Sum() == cage.Target,
        "*" => numbers.Aggregate(BigInteger.One, (product, number) => product * number) == cage.Target,
        "-" => numbers.Length > 1 && Math.Abs(numbers[0] - numbers[1]) == cage.Target,
        "÷" => numbers.Length > 0 && numbers.Max() == numbers.Min() * cage.Target,
        _ => false,
    };

    private static readonly (int Size, (int, int) Cells)[] Levels = [(4, (2, 2)), (4, (2, 4)), (5, (2, 4)), (6, (2, 4)), (7, (2, 4))];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (size, cells) = Levels[level - 1];
        var cages = CagedSquare.Generate(random, size, cells, (numbers, next) => !numbers.Contains(next), Choices, Holds);
        return new(size, [.. cages.Select(RegionOf)]);
    }

    private static List<(string, int)> Choices(int[] numbers)
    {
        List<(string, int)> choices = [("+", numbers.Sum()), ("*", numbers.Aggregate((product, number) => product * number))];
        if (numbers is [var a, var b])
        {
            choices.Add(("-", Math.Abs(a - b)));
            if (Math.Max(a, b) % Math.Min(a, b) == 0) choices.Add(("÷", Math.Max(a, b) / Math.Min(a, b)));
        }
        return choices;
    }

    protected override string Ask(Puzzle puzzle)
    {
        var size = puzzle.Size;
        return $"""
            Fill a grid with {size} rows and {size} columns with the numbers from 1 to {size}, so that each row and each column holds every number exactly
            once. The grid is divided into cages. Each line below lists the cells of a cage as (row,column), counted from 1 at the top left, then
            a target and an operation:

            {string.Join('\n', puzzle.Regions.Select(Spell))}

            - With +, the numbers in the cage add up to the target; with *, their product is the target.
            - With -, the difference of the two numbers (larger minus smaller) is the target; with ÷, the larger divided by the smaller is.
            - All numbers in a cage differ from each other.

            There is exactly one solution.

            Write the finished grid, from top to bottom, in double square brackets: the numbers of a row separated by spaces, the rows separated by
            commas, without brackets around a row. A grid of 2 rows would look like this:

            [[1 2,2 1]]
            """;
    }

    private static string Spell(Region region) =>
        $"{string.Concat(region.Cells.Select(cell => $"({cell[0]},{cell[1]})"))}: {region.Target}{region.Operator}";

    protected override string? Solve(Puzzle puzzle) =>
        Square(puzzle).Solve() is { } grid ? BracketedRows.Write(grid, number => $"{number}") : null;

    protected override double Measure(Puzzle puzzle) => Square(puzzle).Choices;

    protected override Picture? Draw(Puzzle puzzle, Extraction<BigInteger[][]> answer) => Square(puzzle).Draw(answer);
}
