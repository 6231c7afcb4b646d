// Readers of formulas are total and bounded: any text is read or refused, soon.

using System.Diagnostics;
using BootcampEval.Sdk.Mathematics;
using BootcampEval.Sdk.Mathematics.Notation;

namespace BootcampEval.Sdk.Tests.Mathematics;

public sealed class HostileFormulaTests
{
    private const int Texts = 100_000;

    // The contract is 100 ms; a shared test machine may stall for longer, and what this guards against takes minutes or for ever.
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(5);

    private static readonly string[] Pieces =
    [
        "x", "y", "2", "0.5", "1e9", "9**9**9", "(", ")", "(", ")", "{", "}", "[", "]", "+", "-", "*", "/", "^", "**", "!", "!!", ",", "|", "_", "%", "//", "=", "#", "'", "\"",
        "sin", "cos(", "exp", "sqrt(", "log", "ln(", "pi", "E", "e^", "I", "diff(", "gamma(", "max(", "binomial(", "\\", "\\frac", "\\frac{", "\\sqrt", "\\sqrt[", "\\sin", "\\left(",
        "\\right)", "\\cdot", "\\text{", "\\operatorname{", "\\log_", "²", "π", "√", "−", "×", "½", "１", "\ud800", "\udfff", "\0", " ", "\n", "\t", "1.2[3]", "0x", "0b1", "1_0", "2j", "lambda", "…",
        "999999999999999999999999", "1e-4000", "1e99999999999", "sin^2x", "xy2z", "é", "𝟙",
    ];

    public static TheoryData<string> Readers => [.. ReadersByName.Keys];

    private static readonly Dictionary<string, Func<string, Extraction<Expression>>> ReadersByName = new()
    {
        ["explicit"] = PlainNotation.Explicit.Read,
        ["implicit"] = PlainNotation.Implicit.Read,
        ["sets as exponents"] = (PlainNotation.Explicit with { SetsAreExponents = true }).Read,
        ["LaTeX"] = LatexNotation.Read,
    };

    [Theory]
    [MemberData(nameof(Readers))]
    public void A_hundred_thousand_random_texts_are_read_or_refused(string reader)
    {
        var read = ReadersByName[reader];
        var random = new PuzzleRandom(20_25);
        var found = 0;
        var slowest = TimeSpan.Zero;
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < Texts; i++)
        {
            text.Clear();
            for (var pieces = random.Between(1, 9); pieces > 0; pieces--) text.Append(random.Pick(Pieces));
            var start = Stopwatch.GetTimestamp();
            if (read(text.ToString()).Found) found++;
            var took = Stopwatch.GetElapsedTime(start);
            if (took > slowest) slowest = took;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{reader}: {found} of {Texts} read, slowest {slowest.TotalMilliseconds:F1} ms");
        Assert.InRange(found, Texts / 100, Texts / 2);
        Assert.True(slowest < Hang);
    }

    private static readonly string[] Monsters =
    [
        "9**9**9**9", "9^9^9^9", "(10**400)!", "1e999999999", "2**(2**(2**100))", new string('9', 200_000), "0." + new string('3', 200_000), new string('(', 10_000),
        new string('(', 10_000) + "x" + new string(')', 10_000), new string('-', 200_000), new string('x', 200_000), Repeat("x+", 100_000) + "x", Repeat("x*", 1_400) + "x",
        Repeat("sin(", 199) + "x" + Repeat(")", 199), Repeat("x**", 199) + "x", Repeat("x^", 100_000) + "x", Repeat("\\frac{1}{", 20_000), Repeat("\\sqrt{", 30_000),
        Repeat("(x+y+z)*", 300) + "1", "(x+y+z+u+v+w)**100", Repeat("1/7919+1/7907+", 700) + "1", Repeat("300!*", 700) + "1", Repeat("(x!)*", 500) + "x", Repeat("9**9999+", 300) + "x",
        "exp(exp(exp(exp(exp(x)))))", "sin(10**4000)", "x**(10**400)", "(1/3)**(10**9)", "0.1**(10**9)", "|" + Repeat("x|", 50_000), Repeat("{", 100_000), Repeat("\ud800", 100_000),
    ];

    [Fact]
    public void Monstrous_formulas_end_with_an_answer()
    {
        foreach (var text in Monsters)
        {
            foreach (var (name, read) in ReadersByName)
            {
                var start = Stopwatch.GetTimestamp();
                if (read(text) is { Found: true } found)
                {
                    ExpressionEquality.Compare(found.Answer.WithExactDecimals(), Expression.Exp(Expression.Variable("x")));
                    ExpressionEquality.Compare(found.Answer, Expression.Sqrt(Expression.Pow(found.Answer, 2)));
                }
                var took = Stopwatch.GetElapsedTime(start);
                Assert.True(took < Hang, $"{name}: {took} for {text[..Math.Min(40, text.Length)]}");
            }
        }
    }

    private static string Repeat(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));
}
