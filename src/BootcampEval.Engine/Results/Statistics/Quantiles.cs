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
        var (below, share) = PlaceOf(p, sorted.Length);
        var low = double.CreateChecked(sorted[(int)below]);
        return share == 0 ? low : low + (share * (double.CreateChecked(sorted[(int)below + 1]) - low));
    }

    /// <summary>Where a quantile lies among <paramref name="n"/> values in ascending order: behind which of them, and at what share of the way to the next.</summary>
    internal static (long Below, double Share) PlaceOf(double p, long n)
    {
        var position = p * (n - 1);
        var below = (long)Math.Floor(position);
        return (below, position - below);
    }
}

/// <summary>The middle and the tail of a measured quantity.</summary>
/// <param name="Mean">The arithmetic mean.</param>
/// <param name="P50">The median.</param>
/// <param name="P95">What 95 of 100 stay below.</param>
/// <param name="Total">The sum.</param>
public sealed record Distribution(double Mean, double P50, double P95, double Total)
{
    /// <summary>Describes values; null when there are none.</summary>
    public static Distribution? Of(CountedValues values) =>
        values.N == 0 ? null : new(values.Total / values.N, values.Quantile(0.5), values.Quantile(0.95), values.Total);
}

/// <summary>Values of which equal ones are counted. Where very many differ, three digits of them are told apart.</summary>
public sealed class CountedValues
{
    private readonly RoundedCounts<double> _counts = new(SignificantDigits.Round);
    private KeyValuePair<double, long>[]? _sorted;

    /// <summary>How many values there are.</summary>
    public long N { get; private set; }

    /// <summary>The sum of the values, all digits of them.</summary>
    public double Total { get; private set; }

    /// <summary>Adds a value.</summary>
    public void Add(double value)
    {
        _counts.Add(value);
        (N, Total, _sorted) = (N + 1, Total + value, null);
    }

    /// <summary>Adds the values of others.</summary>
    public void Add(CountedValues others)
    {
        _counts.Add(others._counts);
        (N, Total, _sorted) = (N + others.N, Total + others.Total, null);
    }

    /// <summary>A quantile, as <see cref="Quantiles"/> has them.</summary>
    /// <param name="p">From 0 to 1.</param>
    public double Quantile(double p)
    {
        if (N == 0) throw new InvalidOperationException("a quantile needs at least one value");
        var (below, share) = Quantiles.PlaceOf(p, N);
        var low = At(below);
        return share == 0 ? low : low + (share * (At(below + 1) - low));
    }

    private double At(long place)
    {
        _sorted ??= [.. _counts.Counts.OrderBy(count => count.Key)];
        foreach (var (value, count) in _sorted)
        {
            if (place < count) return value;
            place -= count;
        }
        throw new ArgumentOutOfRangeException(nameof(place));
    }
}
