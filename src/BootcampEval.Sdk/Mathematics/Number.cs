// Numbers in expressions: exact ones, and those that a reader took as binary floating point.

using System.Numerics;

namespace BootcampEval.Sdk.Mathematics;

/// <summary>A real number in an expression.</summary>
/// <remarks>
/// Most numbers are exact. A reader may also take decimals as binary floating point of so many bits, as computer algebra systems do: then the
/// arithmetic between numbers rounds to that many bits, and an exact number beside such a one is rounded first.
/// </remarks>
public sealed class Number : Expression
{
    /// <summary>Exact numbers whose numerator and denominator together take more bits are not worked out.</summary>
    public const int MostBits = 1 << 14;

    /// <summary>The same for fractions, which cost more to reduce.</summary>
    private const int MostFractionBits = 1 << 12;

    internal Number(Rational value, int floatBits = 0)
        : base(1, 1, HashCode.Combine(0, value, floatBits)) => (Value, FloatBits) = (value, floatBits);

    /// <summary>The exact value: that of the rounded number for binary floating point.</summary>
    public Rational Value { get; }

    /// <summary>The bits of a binary floating-point number; 0 for an exact one.</summary>
    public int FloatBits { get; }

    /// <summary>Whether the number is exact.</summary>
    public bool IsExact => FloatBits == 0;

    /// <summary>Whether the number is the exact integer.</summary>
    public bool Is(int value) => IsExact && Value == value;

    /// <summary>The nearest binary floating-point number.</summary>
    public static Number FloatingPoint(Rational value, int bits) => new(BigFloat.FromRational(value, bits).ToRational(), bits);

    /// <summary>The number itself if it is exact, or the decimal that its bits stand for: 15 significant digits for 53 bits.</summary>
    public Number AsDecimal()
    {
        const double BitsPerDigit = 3.3219280948873626;
        if (IsExact || Value.IsZero) return new(Value);
        var digits = Math.Max(1, (int)Math.Round(FloatBits / BitsPerDigit) - 1);
        var scale = Rational.PowerOfTen(digits - 1 - (int)Math.Floor(BigInteger.Log10(BigInteger.Abs(Value.Numerator)) - BigInteger.Log10(Value.Denominator)));
        return new(Rational.RoundedToWhole(Value * scale) / scale);
    }

    /// <summary>The sum; null when it would be too large.</summary>
    internal static Number? Add(Number left, Number right)
    {
        if (IsTooLarge(left, right)) return null;
        var bits = Math.Max(left.FloatBits, right.FloatBits);
        return bits == 0 ? new(left.Value + right.Value) : FloatingPoint(left.RoundedTo(bits) + right.RoundedTo(bits), bits);
    }

    /// <summary>The product; null when it would be too large.</summary>
    internal static Number? Multiply(Number left, Number right)
    {
        if (IsTooLarge(left, right)) return null;
        var bits = Math.Max(left.FloatBits, right.FloatBits);
        return bits == 0 ? new(left.Value * right.Value) : FloatingPoint(left.RoundedTo(bits) * right.RoundedTo(bits), bits);
    }

    /// <summary>The quotient as Python works it out: an exact number is divided by floating point by way of the rounded reciprocal.</summary>
    internal static Expression Divide(Number left, Number right)
    {
        if (right.Value.IsZero || IsTooLarge(left, right)) return Undefined;
        if (left.IsExact && right.IsExact) return new Number(left.Value / right.Value);
        if (left.IsExact) return Multiply(left, FloatingPoint(1 / right.Value, right.FloatBits)) ?? Undefined;
        var bits = Math.Max(left.FloatBits, right.FloatBits);
        return FloatingPoint(left.Value / right.RoundedTo(bits), bits);
    }

    /// <summary>The power where it is a number that can be worked out; null where it is not, or would be too large.</summary>
    internal static Number? Power(Number @base, Number exponent)
    {
        if (!@base.IsExact || !exponent.IsExact) return FloatPower(@base, exponent);
        if (exponent.Value.IsInteger)
        {
            if (BigInteger.Abs(exponent.Value.Numerator) is var size && size * (@base.Value.Bits - 1) > MostBits) return null;
            if (@base.Value.IsZero && exponent.Value.Sign < 0) return null;
            if (@base.Value.IsOne) return One;
            if (BigInteger.Abs(@base.Value.Numerator).IsOne && @base.Value.IsInteger) return new(size.IsEven ? 1 : -1);
            return @base.Value.IsZero ? exponent.Value.IsZero ? One : Zero : new(Rational.Pow(@base.Value, (int)exponent.Value.Numerator));
        }
        return @base.Value.Sign switch
        {
            < 0 => null,
            0 => exponent.Value.Sign > 0 ? Zero : null,
            _ => exponent.Value.Denominator <= 64 && Root(@base.Value, (int)exponent.Value.Denominator) is { } root
                ? Power(new Number(root), new Number(exponent.Value.Numerator))
                : null,
        };
    }

    private static bool IsTooLarge(Number left, Number right) =>
        left.Value.Bits + right.Value.Bits > (left.Value.IsInteger && right.Value.IsInteger ? 2 * MostBits : MostFractionBits);

    /// <summary>The exact n-th root of a positive number, where it is rational.</summary>
    private static Rational? Root(Rational value, int n) =>
        RootOf(value.Numerator, n) is { } top && RootOf(value.Denominator, n) is { } bottom ? new Rational(top, bottom) : null;

    private static BigInteger? RootOf(BigInteger value, int n)
    {
        if (value.IsOne) return value;
        if (value.GetBitLength() > 4096) return null;
        if (n == 2) return BigFloat.RootOf(value) is var square && square * square == value ? square : null;
        BigInteger low = 1, high = BigInteger.One << (int)(value.GetBitLength() / n + 1);
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if (BigInteger.Pow(middle, n) <= value) low = middle;
            else high = middle - 1;
        }
        return BigInteger.Pow(low, n) == value ? low : null;
    }

    /// <summary>A power with floating point in it: worked out with bits to spare, and rounded once.</summary>
    private static Number? FloatPower(Number @base, Number exponent)
    {
        var bits = Math.Max(@base.FloatBits, exponent.FloatBits);
        var arithmetic = new ComplexArithmetic(bits + 64, null, 10_000);
        var value = arithmetic.Of(@base.Value);
        var result = exponent.Value.IsInteger && BigInteger.Abs(exponent.Value.Numerator) < 1 << 20
            ? arithmetic.Power(value, (int)exponent.Value.Numerator)
            : @base.Value.Sign > 0 ? arithmetic.Power(value, arithmetic.Of(exponent.Value)) : null;
        return result is { IsReal: true } real && real.Magnitude is > -MostBits and < MostBits ? FloatingPoint(real.Re.ToRational(), bits) : null;
    }

    private Rational RoundedTo(int bits) => IsExact ? BigFloat.FromRational(Value, bits).ToRational() : Value;

    private protected override bool HasSameParts(Expression other) => other is Number number && FloatBits == number.FloatBits && Value == number.Value;
}
