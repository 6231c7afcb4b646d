// f△g: the derivative of a composition.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Mathematics;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Operations;

/// <summary>f△g = (f(g(x)))': as an expression, or its value at a point.</summary>
public sealed partial class KorOperationUnicode25b3 : Bootcamp<KorOperationUnicode25b3.Puzzle, string>
{
    /// <summary>Two functions in LaTeX, a point in LaTeX or none, and the answer as text with its format: <c>latex</c>, <c>integer</c>, <c>fraction</c> or <c>float</c>.</summary>
    public sealed record Puzzle(string F, string G, string? XValue, string CorrectAnswer, string AnswerFormat);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorOperationUnicode25b3Json : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorOperationUnicode25b3Json.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorOperationUnicode25b3", Family.Operations, "Operator △: derivatives of compositions", "Find the value of the derivative of f(g(x)) at a point.")
    {
        AnswerFormat = "[[3/2]]",
        Measure = "nodes of the derivative",
    };

    private const string Latex = "latex", Integer = "integer", Fraction = "fraction";

    protected override Extraction<string> Extract(string output) => Tagged.Last(output, "[[", "]]").Then<string>(content => PyText.Strip(content));

    protected override Verdict Judge(string answer, Puzzle puzzle)
    {
        var (given, expected) = puzzle.AnswerFormat == Latex
            ? (WithoutSpacing(answer), WithoutSpacing(puzzle.CorrectAnswer))
            : (WithoutBlanks(answer), WithoutBlanks(puzzle.CorrectAnswer));
        return given == expected ? Verdict.Correct : Verdict.Wrong($"it is not written as {puzzle.CorrectAnswer}");
    }

    private static string WithoutSpacing(string text) =>
        PyText.WithoutSpaces(text).Replace("\\cdot", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal);

    private static string WithoutBlanks(string text) => PyText.Strip(text).Replace(" ", "", StringComparison.Ordinal);

    protected override Verdict JudgeFairly(string answer, Puzzle puzzle) =>
        puzzle.AnswerFormat is Latex or Integer or Fraction || !PyFloat.TryParse(puzzle.CorrectAnswer, out var value)
            ? FairFormula.Judge(answer, puzzle.CorrectAnswer)
            : FairFormula.JudgeValue(answer, value, 0.0051);

    // Only values that are whole numbers or fractions are asked for: the reference compares text, and these have one spelling.
    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        while (true)
        {
            var (f, g) = (Outer(random, level), Inner(random, level));
            Rational x = random.Between(-3, 5);
            var derivative = Differentiation.DerivativeOf(f.Substitute("x", g), "x");
            if (derivative.Substitute("x", x) is not Number { Value: var value } || !IsFit(value)) continue;
            if (Evaluation.RealValue(f.Substitute("x", g.Substitute("x", x))) is null) continue;
            return new(LatexText.Of(f), LatexText.Of(g), x.ToString(), value.ToString(), value.IsInteger ? Integer : Fraction);
        }
    }

    private static bool IsFit(Rational value) => !value.IsZero && Rational.Abs(value) <= 20_000 && value.Denominator <= 400;

    private static readonly Expression X = Expression.Variable("x");

    private static Expression Outer(PuzzleRandom random, int level)
    {
        var basic = random.Below(level == 1 ? 1 : 6) switch
        {
            0 => random.Between(1, 5) * Expression.Pow(X, random.Between(2, 5)),
            1 => random.Between(2, 7) * Expression.Pow(X, 2) - random.Between(1, 9) * X,
            2 => Expression.Apply(ElementaryFunction.Log, X),
            3 => Expression.Sqrt(X),
            4 => Expression.Exp(X),
            _ => Expression.Pow(X, -random.Between(1, 2)),
        };
        if (level <= 2) return basic;
        var factor = random.Pick(X, Expression.Pow(X, 2), Expression.Apply(ElementaryFunction.Cos, X), Expression.Sqrt(X));
        var product = level == 3 ? basic * random.Between(2, 9) + random.Between(2, 9) * X : basic * factor;
        return level <= 4 ? product : product + random.Between(2, 9) * Expression.Pow(X, random.Between(2, 3));
    }

    private static Expression Inner(PuzzleRandom random, int level)
    {
        var terms = random.Sample([.. Enumerable.Range(1, 3)], level <= 3 ? 1 : 2);
        var polynomial = Expression.SumOf(terms.Select(degree => random.Between(1, 4) * random.Pick(1, -1) * Expression.Pow(X, degree))) + random.Between(-4, 9);
        return level <= 4 || random.Chance(0.4) ? polynomial : polynomial + random.Pick(
            Expression.Sqrt(X + random.Between(0, 9)), Expression.Pow(X + random.Between(1, 5), -1), Expression.Sqrt(X * random.Between(1, 9)));
    }

    protected override string Ask(Puzzle puzzle) => $"""
        For two functions f and g, the operation f△g is defined as the derivative of the composition f(g(x)) with respect to x. Here log is the natural
        logarithm.

        f(x) = {puzzle.F}
        g(x) = {puzzle.G}

        {Question(puzzle)}
        """;

    private static string Question(Puzzle puzzle) => puzzle.XValue is null
        ? "Find f△g as an expression.\n\nWrite it in LaTeX in double square brackets: [[expression]]."
        : $"""
        Find the value of f△g at x = {puzzle.XValue}. {(puzzle.AnswerFormat is Integer or Fraction ? "It is a whole number or a fraction." : "Round it to two decimals.")}

        Write it in double square brackets{(puzzle.AnswerFormat is Integer or Fraction
            ? " in plain text, a whole number as it is, a fraction in lowest terms as numerator/denominator"
            : ", always with two decimals")}: [[value]].
        """;

    protected override string? Solve(Puzzle puzzle) => $"[[{puzzle.CorrectAnswer}]]";

    protected override double Measure(Puzzle puzzle) => DerivativeWork.OfComposition(puzzle.F, puzzle.G);
}
