// The elementary functions of complex numbers, with their principal values and guaranteed errors.

namespace BootcampEval.Sdk.Mathematics;

internal sealed partial class ComplexArithmetic
{
    /// <summary>The value of a function.</summary>
    public ComplexBall? Apply(ElementaryFunction function, ComplexBall z) => function switch
    {
        ElementaryFunction.Sin => SinCos(z)?.Sin,
        ElementaryFunction.Cos => SinCos(z)?.Cos,
        ElementaryFunction.Tan => SinCos(z) is { } pair ? Divide(pair.Sin, pair.Cos) : null,
        ElementaryFunction.Cot => SinCos(z) is { } pair ? Divide(pair.Cos, pair.Sin) : null,
        ElementaryFunction.Sec => SinCos(z) is { } pair ? Invert(pair.Cos) : null,
        ElementaryFunction.Csc => SinCos(z) is { } pair ? Invert(pair.Sin) : null,
        ElementaryFunction.Sinh => SinhCosh(z)?.Sinh,
        ElementaryFunction.Cosh => SinhCosh(z)?.Cosh,
        ElementaryFunction.Tanh => SinhCosh(z) is { } pair ? Divide(pair.Sinh, pair.Cosh) : null,
        ElementaryFunction.Coth => SinhCosh(z) is { } pair ? Divide(pair.Cosh, pair.Sinh) : null,
        ElementaryFunction.ArcSin => ArcSin(z),
        ElementaryFunction.ArcCos => ArcCos(z),
        ElementaryFunction.ArcTan => ArcTan(z),
        ElementaryFunction.ArcSinh => ArcSinh(z),
        ElementaryFunction.ArcCosh => ArcCosh(z),
        ElementaryFunction.ArcTanh => ArcTanh(z),
        ElementaryFunction.Log => Log(z),
        ElementaryFunction.Abs => Abs(z),
        ElementaryFunction.Factorial => Gamma(Add(z, ComplexBall.One)),
        _ => null,
    };

    /// <summary>e^z.</summary>
    public ComplexBall? Exp(ComplexBall z)
    {
        if (!CanBegin(z) || RealFunctions.Exp(z.Re, bits + 4) is not { } size) return null;
        var turn = (Sin: BigFloat.Zero, Cos: BigFloat.One);
        if (!z.IsReal)
        {
            if (RealFunctions.SinCos(z.Im, bits + 4) is not { } found) return null;
            turn = found;
        }
        var re = BigFloat.Multiply(size, turn.Cos, bits);
        var im = BigFloat.Multiply(size, turn.Sin, bits);
        // |e^(m+d) - e^m| ≤ |e^m| 2|d| for |d| ≤ 1/2.
        return new(re, im, ErrorBound.Of(size) * (z.Radius * ErrorBound.PowerOfTwo(1) + Rounding));
    }

    /// <summary>The principal logarithm; null at 0.</summary>
    public ComplexBall? Log(ComplexBall z)
    {
        if (!Spend(FunctionCost) || !IsUseful(z) || !IsFarFromZero(z) || OnOneSide(z) is not { } value) return null;
        var re = RealFunctions.Log(SizeOf(value), bits + 4);
        var im = value is { IsReal: true, Re.Sign: > 0 } ? BigFloat.Zero : RealFunctions.Angle(value.Im, value.Re, bits + 4);
        // The derivative within the disc is at most 2/|m|.
        var radius = value.Radius / value.LeastSize * ErrorBound.PowerOfTwo(1);
        return new(re, im, radius + RoundingOf(re) + Rounding);
    }

    /// <summary>The principal square root.</summary>
    public ComplexBall? Sqrt(ComplexBall z)
    {
        if (IsZero(z)) return ComplexBall.Zero;
        if (!Spend(FunctionCost / 4) || !IsUseful(z) || !IsFarFromZero(z) || OnOneSide(z) is not { } value) return null;
        var greater = BigFloat.Sqrt(BigFloat.Add(SizeOf(value), BigFloat.Abs(value.Re), bits + 4).Scaled(-1), bits + 4);
        var smaller = BigFloat.Divide(BigFloat.Abs(value.Im), greater.Scaled(1), bits + 4);
        var (re, im) = value.Re.Sign >= 0 ? (greater, smaller) : (smaller, greater);
        if (value.Im.Sign < 0) im = -im;
        // |√(m+d) - √m| ≤ |d| / √|m|, and √|m| ≥ the greater part.
        var radius = value.Radius / ErrorBound.Of(greater) * ErrorBound.PowerOfTwo(1);
        return new(re, im, radius + RoundingOf(greater, 2));
    }

    /// <summary>Sine and cosine. The last pair is kept: most formulas that have the one have the other.</summary>
    public (ComplexBall Sin, ComplexBall Cos)? SinCos(ComplexBall z)
    {
        if (_lastSinCos.Argument != z) _lastSinCos = (z, WorkOutSinCos(z));
        return _lastSinCos.Pair;
    }

    private (ComplexBall? Argument, (ComplexBall Sin, ComplexBall Cos)? Pair) _lastSinCos;

    private (ComplexBall Sin, ComplexBall Cos)? WorkOutSinCos(ComplexBall z)
    {
        if (!CanBegin(z) || RealFunctions.SinCos(z.Re, bits + 4) is not { } real) return null;
        // Within the disc the derivatives are at most cosh(|Im m| + 1/2) in size.
        if (z.IsReal)
        {
            var error = z.Radius * ErrorBound.PowerOfTwo(1) + Rounding;
            return (new(real.Sin, BigFloat.Zero, error), new(real.Cos, BigFloat.Zero, error));
        }
        if (RealFunctions.Exp(z.Im, bits + 4) is not { } up) return null;
        var down = BigFloat.Divide(BigFloat.One, up, bits + 4);
        var cosh = BigFloat.Add(up, down, bits + 4).Scaled(-1);
        var sinh = BigFloat.Subtract(up, down, bits + 4).Scaled(-1);
        var bound = ErrorBound.Of(cosh) * (z.Radius * ErrorBound.PowerOfTwo(1) + Rounding * ErrorBound.PowerOfTwo(1));
        return (new(BigFloat.Multiply(real.Sin, cosh, bits), BigFloat.Multiply(real.Cos, sinh, bits), bound),
            new(BigFloat.Multiply(real.Cos, cosh, bits), -BigFloat.Multiply(real.Sin, sinh, bits), bound));
    }

    /// <summary>Hyperbolic sine and cosine.</summary>
    public (ComplexBall Sinh, ComplexBall Cosh)? SinhCosh(ComplexBall z) =>
        SinCos(z.TimesI()) is { } turned ? (-turned.Sin.TimesI(), turned.Cos) : null;

    /// <summary>The principal arc sine: -i ln(iz + √(1 - z²)).</summary>
    public ComplexBall? ArcSin(ComplexBall z)
    {
        if (Multiply(z, z) is not { } square || Sqrt(Subtract(ComplexBall.One, square)) is not { } root) return null;
        return Log(Add(z.TimesI(), root)) is { } log ? -log.TimesI() : null;
    }

    /// <summary>The principal arc cosine: π/2 - arcsin z.</summary>
    public ComplexBall? ArcCos(ComplexBall z) => ArcSin(z) is { } sine ? Subtract(Pi().Scaled(-1), sine) : null;

    /// <summary>The principal arc tangent: (ln(1 + iz) - ln(1 - iz)) / 2i.</summary>
    public ComplexBall? ArcTan(ComplexBall z) => ArcTanh(z.TimesI()) is { } turned ? -turned.TimesI() : null;

    /// <summary>The principal inverse of the hyperbolic sine: ln(z + √(z² + 1)).</summary>
    public ComplexBall? ArcSinh(ComplexBall z) => ArcSin(z.TimesI()) is { } turned ? -turned.TimesI() : null;

    /// <summary>The principal inverse of the hyperbolic cosine: ln(z + √(z + 1) √(z - 1)).</summary>
    public ComplexBall? ArcCosh(ComplexBall z) =>
        Sqrt(Add(z, ComplexBall.One)) is { } plus && Sqrt(Subtract(z, ComplexBall.One)) is { } minus && Multiply(plus, minus) is { } product
            ? Log(Add(z, product))
            : null;

    /// <summary>The principal inverse of the hyperbolic tangent: (ln(1 + z) - ln(1 - z)) / 2.</summary>
    public ComplexBall? ArcTanh(ComplexBall z) =>
        Log(Add(ComplexBall.One, z)) is { } plus && Log(Subtract(ComplexBall.One, z)) is { } minus ? Subtract(plus, minus).Scaled(-1) : null;

    /// <summary>The size |z|.</summary>
    public ComplexBall? Abs(ComplexBall z)
    {
        if (!IsUseful(z)) return null;
        var size = SizeOf(z);
        return new(size.RoundedTo(bits), BigFloat.Zero, z.Radius + RoundingOf(size, 2));
    }

    /// <summary>What rounding can have cost a result of size about 1.</summary>
    private ErrorBound Rounding => ErrorBound.PowerOfTwo(2 - bits);

    /// <summary>Whether a function that grows at most exponentially can be applied.</summary>
    private bool CanBegin(ComplexBall z) => Spend(FunctionCost) && IsUseful(z) && z.Radius.Magnitude < -1;
}
