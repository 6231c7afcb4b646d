// Binary floating point of any precision: the numbers that expressions are evaluated with.

using System.Numerics;

namespace BootcampEval.Sdk.Mathematics;

/// <summary>A number <c>mantissa · 2^exponent</c>. Every operation says how many bits it keeps, and rounds to nearest, ties to even.</summary>
/// <remarks>The mantissa is odd or zero, so equal numbers have equal parts. There is no infinity and no "not a number".</remarks>
public readonly record struct BigFloat
{
    private BigFloat(BigInteger mantissa, int exponent) => (Mantissa, Exponent) = (mantissa, exponent);

    /// <summary>The signed whole mantissa.</summary>
    public BigInteger Mantissa { get; }

    /// <summary>The power of two that the mantissa is multiplied by.</summary>
    public int Exponent { get; }

    /// <summary>0.</summary>
    public static BigFloat Zero => default;

    /// <summary>1.</summary>
    public static BigFloat One { get; } = new(BigInteger.One, 0);

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => Mantissa.Sign;

    /// <summary>Whether the number is 0.</summary>
    public bool IsZero => Mantissa.IsZero;

    /// <summary>The least m with |value| &lt; 2^m; <see cref="int.MinValue"/> for 0.</summary>
    public int Magnitude => IsZero ? int.MinValue : checked((int)BigInteger.Abs(Mantissa).GetBitLength() + Exponent);

    /// <summary>The number <c>mantissa · 2^exponent</c>, rounded to <paramref name="bits"/>.</summary>
    public static BigFloat Round(BigInteger mantissa, int exponent, int bits)
    {
        if (mantissa.IsZero) return Zero;
        var magnitude = BigInteger.Abs(mantissa);
        var excess = (int)magnitude.GetBitLength() - bits;
        if (excess > 0)
        {
            var kept = magnitude >> excess;
            var half = BigInteger.One << (excess - 1);
            var side = (magnitude - (kept << excess)).CompareTo(half);
            if (side > 0 || (side == 0 && !kept.IsEven)) kept += 1;
            magnitude = kept;
            exponent = checked(exponent + excess);
        }
        var zeros = (int)BigInteger.TrailingZeroCount(magnitude);
        magnitude >>= zeros;
        return new(mantissa.Sign < 0 ? -magnitude : magnitude, checked(exponent + zeros));
    }

    /// <summary>A whole number, exactly.</summary>
    public static BigFloat FromInteger(BigInteger value) => Round(value, 0, int.MaxValue);

    /// <summary>A finite double, exactly.</summary>
    public static BigFloat FromDouble(double value)
    {
        if (value == 0) return Zero;
        var exponent = Math.ILogB(value) - 52;
        return Round((BigInteger)Math.ScaleB(value, -exponent), exponent, int.MaxValue);
    }

    /// <summary>The nearest number with <paramref name="bits"/> bits.</summary>
    public static BigFloat FromRational(Rational value, int bits)
    {
        if (value.IsInteger) return Round(value.Numerator, 0, bits);
        var numerator = BigInteger.Abs(value.Numerator);
        var shift = bits + 2 - (int)(numerator.GetBitLength() - value.Denominator.GetBitLength());
        if (shift > 0) numerator <<= shift;
        var quotient = BigInteger.DivRem(numerator, shift < 0 ? value.Denominator << -shift : value.Denominator, out var rest);
        // One more bit says whether anything was cut off, so that the tie is judged on the whole value.
        quotient = (quotient << 1) + (rest.IsZero ? 0 : 1);
        return Round(value.Sign < 0 ? -quotient : quotient, -shift - 1, bits);
    }

    /// <summary>The sum.</summary>
    public static BigFloat Add(BigFloat left, BigFloat right, int bits)
    {
        if (left.IsZero) return right.RoundedTo(bits);
        if (right.IsZero) return left.RoundedTo(bits);
        if (left.Magnitude < right.Magnitude) (left, right) = (right, left);
        // What lies wholly beyond the kept bits only tells on which side of a tie the sum is.
        if ((long)left.Magnitude - right.Magnitude > bits + 2L && left.Exponent > right.Magnitude)
        {
            var shift = Math.Max(0, bits + 3 - (int)BigInteger.Abs(left.Mantissa).GetBitLength());
            return Round((left.Mantissa << (shift + 1)) + right.Sign, left.Exponent - shift - 1, bits);
        }
        var exponent = Math.Min(left.Exponent, right.Exponent);
        return Round((left.Mantissa << (left.Exponent - exponent)) + (right.Mantissa << (right.Exponent - exponent)), exponent, bits);
    }

    /// <summary>The difference.</summary>
    public static BigFloat Subtract(BigFloat left, BigFloat right, int bits) => Add(left, -right, bits);

    /// <summary>The product.</summary>
    public static BigFloat Multiply(BigFloat left, BigFloat right, int bits) =>
        Round(left.Mantissa * right.Mantissa, checked(left.Exponent + right.Exponent), bits);

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static BigFloat Divide(BigFloat left, BigFloat right, int bits)
    {
        var quotient = FromRational(new Rational(left.Mantissa, right.Mantissa), bits);
        return quotient.Scaled(left.Exponent - right.Exponent);
    }

    /// <summary>The square root of a number that is not negative.</summary>
    public static BigFloat Sqrt(BigFloat value, int bits)
    {
        if (value.IsZero) return Zero;
        var shift = Math.Max(0, 2 * bits + 4 - (int)value.Mantissa.GetBitLength());
        if (((value.Exponent - shift) & 1) != 0) shift++;
        var radicand = value.Mantissa << shift;
        var root = RootOf(radicand);
        var inexact = root * root != radicand;
        return Round((root << 1) + (inexact ? 1 : 0), (value.Exponent - shift) / 2 - 1, bits);
    }

    /// <summary>The greatest whole number whose square is not greater than <paramref name="value"/>.</summary>
    public static BigInteger RootOf(BigInteger value)
    {
        if (value.Sign <= 0) return BigInteger.Zero;
        // Newton from above: the start is a power of two that is not below the root, so the steps fall until they reach it.
        var root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        if (value.GetBitLength() > 64)
        {
            var excess = ((int)value.GetBitLength() - 62) & ~1;
            root = new BigInteger(Math.Ceiling(Math.Sqrt((double)((value >> excess) + 1)) + 1)) << (excess / 2);
        }
        while (true)
        {
            var next = (root + value / root) >> 1;
            if (next >= root) return root;
            root = next;
        }
    }

    /// <summary>The number with the other sign.</summary>
    public static BigFloat operator -(BigFloat value) => new(-value.Mantissa, value.Exponent);

    /// <summary>The number without its sign.</summary>
    public static BigFloat Abs(BigFloat value) => value.Sign < 0 ? -value : value;

    /// <summary>The number times a power of two, exactly.</summary>
    public BigFloat Scaled(int exponent) => IsZero ? this : new(Mantissa, checked(Exponent + exponent));

    /// <summary>The nearest number with <paramref name="bits"/> bits.</summary>
    public BigFloat RoundedTo(int bits) => Round(Mantissa, Exponent, bits);

    /// <summary>The nearest whole number.</summary>
    public BigInteger ToNearestInteger() =>
        Exponent >= 0 ? Mantissa << Exponent
        : Magnitude < 0 ? BigInteger.Zero
        : (Mantissa + (BigInteger.One << (-Exponent - 1))) >> -Exponent;

    /// <summary>The whole number below <c>value · 2^bits</c>, near enough for fixed-point work.</summary>
    public BigInteger ToFixedPoint(int bits)
    {
        var shift = Exponent + bits;
        return shift >= 0 ? Mantissa << shift : Mantissa >> Math.Min(-shift, int.MaxValue);
    }

    /// <summary>The exact value.</summary>
    public Rational ToRational() => new Rational(Mantissa) * Rational.PowerOfTwo(Exponent);

    /// <summary>The value as a double: exact for up to 53 bits within the range, near otherwise.</summary>
    public double ToDouble()
    {
        var near = RoundedTo(53);
        return Math.ScaleB((double)near.Mantissa, near.Exponent);
    }
}
