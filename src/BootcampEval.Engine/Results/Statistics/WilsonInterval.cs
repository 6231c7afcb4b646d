// The interval for a share of successes that behaves at 0, at 1 and with few rows.

namespace BootcampEval.Engine.Results.Statistics;

/// <summary>Wilson's score interval for a proportion (Wilson 1927), without continuity correction.</summary>
public static class WilsonInterval
{
    /// <summary>The 95% interval.</summary>
    /// <param name="successes">From 0 to <paramref name="n"/>; need not be whole.</param>
    /// <param name="n">At least 1.</param>
    public static Interval Of(double successes, long n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var p = successes / n;
        var z = NormalDistribution.Z95;
        var shrink = 1 + (z * z / n);
        var centre = (p + (z * z / (2 * n))) / shrink;
        var half = z * Math.Sqrt((p * (1 - p) / n) + (z * z / (4.0 * n * n))) / shrink;
        return new(p == 0 ? 0 : centre - half, p == 1 ? 1 : centre + half);
    }
}
