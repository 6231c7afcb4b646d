// How large a difference a comparison can show, and how many rows it takes to show one.

namespace BootcampEval.Engine.Results.Statistics;

/// <summary>Power of a two-sided test at 5% to show a true difference in 80 of 100 tries, by the normal law.</summary>
public static class Power
{
    /// <summary>The chance to show a difference that figures are given for.</summary>
    public const double Wanted = 0.8;

    /// <summary>By how many standard errors a difference must differ from 0: z(0.975) + z(0.8) = 2.8016.</summary>
    public static double StandardErrors { get; } = NormalDistribution.Quantile(0.975) + NormalDistribution.Quantile(Wanted);

    /// <summary>The least true difference that is shown with <see cref="Wanted"/> probability.</summary>
    public static double DetectableDifference(double standardError) => StandardErrors * standardError;

    /// <summary>The rows a bootcamp needs for a difference to be shown.</summary>
    /// <param name="difference">The true difference, in score.</param>
    /// <param name="variance">
    /// The variance of one row's difference; over several bootcamps with as many rows each, the sum of theirs over the square of how many they are.
    /// </param>
    public static long RowsNeeded(double difference, double variance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(difference);
        return Math.Max(2, (long)Math.Ceiling(variance * StandardErrors * StandardErrors / (difference * difference)));
    }
}

/// <summary>Where the variance of scores comes from: rows that differ, and samples of one row that differ.</summary>
/// <param name="BetweenRows">The variance of the rows' true means; 0 when it can't be told from chance.</param>
/// <param name="WithinRows">The mean variance of the samples of a row; null when no row has two samples.</param>
public sealed record VarianceComponents(double BetweenRows, double? WithinRows)
{
    /// <summary>
    /// The components of a one-way analysis of variance over rows; without repeated samples all variance counts as between rows. Null with
    /// fewer than two rows.
    /// </summary>
    public static VarianceComponents? Of(IReadOnlyList<RowScore> rows)
    {
        if (rows.Count < 2) return null;
        var (n, mean) = ClusteredMean.Of(RowScores.Of(rows));
        var between = rows.Sum(row => row.Samples * (row.Mean - mean) * (row.Mean - mean)) / (rows.Count - 1);
        if (n == rows.Count) return new(between, null);
        var within = rows.Sum(row => Math.Max(0, row.Squares - (row.Sum * row.Mean))) / (n - rows.Count);
        var samples = (n - (rows.Sum(row => (double)row.Samples * row.Samples) / n)) / (rows.Count - 1);
        return new(Math.Max(0, (between - within) / samples), within);
    }

    /// <summary>The variance of one row's difference between two runs with these components.</summary>
    /// <param name="samples">Samples a row in each run.</param>
    /// <param name="correlation">How much the rows' true means go together in both runs, from 0 (not at all) to 1.</param>
    public double OfDifference(int samples, double correlation) =>
        (2 * BetweenRows * (1 - correlation)) + (2 * (WithinRows ?? 0) / samples);
}
