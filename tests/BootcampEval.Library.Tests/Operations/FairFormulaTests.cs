// Fair verdicts: right formulas that the reference refuses for their spelling.

using System.Text.Json;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Operations;

public sealed class FairFormulaTests
{
    [Theory]
    [InlineData(@"[[3x^2 + e^x]]")]
    [InlineData(@"[[3x^{2} + \mathrm{e}^{x}]]")]
    [InlineData(@"[[$3 \cdot x^2 + \exp(x)$]]")]
    public void Partial_derivatives_may_be_written_in_LaTeX(string output) => AssertOnlyFair("KorOperationUnicode25a0", output, new
    {
        f_latex = "x^{3}",
        g_latex = "e^{x}",
        _f_sympy = "x**3",
        _g_sympy = "exp(x)",
        _answer_sympy = "3*x**2 + exp(x)",
    });

    [Theory]
    [InlineData(@"[[2x + \cos x]]")]
    [InlineData(@"[[\cos(x)+2x]]")]
    public void Derivatives_may_be_written_in_any_order(string output) => AssertOnlyFair("KorOperationUnicode25a1", output, new
    {
        f = "x^{2}",
        g = @"\sin{\left(x \right)}",
        problem_type = "expression",
        correct_answer = @"2 x + \cos{\left(x \right)}",
        x_value = (double?)null,
    });

    [Fact]
    public void A_composition_s_derivative_may_be_written_otherwise() => AssertOnlyFair("KorOperationUnicode25b3", @"[[\frac{3}{2x}\sqrt{\ln x}]]", new
    {
        f = @"x^{\frac{3}{2}}",
        g = @"\log{\left(x \right)}",
        x_value = (string?)null,
        correct_answer = @"\frac{3 \sqrt{\log{\left(x \right)}}}{2 x}",
        answer_format = "latex",
    });

    [Fact]
    public void A_second_derivative_may_be_written_in_LaTeX() => AssertOnlyFair("KorOperationUnicode25bd", @"[[3e^{3x} - 18\cos(3x)]]", new
    {
        f_latex = "3 e^{3 x}",
        g_latex = @"2 \cos{\left(3 x \right)}",
        x_value = (double?)null,
        expected_num = (double?)null,
        expected_str = @"3 e^{3 x} - 18 \cos{\left(3 x \right)}",
        precision = 3,
        is_numeric = false,
    });

    [Theory]
    [InlineData("[[e^3 - 2e^2 + e]]")]
    [InlineData("[[8.025707]]")]
    [InlineData(@"[[e(e-1)^{2}]]")]
    public void Double_integrals_may_have_factors_side_by_side(string output) => AssertOnlyFair("KorOperationUnicode25c6", output, new
    {
        function = "e^(x)·e^(y)",
        x_range = new[] { 0, 1 },
        y_range = new[] { 1, 2 },
        correct_answer = "(-1 + E)*(-E + e^(2))",
        format_type = "fraction",
    });

    private static void AssertOnlyFair(string name, string output, object groundTruth)
    {
        var truth = JsonSerializer.SerializeToElement(groundTruth);
        var bootcamp = Bootcamps.Named(name);

        Assert.Null(bootcamp.FaultOf(truth));
        Assert.Equal(1, bootcamp.Verify(output, truth, Ruling.Fair).Score);
        Assert.Equal(0, bootcamp.Verify(output, truth).Score);
        Assert.Equal(0, bootcamp.Verify(output.Replace("]]", " + 1]]", StringComparison.Ordinal), truth, Ruling.Fair).Score);
    }
}
