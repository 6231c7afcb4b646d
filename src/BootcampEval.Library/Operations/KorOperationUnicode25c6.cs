// f◆D: a double integral over a rectangle.

using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Mathematics;
using BootcampEval.Sdk.Mathematics.Notation;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Operations;

/// <summary>f◆D: the double integral of f(x, y) over a rectangle D, exactly.</summary>
public sealed partial class KorOperationUnicode25c6 : Bootcamp<KorOperationUnicode25c6.Puzzle, string>
{
    /// <summary>The integrand, the limits of x and of y, the exact value in plain text, and the format that the question asks for.</summary>
    public sealed record Puzzle(string Function, int[] XRange, int[] YRange, string CorrectAnswer, string FormatType);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorOperationUnicode25c6Json : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorOperationUnicode25c6Json.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorOperationUnicode25c6", Family.Operations, "Operator ◆: double integrals", "Find the double integral of a function over a rectangle.")
    {
        AnswerFormat = "[[3/2]]",
        Measure = "nodes of the integrand",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        puzzle.XRange.Length != 2 || puzzle.YRange.Length != 2 ? "a range has two limits"
        : Read(puzzle.CorrectAnswer) is { Found: false } unread ? $"the stored value can't be read: {unread.WhyNot}"
        : null;

    protected override Extraction<string> Extract(string output) =>
        Tagged.Last(output.Replace('\n', ' '), "[[", "]]").Then<string>(content => PyText.Strip(content));

    protected override Verdict Judge(string answer, Puzzle puzzle)
    {
        var given = Read(answer);
        if (!given.Found) return Verdict.Wrong($"the answer can't be read: {given.WhyNot}");
        var stored = Read(puzzle.CorrectAnswer);
        if (!stored.Found) return Verdict.Wrong($"the stored value can't be read: {stored.WhyNot}");
        return Compare(given.Answer, stored.Answer) switch
        {
            Equality.Equal => Verdict.Correct,
            Equality.Unequal => Verdict.Wrong($"it is not equal to {puzzle.CorrectAnswer}"),
            _ => Verdict.Wrong($"the reference can't tell whether it is equal to {puzzle.CorrectAnswer}"),
        };
    }

    private static Extraction<Expression> Read(string text) => PlainNotation.Explicit.Read(PyCase.Lower(PyText.Strip(text)
        .Replace(" ", "", StringComparison.Ordinal).Replace('·', '*')));

    // Between numbers, floating point counts as it is; beside anything else, as the decimal it stands for.
    private static Equality Compare(Expression given, Expression stored)
    {
        if (given is Number && stored is Number) return given - stored is Number { Value.IsZero: true } ? Equality.Equal : Equality.Unequal;
        return AnglesApart.AreIn(given, stored) ? Equality.Undecided : ExpressionEquality.Compare(given.WithExactDecimals(), stored);
    }

    // Euler's number is e, however written; a decimal counts if it is right to six digits.
    protected override Verdict JudgeFairly(string answer, Puzzle puzzle)
    {
        var verdict = FairFormula.Judge(answer, puzzle.CorrectAnswer);
        return verdict.Score == 1 || LatexNotation.Read(puzzle.CorrectAnswer) is not { Found: true } key || Evaluation.RealValue(key.Answer)?.ToDouble() is not { } value
            ? verdict
            : FairFormula.JudgeValue(answer, value, 1e-6 * Math.Max(1, Math.Abs(value)));
    }

    // Rational values only: then there is a fraction, and it has one natural spelling. Levels by terms, degrees, and then roots and reciprocals.
    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        while (true)
        {
            var f = Expression.SumOf(Enumerable.Range(0, level switch { 1 or 2 => 1, 3 or 4 => 2, _ => 3 }).Select(_ => Term(random, level)));
            var (xs, ys) = (Range(random, level), Range(random, level));
            if (!f.Contains("x") || !f.Contains("y") || ValueOf(f, xs, ys) is not Number { IsExact: true, Value: { IsZero: false } value }) continue;
            if (value.Denominator > 5000) continue;
            return new(Shown(f), xs, ys, value.ToString(), value.IsInteger ? "integer" : "fraction");
        }
    }

    private static Expression? ValueOf(Expression f, int[] xs, int[] ys) =>
        Integration.Between(f, "x", xs[0], xs[1]) is { } inner ? Integration.Between(inner, "y", ys[0], ys[1]) : null;

    private static Expression Term(PuzzleRandom random, int level)
    {
        var degree = level switch { 1 => 2, 2 => 4, _ => 5 };
        Expression Factor(string name)
        {
            var variable = Expression.Variable(name);
            return level < 4 || random.Chance(0.5)
                ? Expression.Pow(variable, random.Between(1, degree))
                : random.Pick(Expression.Sqrt(variable), Expression.Pow(variable, -2), Expression.Pow(variable, -3), variable * Expression.Sqrt(variable));
        }
        var coefficient = level == 1 ? random.Between(1, 6) : random.Between(1, 9) * random.Pick(1, -1);
        return coefficient * Factor("x") * Factor("y");
    }

    // Squares as limits, and none of them zero, make roots and reciprocals come out rational.
    private static int[] Range(PuzzleRandom random, int level)
    {
        if (level >= 4) return random.Pick<int[]>([1, 4], [1, 9], [4, 9], [1, 16], [4, 16], [9, 16]);
        var from = random.Between(level == 1 ? 0 : -3, 3);
        return [from, from + random.Between(1, 3)];
    }

    private static string Shown(Expression f) => PlainText.Of(f, "^").Replace('*', '·');

    protected override string Ask(Puzzle puzzle) => $"""
        For a function f(x, y) and a rectangle D, the operation f◆D is defined as the double integral of f over D.

        f(x, y) = {puzzle.Function}
        D: x from {Limit(puzzle.XRange[0])} to {Limit(puzzle.XRange[1])}, y from {Limit(puzzle.YRange[0])} to {Limit(puzzle.YRange[1])}

        Find the exact value of f◆D.

        Write it in double square brackets in plain text, not in LaTeX: a fraction as numerator/denominator, or a whole number; if it is neither, an
        expression with * for every multiplication, e for Euler's number, ^ for powers, and sin(1), cos(1): [[value]].
        """;

    private static string Limit(int limit) => limit.ToString(CultureInfo.InvariantCulture);

    protected override string? Solve(Puzzle puzzle) => $"[[{puzzle.CorrectAnswer}]]";

    protected override double Measure(Puzzle puzzle) =>
        PlainNotation.Explicit.Read(puzzle.Function.Replace('·', '*')) is { Found: true } read ? read.Answer.Size : 1;
}
