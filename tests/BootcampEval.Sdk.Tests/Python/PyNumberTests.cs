// Rounding, division and printing of numbers are Python's.

using System.Numerics;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Sdk.Tests.Python;

public sealed class PyNumberTests
{
    [Theory]
    [InlineData(0.125, 2, 0.12)]
    [InlineData(0.375, 2, 0.38)]
    [InlineData(2.675, 2, 2.67)] // below the half as a double
    [InlineData(1.005, 2, 1.0)]
    [InlineData(-2.5, 0, -2.0)]
    [InlineData(1234.5678, -2, 1200.0)]
    [InlineData(250.0, -2, 200.0)]
    [InlineData(1e300, 5, 1e300)]
    [InlineData(5e-324, 323, 0.0)]
    [InlineData(5e-324, 324, 5e-324)]
    [InlineData(1.5, -400, 0.0)]
    public void Round_decides_by_the_exact_value_and_takes_halves_to_even(double x, int digits, double rounded) =>
        Assert.Equal(rounded, PyNumber.Round(x, digits));

    [Fact]
    public void Round_keeps_the_sign_of_zero_and_what_is_not_finite()
    {
        Assert.True(double.IsNegative(PyNumber.Round(-0.001, 2)));
        Assert.Equal(double.PositiveInfinity, PyNumber.Round(double.PositiveInfinity, 2));
        Assert.True(double.IsNaN(PyNumber.Round(double.NaN, 2)));
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(1.5, 2)]
    [InlineData(-2.5, -2)]
    [InlineData(2.51, 3)]
    public void Round_to_an_integer_takes_halves_to_even(double x, int rounded) => Assert.Equal(rounded, PyNumber.Round(x));

    [Theory]
    [InlineData(25, -1, 20)]
    [InlineData(35, -1, 40)]
    [InlineData(-26, -1, -30)]
    [InlineData(25, 3, 25)]
    [InlineData(25, -1000000, 0)]
    public void Round_of_an_integer_to_tens_takes_halves_to_even(int n, int digits, int rounded) =>
        Assert.Equal(rounded, PyNumber.Round(new BigInteger(n), digits));

    [Theory]
    [InlineData(7, 2, 3, 1)]
    [InlineData(-7, 2, -4, 1)]
    [InlineData(7, -2, -4, -1)]
    [InlineData(-7, -2, 3, -1)]
    [InlineData(6, -3, -2, 0)]
    public void Integer_division_rounds_down(int a, int b, int quotient, int remainder)
    {
        Assert.Equal(quotient, PyNumber.FloorDiv(new BigInteger(a), b));
        Assert.Equal(remainder, PyNumber.Mod(new BigInteger(a), b));
    }

    [Theory]
    [InlineData(7.5, 2, 3, 1.5)]
    [InlineData(-7.5, 2, -4, 0.5)]
    [InlineData(7.5, -2, -4, -0.5)]
    [InlineData(1, 0.1, 9, 0.09999999999999995)]
    [InlineData(-3, double.PositiveInfinity, -1, double.PositiveInfinity)]
    public void Float_division_rounds_down(double a, double b, double quotient, double remainder)
    {
        Assert.Equal(quotient, PyNumber.FloorDiv(a, b));
        Assert.Equal(remainder, PyNumber.Mod(a, b));
    }

    [Theory]
    [InlineData("1", "3", 1.0 / 3)]
    [InlineData("9007199254740993", "1", 9007199254740992.0)]
    [InlineData("9007199254740995", "1", 9007199254740996.0)]
    [InlineData("-18014398509481985", "2", -9007199254740992.0)]
    [InlineData("0", "-5", -0.0)]
    public void True_division_of_integers_is_rounded_once(string a, string b, double quotient)
    {
        Assert.True(PyNumber.TryDivide(BigInteger.Parse(a, null), BigInteger.Parse(b, null), out var value));
        Assert.Equal(quotient, value);
        Assert.Equal(double.IsNegative(quotient), double.IsNegative(value));
    }

    [Fact]
    public void True_division_reaches_subnormal_numbers_and_refuses_overflow()
    {
        Assert.True(PyNumber.TryDivide(1, BigInteger.One << 1074, out var smallest));
        Assert.Equal(5e-324, smallest);
        Assert.True(PyNumber.TryDivide(1, BigInteger.One << 1075, out var none));
        Assert.Equal(0, none);
        Assert.True(PyNumber.TryDivide(BigInteger.Pow(10, 400), BigInteger.Pow(10, 399), out var ten));
        Assert.Equal(10, ten);
        Assert.False(PyNumber.TryDivide(BigInteger.One << 1024, 1, out _));
        Assert.False(PyNumber.TryDivide(1, 0, out _));
    }

    [Theory]
    [InlineData(1, "1.0")]
    [InlineData(0.1, "0.1")]
    [InlineData(1e15, "1000000000000000.0")]
    [InlineData(1e16, "1e+16")]
    [InlineData(123456789012345680, "1.2345678901234568e+17")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(1e23, "1e+23")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(double.NaN, "nan")]
    [InlineData(double.NegativeInfinity, "-inf")]
    public void Floats_print_as_Python_prints_them(double x, string repr) => Assert.Equal(repr, PyNumber.Repr(x));

    [Theory]
    [InlineData(1, -2, "(1-2j)")]
    [InlineData(0, 5, "5j")]
    [InlineData(-0.0, 5, "(-0+5j)")]
    [InlineData(1.5, double.NaN, "(1.5+nanj)")]
    [InlineData(42, 0, "(42+0j)")]
    public void Complex_numbers_print_as_Python_prints_them(double real, double imaginary, string repr) =>
        Assert.Equal(repr, PyNumber.Repr(new Complex(real, imaginary)));
}
