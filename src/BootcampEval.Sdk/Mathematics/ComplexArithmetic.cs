// Complex arithmetic with guaranteed errors: what equality of expressions is decided with.

namespace BootcampEval.Sdk.Mathematics;

/// <summary>
/// Arithmetic on <see cref="ComplexBall"/> with a number of bits and a limit of work. A result is null where the operation is undefined (a pole),
/// where the error has grown too large to say anything, where the numbers are too large to be of use, or where the work is used up.
/// </summary>
/// <param name="bits">Bits kept of each part.</param>
/// <param name="zeroBits">
/// A value that can't be told from zero, with an error below 2^-zeroBits, counts as zero (or, for its imaginary part, as real): so poles are seen,
/// and branch cuts are taken from their upper side as the principal values are. Null: nothing is taken for zero, and every result is proven.
/// </param>
/// <param name="work">How many units of work may be done: about one for an addition, <see cref="FunctionCost"/> for a function.</param>
internal sealed partial class ComplexArithmetic(int bits, int? zeroBits, int work)
{
    /// <summary>The work of one elementary function.</summary>
    public const int FunctionCost = 40;

    /// <summary>Numbers beyond 2 to this power, or below its reciprocal, are not worked with.</summary>
    private const int LargestMagnitude = 1 << 22;

    private int _work = work;

    /// <summary>Takes work from what is left; false when it is used up.</summary>
    public bool Spend(int units) => (_work -= units) >= 0;

    /// <summary>Whether the work is used up.</summary>
    public bool IsExhausted => _work < 0;

    /// <summary>An exact number.</summary>
    public ComplexBall Of(Rational value)
    {
        var near = BigFloat.FromRational(value, bits);
        return new(near, BigFloat.Zero, RoundingOf(near));
    }

    /// <summary>π.</summary>
    public ComplexBall Pi()
    {
        var pi = RealFunctions.Pi(bits);
        return new(pi, BigFloat.Zero, RoundingOf(pi));
    }

    /// <summary>The sum.</summary>
    public ComplexBall Add(ComplexBall left, ComplexBall right)
    {
        var re = BigFloat.Add(left.Re, right.Re, bits);
        var im = BigFloat.Add(left.Im, right.Im, bits);
        return new(re, im, left.Radius + right.Radius + RoundingOf(re) + RoundingOf(im));
    }

    /// <summary>The difference.</summary>
    public ComplexBall Subtract(ComplexBall left, ComplexBall right) => Add(left, -right);

    /// <summary>The product.</summary>
    public ComplexBall? Multiply(ComplexBall left, ComplexBall right)
    {
        if (!IsUseful(left) || !IsUseful(right)) return null;
        BigFloat re, im;
        if (left.IsReal || right.IsReal)
        {
            if (left.IsReal) (left, right) = (right, left);
            re = BigFloat.Multiply(left.Re, right.Re, bits);
            im = BigFloat.Multiply(left.Im, right.Re, bits);
        }
        else
        {
            // The inner products are kept whole, so that only the last rounding counts.
            re = BigFloat.Subtract(BigFloat.Multiply(left.Re, right.Re, 2 * bits + 2), BigFloat.Multiply(left.Im, right.Im, 2 * bits + 2), bits);
            im = BigFloat.Add(BigFloat.Multiply(left.Re, right.Im, 2 * bits + 2), BigFloat.Multiply(left.Im, right.Re, 2 * bits + 2), bits);
        }
        var radius = left.Size * right.Radius + right.Size * left.Radius + left.Radius * right.Radius;
        return new(re, im, radius + RoundingOf(re) + RoundingOf(im));
    }

    /// <summary>The reciprocal; null at a pole.</summary>
    public ComplexBall? Invert(ComplexBall value)
    {
        if (!IsUseful(value) || !IsFarFromZero(value)) return null;
        var square = SquareOfSize(value);
        var re = BigFloat.Divide(value.Re, square, bits);
        var im = BigFloat.Divide(-value.Im, square, bits);
        // |1/(m+d) - 1/m| = |d| / (|m| |m+d|) and |m+d| ≥ |m|/2.
        var radius = value.Radius / value.LeastSize / value.LeastSize * ErrorBound.PowerOfTwo(1);
        return new(re, im, radius + RoundingOf(re, 2) + RoundingOf(im, 2));
    }

    /// <summary>The quotient; null at a pole.</summary>
    public ComplexBall? Divide(ComplexBall left, ComplexBall right) => Invert(right) is { } inverse ? Multiply(left, inverse) : null;

    /// <summary>A whole power.</summary>
    public ComplexBall? Power(ComplexBall value, int exponent)
    {
        if (exponent < 0) return Invert(value) is { } inverse ? Power(inverse, -exponent) : null;
        ComplexBall? result = ComplexBall.One, square = value;
        for (var rest = exponent; rest > 0 && result is { } soFar; rest >>= 1)
        {
            if (square is not { } factor || !Spend(2)) return null;
            if ((rest & 1) == 1) result = Multiply(soFar, factor);
            if (rest > 1) square = Multiply(factor, factor);
        }
        return result;
    }

    /// <summary>The principal value of a power: e^(exponent · ln value).</summary>
    public ComplexBall? Power(ComplexBall value, ComplexBall exponent)
    {
        if (IsZero(value)) return exponent.Re.Sign > 0 && !exponent.MayBeZero ? ComplexBall.Zero : null;
        return Log(value) is { } log && Multiply(exponent, log) is { } product ? Exp(product) : null;
    }

    /// <summary>Whether the value is taken for zero: see the class.</summary>
    public bool IsZero(ComplexBall value) =>
        value.MayBeZero && (value.Radius.IsZero || (zeroBits is { } limit && value.Radius.Magnitude <= -limit));

    /// <summary>Whether the value is more than twice its error away from zero.</summary>
    private static bool IsFarFromZero(ComplexBall value) => value.Radius * ErrorBound.PowerOfTwo(1) < value.LeastSize;

    /// <summary>Whether the value is small enough, and its error too, for going on.</summary>
    private static bool IsUseful(ComplexBall value) =>
        value.Magnitude < LargestMagnitude && value.Radius.Magnitude < LargestMagnitude
        && (value.Re.IsZero || value.Re.Magnitude > -LargestMagnitude) && (value.Im.IsZero || value.Im.Magnitude > -LargestMagnitude);

    /// <summary>The value with an imaginary part that is taken for zero made zero; null when it can't be said on which side of the real axis it lies.</summary>
    private ComplexBall? OnOneSide(ComplexBall value)
    {
        if (value.IsReal && value.Radius.IsZero) return value;
        if (value.Radius < ErrorBound.Of(value.Im) && value.Radius * ErrorBound.PowerOfTwo(1) < ErrorBound.Of(value.Im)) return value;
        if (value.Re.Sign > 0 && value.Radius * ErrorBound.PowerOfTwo(1) < ErrorBound.Of(value.Re)) return value;
        var most = zeroBits is { } limit ? Math.Max(0, value.Re.Magnitude) - limit : int.MinValue;
        return value.Radius.Magnitude <= most ? value with { Im = BigFloat.Zero } : null;
    }

    private BigFloat SquareOfSize(ComplexBall value) => value.IsReal
        ? BigFloat.Multiply(value.Re, value.Re, bits + 4)
        : BigFloat.Add(BigFloat.Multiply(value.Re, value.Re, bits + 8), BigFloat.Multiply(value.Im, value.Im, bits + 8), bits + 4);

    private BigFloat SizeOf(ComplexBall value) => value.IsReal ? BigFloat.Abs(value.Re) : BigFloat.Sqrt(SquareOfSize(value), bits + 4);

    /// <summary>What rounding a part to the kept bits can have cost, times 2^<paramref name="slack"/>.</summary>
    private ErrorBound RoundingOf(BigFloat part, int slack = 0) =>
        part.IsZero ? ErrorBound.Zero : ErrorBound.PowerOfTwo(part.Magnitude - bits + slack);
}
