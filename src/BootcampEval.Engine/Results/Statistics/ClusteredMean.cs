// The mean over samples when the samples of a row hang together.

namespace BootcampEval.Engine.Results.Statistics;

/// <summary>The mean over samples, and its standard error with the rows as clusters.</summary>
public static class ClusteredMean
{
    /// <summary>Number of samples, and the mean of their scores.</summary>
    public static (long N, double Mean) Of(RowScores rows)
    {
        long n = 0;
        var sum = 0.0;
        foreach (var (row, count) in rows.Counted)
        {
            n += row.Samples * count;
            sum += row.Sum * count;
        }
        return (n, n == 0 ? double.NaN : sum / n);
    }

    /// <summary>
    /// The standard error clustered by row (Liang and Zeger 1986) with the correction G/(G-1) for G rows. At one sample a row this is the
    /// ordinary standard error of a mean. Null with fewer than two rows.
    /// </summary>
    public static double? StandardError(RowScores rows)
    {
        if (rows.Rows < 2) return null;
        var (n, mean) = Of(rows);
        var squares = 0.0;
        foreach (var (row, count) in rows.Counted)
        {
            var off = row.Sum - (row.Samples * mean);
            squares += off * off * count;
        }
        return Math.Sqrt(squares * rows.Rows / (rows.Rows - 1.0)) / n;
    }
}
