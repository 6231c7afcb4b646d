// int(), float() and complex() accept and refuse what Python's do.

using System.Globalization;
using System.Numerics;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Sdk.Tests.Python;

public sealed class PyNumberTextTests
{
    [Theory]
    [InlineData("5", 5)]
    [InlineData(" \u00a0-05\u3000\n", -5)]
    [InlineData("+0_1", 1)]
    [InlineData("\uff11\u0662", 12)]
    [InlineData("\U0001d7d1_\U0001d7d0", 32)]
    [InlineData("-0", 0)]
    public void Int_reads_signs_leading_zeros_underscores_and_all_scripts(string text, int value)
    {
        Assert.True(PyInt.TryParse(text, out int read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("- 1")]
    [InlineData("--1")]
    [InlineData("_1")]
    [InlineData("1_")]
    [InlineData("1__0")]
    [InlineData("+_1")]
    [InlineData("1.0")]
    [InlineData("1e0")]
    [InlineData("0x1")]
    [InlineData("1 2")]
    [InlineData("\u22121")]
    [InlineData("\uff0b1")]
    [InlineData("\u00b2")]
    [InlineData("\u200b5")]
    [InlineData("\u001c5")]
    [InlineData("\uff15\u001f")]
    [InlineData("5\0")]
    [InlineData("\"1\"")]
    public void Int_refuses_everything_else(string text) => Assert.False(PyInt.TryParse(text, out BigInteger _));

    [Fact]
    public void Int_refuses_more_than_4300_digits_and_does_not_count_underscores()
    {
        Assert.True(PyInt.TryParse("-" + new string('9', 4300), out BigInteger _));
        Assert.False(PyInt.TryParse(new string('9', 4301), out BigInteger _));
        Assert.False(PyInt.TryParse(new string('0', 5000), out BigInteger _));
        Assert.True(PyInt.TryParse(string.Join('_', Enumerable.Repeat('0', 4300)), out BigInteger _));
    }

    [Fact]
    public void A_lone_surrogate_is_no_part_of_a_number()
    {
        Assert.False(PyInt.TryParse("5\ud800", out BigInteger _));
        Assert.False(PyFloat.TryParse("\udc005", out _));
        Assert.False(PyText.IsDigits("5\ud800"));
    }

    [Fact]
    public void Int_of_32_bits_refuses_larger_numbers() => Assert.False(PyInt.TryParse("2147483648", out int _));

    [Theory]
    [InlineData("5", 5)]
    [InlineData(" -5.\t", -5)]
    [InlineData("+.5", 0.5)]
    [InlineData("1e3", 1000)]
    [InlineData("1.E-2", 0.01)]
    [InlineData("1_0.0_1e1_0", 100100000000.0)]
    [InlineData("\u0661.\u0665e\u0662", 150)]
    [InlineData("1e400", double.PositiveInfinity)]
    [InlineData("-1e99999999999999999999", double.NegativeInfinity)]
    [InlineData("0e99999999999999999999", 0)]
    [InlineData("1e-400", 0)]
    [InlineData("inf", double.PositiveInfinity)]
    [InlineData("-InFinity", double.NegativeInfinity)]
    [InlineData("+NaN", double.NaN)]
    [InlineData("9007199254740993", 9007199254740992.0)]
    public void Float_reads_points_exponents_and_words(string text, double value)
    {
        Assert.True(PyFloat.TryParse(text, out var read));
        Assert.Equal(value, read);
    }

    [Fact]
    public void Float_keeps_the_sign_of_zero()
    {
        Assert.True(PyFloat.TryParse("-0.0", out var zero));
        Assert.True(double.IsNegative(zero));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("e5")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1_.0")]
    [InlineData("1._5")]
    [InlineData("1e_5")]
    [InlineData("_1")]
    [InlineData("1_")]
    [InlineData("1__2")]
    [InlineData("i_nf")]
    [InlineData("infin")]
    [InlineData("0x1p3")]
    [InlineData("12f")]
    [InlineData("+ 5")]
    [InlineData("1,000")]
    [InlineData("\u221212")]
    [InlineData("1 2")]
    [InlineData("\u001c5")]
    [InlineData("\u200b5")]
    [InlineData("5\0")]
    [InlineData("1/2")]
    public void Float_refuses_everything_else(string text) => Assert.False(PyFloat.TryParse(text, out _));

    [Theory]
    [InlineData("3-4j", 3, -4)]
    [InlineData(" ( 3-4J ) ", 3, -4)]
    [InlineData("(7)", 7, 0)]
    [InlineData("j", 0, 1)]
    [InlineData("-j", 0, -1)]
    [InlineData("1+j", 1, 1)]
    [InlineData("1e+5j", 0, 100000)]
    [InlineData("1e5-j", 100000, -1)]
    [InlineData("1.e-1+.5e+1j", 0.1, 5)]
    [InlineData("1_0+2_0j", 10, 20)]
    [InlineData("\u0661+\u0662j", 1, 2)]
    [InlineData("inf+infj", double.PositiveInfinity, double.PositiveInfinity)]
    public void Complex_reads_one_or_two_parts_in_one_pair_of_brackets(string text, double real, double imaginary)
    {
        Assert.True(PyComplex.TryParse(text, out var read));
        Assert.Equal(real, read.Real);
        Assert.Equal(imaginary, read.Imaginary);
    }

    [Theory]
    [InlineData("")]
    [InlineData("()")]
    [InlineData("((1))")]
    [InlineData("(1")]
    [InlineData("1)")]
    [InlineData("2j+1")]
    [InlineData("1 +2j")]
    [InlineData("1+2")]
    [InlineData("1++2j")]
    [InlineData("1+-2j")]
    [InlineData("1*j")]
    [InlineData("1e+j")]
    [InlineData("e5j")]
    [InlineData("1jj")]
    [InlineData("3\u22124j")]
    public void Complex_refuses_everything_else(string text) => Assert.False(PyComplex.TryParse(text, out _));

    [Fact]
    public void Hundreds_of_thousands_of_characters_are_read_in_linear_time()
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"0.{new string('0', 200_000)}1e200001");
        Assert.True(PyFloat.TryParse(digits, out var one));
        Assert.Equal(1, one);
        Assert.False(PyComplex.TryParse(new string('+', 200_000) + "j", out _));
        Assert.False(PyInt.TryParse(new string('\uff11', 200_000), out BigInteger _));
    }
}
