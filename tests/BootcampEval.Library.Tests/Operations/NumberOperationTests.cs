// Operations on numbers, matrices and sets: keys are checked by other means than those they were made by, and natural spellings are accepted.

using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace BootcampEval.Library.Tests.Operations;

public sealed class NumberOperationTests
{
    [Theory]
    [InlineData("KorOperationUnicode20ac", "A€B = 2A + 3B")]
    [InlineData("KorOperationUnicode2295", "a⊕b denotes the complex number a + bi")]
    [InlineData("KorOperationUnicode25a0", "∂f/∂x + ∂g/∂x")]
    [InlineData("KorOperationUnicode25a1", "f'(x) + g'(x)")]
    [InlineData("KorOperationUnicode25b3", "the derivative of the composition f(g(x))")]
    [InlineData("KorOperationUnicode25bd", "f(x) + g''(x)")]
    [InlineData("KorOperationUnicode25c6", "the double integral of f over D")]
    [InlineData("KorOperationUnicode25cb", "(A + 3B)(A + B)")]
    [InlineData("KorOperationUnicode25ce", "(a + bi)²")]
    [InlineData("KorOperationUnicode25cf", "f(x) dx + 6")]
    [InlineData("KorOperationUnicode2605", "b² - a²")]
    [InlineData("KorOperationUnicodeffe0", "log_b(a) + log_a(b)")]
    [InlineData("KorOperationUnicodeffe1", "(A∪B) − (A∩B)")]
    public void The_question_defines_the_operation(string name, string definition)
    {
        foreach (var problem in FreshOperations.Of(name, perLevel: 10)) Assert.Contains(definition, problem.Prompt);
    }

    [Fact]
    public void Matrices_add_up_entry_by_entry()
    {
        foreach (var problem in FreshOperations.Of("KorOperationUnicode20ac"))
        {
            int[][] a = Rows(problem.GroundTruth.GetProperty("A")), b = Rows(problem.GroundTruth.GetProperty("B"));
            var rows = Enumerable.Range(0, a.Length).Select(i => $"({string.Join(", ", Enumerable.Range(0, a[i].Length).Select(j => a[i][j] + a[i][j] + b[i][j] + b[i][j] + b[i][j]))})");
            FreshOperations.AssertAccepted(problem, $"The result is [[({string.Join(",\n ", rows)})]].");
        }
    }

    private static int[][] Rows(JsonElement matrix) => [.. matrix.EnumerateArray().Select(row => row.Ints())];

    [Fact]
    public void Complex_results_are_those_of_complex_arithmetic()
    {
        foreach (var problem in FreshOperations.Of("KorOperationUnicode2295"))
        {
            var truth = problem.GroundTruth;
            if (truth.Text("type") == "compute")
            {
                var z = Operate(truth.Text("operator"), new(truth.Int("left_a"), truth.Int("left_b")), new(truth.Int("right_a"), truth.Int("right_b")));
                var (re, im) = (Math.Round(z.Real, 6), Math.Round(z.Imaginary, 6));
                FreshOperations.AssertAccepted(problem, string.Create(CultureInfo.InvariantCulture, $"[[{re} {(im < 0 ? "-" : "+")} {Math.Abs(im)}i]]"));
                FreshOperations.AssertAccepted(problem, string.Create(CultureInfo.InvariantCulture, $"[[{re:F2}{im:+0.00;-0.00}i]]"));
            }
            else
            {
                var operands = truth.GetProperty("left_operands").EnumerateArray().SelectMany(pair => new[] { pair.GetProperty("a"), pair.GetProperty("b") }).ToArray();
                var target = new Complex(truth.Double("target_real"), truth.Double("target_imag"));
                double[] fits = [.. Enumerable.Range(-20_000, 40_001).Select(tenth => tenth / 10.0).Where(x => Fits(operands, truth.Text("operator"), x, target))];
                // Larger solutions lie outside the range searched here, and their neighbours inside it do not fit.
                if (Math.Abs(truth.Double("solution")) <= 2000) Assert.Equal([truth.Double("solution")], fits);
                else Assert.Empty(fits);
            }
        }
    }

    private static bool Fits(JsonElement[] operands, string sign, double x, Complex target)
    {
        double[] values = [.. operands.Select(operand => operand.ValueKind == JsonValueKind.String ? x : operand.GetDouble())];
        return Complex.Abs(Operate(sign, new(values[0], values[1]), new(values[2], values[3])) - target) < 1e-7;
    }

    private static Complex Operate(string sign, Complex left, Complex right) => sign switch { "+" => left + right, "-" => left - right, "*" => left * right, _ => left / right };

    [Fact]
    public void Only_one_whole_number_makes_an_equation_of_complex_squares_true()
    {
        foreach (var problem in FreshOperations.Of("KorOperationUnicode25ce"))
        {
            var (truth, form) = (problem.GroundTruth, problem.GroundTruth.Text("form"));
            int[] target = truth.GetProperty("target").Ints();
            int[] fits = [.. Enumerable.Range(-1000, 2001).Where(x => LeftSide(form, x) is var (re, im) && re == target[0] && im == target[1])];

            var x = Assert.Single(fits);
            FreshOperations.AssertAccepted(problem, $"X = [[{x}]]");
            FreshOperations.AssertRefused(problem, $"[[{x + 1}]]");
        }
    }

    // Reads the form as it is printed: [k×](a◎b) sign [k×](c◎d).
    private static (long Re, long Im) LeftSide(string form, int x)
    {
        var at = form.IndexOf(") ", StringComparison.Ordinal) + 1;
        var (first, second) = (Term(form[..at], x), Term(form[(at + 3)..], x));
        return form[at + 1] == '+' ? (first.Re + second.Re, first.Im + second.Im) : (first.Re - second.Re, first.Im - second.Im);
    }

    private static (long Re, long Im) Term(string text, int x)
    {
        var times = text.IndexOf('×', StringComparison.Ordinal);
        var k = times < 0 ? 1 : int.Parse(text[..times], CultureInfo.InvariantCulture);
        long[] pair = [.. text[(times + 2)..^1].Split('◎').Select(part => part == "X" ? x : int.Parse(part, CultureInfo.InvariantCulture))];
        return (k * (pair[0] * pair[0] - pair[1] * pair[1]), k * 2 * pair[0] * pair[1]);
    }

    [Fact]
    public void Differences_of_squares_have_exactly_the_solutions_that_a_search_finds()
    {
        foreach (var problem in FreshOperations.Of("KorOperationUnicode2605"))
        {
            var truth = problem.GroundTruth;
            if (truth.Text("type") == "compute")
            {
                FreshOperations.AssertAccepted(problem, $"[[{(long)truth.Int("b") * truth.Int("b") - (long)truth.Int("a") * truth.Int("a")}]]");
                continue;
            }
            var result = truth.Int("result");
            // b² - a² = n means |a| < |b| ≤ (n + 1) / 2: all of it is tried.
            var found = new SortedSet<int>();
            for (var b = 0; b <= (result + 1) / 2; b++)
            {
                var square = (long)b * b - result;
                var a = (int)Math.Round(Math.Sqrt(Math.Max(0, square)));
                if (square < 0 || (long)a * a != square) continue;
                var value = truth.Text("solve_var") == "b" ? b : a;
                found.UnionWith([value, -value]);
            }
            FreshOperations.AssertAccepted(problem, $"[[{string.Join(" or ", found.Reverse())}]]");
        }
    }

    [Fact]
    public void Sums_of_reciprocal_logarithms_are_those_of_floating_point()
    {
        foreach (var problem in FreshOperations.Of("KorOperationUnicodeffe0"))
        {
            var truth = problem.GroundTruth;
            double[] parts = [.. truth.Text("target").Split('/').Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
            var target = parts[0] / parts[1];
            if (truth.Text("type") == "compute")
            {
                double[] operands = [.. truth.GetProperty("expression").EnumerateArray().Select(item => item.GetDouble())];
                Assert.Equal(target, Sum(operands[0], operands[1]), 9);
                FreshOperations.AssertAccepted(problem, $"[[{truth.Text("target")}]]");
            }
            else
            {
                var given = truth.GetProperty("equation").EnumerateArray().Single(side => side.ValueKind == JsonValueKind.Number).GetDouble();
                var x = truth.GetProperty("solution").GetInt64();
                Assert.Equal(target, Sum(x, given), 9);
                Assert.True(x < given, "the other solution is the power, and greater");
                FreshOperations.AssertAccepted(problem, $"[[{x}]]");
            }
        }
    }

    private static double Sum(double a, double b) => Math.Log(a) / Math.Log(b) + Math.Log(b) / Math.Log(a);

    [Fact]
    public void Sets_differ_symmetrically()
    {
        foreach (var problem in FreshOperations.Of("KorOperationUnicodeffe1"))
        {
            HashSet<string> Set(string name) => [.. problem.GroundTruth.GetProperty(name).EnumerateArray().Select(item => item.ToString())];
            var difference = Set("A");
            difference.SymmetricExceptWith(Set("B"));
            FreshOperations.AssertAccepted(problem, $"A￡B = [[{{{string.Join(", ", difference)}}}]]");
            FreshOperations.AssertAccepted(problem, $"[[{string.Join(',', difference.Reverse())}]]");
            FreshOperations.AssertRefused(problem, $"[[{{{string.Join(", ", Set("A").Union(Set("B")))}}}]]");
        }
    }

    [Fact]
    public void Chains_and_equations_come_out_by_substitution()
    {
        foreach (var problem in FreshOperations.Of("KorOperationUnicode25cb"))
        {
            var truth = problem.GroundTruth;
            switch (truth.Text("type"))
            {
                case "compute":
                    var value = truth.GetProperty("expr").Ints().Select(number => (double)number).Aggregate(Circle);
                    FreshOperations.AssertAccepted(problem, $"[[{(long)value}]]");
                    break;
                case "solve_x":
                    double[] roots = [.. truth.GetProperty("solutions").EnumerateArray().Select(root => root.GetDouble())];
                    Assert.All(roots, root => AssertHolds(truth.Text("equation"), root));
                    Assert.Equal(2, roots.Distinct().Count());
                    FreshOperations.AssertAccepted(problem, $"[[{AsFraction(roots[1])} or {AsFraction(roots[0])}]]");
                    FreshOperations.AssertRefused(problem, $"[[{AsFraction(roots[0])}]]");
                    break;
                default:
                    var (a, b, x) = (truth.Int("A"), truth.Int("B"), truth.Int("solution"));
                    var right = double.Parse(truth.Text("equation").Split('=')[1], CultureInfo.InvariantCulture);
                    Assert.Equal(right, Circle(a, Circle(x, b)));
                    FreshOperations.AssertAccepted(problem, $"[[{x}]]");
                    break;
            }
        }
    }

    private static void AssertHolds(string equation, double x)
    {
        var sides = equation.Split(" = ");
        double[] operands = [.. sides[0].Split('○').Select(side => side == "X" ? x : double.Parse(side.Trim('(', ')'), CultureInfo.InvariantCulture))];
        Assert.Equal(double.Parse(sides[1], CultureInfo.InvariantCulture), Circle(operands[0], operands[1]), 4);
    }

    private static double Circle(double a, double b) => (a + 3 * b) * (a + b);

    private static string AsFraction(double root) => root == Math.Round(root) ? $"{root:F0}" : $"{Math.Round(root * 3):F0}/3";
}
