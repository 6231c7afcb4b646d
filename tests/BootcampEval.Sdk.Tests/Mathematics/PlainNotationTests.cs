// Formulas in plain text: what the reference's algebra system reads, it reads, and in the same way.

using BootcampEval.Sdk.Mathematics;
using BootcampEval.Sdk.Mathematics.Notation;

namespace BootcampEval.Sdk.Tests.Mathematics;

public sealed class PlainNotationTests
{
    [Theory]
    [InlineData("xy", "x*y")]
    [InlineData("x2", "2*x")]
    [InlineData("xx", "x**2")]
    [InlineData("2(x)", "2*x")]
    [InlineData("x(2)", "2*x")]
    [InlineData("(x)(y)2", "2*x*y")]
    [InlineData("1/2x", "x/2")]
    [InlineData("4x/2", "2*x")]
    [InlineData("x^2y", "x**2*y")]
    [InlineData("E^2x", "exp(2)*x")]
    [InlineData("-x^2", "-(x**2)")]
    [InlineData("2^3^2", "512")]
    [InlineData("2^-x", "1/2**x")]
    [InlineData("sin^2(x)", "sin(x)**2")]
    [InlineData("sin^2x", "sin(x)**2")]
    [InlineData("sin^2x*y", "sin(x*y)**2")]
    [InlineData("sin^2x/y", "sin(x)**2/y")]
    [InlineData("sin^-1(x)", "1/sin(x)")]
    [InlineData("sin^2(x)cos(x)", "sin(x)**2*cos(x)")]
    [InlineData("cosx", "c*o*s*x")]
    [InlineData("xcos(x)", "x*c*o*s*x")]
    [InlineData("exp^1(x)", "exp(x)")]
    [InlineData("2!x", "2*x")]
    [InlineData("xy!", "(x*y)!")]
    [InlineData("2.0x", "2*x")]
    [InlineData("1e-9x", "x/10**9")]
    [InlineData("6x^2.", "6*x**2")]
    [InlineData("2x#derivative", "2*x")]
    [InlineData("alpha", "alpha")]
    [InlineData("x_1", "x_1")]
    [InlineData("2πx", "2*π*x")]
    [InlineData("diff(x**2,x)", "2*x")]
    [InlineData("012", "0")]
    public void Implicit_products_are_read_as_the_reference_reads_them(string text, string meaning) =>
        Assert.Equal(Equality.Equal, ExpressionEquality.Compare(PlainNotation.Implicit.Read(text).Answer, PlainNotation.Explicit.Read(meaning).Answer));

    [Theory]
    [InlineData("")]
    [InlineData("$x$")]
    [InlineData("x;")]
    [InlineData("~x")]
    [InlineData("|x|")]
    [InlineData("'x'")]
    [InlineData("cos(x).")]
    [InlineData("2·x")]
    [InlineData("x²")]
    [InlineData("−x")]
    [InlineData("２x")]
    [InlineData("x=2")]
    [InlineData("x,y")]
    [InlineData("[x]")]
    [InlineData("+!x")]
    [InlineData("sin")]
    [InlineData("sin(x,y)")]
    [InlineData("x if y else z;")]
    public void What_the_reference_refuses_is_refused(string text) => Assert.False(PlainNotation.Implicit.Read(text).Found);

    [Theory]
    [InlineData("2x")]
    [InlineData("(x)(y)")]
    [InlineData("x(y)")]
    [InlineData("2(x)")]
    [InlineData("01/4")]
    [InlineData("{x}")]
    [InlineData("1__0")]
    public void Explicit_formulas_need_every_operator(string text) => Assert.False(PlainNotation.Explicit.Read(text).Found);

    [Theory]
    [InlineData("0x23/4", "35/4")]
    [InlineData("1_0", "10")]
    [InlineData("4.[6]", "14/3")]
    [InlineData("1.2[3]", "37/30")]
    [InlineData("2j*(-7j)/3", "14/3")]
    [InlineData("7//2", "3")]
    [InlineData("7%4", "3")]
    [InlineData("3!!", "3")]
    [InlineData("root(8, 3)", "2")]
    [InlineData("log(8, 2)", "3")]
    [InlineData("max(1, 3/2)", "3/2")]
    [InlineData("binomial(5, 2)", "10")]
    [InlineData("gamma(5)", "24")]
    [InlineData("floor(7/2) + ceiling(7/2)", "7")]
    [InlineData("gcd(14, 28)", "14")]
    public void Numbers_and_functions_of_programs_are_read(string text, string meaning) =>
        Assert.Equal(Equality.Equal, ExpressionEquality.Compare(PlainNotation.Explicit.Read(text).Answer, PlainNotation.Explicit.Read(meaning).Answer));

    [Theory]
    [InlineData("0.1+0.2", 0.1 + 0.2)]
    [InlineData("3*0.1", 3 * 0.1)]
    [InlineData("14.0/3", 14.0 / 3)]
    [InlineData("14/3.0", 14 * (1 / 3.0))]
    [InlineData("2.25**0.5", 1.5)]
    [InlineData("1.1**10", 2.5937424601000023)]
    public void Decimals_are_double_arithmetic_where_they_are_not_exact(string text, double value)
    {
        var number = Assert.IsType<Number>(PlainNotation.Explicit.Read(text).Answer);

        Assert.Equal((53, value), (number.FloatBits, number.Value.ToDouble()));
    }

    [Fact]
    public void A_longer_decimal_keeps_more_bits() =>
        Assert.True(Assert.IsType<Number>(PlainNotation.Explicit.Read("1.00000000000000000001").Answer).FloatBits > 60);

    [Fact]
    public void Sets_as_exponents_are_atoms()
    {
        var sets = PlainNotation.Explicit with { SetsAreExponents = true };

        Assert.Equal(sets.Read("4 + e^{x}").Answer, sets.Read("e**{(x)}+2+2").Answer);
        Assert.NotEqual(sets.Read("e^{x}").Answer, sets.Read("e^x").Answer);
        Assert.NotEqual(sets.Read("x^{2}").Answer, sets.Read("x^{3}").Answer);
        Assert.False(sets.Read("e^{2 x}").Found);
        Assert.False(sets.Read("x^{1+1}").Found);
        Assert.False(sets.Read("x^{2.0}").Found);
    }
}
