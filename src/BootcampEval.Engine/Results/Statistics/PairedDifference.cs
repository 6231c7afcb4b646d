// The difference between two runs over the same rows: paired, because the rows differ far more than the runs do.

namespace BootcampEval.Engine.Results.Statistics;

/// <summary>The mean scores of one row in two runs.</summary>
/// <param name="A">In the first.</param>
/// <param name="B">In the second.</param>
/// <param name="OneSample">Whether both runs have one sample of it.</param>
public readonly record struct RowPair(double A, double B, bool OneSample)
{
    /// <summary>B minus A.</summary>
    public double Difference => B - A;

    /// <summary>Whether each run has one sample, and it scored 0 or 1.</summary>
    public bool IsBinary => OneSample && A is 0 or 1 && B is 0 or 1;
}

/// <summary>Which test gave a p-value.</summary>
public enum PairedTest
{
    /// <summary>McNemar's exact test on the rows that flipped.</summary>
    McNemar,

    /// <summary>The paired permutation test.</summary>
    Permutation,
}

/// <summary>The mean difference over paired rows: B minus A.</summary>
/// <param name="Rows">How many rows are paired.</param>
/// <param name="MeanA">The mean over rows in the first run.</param>
/// <param name="MeanB">The mean over rows in the second run.</param>
/// <param name="Difference">Their difference.</param>
/// <param name="StandardError">The paired standard error; null with fewer than two rows.</param>
/// <param name="Interval">The 95% interval by Student's t; null with fewer than two rows.</param>
/// <param name="P">The two-sided p-value.</param>
/// <param name="Test">Where it comes from.</param>
/// <param name="Detectable">The difference that so many rows show in 80 of 100 tries; null with fewer than two rows.</param>
public sealed record PairedDifference(
    int Rows, double MeanA, double MeanB, double Difference, double? StandardError, Interval? Interval, double P, PairedTest Test, double? Detectable)
{
    /// <summary>Compares two runs over at least one row.</summary>
    public static PairedDifference Of(IReadOnlyList<RowPair> rows)
    {
        ArgumentOutOfRangeException.ThrowIfZero(rows.Count, nameof(rows));
        double[] differences = [.. rows.Select(row => row.Difference)];
        var (test, p) = rows.All(row => row.IsBinary)
            ? (PairedTest.McNemar, SignificanceTests.McNemar(rows.Count(row => row.Difference > 0), rows.Count(row => row.Difference < 0)))
            : (PairedTest.Permutation, SignificanceTests.PairedPermutation(differences));
        var mean = differences.Average();
        var error = StandardErrorOf(differences);
        return new(rows.Count, rows.Average(row => row.A), rows.Average(row => row.B), mean, error,
            error is { } known ? Statistics.Interval.Around(mean, StudentDistribution.T95(rows.Count - 1) * known) : null,
            p, test,
            error is { } paired ? Power.DetectableDifference(Math.Max(paired, LeastError(rows.Count))) : null);
    }

    /// <summary>The ordinary standard error of a mean; null with fewer than two values.</summary>
    public static double? StandardErrorOf(IReadOnlyList<double> values)
    {
        if (values.Count < 2) return null;
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1) / values.Count);
    }

    /// <summary>
    /// The standard error that one flipped row among so many would give. What a comparison could have shown is never reckoned from less: runs
    /// that agree on every row have a standard error of 0, and could yet not have shown any difference, however small.
    /// </summary>
    public static double LeastError(int rows) => 1.0 / rows;
}

/// <summary>The difference of two Total Averages over the same rows: B minus A, each bootcamp counting the same.</summary>
/// <param name="Bootcamps">How many bootcamps are compared.</param>
/// <param name="MeanA">The first run's mean over bootcamps.</param>
/// <param name="MeanB">The second run's mean over bootcamps.</param>
/// <param name="Difference">Their difference.</param>
/// <param name="Fixed">These test sets as fixed; null when a bootcamp has too few rows.</param>
/// <param name="Sampled">These bootcamps as a sample of bootcamps; null with fewer than two.</param>
/// <param name="P">The two-sided p-value of the permutation test over all rows, each weighing what it weighs in the average.</param>
/// <param name="Detectable">The difference that this comparison shows in 80 of 100 tries; null where <paramref name="Fixed"/> is.</param>
public sealed record TotalDifference(
    int Bootcamps, double MeanA, double MeanB, double Difference, Spread? Fixed, Spread? Sampled, double P, double? Detectable)
{
    /// <summary>Compares over at least one bootcamp with at least one row each.</summary>
    public static TotalDifference Of(IReadOnlyList<IReadOnlyList<RowPair>> bootcamps)
    {
        ArgumentOutOfRangeException.ThrowIfZero(bootcamps.Count, nameof(bootcamps));
        var count = bootcamps.Count;
        double[] byBootcamp = [.. bootcamps.Select(rows => rows.Average(row => row.Difference))];
        double?[] errors = [.. bootcamps.Select(rows => PairedDifference.StandardErrorOf([.. rows.Select(row => row.Difference)]))];
        double[] weighted = [.. bootcamps.SelectMany(rows => rows.Select(row => row.Difference / (rows.Count * (double)count)))];
        var difference = byBootcamp.Average();
        Spread? within = null;
        double? detectable = null;
        if (errors.All(error => error is not null))
        {
            var error = Math.Sqrt(errors.Sum(own => own!.Value * own.Value)) / count;
            within = new(error, Interval.Around(difference, NormalDistribution.Z95 * error));
            var rows = bootcamps.Sum(own => own.Count);
            detectable = Power.DetectableDifference(Math.Max(error, PairedDifference.LeastError(rows)));
        }
        return new(count, bootcamps.Average(rows => rows.Average(row => row.A)), bootcamps.Average(rows => rows.Average(row => row.B)), difference,
            within, TotalAverage.SampledSpread(byBootcamp, -1, 1), SignificanceTests.PairedPermutation(weighted), detectable);
    }
}
