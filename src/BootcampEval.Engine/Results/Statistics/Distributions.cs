// The few distributions that intervals and tests need, to the precision of a double.

namespace BootcampEval.Engine.Results.Statistics;

/// <summary>The standard normal distribution.</summary>
public static class NormalDistribution
{
    /// <summary>The quantile that a two-sided 95% interval uses: 1.959964.</summary>
    public static double Z95 { get; } = Quantile(0.975);

    /// <summary>The probability of a value up to <paramref name="x"/>.</summary>
    /// <remarks>Marsaglia (2004): the Taylor series around 0; in the tails the continued fraction of Mills' ratio.</remarks>
    public static double Cdf(double x)
    {
        if (Math.Abs(x) > 5) return x < 0 ? Tail(-x) : 1 - Tail(x);
        double sum = x, term = x;
        for (var i = 3; sum + term != sum; i += 2) sum += term *= x * x / i;
        return 0.5 + (sum * Density(x));
    }

    /// <summary>The value that a fraction <paramref name="p"/> lies below, for p strictly between 0 and 1.</summary>
    /// <remarks>Bisection for a start, then Newton's method on <see cref="Cdf"/>; worked out in the lower half, where nothing cancels.</remarks>
    public static double Quantile(double p)
    {
        if (p is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(p), p, "a probability strictly between 0 and 1");
        if (p > 0.5) return -Quantile(1 - p);
        double low = -40, high = 0;
        while (high - low > 1e-3)
        {
            var middle = (low + high) / 2;
            if (Cdf(middle) < p) low = middle;
            else high = middle;
        }
        var x = (low + high) / 2;
        for (var step = 0; step < 6; step++) x -= (Cdf(x) - p) / Density(x);
        return x;
    }

    private static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    private static double Tail(double x)
    {
        var fraction = x;
        for (var i = 100; i > 0; i--) fraction = x + (i / fraction);
        return Density(x) / fraction;
    }
}

/// <summary>Student's t distribution.</summary>
public static class StudentDistribution
{
    /// <summary>The quantile for a two-sided 95% interval.</summary>
    /// <param name="degreesOfFreedom">At least 1.</param>
    public static double T95(double degreesOfFreedom) => Quantile(0.975, degreesOfFreedom);

    /// <summary>The probability of a value up to <paramref name="t"/>.</summary>
    public static double Cdf(double t, double degreesOfFreedom)
    {
        var beyond = BetaFunction.Regularized(degreesOfFreedom / (degreesOfFreedom + (t * t)), degreesOfFreedom / 2, 0.5) / 2;
        return t < 0 ? beyond : 1 - beyond;
    }

    /// <summary>The value that a fraction <paramref name="p"/> lies below, for p strictly between 0 and 1.</summary>
    public static double Quantile(double p, double degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        if (degreesOfFreedom > 1e7) return NormalDistribution.Quantile(p);
        if (p < 0.5) return -Quantile(1 - p, degreesOfFreedom);
        double low = 0, high = 1;
        while (Cdf(high, degreesOfFreedom) < p) high *= 2;
        for (var middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2)
        {
            if (Cdf(middle, degreesOfFreedom) < p) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }
}

/// <summary>The binomial distribution of a fair coin.</summary>
public static class FairCoin
{
    /// <summary>The probability of at most <paramref name="heads"/> heads in <paramref name="tosses"/> tosses.</summary>
    public static double AtMost(long heads, long tosses)
    {
        if (heads < 0) return 0;
        return heads >= tosses ? 1 : BetaFunction.Regularized(0.5, tosses - heads, heads + 1);
    }
}

/// <summary>The incomplete beta function, from which t and binomial probabilities come.</summary>
public static class BetaFunction
{
    /// <summary>The regularized incomplete beta function I_x(a, b), for x from 0 to 1.</summary>
    /// <remarks>The continued fraction DLMF 8.17.22, evaluated by Lentz's method on the side where it converges fast.</remarks>
    public static double Regularized(double x, double a, double b)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        var front = Math.Exp((a * Math.Log(x)) + (b * Math.Log(1 - x)) + LogGamma(a + b) - LogGamma(a) - LogGamma(b));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    /// <summary>The natural logarithm of the gamma function, for x above 0.</summary>
    /// <remarks>Stirling's series after shifting the argument above 15 by the recurrence.</remarks>
    public static double LogGamma(double x)
    {
        var shift = 1.0;
        for (; x < 15; x++) shift *= x;
        var r = 1 / (x * x);
        var series = (1.0 / 12) - (r * ((1.0 / 360) - (r * ((1.0 / 1260) - (r * ((1.0 / 1680) - (r * ((1.0 / 1188) - (r * 691 / 360360)))))))));
        return ((x - 0.5) * Math.Log(x)) - x + (Math.Log(2 * Math.PI) / 2) + (series / x) - Math.Log(shift);
    }

    private static double Fraction(double x, double a, double b)
    {
        const double Tiny = 1e-300;
        const int MostTerms = 100_000;
        double c = 1, d = Bounded(1 - ((a + b) * x / (a + 1))), result;
        d = 1 / d;
        result = d;
        for (var m = 1; m <= MostTerms; m++)
        {
            var change = 1.0;
            foreach (var term in (ReadOnlySpan<double>)[Even(m), Odd(m)])
            {
                d = 1 / Bounded(1 + (term * d));
                c = Bounded(1 + (term / c));
                change = c * d;
                result *= change;
            }
            if (Math.Abs(change - 1) < 1e-16) break;
        }
        return result;

        double Even(double m) => m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
        double Odd(double m) => -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
        static double Bounded(double value) => Math.Abs(value) < Tiny ? Tiny : value;
    }
}
