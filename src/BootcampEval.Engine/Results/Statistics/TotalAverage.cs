// The mean over bootcamps, each counting the same, with both readings of its error.

namespace BootcampEval.Engine.Results.Statistics;

/// <summary>A standard error and a 95% interval.</summary>
public sealed record Spread(double StandardError, Interval Interval);

/// <summary>The plain mean over bootcamps, and how far it can be trusted under two readings.</summary>
/// <param name="Bootcamps">How many have a mean.</param>
/// <param name="Mean">The mean of their means; null when there is none.</param>
/// <param name="Fixed">
/// These test sets as fixed: how far the average would move if the rows were drawn anew, within the same bootcamps. Null when a bootcamp has
/// too few rows to say.
/// </param>
/// <param name="Sampled">
/// These bootcamps as a sample of bootcamps: how far it would move with other bootcamps of the kind. Null with fewer than two.
/// </param>
public sealed record TotalAverage(int Bootcamps, double? Mean, Spread? Fixed, Spread? Sampled)
{
    /// <summary>The average over the estimates that have a mean.</summary>
    public static TotalAverage Of(IEnumerable<Estimate> bootcamps)
    {
        Estimate[] known = [.. bootcamps.Where(estimate => estimate.Mean is not null)];
        if (known.Length == 0) return new(0, null, null, null);
        double[] means = [.. known.Select(estimate => estimate.Mean!.Value)];
        var mean = means.Average();
        return new(known.Length, mean, FixedSpread(known, mean), SampledSpread(means, 0, 1));
    }

    /// <summary>
    /// The spread of a mean of independent values, drawn from a wider population: Student's t over the values.
    /// </summary>
    /// <param name="values">At least two, or the spread is null.</param>
    /// <param name="least">Where the interval is cut below.</param>
    /// <param name="most">Where it is cut above.</param>
    public static Spread? SampledSpread(IReadOnlyList<double> values, double least, double most)
    {
        if (values.Count < 2) return null;
        var mean = values.Average();
        var variance = values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1);
        var error = Math.Sqrt(variance / values.Count);
        var interval = Interval.Around(mean, StudentDistribution.T95(values.Count - 1) * error);
        return new(error, new(Math.Max(interval.Low, least), Math.Min(interval.High, most)));
    }

    // The interval adds up the distances from each mean to the ends of its own interval, squared (Zou and Donner 2008): so bootcamps that
    // score all or nothing, whose standard error is 0, still widen it.
    private static Spread? FixedSpread(Estimate[] bootcamps, double mean)
    {
        double variance = 0, below = 0, above = 0;
        foreach (var bootcamp in bootcamps)
        {
            if (bootcamp is not { Mean: { } own, StandardError: { } error, Interval: { } interval }) return null;
            variance += error * error;
            below += (own - interval.Low) * (own - interval.Low);
            above += (interval.High - own) * (interval.High - own);
        }
        var count = bootcamps.Length;
        return new(Math.Sqrt(variance) / count, new Interval(mean - (Math.Sqrt(below) / count), mean + (Math.Sqrt(above) / count)).WithinScores());
    }
}
