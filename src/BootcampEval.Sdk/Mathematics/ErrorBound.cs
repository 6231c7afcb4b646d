// Upper bounds on errors: few digits, a wide range, and always rounded up.

namespace BootcampEval.Sdk.Mathematics;

/// <summary>A number that is not negative, known from above: <c>significand · 2^exponent</c> with a significand in [1/2, 1), or 0.</summary>
internal readonly record struct ErrorBound : IComparable<ErrorBound>
{
    /// <summary>What a rounded double operation can lose, made good.</summary>
    private const double Up = 1 + 1.0 / (1L << 48);

    private readonly double _significand;
    private readonly int _exponent;

    private ErrorBound(double significand, int exponent)
    {
        var shift = significand == 0 ? 0 : Math.ILogB(significand) + 1;
        _significand = Math.ScaleB(significand, -shift);
        _exponent = significand == 0 ? 0 : checked(exponent + shift);
    }

    /// <summary>No error.</summary>
    public static ErrorBound Zero => default;

    /// <summary>Whether the bound is 0.</summary>
    public bool IsZero => _significand == 0;

    /// <summary>The least m with bound ≤ 2^m, near enough; <see cref="int.MinValue"/> for 0.</summary>
    public int Magnitude => IsZero ? int.MinValue : _exponent;

    /// <summary>2 to a power.</summary>
    public static ErrorBound PowerOfTwo(int exponent) => new(1, exponent);

    /// <summary>A bound on |value|.</summary>
    public static ErrorBound Of(BigFloat value)
    {
        if (value.IsZero) return Zero;
        var leading = BigFloat.Abs(value).RoundedTo(50);
        return new(leading.Scaled(-leading.Magnitude).ToDouble() * Up, leading.Magnitude);
    }

    /// <summary>A bound on a finite double that is not negative.</summary>
    public static ErrorBound Of(double value) => new(value * Up, 0);

    public static ErrorBound operator +(ErrorBound left, ErrorBound right)
    {
        if (left.IsZero) return right;
        if (right.IsZero) return left;
        if (left._exponent < right._exponent) (left, right) = (right, left);
        var smaller = Math.ScaleB(right._significand, Math.Max(right._exponent - left._exponent, -60));
        return new((left._significand + smaller) * Up, left._exponent);
    }

    public static ErrorBound operator *(ErrorBound left, ErrorBound right) =>
        left.IsZero || right.IsZero ? Zero : new(left._significand * right._significand * Up, checked(left._exponent + right._exponent));

    /// <summary>The quotient of the bound by a number that is known from below.</summary>
    public static ErrorBound operator /(ErrorBound left, ErrorBound lower) =>
        left.IsZero ? Zero : new(left._significand / lower._significand * Up, checked(left._exponent - lower._exponent));

    public static bool operator <(ErrorBound left, ErrorBound right) => left.CompareTo(right) < 0;

    public static bool operator >(ErrorBound left, ErrorBound right) => left.CompareTo(right) > 0;

    /// <inheritdoc/>
    public int CompareTo(ErrorBound other) =>
        IsZero || other.IsZero || _exponent == other._exponent
            ? _significand.CompareTo(other._significand)
            : _exponent.CompareTo(other._exponent);

    /// <summary>The bound as a double, infinite when it is beyond the range.</summary>
    public double ToDouble() => Math.ScaleB(_significand, _exponent);
}
