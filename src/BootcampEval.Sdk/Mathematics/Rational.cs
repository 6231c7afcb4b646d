// Exact fractions of whole numbers of any size.

using System.Globalization;
using System.Numerics;

namespace BootcampEval.Sdk.Mathematics;

/// <summary>A rational number, always in lowest terms with a positive denominator. The default value is zero.</summary>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly BigInteger _denominatorLessOne;

    /// <summary>The fraction <paramref name="numerator"/> / <paramref name="denominator"/>, reduced.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero) throw new DivideByZeroException("a fraction has no denominator 0");
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0) divisor = -divisor;
        Numerator = numerator / divisor;
        _denominatorLessOne = denominator / divisor - 1;
    }

    /// <summary>A whole number.</summary>
    public Rational(BigInteger whole) => Numerator = whole;

    /// <summary>The number above the line; it carries the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The number below the line, at least 1.</summary>
    public BigInteger Denominator => _denominatorLessOne + 1;

    /// <summary>0.</summary>
    public static Rational Zero => default;

    /// <summary>1.</summary>
    public static Rational One { get; } = new(BigInteger.One);

    /// <summary>1/2.</summary>
    public static Rational Half { get; } = new(1, 2);

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => Numerator.Sign;

    /// <summary>Whether the number is 0.</summary>
    public bool IsZero => Numerator.IsZero;

    /// <summary>Whether the number is 1.</summary>
    public bool IsOne => Numerator.IsOne && IsInteger;

    /// <summary>Whether the number is whole.</summary>
    public bool IsInteger => _denominatorLessOne.IsZero;

    /// <summary>How much room the number takes: the bits of its numerator and denominator together.</summary>
    public long Bits => BigInteger.Abs(Numerator).GetBitLength() + Denominator.GetBitLength();

    /// <summary>A whole number.</summary>
    public static implicit operator Rational(int whole) => new(whole);

    /// <summary>A whole number.</summary>
    public static implicit operator Rational(BigInteger whole) => new(whole);

    /// <summary>The exact value of a finite double.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The double is infinite or not a number.</exception>
    public static Rational FromDouble(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "not finite");
        if (value == 0) return Zero;
        var exponent = Math.ILogB(value) - 52;
        var scaled = Math.ScaleB(value, -exponent); // 53 bits, whole; a subnormal number has fewer
        return new Rational((BigInteger)scaled) * PowerOfTwo(exponent);
    }

    /// <summary>2 to a whole power of either sign.</summary>
    public static Rational PowerOfTwo(int exponent) =>
        exponent >= 0 ? new(BigInteger.One << exponent) : new(BigInteger.One, BigInteger.One << -exponent);

    /// <summary>10 to a whole power of either sign.</summary>
    public static Rational PowerOfTen(int exponent) =>
        exponent >= 0 ? new(BigInteger.Pow(10, exponent)) : new(BigInteger.One, BigInteger.Pow(10, -exponent));

    /// <summary>The sum.</summary>
    public static Rational operator +(Rational left, Rational right) =>
        left.IsInteger && right.IsInteger
            ? new(left.Numerator + right.Numerator)
            : new(left.Numerator * right.Denominator + right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    /// <summary>The difference.</summary>
    public static Rational operator -(Rational left, Rational right) => left + -right;

    /// <summary>The number with the other sign.</summary>
    public static Rational operator -(Rational value) => new(-value.Numerator, value.Denominator);

    /// <summary>The product.</summary>
    public static Rational operator *(Rational left, Rational right) =>
        left.IsInteger && right.IsInteger
            ? new(left.Numerator * right.Numerator)
            : new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Rational operator /(Rational left, Rational right) =>
        new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>Whether the numbers are equal.</summary>
    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    /// <summary>Whether the numbers differ.</summary>
    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    /// <summary>Whether the left number is smaller.</summary>
    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left number is greater.</summary>
    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left number is not greater.</summary>
    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left number is not smaller.</summary>
    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    /// <summary>The number without its sign.</summary>
    public static Rational Abs(Rational value) => value.Sign < 0 ? -value : value;

    /// <summary>The greatest whole number that is not greater.</summary>
    public static BigInteger Floor(Rational value)
    {
        var quotient = BigInteger.DivRem(value.Numerator, value.Denominator, out var rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The nearest whole number, ties to even.</summary>
    public static BigInteger RoundedToWhole(Rational value)
    {
        var floor = Floor(value);
        var side = (value - floor).CompareTo(Half);
        return side > 0 || (side == 0 && !floor.IsEven) ? floor + 1 : floor;
    }

    /// <summary>A whole power. The caller bounds the size of the result: about <see cref="Bits"/> times the exponent.</summary>
    /// <exception cref="DivideByZeroException">Zero to a negative power.</exception>
    public static Rational Pow(Rational value, int exponent) => exponent >= 0
        ? new(BigInteger.Pow(value.Numerator, exponent), BigInteger.Pow(value.Denominator, exponent))
        : new(BigInteger.Pow(value.Denominator, -exponent), BigInteger.Pow(value.Numerator, -exponent));

    /// <summary>The nearest double, ties to even; infinite beyond the range.</summary>
    public double ToDouble()
    {
        const int Bits = 53, LeastExponent = -1074;
        var rounded = BigFloat.FromRational(this, Bits);
        if (rounded.Magnitude > 1024) return Sign * double.PositiveInfinity;
        // Below the normal range a double has fewer bits: round once, to the multiples of the least one.
        return rounded.Magnitude >= LeastExponent + Bits
            ? rounded.ToDouble()
            : Math.ScaleB((double)RoundedToWhole(this * PowerOfTwo(-LeastExponent)), LeastExponent);
    }

    /// <inheritdoc/>
    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Rational other) => Numerator == other.Numerator && _denominatorLessOne == other._denominatorLessOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, _denominatorLessOne);

    /// <summary>The number as <c>3</c> or <c>-3/2</c>.</summary>
    public override string ToString() =>
        IsInteger
            ? Numerator.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
