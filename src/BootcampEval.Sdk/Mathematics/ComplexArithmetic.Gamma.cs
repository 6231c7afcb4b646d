// The gamma function of complex numbers: what factorials mean between the whole numbers.

namespace BootcampEval.Sdk.Mathematics;

internal sealed partial class ComplexArithmetic
{
    /// <summary>Arguments farther from 0 are refused.</summary>
    private const int LargestGammaArgument = 2000;

    /// <summary>Γ(z); null at its poles 0, -1, -2 ...</summary>
    /// <remarks>
    /// Stirling's series for ln Γ(z + n), with n large enough for its terms to fall below the precision, divided by z (z+1) ... (z+n-1). The
    /// error of the series is below twice its first left-out term in the right half-plane: DLMF 5.11(ii).
    /// </remarks>
    public ComplexBall? Gamma(ComplexBall z)
    {
        if (!IsUseful(z) || z.Magnitude > 11 || z.Radius.Magnitude > -32 || Math.Abs(z.Re.ToDouble()) > LargestGammaArgument) return null;
        var least = bits / 4 + 16;
        var shift = Math.Max(0, least - (int)Math.Floor(z.Re.ToDouble()));
        if (!Spend(4 * (shift + least))) return null;
        var product = ComplexBall.One;
        var growth = ErrorBound.Of(16.0); // bounds |Γ'/Γ|: ln|z+n| and the terms 1/|z+k|
        for (var k = 0; k < shift; k++)
        {
            var factor = Add(z, Of(k));
            if (!IsFarFromZero(factor) || Multiply(product, factor) is not { } next) return null;
            growth += ErrorBound.PowerOfTwo(1) / factor.LeastSize;
            product = next;
        }
        var centre = z with { Radius = ErrorBound.Zero };
        if (StirlingLog(Add(centre, Of(shift))) is not { } log || Exp(log) is not { } top || Divide(top, product) is not { } result) return null;
        return result with { Radius = result.Radius + result.Size * growth * z.Radius * ErrorBound.PowerOfTwo(1) };
    }

    /// <summary>ln Γ(z) = (z - 1/2) ln z - z + ln(2π)/2 + Σ B₂ₖ / (2k (2k-1) z^(2k-1)), for z far to the right.</summary>
    private ComplexBall? StirlingLog(ComplexBall z)
    {
        if (Log(z) is not { } log || Multiply(Subtract(z, Of(Rational.Half)), log) is not { } main) return null;
        if (Log(Pi().Scaled(1)) is not { } logOfTurn || Invert(z) is not { } inverse || Multiply(inverse, inverse) is not { } square) return null;
        var sum = Add(Subtract(main, z), logOfTurn.Scaled(-1));
        var power = inverse;
        for (var k = 1; ; k++)
        {
            if (k > Bernoulli.Count || Multiply(Of(Bernoulli.EvenNumber(k) / (2 * k * (2 * k - 1))), power) is not { } term) return null;
            sum = Add(sum, term);
            if (term.Magnitude < -bits) return sum with { Radius = sum.Radius + term.Size * ErrorBound.PowerOfTwo(2) };
            if (Multiply(power, square) is not { } next) return null;
            power = next;
        }
    }
}

/// <summary>Bernoulli's numbers, by the recurrence Σ C(m+1, j) Bⱼ = 0.</summary>
internal static class Bernoulli
{
    /// <summary>How many of the numbers with even index are at hand, from B₂ on.</summary>
    public const int Count = 200;

    private static readonly Lazy<Rational[]> Evens = new(static () =>
    {
        // The tangent numbers T(k) by Brent and Harvey (2011): whole numbers only. B(2k) = (-1)^(k-1) 2k T(k) / (4^k (4^k - 1)).
        var tangents = new System.Numerics.BigInteger[Count + 1];
        tangents[1] = 1;
        for (var k = 2; k <= Count; k++) tangents[k] = (k - 1) * tangents[k - 1];
        for (var k = 2; k <= Count; k++)
            for (var j = k; j <= Count; j++)
                tangents[j] = (j - k) * tangents[j - 1] + (j - k + 2) * tangents[j];
        var evens = new Rational[Count + 1];
        for (var k = 1; k <= Count; k++)
        {
            var fourth = System.Numerics.BigInteger.One << (2 * k);
            var value = new Rational(2 * k * tangents[k], fourth * (fourth - 1));
            evens[k] = k % 2 == 1 ? value : -value;
        }
        return evens;
    });

    /// <summary>B₂ₖ.</summary>
    public static Rational EvenNumber(int k) => Evens.Value[k];
}
