// Complex numbers with whole parts.

using System.Numerics;

namespace BootcampEval.Library.Operations;

/// <summary>A complex number whose real and imaginary parts are whole.</summary>
internal readonly record struct Gaussian(BigInteger Re, BigInteger Im)
{
    public static Gaussian operator +(Gaussian left, Gaussian right) => new(left.Re + right.Re, left.Im + right.Im);

    public static Gaussian operator -(Gaussian left, Gaussian right) => new(left.Re - right.Re, left.Im - right.Im);

    public static Gaussian operator *(Gaussian left, Gaussian right) => new(left.Re * right.Re - left.Im * right.Im, left.Re * right.Im + left.Im * right.Re);

    public static Gaussian operator *(BigInteger left, Gaussian right) => new(left * right.Re, left * right.Im);

    /// <summary>(re + im·i)².</summary>
    public static Gaussian SquareOf(BigInteger re, BigInteger im) => new Gaussian(re, im) * new Gaussian(re, im);

    /// <summary>The number as <c>3 - 4i</c>.</summary>
    public override string ToString() => Im.Sign < 0 ? $"{Re} - {-Im}i" : $"{Re} + {Im}i";
}
