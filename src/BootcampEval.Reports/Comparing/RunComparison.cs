// Is one run better than another? Rows are compared with themselves.

using System.Globalization;
using BootcampEval.Engine.Results;
using BootcampEval.Engine.Results.Statistics;
using BootcampEval.Reports.Figures;

namespace BootcampEval.Reports.Comparing;

/// <summary>Compares two runs over the rows they have in common.</summary>
public static class RunComparison
{
    /// <summary>A difference counts as shown below this p-value.</summary>
    public const double Level = 0.05;

    /// <summary>Compares run B with run A.</summary>
    /// <exception cref="FormatException">A run's eval_args.json is damaged.</exception>
    /// <exception cref="System.Text.Json.JsonException">A details file is damaged.</exception>
    public static ComparisonFigures Of(RunDirectory a, RunDirectory b, CancellationToken cancellation = default)
    {
        var (matched, onlyA, onlyB) = MatchedRows.Of(a, b, cancellation);
        PairedDifference[] differences = [.. matched.Select(rows => PairedDifference.Of(rows.Pairs))];
        var corrected = SignificanceTests.Holm([.. differences.Select(difference => difference.P)]);
        return new()
        {
            A = new(a.Name, a.ReadArguments().Options.ModelName),
            B = new(b.Name, b.ReadArguments().Options.ModelName),
            Matched = matched.Sum(rows => (long)rows.Rows.Count),
            OnlyA = onlyA,
            OnlyB = onlyB,
            Total = matched.Count == 0 ? null : TotalOf(TotalDifference.Of([.. matched.Select(rows => rows.Pairs)])),
            Bootcamps = [.. matched.Select((rows, i) => BootcampOf(rows, differences[i], corrected[i]))],
        };
    }

    private static TotalComparison TotalOf(TotalDifference total)
    {
        var verdict = VerdictOf(total.Difference, total.P);
        return new()
        {
            Bootcamps = total.Bootcamps,
            MeanA = total.MeanA,
            MeanB = total.MeanB,
            Difference = total.Difference,
            Fixed = SpreadFigures.Of(total.Fixed),
            Sampled = SpreadFigures.Of(total.Sampled),
            P = total.P,
            Test = "permutation",
            Detectable = total.Detectable,
            Verdict = verdict,
            Text = TextOf(verdict, total.Difference, total.Fixed?.Interval, total.Detectable),
        };
    }

    private static BootcampComparison BootcampOf(MatchedRows rows, PairedDifference difference, double corrected)
    {
        var verdict = VerdictOf(difference.Difference, corrected);
        return new()
        {
            Bootcamp = rows.DataSource + "bootcamp",
            DataSource = rows.DataSource,
            File = rows.File,
            Rows = difference.Rows,
            MeanA = difference.MeanA,
            MeanB = difference.MeanB,
            Difference = difference.Difference,
            Stderr = difference.StandardError,
            Low = difference.Interval?.Low,
            High = difference.Interval?.High,
            P = difference.P,
            PHolm = corrected,
            Test = difference.Test == PairedTest.McNemar ? "mcnemar" : "permutation",
            Detectable = difference.Detectable,
            Verdict = verdict,
            Text = TextOf(verdict, difference.Difference, difference.Interval, difference.Detectable),
            Gained = [.. rows.Rows.Where(row => row.B.Mean > row.A.Mean).Select(row => row.Id)],
            Lost = [.. rows.Rows.Where(row => row.B.Mean < row.A.Mean).Select(row => row.Id)],
        };
    }

    private static string VerdictOf(double difference, double p) => p >= Level ? "none" : difference > 0 ? "b_better" : "a_better";

    private static string TextOf(string verdict, double difference, Interval? interval, double? detectable)
    {
        if (verdict == "none")
            return detectable is { } least ? $"no difference shown; this comparison could have shown {Points(least)} points" : "no difference shown; too few rows to show one";
        var (better, sign) = verdict == "b_better" ? ("B", 1) : ("A", -1);
        var ends = interval is not { } known ? "" : sign > 0 ? $" ({Points(known.Low)} to {Points(known.High)})" : $" ({Points(-known.High)} to {Points(-known.Low)})";
        return $"{better} better by {Points(Math.Abs(difference))} points{ends}";
    }

    private static string Points(double score) => (score * 100).ToString("0.0", CultureInfo.InvariantCulture);
}
