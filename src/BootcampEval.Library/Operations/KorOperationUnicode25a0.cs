// f■g: a sum of two partial derivatives.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Mathematics;
using BootcampEval.Sdk.Mathematics.Notation;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Operations;

/// <summary>f■g = ∂f/∂x + ∂g/∂x for functions of x and y, as an expression.</summary>
public sealed partial class KorOperationUnicode25a0 : Bootcamp<KorOperationUnicode25a0.Puzzle, string>
{
    /// <summary>Two functions of x and y, in LaTeX and in plain text, and the answer in plain text.</summary>
    public sealed record Puzzle(
        string FLatex,
        string GLatex,
        [property: JsonPropertyName("_f_sympy")] string FText,
        [property: JsonPropertyName("_g_sympy")] string GText,
        [property: JsonPropertyName("_answer_sympy")] string Answer);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorOperationUnicode25a0Json : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorOperationUnicode25a0Json.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorOperationUnicode25a0", Family.Operations, "Operator ■: partial derivatives", "Find the sum of two partial derivatives with respect to x.")
    {
        AnswerFormat = "[[2*x*y - sin(x)]]",
        Measure = "nodes of the two functions",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        PlainNotation.Explicit.Read(puzzle.Answer) is { Found: false } unread ? $"the stored answer can't be read: {unread.WhyNot}" : null;

    protected override Extraction<string> Extract(string output) => Tagged.Last(output, "[[", "]]").Then<string>(content => PyText.WithoutSpaces(content));

    protected override Verdict Judge(string answer, Puzzle puzzle)
    {
        var given = PlainNotation.Implicit.Read(WithoutLatexMarks(answer));
        if (!given.Found) return Verdict.Wrong($"the answer can't be read: {given.WhyNot}");
        var stored = PlainNotation.Explicit.Read(puzzle.Answer);
        if (!stored.Found) return Verdict.Wrong($"the stored answer can't be read: {stored.WhyNot}");
        return ExpressionEquality.Compare(given.Answer, stored.Answer) switch
        {
            Equality.Equal => Verdict.Correct,
            Equality.Unequal => Verdict.Wrong($"it is not equal to {puzzle.Answer}{Strangers(given.Answer)}"),
            _ => Verdict.Wrong($"it can't be compared with {puzzle.Answer}{Strangers(given.Answer)}"),
        };
    }

    // The reference only deletes these three characters; all other LaTeX is read as letters.
    private static string WithoutLatexMarks(string text) => string.Concat(text.Split('\\', '{', '}'));

    private static string Strangers(Expression answer) =>
        answer.Variables().Except(["x", "y"], StringComparer.Ordinal).ToArray() is { Length: > 0 } names
            ? $"; it was read with the variables {string.Join(", ", names.Take(10))}"
            : "";

    protected override Extraction<string> ExtractFairly(string output) => Tagged.Last(output, "[[", "]]").Then<string>(content => PyText.Strip(content));

    protected override Verdict JudgeFairly(string answer, Puzzle puzzle) => FairFormula.Judge(answer, puzzle.Answer);

    // Functions whose derivative is written alike in plain text and in what models take for it: no e^x, which the reference reads as a variable e.
    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        while (true)
        {
            var (f, g) = (Function(random, level), Function(random, level));
            var answer = Differentiation.DerivativeOf(f, "x") + Differentiation.DerivativeOf(g, "x");
            if (f == g || !answer.Contains("x")) continue;
            return new(LatexText.Of(f), LatexText.Of(g), PlainText.Of(f), PlainText.Of(g), PlainText.Of(answer));
        }
    }

    private static readonly Expression X = Expression.Variable("x");
    private static readonly Expression Y = Expression.Variable("y");

    private static Expression Function(PuzzleRandom random, int level) =>
        Expression.SumOf(Enumerable.Range(0, level switch { 1 or 2 => 2, 5 => 4, _ => 3 }).Select(_ => Term(random, level)));

    private static Expression Term(PuzzleRandom random, int level)
    {
        var coefficient = random.Between(1, 9) * random.Pick(1, -1);
        Expression PowerOf(Expression variable) => Expression.Pow(variable, random.Between(1, 2 + level));
        Expression Wave(Expression argument) => Expression.Apply(random.Pick(ElementaryFunction.Sin, ElementaryFunction.Cos), argument);
        return coefficient * random.Below(level switch { 1 => 2, 2 => 4, 3 => 5, _ => 7 }) switch
        {
            0 => PowerOf(X),
            1 => level == 1 ? PowerOf(Y) : PowerOf(X) * PowerOf(Y),
            2 => Wave(X),
            3 => Wave(random.Between(2, 6) * X),
            4 => PowerOf(Y) * Wave(X),
            5 => PowerOf(X) * Wave(random.Between(2, 5) * X),
            _ => Wave(X * Y + random.Between(1, 5)),
        };
    }

    protected override string Ask(Puzzle puzzle) => $"""
        For two functions f and g of x and y, the operation f■g is defined as the sum of their partial derivatives with respect to x:
        f■g = ∂f/∂x + ∂g/∂x.

        f(x, y) = {puzzle.FText}
        g(x, y) = {puzzle.GText}

        Find f■g as an expression. It is written here in plain text: ** is a power (^ may be written as well), * is multiplication, and arguments of functions
        stand in round brackets.

        Write the expression in the same plain text, not in LaTeX, with * for every multiplication, in double square brackets: [[expression]]. Write the
        exponential function, if it occurs, as exp(x).
        """;

    protected override string? Solve(Puzzle puzzle) => $"[[{puzzle.Answer}]]";

    protected override double Measure(Puzzle puzzle) => SizeOf(puzzle.FText) + SizeOf(puzzle.GText);

    private static int SizeOf(string text) => PlainNotation.Explicit.Read(text) is { Found: true } read ? read.Answer.Size : 1;
}
