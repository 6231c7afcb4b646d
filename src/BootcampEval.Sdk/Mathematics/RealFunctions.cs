// The elementary functions of real numbers to any number of bits.

using System.Collections.Concurrent;
using System.Numerics;

namespace BootcampEval.Sdk.Mathematics;

/// <summary>Constants and elementary functions on <see cref="BigFloat"/>.</summary>
/// <remarks>
/// Results are within 2^(2-bits) of the true value: relative to it for <see cref="Exp"/> and the constants, absolute for the others (scaled to
/// a result of about 1). The series work on whole numbers scaled by a power of two, after the argument has been halved often enough for a few
/// dozen terms to do: see Brent and Zimmermann, Modern Computer Arithmetic, chapter 4. Logarithm and angle come from inverting exponential
/// and sine: one step of a fifth-order correction brings 50 right bits to 250, another one to more than a thousand.
/// </remarks>
internal static class RealFunctions
{
    /// <summary>Arguments of <see cref="Exp"/>, <see cref="SinCos"/> beyond 2 to this power are refused: the results have no use and cost much.</summary>
    public const int LargestArgument = 20;

    private static readonly ConcurrentDictionary<int, BigFloat> Pis = new();
    private static readonly ConcurrentDictionary<int, BigFloat> LogsOfTwo = new();

    /// <summary>π, by Machin's formula.</summary>
    public static BigFloat Pi(int bits) => Pis.GetOrAdd(bits, static bits =>
    {
        var scale = bits + 16;
        return BigFloat.Round(4 * (4 * ArcTangentOfReciprocal(5, scale) - ArcTangentOfReciprocal(239, scale)), -scale, bits);
    });

    /// <summary>ln 2 = 18 arcoth 26 - 2 arcoth 4801 + 8 arcoth 8749.</summary>
    public static BigFloat LogOfTwo(int bits) => LogsOfTwo.GetOrAdd(bits, static bits =>
    {
        var scale = bits + 16;
        var sum = 18 * ArcTangentOfReciprocal(26, scale, hyperbolic: true)
            - 2 * ArcTangentOfReciprocal(4801, scale, hyperbolic: true)
            + 8 * ArcTangentOfReciprocal(8749, scale, hyperbolic: true);
        return BigFloat.Round(sum, -scale, bits);
    });

    /// <summary>e^x; null when x is too large in size to be of use.</summary>
    public static BigFloat? Exp(BigFloat x, int bits)
    {
        if (x.IsZero) return BigFloat.One;
        if (x.Magnitude > LargestArgument) return null;
        var halvings = HalvingsFor(bits);
        var scale = bits + halvings + 16;
        var logOfTwo = LogOfTwo(scale + LargestArgument + 4).ToFixedPoint(scale);
        var point = x.ToFixedPoint(scale);
        var twos = RoundedQuotient(point, logOfTwo);
        // The constant is multiplied by up to 2^20: take it with as many bits more.
        var reduced = point - (twos * LogOfTwo(scale + LargestArgument + 4).ToFixedPoint(scale + LargestArgument + 2) >> (LargestArgument + 2));
        var result = ExpOfSmall(reduced, scale, halvings);
        return BigFloat.Round(result, checked((int)twos - scale), bits);
    }

    /// <summary>Sine and cosine; null when x is too large in size to be of use.</summary>
    public static (BigFloat Sin, BigFloat Cos)? SinCos(BigFloat x, int bits)
    {
        if (x.IsZero) return (BigFloat.Zero, BigFloat.One);
        if (x.Magnitude > LargestArgument) return null;
        var halvings = HalvingsFor(bits);
        var scale = bits + 2 * halvings + 16;
        var quarterTurn = Pi(scale + LargestArgument + 4).Scaled(-1);
        var point = x.ToFixedPoint(scale);
        var turns = RoundedQuotient(point, quarterTurn.ToFixedPoint(scale));
        var reduced = point - (turns * quarterTurn.ToFixedPoint(scale + LargestArgument + 2) >> (LargestArgument + 2));
        var (sin, cos) = SinCosOfSmall(reduced, scale, halvings);
        (sin, cos) = (int)(turns & 3) switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
        return (BigFloat.Round(sin, -scale, bits), BigFloat.Round(cos, -scale, bits));
    }

    /// <summary>The natural logarithm of a positive number.</summary>
    public static BigFloat Log(BigFloat x, int bits)
    {
        // x = m · 2^k with m near 1, so that the two parts of the result do not cancel.
        var twos = x.Magnitude;
        var m = x.Scaled(-twos);
        if (m.ToDouble() < 0.7) m = x.Scaled(-(--twos));
        var log = BigFloat.FromDouble(Math.Log(m.ToDouble()));
        foreach (var step in Steps(bits))
        {
            var working = step + 8;
            var excess = BigFloat.Subtract(BigFloat.Multiply(m, Exp(-log, working)!.Value, working), BigFloat.One, working);
            log = BigFloat.Add(log, LogOfOnePlus(excess, working), working);
        }
        var whole = BigFloat.Multiply(BigFloat.FromInteger(twos), LogOfTwo(bits + 40), bits + 40);
        return BigFloat.Add(log, whole, bits);
    }

    /// <summary>The angle of the point (x, y), which is not the origin, from -π to π. Points on the negative x-axis have the angle π.</summary>
    public static BigFloat Angle(BigFloat y, BigFloat x, int bits)
    {
        if (y.IsZero) return x.Sign > 0 ? BigFloat.Zero : Pi(bits);
        if (x.IsZero) return y.Sign > 0 ? Pi(bits).Scaled(-1) : -Pi(bits).Scaled(-1);
        var scale = -Math.Max(x.Magnitude, y.Magnitude);
        (x, y) = (x.Scaled(scale), y.Scaled(scale));
        var angle = BigFloat.FromDouble(Math.Atan2(y.ToDouble(), x.ToDouble()));
        var radius = BigFloat.Sqrt(BigFloat.Add(BigFloat.Multiply(x, x, bits + 16), BigFloat.Multiply(y, y, bits + 16), bits + 16), bits + 16);
        foreach (var step in Steps(bits))
        {
            var working = step + 8;
            var (sin, cos) = SinCos(angle, working)!.Value;
            var across = BigFloat.Subtract(BigFloat.Multiply(y, cos, working), BigFloat.Multiply(x, sin, working), working);
            angle = BigFloat.Add(angle, ArcSineOfSmall(BigFloat.Divide(across, radius, working), working), working);
        }
        return angle.RoundedTo(bits);
    }

    private static IEnumerable<int> Steps(int bits)
    {
        const int AfterFirst = 240;
        if (bits > AfterFirst) yield return AfterFirst + 16;
        yield return bits;
    }

    /// <summary>ln(1 + t) for |t| below 2^-48, up to t^5.</summary>
    private static BigFloat LogOfOnePlus(BigFloat t, int bits)
    {
        var sum = BigFloat.Zero;
        for (var n = 5; n >= 1; n--)
        {
            var term = BigFloat.FromRational(new Rational(n % 2 == 1 ? 1 : -1, n), bits);
            sum = BigFloat.Multiply(t, BigFloat.Add(term, sum, bits), bits);
        }
        return sum;
    }

    /// <summary>arcsin s for |s| below 2^-48, up to s^5.</summary>
    private static BigFloat ArcSineOfSmall(BigFloat s, int bits)
    {
        var square = BigFloat.Multiply(s, s, bits);
        var inner = BigFloat.Multiply(square, BigFloat.FromRational(new Rational(3, 40), bits), bits);
        inner = BigFloat.Multiply(square, BigFloat.Add(BigFloat.FromRational(new Rational(1, 6), bits), inner, bits), bits);
        return BigFloat.Multiply(s, BigFloat.Add(BigFloat.One, inner, bits), bits);
    }

    private static int HalvingsFor(int bits) => 4 + (int)Math.Sqrt(bits / 4.0);

    private static BigInteger ExpOfSmall(BigInteger x, int scale, int halvings)
    {
        x >>= halvings;
        BigInteger sum = (BigInteger.One << scale) + x, term = x;
        for (var n = 2; !term.IsZero && !term.Equals(BigInteger.MinusOne); n++)
        {
            term = (term * x >> scale) / n;
            sum += term;
        }
        for (var i = 0; i < halvings; i++) sum = sum * sum >> scale;
        return sum;
    }

    private static (BigInteger Sin, BigInteger Cos) SinCosOfSmall(BigInteger x, int scale, int halvings)
    {
        x >>= halvings;
        var square = x * x >> scale;
        BigInteger sin = x, cos = BigInteger.One << scale, sinTerm = x, cosTerm = cos;
        for (var n = 1; !cosTerm.IsZero; n++)
        {
            cosTerm = (cosTerm * square >> scale) / ((2 * n - 1) * (2 * n));
            sinTerm = (sinTerm * square >> scale) / (2 * n * (2 * n + 1));
            (cos, sin) = n % 2 == 1 ? (cos - cosTerm, sin - sinTerm) : (cos + cosTerm, sin + sinTerm);
        }
        for (var i = 0; i < halvings; i++) (sin, cos) = (sin * cos >> (scale - 1), (BigInteger.One << scale) - (sin * sin >> (scale - 1)));
        return (sin, cos);
    }

    /// <summary>arctan(1/n), or arcoth n, times 2^scale.</summary>
    private static BigInteger ArcTangentOfReciprocal(int n, int scale, bool hyperbolic = false)
    {
        var power = (BigInteger.One << scale) / n;
        var sum = power;
        for (var k = 3; !power.IsZero; k += 2)
        {
            power /= n * n;
            sum += (hyperbolic || k % 4 == 1 ? power : -power) / k;
        }
        return sum;
    }

    private static BigInteger RoundedQuotient(BigInteger dividend, BigInteger divisor)
    {
        var doubled = 2 * dividend + divisor;
        var quotient = BigInteger.DivRem(doubled, 2 * divisor, out var rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }
}
