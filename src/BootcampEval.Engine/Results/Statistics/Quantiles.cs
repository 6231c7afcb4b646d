// Medians and percentiles.

using System.Numerics;

namespace BootcampEval.Engine.Results.Statistics;

/// <summary>Quantiles by linear interpolation between order statistics (Hyndman and Fan's type 7, what R and NumPy do unasked).</summary>
public static class Quantiles
{
    /// <summary>The quantile of values in ascending order.</summary>
    /// <param name="sorted">At least one value.</param>
    /// <param name="p">From 0 to 1.</param>
    public static double OfSorted<T>(ReadOnlySpan<T> sorted, double p) where T : INumber<T>
    {
        if (sorted.IsEmpty) throw new ArgumentException("a quantile needs at least one value", nameof(sorted));
        var position = p * (sorted.Length - 1);
        var below = (int)Math.Floor(position);
        var low = double.CreateChecked(sorted[below]);
        return below + 1 == sorted.Length ? low : low + ((position - below) * (double.CreateChecked(sorted[below + 1]) - low));
    }
}

/// <summary>The middle and the tail of a measured quantity.</summary>
/// <param name="Mean">The arithmetic mean.</param>
/// <param name="P50">The median.</param>
/// <param name="P95">What 95 of 100 stay below.</param>
/// <param name="Total">The sum.</param>
public sealed record Distribution(double Mean, double P50, double P95, double Total)
{
    /// <summary>Describes values in any order; null when there are none. Sorts <paramref name="values"/> in place.</summary>
    public static Distribution? Of<T>(Span<T> values) where T : INumber<T>
    {
        if (values.IsEmpty) return null;
        values.Sort();
        var total = 0.0;
        foreach (var value in values) total += double.CreateChecked(value);
        return new(total / values.Length, Quantiles.OfSorted<T>(values, 0.5), Quantiles.OfSorted<T>(values, 0.95), total);
    }
}
