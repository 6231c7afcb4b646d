// Rationals and big floating-point numbers against what is known of them.

using System.Globalization;
using System.Numerics;
using BootcampEval.Sdk.Mathematics;

namespace BootcampEval.Sdk.Tests.Mathematics;

public sealed class NumberTests
{
    [Fact]
    public void A_rational_is_in_lowest_terms_with_a_positive_denominator()
    {
        var value = new Rational(6, -4);

        Assert.Equal((-3, 2), ((int)value.Numerator, (int)value.Denominator));
        Assert.Equal("-3/2", value.ToString());
        Assert.Equal(default, new Rational(0, 5));
        Assert.Throws<DivideByZeroException>(() => new Rational(1, 0));
    }

    [Fact]
    public void Doubles_are_exact_rationals_and_come_back_from_them()
    {
        var random = new PuzzleRandom(1);
        for (var i = 0; i < 20_000; i++)
        {
            var value = BitConverter.Int64BitsToDouble((long)random.NextBits());
            if (!double.IsFinite(value)) continue;
            Assert.Equal(value == 0 ? 0 : value, Rational.FromDouble(value).ToDouble());
        }
        Assert.Equal(double.PositiveInfinity, Rational.PowerOfTen(400).ToDouble());
        Assert.Equal(0, Rational.PowerOfTen(-400).ToDouble());
        Assert.Equal(double.Epsilon, Rational.FromDouble(double.Epsilon).ToDouble());
    }

    [Fact]
    public void Quotients_round_to_the_nearest_double()
    {
        var random = new PuzzleRandom(2);
        for (var i = 0; i < 20_000; i++)
        {
            long p = random.Between(-1_000_000, 1_000_000), q = random.Between(1, 1_000_000);
            Assert.Equal((double)p / q, new Rational(p, q).ToDouble());
            Assert.Equal((double)p / q, BigFloat.Divide(BigFloat.FromInteger(p), BigFloat.FromInteger(q), 53).ToDouble());
        }
    }

    [Fact]
    public void Floating_point_with_53_bits_is_double_arithmetic()
    {
        var random = new PuzzleRandom(3);
        for (var i = 0; i < 20_000; i++)
        {
            double a = (random.Fraction() - 0.5) * Math.Pow(2, random.Between(-40, 40)), b = (random.Fraction() - 0.5) * Math.Pow(2, random.Between(-40, 40));
            BigFloat x = BigFloat.FromDouble(a), y = BigFloat.FromDouble(b);
            Assert.Equal(a + b, BigFloat.Add(x, y, 53).ToDouble());
            Assert.Equal(a - b, BigFloat.Subtract(x, y, 53).ToDouble());
            Assert.Equal(a * b, BigFloat.Multiply(x, y, 53).ToDouble());
            Assert.Equal(Math.Sqrt(Math.Abs(a)), BigFloat.Sqrt(BigFloat.Abs(x), 53).ToDouble());
        }
    }

    [Fact]
    public void Adding_a_number_far_below_the_kept_bits_only_breaks_ties()
    {
        var tie = BigFloat.FromInteger((1 << 10) + 1); // between two numbers of 10 bits
        var tiny = BigFloat.FromDouble(1e-300);

        Assert.Equal(1026, BigFloat.Add(tie, tiny, 10).ToDouble());
        Assert.Equal(1024, BigFloat.Add(tie, -tiny, 10).ToDouble());
        Assert.Equal(1024, tie.RoundedTo(10).ToDouble());
    }

    [Fact]
    public void The_whole_root_is_the_greatest_one_below()
    {
        var random = new PuzzleRandom(4);
        for (var i = 0; i < 2_000; i++)
        {
            var value = BigInteger.Pow(random.Between(2, 1_000_000), random.Between(1, 20)) + random.Between(-2, 2);
            var root = BigFloat.RootOf(value);
            Assert.True(root * root <= value && (root + 1) * (root + 1) > value, value.ToString(CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("3.5", 3)]
    [InlineData("-3.5", -4)]
    [InlineData("4", 4)]
    [InlineData("-0.25", -1)]
    public void Floors_go_down(string value, int expected) => Assert.Equal(expected, Rational.Floor(Rational.FromDouble(double.Parse(value, CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData(5, 2, 2)]
    [InlineData(7, 2, 4)]
    [InlineData(-5, 2, -2)]
    [InlineData(8, 3, 3)]
    public void Halves_round_to_even(int p, int q, int expected) => Assert.Equal(expected, Rational.RoundedToWhole(new Rational(p, q)));

    [Fact]
    public void Pi_and_the_logarithm_of_two_are_right_to_a_hundred_digits()
    {
        const string Pi = "31415926535897932384626433832795028841971693993751058209749445923078164062862089986280348253421170679";
        const string LogOfTwo = "6931471805599453094172321214581765680755001343602552541206800094933936219696947156058633269964186875";

        Assert.Equal(Pi, Rational.Floor(RealFunctions.Pi(400).ToRational() * Rational.PowerOfTen(100)).ToString(CultureInfo.InvariantCulture));
        Assert.Equal(LogOfTwo, Rational.Floor(RealFunctions.LogOfTwo(400).ToRational() * Rational.PowerOfTen(100)).ToString(CultureInfo.InvariantCulture));
    }
}
