// LaTeX as models really write it.

using BootcampEval.Sdk.Mathematics;
using BootcampEval.Sdk.Mathematics.Notation;

namespace BootcampEval.Sdk.Tests.Mathematics;

public sealed class LatexNotationTests
{
    [Theory]
    [InlineData(@"2x + \cos x", "2*x + cos(x)")]
    [InlineData(@"3 x^{2} + e^{x}", "3*x**2 + exp(x)")]
    [InlineData(@"2 x + \cos{\left(x \right)}", "2*x + cos(x)")]
    [InlineData(@"\frac{1}{2 \sqrt{x}}", "1/(2*sqrt(x))")]
    [InlineData(@"\dfrac12 x", "x/2")]
    [InlineData(@"\frac{3\sqrt{\ln x}}{2x}", "3*sqrt(log(x))/(2*x)")]
    [InlineData(@"\sqrt[3]{x}", "x**(1/3)")]
    [InlineData(@"\tan^2 x + 1", "tan(x)**2 + 1")]
    [InlineData(@"\sin^{2}(2x)", "sin(2*x)**2")]
    [InlineData(@"\sin^{-1} x", "asin(x)")]
    [InlineData(@"\arctan(x)", "atan(x)")]
    [InlineData(@"\sin 2x \cos x", "sin(2*x)*cos(x)")]
    [InlineData(@"\sin(x)^2", "sin(x)**2")]
    [InlineData(@"\sin(x)\cos(x)", "sin(x)*cos(x)")]
    [InlineData(@"-\sin\left(x\right)", "-sin(x)")]
    [InlineData(@"\log_{2} 8", "3")]
    [InlineData(@"\log_2 x", "log(x)/log(2)")]
    [InlineData(@"x \cdot \ln x", "x*log(x)")]
    [InlineData(@"2 \times 10^{3}", "2000")]
    [InlineData(@"x^12", "x**12")]
    [InlineData(@"x**2", "x**2")]
    [InlineData("x² − 3·x", "x**2 - 3*x")]
    [InlineData("√2 x", "sqrt(2)*x")]
    [InlineData("2πx", "2*pi*x")]
    [InlineData(@"|x - 1|", "abs(x - 1)")]
    [InlineData(@"\left|x\right| + 1", "abs(x) + 1")]
    [InlineData(@"5! / 3!", "20")]
    [InlineData(@"$2x$", "2*x")]
    [InlineData(@"\boxed{2x}", "2*x")]
    [InlineData(@"\mathrm{e}^{2x}", "exp(2*x)")]
    [InlineData(@"\operatorname{sin}(x)", "sin(x)")]
    [InlineData(@"f'(x) = 2x", "2*x")]
    [InlineData(@"x = \frac{1}{3} \approx 0.33", "1/3")]
    [InlineData(@"e^{-x^{2}}", "exp(-x**2)")]
    [InlineData(@"\left(x+1\right)\left(x-1\right)", "x**2 - 1")]
    [InlineData(@"\exp(2x)", "exp(2*x)")]
    [InlineData("xsin(x)", "x*sin(x)")]
    [InlineData("exp(x)cos(3x)", "exp(x)*cos(3*x)")]
    [InlineData(@"\frac{\mathrm{1}}{x}", "1/x")]
    [InlineData(@"3\,x\;y\quad", "3*x*y")]
    [InlineData("(-1+e)*(-e+e^(2))", "(E - 1)*(E**2 - E)")]
    public void A_formula_is_read_as_it_is_meant(string latex, string meaning)
    {
        var read = LatexNotation.Read(latex);

        Assert.True(read.Found, read.WhyNot);
        Assert.True(
            ExpressionEquality.Compare(read.Answer, PlainNotation.Explicit.Read(meaning).Answer) == Equality.Equal, $"{latex} is read as {read.Answer}");
    }

    [Theory]
    [InlineData("")]
    [InlineData(@"\frac{1}")]
    [InlineData(@"\int x dx")]
    [InlineData("2x +")]
    [InlineData("(x")]
    [InlineData(@"\sin")]
    [InlineData("x_1")]
    [InlineData("答案")]
    public void What_is_no_formula_is_refused(string latex) => Assert.False(LatexNotation.Read(latex).Found);
}
