// f▽g: a function plus a second derivative.

using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Mathematics;
using BootcampEval.Sdk.Mathematics.Notation;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Operations;

/// <summary>f▽g = f(x) + g''(x): as an expression, or its value at a point.</summary>
public sealed partial class KorOperationUnicode25bd : Bootcamp<KorOperationUnicode25bd.Puzzle, string>
{
    /// <summary>Two functions in LaTeX; a numeric puzzle has a point and the value there, rounded to some decimals, any other one the expression in LaTeX.</summary>
    public sealed record Puzzle(string FLatex, string GLatex, double? XValue, double? ExpectedNum, string? ExpectedStr, int Precision, bool IsNumeric);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorOperationUnicode25bdJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorOperationUnicode25bdJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorOperationUnicode25bd", Family.Operations, "Operator ▽: second derivatives", "Find the value of f(x) + g''(x) at a point.")
    {
        AnswerFormat = "[[2.01]]",
        Measure = "nodes of f and of the second derivative of g",
    };

    protected override string? FaultOf(Puzzle puzzle) => puzzle switch
    {
        { IsNumeric: true, ExpectedNum: not null, Precision: >= 0 and <= 15 } or { IsNumeric: false, ExpectedStr: not null } => null,
        _ => "it has no answer",
    };

    protected override Extraction<string> Extract(string output) => Tagged.Last(output, "[[", "]]", oneLine: true).Then<string>(content => PyText.Strip(content));

    protected override Verdict Judge(string answer, Puzzle puzzle) => puzzle.IsNumeric ? JudgeValue(answer, puzzle) : JudgeExpression(answer, puzzle.ExpectedStr!);

    private static Verdict JudgeValue(string answer, Puzzle puzzle)
    {
        const double Tolerance = 1e-6;
        if (!PyFloat.TryParse(answer, out var value)) return Verdict.Wrong($"{answer} is not a decimal number");
        return Math.Abs(PyNumber.Round(value, puzzle.Precision) - puzzle.ExpectedNum!.Value) < Tolerance
            ? Verdict.Correct
            : Verdict.Wrong($"the value is {PyNumber.Repr(puzzle.ExpectedNum.Value)}, not {answer}");
    }

    // The reference reads both LaTeX texts as Python, where e^{x} is e to the power of a set: most stored texts are no Python at all.
    private static readonly PlainNotation LatexAsPython = PlainNotation.Explicit with { SetsAreExponents = true };

    private static Verdict JudgeExpression(string answer, string expected)
    {
        if (LatexAsPython.Read(expected) is not { Found: true } stored) return Verdict.Wrong("the reference can't read the stored expression, so no answer is right");
        if (LatexAsPython.Read(answer) is not { Found: true } given) return Verdict.Wrong($"the answer can't be read as a Python expression: {LatexAsPython.Read(answer).WhyNot}");
        return ExpressionEquality.Compare(given.Answer.WithExactDecimals(), stored.Answer) == Equality.Equal
            ? Verdict.Correct
            : Verdict.Wrong($"it is not equal to {expected}, read as Python");
    }

    protected override Verdict JudgeFairly(string answer, Puzzle puzzle) => puzzle.IsNumeric
        ? FairFormula.JudgeValue(answer, puzzle.ExpectedNum!.Value, 0.51 * Math.Pow(10, -puzzle.Precision))
        : FairFormula.Judge(answer, puzzle.ExpectedStr!);

    // Only values are asked for: see above.
    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var decimals = level <= 2 ? 2 : 3;
        while (true)
        {
            var (f, g) = (RandomFunction.Of(random, level), RandomFunction.Of(random, level));
            var x = new Rational(random.Between(4, level <= 2 ? 12 : 60), level <= 2 ? 2 : 20);
            var second = Differentiation.DerivativeOf(Differentiation.DerivativeOf(g, "x"), "x");
            if (f == g || DecimalValue.Of((f + second).Substitute("x", x), decimals) is not { } value) continue;
            return new(LatexText.Of(f), LatexText.Of(g), x.ToDouble(), value, null, decimals, true);
        }
    }

    protected override string Ask(Puzzle puzzle) => $"""
        For two functions f and g of x, the operation f▽g is defined as f(x) + g''(x), where g'' is the second derivative of g. Here log is the natural
        logarithm.

        f(x) = {puzzle.FLatex}
        g(x) = {puzzle.GLatex}

        {(puzzle.IsNumeric
            ? $"Find the value of f▽g at x = {(puzzle.XValue ?? 0).ToString(CultureInfo.InvariantCulture)}, rounded to {puzzle.Precision} decimals.\n\nWrite it in double square brackets as a decimal number: [[value]]."
            : "Find f▽g as an expression.\n\nWrite it in LaTeX in double square brackets: [[expression]].")}
        """;

    protected override string? Solve(Puzzle puzzle) => puzzle.IsNumeric ? $"[[{PyNumber.Repr(puzzle.ExpectedNum!.Value)}]]" : $"[[{puzzle.ExpectedStr}]]";

    protected override double Measure(Puzzle puzzle) => DerivativeWork.Of(puzzle.FLatex, 0) + DerivativeWork.Of(puzzle.GLatex, 2);
}
