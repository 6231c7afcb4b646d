// The generalised 24 game: reach a target with given numbers.

using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Words;

/// <summary>The 24 game with other targets: combine given numbers by arithmetic so that the result is the target.</summary>
public sealed partial class Game24 : Bootcamp<Game24.Puzzle, string>
{
    /// <summary>The given numbers in ascending order with a space between them, and what to reach.</summary>
    /// <param name="Numbers">The numbers.</param>
    /// <param name="Target">The number to reach.</param>
    public sealed record Puzzle(
        [property: JsonPropertyName("puzzle")] string Numbers,
        [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] int Target);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class Game24Json : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => Game24Json.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "Game24", Family.Words, "Game 24", "Combine given numbers by arithmetic so that the result is the target.")
    {
        AnswerFormat = "\\boxed{6+6+(6+6)}",
        Measure = "ways to combine the numbers for each right one",
    };

    protected override string? FaultOf(Puzzle puzzle) => NumbersOf(puzzle) is null ? "puzzle is not whole numbers with single spaces between them" : null;

    protected override Extraction<string> Extract(string output) => Boxed.Last(output);

    // The box is evaluated as Python, whatever operations it uses; the given numbers are looked for as runs of digits, and only there.
    protected override Verdict Judge(string answer, Puzzle puzzle)
    {
        var text = answer
            .Replace("**", "", StringComparison.Ordinal)
            .Replace("\\times", "*", StringComparison.Ordinal).Replace("\\div", "/", StringComparison.Ordinal)
            .Replace("\\left", "", StringComparison.Ordinal).Replace("\\right", "", StringComparison.Ordinal);
        var used = DigitRuns(text);
        if (!used.Order(StringComparer.Ordinal).SequenceEqual(puzzle.Numbers.Split(' ').Order(StringComparer.Ordinal)))
            return Verdict.Wrong($"it uses the numbers {(used.Count == 0 ? "none" : string.Join(' ', used.Take(10)))}, not {puzzle.Numbers}");
        if (text.Contains("**", StringComparison.Ordinal) || text.Contains("//", StringComparison.Ordinal))
            return Verdict.Wrong("only + - * / are allowed");
        if (!PyExpression.TryEvaluate(text, out var value)) return Verdict.Wrong("the expression can't be evaluated");
        return value.IsNumberEqualTo(puzzle.Target) ? Verdict.Correct : Verdict.Wrong($"the expression comes to {JsonText.Of(value)}, not {puzzle.Target}");
    }

    private static List<string> DigitRuns(string text)
    {
        var runs = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var end = PyText.EndOfDigits(text, i);
            if (end > i) runs.Add(text[i..end]);
            i = Math.Max(end, i + 1);
        }
        return runs;
    }

    /// <summary>What a level draws from: how many numbers up to which, the targets, and how many ways there may be for each right one.</summary>
    private sealed record Level(int Count, int Largest, int LeastTarget, int MostTarget, double LeastRarity, double MostRarity);

    // The fewer of all ways to combine the numbers reach the target, the longer the search.
    private static readonly Level[] Levels =
    [
        new(4, 12, 10, 60, 1, 150), new(4, 12, 10, 60, 150, 500), new(4, 12, 10, 60, 500, 2_000),
        new(5, 20, 50, 200, 1_000, 5_000), new(5, 20, 50, 200, 5_000, 250_000),
    ];

    // Where doubles miss a target that fractions reach, a right answer would be refused: such numbers are drawn again.
    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var from = Levels[level - 1];
        while (true)
        {
            int[] numbers = [.. Enumerable.Range(0, from.Count).Select(_ => random.Between(1, from.Largest)).Order()];
            var target = random.Between(from.LeastTarget, from.MostTarget);
            var census = TargetNumber.Count(numbers, target);
            if (!census.RoundingMatters && census.Rarity >= from.LeastRarity && census.Rarity < from.MostRarity) return new(string.Join(' ', numbers), target);
        }
    }

    protected override string Ask(Puzzle puzzle) => $"""
        Use the numbers {puzzle.Numbers.Replace(" ", ", ", StringComparison.Ordinal)} to make {puzzle.Target}.

        Each of these numbers has to be used exactly once, as a whole, and no other number may be used. Only addition, subtraction,
        multiplication, division and round brackets are allowed. Values on the way may be negative or fractions.

        Put the finished expression, written with + - * / and round brackets and without an equals sign, into a LaTeX box at the end of your
        answer:
        the command \boxed with the expression in braces directly behind it. Use that command nowhere else.
        """;

    protected override string? Solve(Puzzle puzzle) =>
        TargetNumber.Solve(NumbersOf(puzzle)!, puzzle.Target) is { } expression ? $"\\boxed{{{expression}}}" : null;

    protected override double Measure(Puzzle puzzle) => TargetNumber.Count(NumbersOf(puzzle)!, puzzle.Target).Rarity;

    private static int[]? NumbersOf(Puzzle puzzle)
    {
        var texts = puzzle.Numbers.Split(' ');
        var numbers = new int[texts.Length];
        for (var i = 0; i < texts.Length; i++)
            if (!int.TryParse(texts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return null;
        return numbers;
    }
}
