// A mean and how far it can be trusted: what every screen and file shows beside an average.

namespace BootcampEval.Engine.Results.Statistics;

/// <summary>A 95% confidence interval.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>The symmetric interval around a centre.</summary>
    public static Interval Around(double centre, double halfWidth) => new(centre - halfWidth, centre + halfWidth);

    /// <summary>The interval cut at 0 and 1, where scores end.</summary>
    public Interval WithinScores() => new(Math.Clamp(Low, 0, 1), Math.Clamp(High, 0, 1));

    /// <summary>Whether a value lies inside, ends included.</summary>
    public bool Contains(double value) => value >= Low && value <= High;
}

/// <summary>How an interval was found.</summary>
public enum IntervalMethod
{
    /// <summary>Too few rows to say.</summary>
    None,

    /// <summary>Wilson's score interval: scores 0 and 1, one sample a row.</summary>
    Wilson,

    /// <summary>The normal interval from a standard error that treats the samples of a row as one cluster.</summary>
    Clustered,

    /// <summary>Percentiles of means over resampled rows: partial scores.</summary>
    Bootstrap,
}

/// <summary>What the samples of one row scored.</summary>
/// <param name="Sum">The sum of their scores.</param>
/// <param name="Squares">The sum of their squares.</param>
/// <param name="Samples">How many there are: at least 1.</param>
/// <param name="Correct">How many scored 1.</param>
public readonly record struct RowScore(double Sum, double Squares, int Samples, int Correct)
{
    /// <summary>A row with one sample.</summary>
    public static RowScore Of(double score) => new(score, score * score, 1, score == 1 ? 1 : 0);

    /// <summary>The row with one more sample.</summary>
    public RowScore With(double score) => new(Sum + score, Squares + (score * score), Samples + 1, score == 1 ? Correct + 1 : Correct);

    /// <summary>The mean score of the row.</summary>
    public double Mean => Sum / Samples;

    /// <summary>Whether every score is 0 or 1.</summary>
    public bool IsBinary => Sum == Correct;
}

/// <summary>A mean with its standard error and its 95% interval.</summary>
/// <param name="N">Samples behind it.</param>
/// <param name="Rows">Rows behind it.</param>
/// <param name="Mean">The mean over samples; null when there are none.</param>
/// <param name="StandardError">Its standard error; null with fewer than two rows.</param>
/// <param name="Interval">Its 95% interval; null when there are too few rows to say.</param>
/// <param name="Method">How the interval was found.</param>
public sealed record Estimate(long N, long Rows, double? Mean, double? StandardError, Interval? Interval, IntervalMethod Method)
{
    /// <summary>The estimate over no samples.</summary>
    public static Estimate Nothing { get; } = new(0, 0, null, null, null, IntervalMethod.None);

    /// <summary>
    /// The mean score over all samples. Wilson's interval when scores are 0 and 1 at one sample a row; with several samples a row, the interval
    /// of the clustered standard error; the bootstrap when some scores are partial. Where no row differs from the others, the standard error is 0
    /// and says nothing: then Wilson's interval over the rows, for scores 0 and 1.
    /// </summary>
    public static Estimate OfScores(RowScores rows)
    {
        if (rows.Rows == 0) return Nothing;
        var (n, mean) = ClusteredMean.Of(rows);
        var error = ClusteredMean.StandardError(rows);
        var (interval, method) = IntervalOf(rows, n, mean, error);
        return new(n, rows.Rows, mean, error, interval, method);
    }

    /// <inheritdoc cref="OfScores(RowScores)"/>
    public static Estimate OfScores(IEnumerable<RowScore> rows) => OfScores(RowScores.Of(rows));

    private static (Interval?, IntervalMethod) IntervalOf(RowScores rows, long n, double mean, double? error)
    {
        var binary = rows.IsBinary;
        if (binary && n == rows.Rows) return (WilsonInterval.Of(mean * n, n), IntervalMethod.Wilson);
        if (binary && error is null or 0) return (WilsonInterval.Of(mean * rows.Rows, rows.Rows), IntervalMethod.Wilson);
        if (error is not { } known) return (null, IntervalMethod.None);
        return binary || rows.Rows > Resampling.MostRows
            ? (Statistics.Interval.Around(mean, NormalDistribution.Z95 * known).WithinScores(), IntervalMethod.Clustered)
            : (Resampling.IntervalOfMean(rows), IntervalMethod.Bootstrap);
    }
}
