// f□g: a sum of two derivatives.

using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Mathematics;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Operations;

/// <summary>f□g = f'(x) + g'(x): as an expression, or its value at a point.</summary>
public sealed partial class KorOperationUnicode25a1 : Bootcamp<KorOperationUnicode25a1.Puzzle, string>
{
    /// <summary>Two functions in LaTeX; the type <c>expression</c> has LaTeX text as its answer, <c>evaluate</c> a number with four decimals, and the point.</summary>
    public sealed record Puzzle(string F, string G, string ProblemType, [property: JsonConverter(typeof(PyValueJson))] PyValue CorrectAnswer, double? XValue);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorOperationUnicode25a1Json : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorOperationUnicode25a1Json.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorOperationUnicode25a1", Family.Operations, "Operator □: sums of derivatives", "Find the value of f'(x) + g'(x) at a point.")
    {
        AnswerFormat = "[[6.2832]]",
        Measure = "nodes of the two derivatives",
    };

    private const string Evaluate = "evaluate", AsExpression = "expression";
    private const int Decimals = 4;

    protected override string? FaultOf(Puzzle puzzle) => puzzle switch
    {
        { ProblemType: AsExpression, CorrectAnswer: PyValue.Str } or { ProblemType: Evaluate, CorrectAnswer: PyValue.Int or PyValue.Float } => null,
        _ => "it has no answer",
    };

    protected override Extraction<string> Extract(string output) => Tagged.Last(output, "[[", "]]", oneLine: true).Then<string>(content => PyText.Strip(content));

    protected override Verdict Judge(string answer, Puzzle puzzle)
    {
        const double Tolerance = 1e-4;
        if (puzzle.CorrectAnswer is PyValue.Str text)
            return answer == text.Value ? Verdict.Correct : Verdict.Wrong($"it is not written exactly as {text.Value}");
        if (!PyFloat.TryParse(answer, out var value)) return Verdict.Wrong($"{answer} is not a decimal number");
        return puzzle.CorrectAnswer.TryGetDouble(out var expected) && Math.Abs(PyNumber.Round(value, Decimals) - expected) < Tolerance
            ? Verdict.Correct
            : Verdict.Wrong($"the value is {puzzle.CorrectAnswer}, not {answer}");
    }

    protected override Verdict JudgeFairly(string answer, Puzzle puzzle) =>
        puzzle.CorrectAnswer is PyValue.Str text ? FairFormula.Judge(answer, text.Value)
        : puzzle.CorrectAnswer.TryGetDouble(out var value) ? FairFormula.JudgeValue(answer, value, 1e-4)
        : Judge(answer, puzzle);

    // Only values are asked for: the reference accepts one spelling of an expression, that of a certain printer.
    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        while (true)
        {
            var (f, g) = (RandomFunction.Of(random, level), RandomFunction.Of(random, level));
            var x = new Rational(random.Between(level == 1 ? 1 : 2, level <= 2 ? 6 : 15), level <= 2 ? 1 : 4);
            var sum = Differentiation.DerivativeOf(f, "x") + Differentiation.DerivativeOf(g, "x");
            if (f == g || DecimalValue.Of(sum.Substitute("x", x), Decimals) is not { } value) continue;
            return new(LatexText.Of(f), LatexText.Of(g), Evaluate, PyValue.Of(value), x.ToDouble());
        }
    }

    protected override string Ask(Puzzle puzzle) => $"""
        For two functions f and g of x, the operation f□g is defined as the sum of their derivatives: f□g = f'(x) + g'(x). Here log is the natural logarithm.

        f(x) = {puzzle.F}
        g(x) = {puzzle.G}

        {(puzzle.ProblemType == Evaluate
            ? $"Find the value of f□g at x = {(puzzle.XValue ?? 0).ToString(CultureInfo.InvariantCulture)}, rounded to {Decimals} decimals.\n\nWrite it in double square brackets as a decimal number: [[value]]."
            : "Find f□g as an expression.\n\nWrite it in LaTeX in double square brackets: [[expression]].")}
        """;

    protected override string? Solve(Puzzle puzzle) => $"[[{puzzle.CorrectAnswer}]]";

    protected override double Measure(Puzzle puzzle) => DerivativeWork.Of(puzzle.F, 1) + DerivativeWork.Of(puzzle.G, 1);
}
