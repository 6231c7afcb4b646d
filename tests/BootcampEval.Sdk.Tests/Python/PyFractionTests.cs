// Fractions as Python's Fraction(text) reads them.

using BootcampEval.Sdk.Python;

namespace BootcampEval.Sdk.Tests.Python;

public sealed class PyFractionTests
{
    [Theory]
    [InlineData("10/3", "10/3")]
    [InlineData(" -4/6\n", "-2/3")]
    [InlineData("+5", "5")]
    [InlineData("2.5", "5/2")]
    [InlineData(".5", "1/2")]
    [InlineData("2.", "2")]
    [InlineData("25e-1", "5/2")]
    [InlineData("1.5E2", "150")]
    [InlineData("1_0/4", "5/2")]
    [InlineData("１７/４", "17/4")]
    [InlineData("007/2", "7/2")]
    public void A_fraction_is_read(string text, string value)
    {
        Assert.True(PyFraction.TryParse(text, out var fraction));
        Assert.Equal(value, fraction.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("1 /2")]
    [InlineData("1/ 2")]
    [InlineData("1/-2")]
    [InlineData("1/0")]
    [InlineData("1/2/3")]
    [InlineData("1.5/2")]
    [InlineData("--1")]
    [InlineData("1_/2")]
    [InlineData("e5")]
    [InlineData("inf")]
    [InlineData("−1")]
    [InlineData("1e9999999")]
    public void Anything_else_is_refused(string text) => Assert.False(PyFraction.TryParse(text, out _));
}
