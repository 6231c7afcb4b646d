// 24 points: combine four numbers into 24.

using System.Globalization;
using System.Numerics;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Words;

/// <summary>24 points: combine four given numbers by arithmetic so that the result is 24.</summary>
public sealed partial class KorPuzzle24Points : Bootcamp<KorPuzzle24Points.Puzzle, string>
{
    private const int Target = 24;
    private const double Tolerance = 1e-6;

    /// <summary>The given numbers, in ascending order.</summary>
    public sealed record Puzzle(int[] Numbers);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorPuzzle24PointsJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorPuzzle24PointsJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorPuzzle24Points", Family.Words, "24 points", "Combine four given numbers by arithmetic so that the result is 24.")
    {
        AnswerFormat = "[[(3 + 4 + 5) * 2]]",
        Measure = "ways to combine the numbers for each right one",
    };

    protected override Extraction<string> Extract(string output) =>
        Tagged.Last(output, "[[", "]]", oneLine: true).Then<string>(content => PyText.Strip(content));

    // The answer is evaluated as Python, whatever operations it uses; the numbers in it are only those with no letter or underscore at their side.
    protected override Verdict Judge(string answer, Puzzle puzzle)
    {
        if (NumbersIn(answer) is not { } used) return Verdict.Wrong("a number is too long");
        if (!used.Order().SequenceEqual(puzzle.Numbers.Select(number => (BigInteger)number).Order()))
            return Verdict.Wrong($"it uses the numbers {Listed(used)}, not {string.Join(", ", puzzle.Numbers)}");
        var expression = answer.Replace('×', '*').Replace('÷', '/').Replace(" ", "", StringComparison.Ordinal);
        if (!PyExpression.TryEvaluate(expression, out var value)) return Verdict.Wrong("the expression can't be evaluated");
        return DistanceToTarget(value) < Tolerance ? Verdict.Correct : Verdict.Wrong($"the expression comes to {JsonText.Of(value)}, not {Target}");
    }

    // The matches of \b\d+\b as integers; null when one has more digits than Python reads.
    private static List<BigInteger>? NumbersIn(string text)
    {
        var numbers = new List<BigInteger>();
        for (var i = 0; i < text.Length;)
        {
            var end = PyText.EndOfDigits(text, i);
            if (end > i && PyText.IsWordBoundary(text, i) && PyText.IsWordBoundary(text, end))
            {
                if (!PyInt.TryParse(text.AsSpan(i..end), out BigInteger number)) return null;
                numbers.Add(number);
            }
            i = Math.Max(end, i + 1);
        }
        return numbers;
    }

    private static string Listed(List<BigInteger> numbers) =>
        numbers.Count == 0 ? "none" : string.Join(", ", numbers.Take(10).Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private static double DistanceToTarget(PyValue value) => value switch
    {
        PyValue.Int whole => whole.Value == Target ? 0 : double.PositiveInfinity,
        PyValue.Float single => Math.Abs(single.Value - Target),
        PyValue.Complex pair => Complex.Abs(pair.Value - Target),
        _ => double.PositiveInfinity,
    };

    // The fewer of all ways to combine the numbers give 24, the longer the search.
    private static readonly (double Least, double Most)[] Rarities = [(1, 100), (100, 250), (250, 600), (600, 1500), (1500, 4000)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        const int Largest = 20;
        var (least, most) = Rarities[level - 1];
        while (true)
        {
            int[] numbers = [.. Enumerable.Range(0, 4).Select(_ => random.Between(1, Largest)).Order()];
            var census = TargetNumber.Count(numbers, Target, Tolerance);
            if (!census.RoundingMatters && census.Rarity >= least && census.Rarity < most) return new(numbers);
        }
    }

    protected override string Ask(Puzzle puzzle) => $"""
        Make {Target} out of these four numbers: {string.Join(", ", puzzle.Numbers)}

        Use each of them exactly once, as a number of its own, and no other number. Join them by addition, subtraction, multiplication and
        division, with round brackets where they are needed. Division need not come out even.

        Write the expression on one line in double square brackets, with the signs + - * / and round brackets, and without an equals sign:
        [[expression]].
        """;

    protected override string? Solve(Puzzle puzzle) => TargetNumber.Solve(puzzle.Numbers, Target, Tolerance) is { } expression ? $"[[{expression}]]" : null;

    protected override double Measure(Puzzle puzzle) => TargetNumber.Count(puzzle.Numbers, Target, Tolerance).Rarity;
}
