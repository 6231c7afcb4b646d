// A complex number that is known up to an error.

namespace BootcampEval.Sdk.Mathematics;

/// <summary>The disc of all complex numbers within <paramref name="Radius"/> of a midpoint: it surely holds the value meant.</summary>
internal readonly record struct ComplexBall(BigFloat Re, BigFloat Im, ErrorBound Radius)
{
    /// <summary>0, exactly.</summary>
    public static ComplexBall Zero => default;

    /// <summary>1, exactly.</summary>
    public static ComplexBall One { get; } = Real(BigFloat.One);

    /// <summary>The imaginary unit, exactly.</summary>
    public static ComplexBall I { get; } = new(BigFloat.Zero, BigFloat.One, default);

    /// <summary>Whether the midpoint is real.</summary>
    public bool IsReal => Im.IsZero;

    /// <summary>The larger of the magnitudes of the midpoint's parts.</summary>
    public int Magnitude => Math.Max(Re.Magnitude, Im.Magnitude);

    /// <summary>A bound from above on the size of the midpoint.</summary>
    public ErrorBound Size => ErrorBound.Of(Re) + ErrorBound.Of(Im);

    /// <summary>A bound from below on the size of the midpoint.</summary>
    public ErrorBound LeastSize => Re.IsZero && Im.IsZero ? ErrorBound.Zero : ErrorBound.PowerOfTwo(Magnitude - 1);

    /// <summary>Whether 0 may lie in the disc.</summary>
    public bool MayBeZero => !(Radius < LeastSize);

    /// <summary>A real number, exactly.</summary>
    public static ComplexBall Real(BigFloat value) => new(value, BigFloat.Zero, default);

    /// <summary>The number with the other sign.</summary>
    public static ComplexBall operator -(ComplexBall value) => value with { Re = -value.Re, Im = -value.Im };

    /// <summary>The number times i.</summary>
    public ComplexBall TimesI() => this with { Re = -Im, Im = Re };

    /// <summary>The number times a power of two.</summary>
    public ComplexBall Scaled(int exponent) => new(Re.Scaled(exponent), Im.Scaled(exponent), Radius * ErrorBound.PowerOfTwo(exponent));
}
