// Operations of calculus: keys are checked by difference quotients and quadrature in double precision, and natural spellings are accepted.

using System.Globalization;
using System.Text.RegularExpressions;
using BootcampEval.Sdk.Mathematics;
using BootcampEval.Sdk.Mathematics.Notation;

namespace BootcampEval.Library.Tests.Operations;

public sealed partial class CalculusOperationTests
{
    [GeneratedRegex(@"(?<=\b\d+)\*(?!\*)")]
    private static partial Regex StarBehindNumber { get; }

    [Fact]
    public void Sums_of_derivatives_are_sums_of_difference_quotients()
    {
        foreach (var problem in FreshOperations.Of("KorOperationUnicode25a1"))
        {
            var truth = problem.GroundTruth;
            var x = truth.Double("x_value");
            var sum = Slope(Latex(truth.Text("f")), x) + Slope(Latex(truth.Text("g")), x);
            AssertNear(sum, truth.Double("correct_answer"), 6e-5);
            Assert.Contains($"x = {x.ToString(CultureInfo.InvariantCulture)},", problem.Prompt);
        }
    }

    [Fact]
    public void Second_derivatives_are_second_difference_quotients()
    {
        foreach (var problem in FreshOperations.Of("KorOperationUnicode25bd"))
        {
            var truth = problem.GroundTruth;
            var (f, g, x) = (Latex(truth.Text("f_latex")), Latex(truth.Text("g_latex")), truth.Double("x_value"));
            const double Step = 1e-3;
            // Richardson's extrapolation makes up for the size of the step.
            double Second(double h) => (g(x + h) - 2 * g(x) + g(x - h)) / (h * h);
            AssertNear(f(x) + (4 * Second(Step) - Second(2 * Step)) / 3, truth.Double("expected_num"), 0.6 * Math.Pow(10, -truth.Int("precision")));
        }
    }

    [Fact]
    public void Derivatives_of_compositions_are_difference_quotients()
    {
        foreach (var problem in FreshOperations.Of("KorOperationUnicode25b3"))
        {
            var truth = problem.GroundTruth;
            var (f, g, x) = (Latex(truth.Text("f")), Latex(truth.Text("g")), double.Parse(truth.Text("x_value"), CultureInfo.InvariantCulture));
            double[] parts = [.. truth.Text("correct_answer").Split('/').Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
            var slope = Slope(at => f(g(at)), x);
            // At the edge of where f or g is real, there are no points on both sides.
            if (double.IsFinite(slope)) AssertNear(slope, parts[0] / (parts.Length == 2 ? parts[1] : 1), 1e-4);
            FreshOperations.AssertAccepted(problem, $"**Answer:** [[{truth.Text("correct_answer")}]]");
            if (parts.Length == 1) FreshOperations.AssertRefused(problem, $"[[{parts[0] + 1}]]");
        }
    }

    [Fact]
    public void Partial_derivatives_are_difference_quotients()
    {
        foreach (var problem in FreshOperations.Of("KorOperationUnicode25a0"))
        {
            var truth = problem.GroundTruth;
            Expression f = Plain(truth.Text("_f_sympy")), g = Plain(truth.Text("_g_sympy")), answer = Plain(truth.Text("_answer_sympy"));
            foreach (var (x, y) in new[] { (0.7, 1.3), (-0.4, 0.9) })
                AssertNear(Slope(at => DoubleValue.Of(f + g, at, y), x), DoubleValue.Of(answer, x, y), 1e-5);
            Assert.Contains($"f(x, y) = {truth.Text("_f_sympy")}", problem.Prompt);
        }
    }

    [Fact]
    public void An_expression_may_be_spelled_in_any_of_the_natural_ways()
    {
        foreach (var problem in FreshOperations.Of("KorOperationUnicode25a0"))
        {
            var answer = problem.GroundTruth.Text("_answer_sympy");
            FreshOperations.AssertAccepted(problem, $"[[{answer}]]");
            FreshOperations.AssertAccepted(problem, $"[[ {answer.Replace("**", "^", StringComparison.Ordinal)} ]]");
            FreshOperations.AssertAccepted(problem, $"$$[[{StarBehindNumber.Replace(answer, "").Replace("**", "^", StringComparison.Ordinal)}]]$$");
            FreshOperations.AssertAccepted(problem, $"[[{answer.Replace("sin", "\\sin", StringComparison.Ordinal).Replace("cos", "\\cos", StringComparison.Ordinal)}]]");
            FreshOperations.AssertRefused(problem, $"[[{answer} + 1]]");
        }
    }

    [Fact]
    public void Double_integrals_are_what_quadrature_finds()
    {
        foreach (var problem in FreshOperations.Of("KorOperationUnicode25c6"))
        {
            var truth = problem.GroundTruth;
            var f = Plain(truth.Text("function").Replace('·', '*'));
            int[] xs = truth.GetProperty("x_range").Ints(), ys = truth.GetProperty("y_range").Ints();
            var value = Quadrature(x => Quadrature(y => DoubleValue.Of(f, x, y), ys[0], ys[1]), xs[0], xs[1]);
            double[] parts = [.. truth.Text("correct_answer").Split('/').Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
            AssertNear(value, parts[0] / (parts.Length == 2 ? parts[1] : 1), 1e-6);
            FreshOperations.AssertAccepted(problem, $"So f◆D = [[ {truth.Text("correct_answer").Replace("/", " / ", StringComparison.Ordinal)} ]].");
            FreshOperations.AssertRefused(problem, $"[[{truth.Text("correct_answer")} + 1]]");
        }
    }

    [Fact]
    public void Definite_integrals_are_what_quadrature_finds()
    {
        foreach (var problem in FreshOperations.Of("KorOperationUnicode25cf"))
        {
            var truth = problem.GroundTruth;
            var f = Plain(truth.Text("f"));
            double Value(double a, double b) => Quadrature(x => DoubleValue.Of(f, x, 0), a, b) + 6;
            if (truth.Text("problem_type") == "compute")
            {
                AssertNear(Value(truth.Int("a"), truth.Int("b")), truth.Double("correct_answer"), 1e-9);
                continue;
            }
            var known = truth.Int("known_value");
            foreach (var limit in truth.GetProperty("correct_answers").EnumerateArray().Select(item => item.GetDouble()))
                AssertNear(truth.Int("result"), truth.Text("target_var") == "a" ? Value(limit, known) : Value(known, limit), 1e-9);
            // A power of x has one antiderivative through a point: even ones take a value twice, odd ones once.
            var isEven = truth.Text("f").Contains('^', StringComparison.Ordinal) ? truth.Text("f")[^1] is '1' or '3' : true;
            Assert.Equal(isEven ? 2 : 1, truth.GetProperty("correct_answers").GetArrayLength());
        }
    }

    private static Func<double, double> Latex(string text) => LatexNotation.Read(text).Answer is var f ? x => DoubleValue.Of(f, x, 0) : throw new ArgumentException(text);

    private static Expression Plain(string text) => PlainNotation.Explicit.Read(text).Answer;

    /// <summary>The derivative by central differences, with Richardson's extrapolation.</summary>
    private static double Slope(Func<double, double> f, double x)
    {
        const double Step = 1e-3;
        double Quotient(double h) => (f(x + h) - f(x - h)) / (2 * h);
        return (16 * Quotient(Step) - Quotient(4 * Step)) / 15;
    }

    /// <summary>The integral by Gauss and Legendre's five points on twenty parts.</summary>
    private static double Quadrature(Func<double, double> f, double from, double to)
    {
        (double At, double Weight)[] points =
        [
            (0, 0.5688888888888889), (0.5384693101056831, 0.47862867049936647), (-0.5384693101056831, 0.47862867049936647),
            (0.906179845938664, 0.23692688505618908), (-0.906179845938664, 0.23692688505618908),
        ];
        const int Parts = 20;
        var half = (to - from) / Parts / 2;
        var sum = 0.0;
        for (var i = 0; i < Parts; i++) sum += points.Sum(point => point.Weight * f(from + (2 * i + 1) * half + point.At * half)) * half;
        return sum;
    }

    private static void AssertNear(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)), $"{actual:R} is not {expected:R}");
}
