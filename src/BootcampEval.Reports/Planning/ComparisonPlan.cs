// From the variance of an earlier run, or of two, to the size of the next comparison.

using BootcampEval.Engine.Results;
using BootcampEval.Engine.Results.Statistics;
using BootcampEval.Engine.TestSets;
using BootcampEval.Reports.Comparing;

namespace BootcampEval.Reports.Planning;

/// <summary>
/// Plans a comparison of two runs over the same rows. A row's difference varies because rows differ in how the runs take to them, and because samples
/// differ (Miller 2024, "Adding Error Bars to Evals", section 5): only the second part falls with more samples a row.
/// </summary>
public static class ComparisonPlan
{
    /// <summary>Plans from one run: the next runs are taken to vary as it does.</summary>
    /// <param name="run">The earlier run.</param>
    /// <param name="difference">The difference to be shown, in score, above 0.</param>
    /// <param name="samples">The numbers of samples a row to plan for.</param>
    /// <param name="correlation">How much rows' means go together in both runs: 0 to be safe, near 1 for runs that are much alike.</param>
    /// <param name="chosen">The data sources to plan for; empty for all.</param>
    /// <exception cref="FormatException">The run has no bootcamp with two rows.</exception>
    public static PlanFigures From(RunDirectory run, double difference, IReadOnlyList<int> samples, double correlation, IReadOnlyCollection<string> chosen)
    {
        var bootcamps = RowsOf(run).Where(rows => IsChosen(rows.Key.DataSource, chosen)).Select(rows => new Bootcamp(
            rows.Value.Values.Count, VarianceComponents.Of([.. rows.Value.Values]), correlation)).ToArray();
        return Plan(bootcamps, difference, samples, run.ReadArguments().Options.Samples) with { From = "one run", Correlation = correlation };
    }

    /// <summary>Plans from two runs over the same rows: how their rows go together is measured.</summary>
    /// <inheritdoc cref="From(RunDirectory, double, IReadOnlyList{int}, double, IReadOnlyCollection{string})"/>
    public static PlanFigures From(RunDirectory a, RunDirectory b, double difference, IReadOnlyList<int> samples, IReadOnlyCollection<string> chosen,
        CancellationToken cancellation = default)
    {
        var bootcamps = MatchedRows.Of(a, b, cancellation).Matched.Where(rows => IsChosen(rows.DataSource, chosen)).Select(PairOf).ToArray();
        return Plan(bootcamps, difference, samples, Math.Min(a.ReadArguments().Options.Samples, b.ReadArguments().Options.Samples));
    }

    private static bool IsChosen(string dataSource, IReadOnlyCollection<string> chosen) => chosen.Count == 0 || chosen.Contains(dataSource);

    // What the two runs' samples add to the variance of the differences is taken off; what is left is between rows.
    private static Bootcamp PairOf(MatchedRows rows)
    {
        var a = VarianceComponents.Of([.. rows.Rows.Select(row => row.A)]);
        var b = VarianceComponents.Of([.. rows.Rows.Select(row => row.B)]);
        if (a is null || b is null || PairedDifference.StandardErrorOf([.. rows.Pairs.Select(pair => pair.Difference)]) is not { } error) return new(rows.Rows.Count, null, 0);
        var whole = error * error * rows.Rows.Count;
        if (a.WithinRows is not { } withinA || b.WithinRows is not { } withinB) return new(rows.Rows.Count, new(whole / 2, null), 0);
        var sampled = (withinA / rows.Rows.Average(row => row.A.Samples)) + (withinB / rows.Rows.Average(row => row.B.Samples));
        return new(rows.Rows.Count, new(Math.Max(0, whole - sampled) / 2, (withinA + withinB) / 2), 0);
    }

    private static PlanFigures Plan(Bootcamp[] bootcamps, double difference, IReadOnlyList<int> samples, int samplesThen)
    {
        Bootcamp[] known = [.. bootcamps.Where(bootcamp => bootcamp.Components is not null)];
        if (known.Length == 0) throw new FormatException("no bootcamp has two scored rows: there is no variance to plan from");
        var knowsSamples = known.All(bootcamp => bootcamp.Components!.WithinRows is not null);
        double count = known.Length;
        return new()
        {
            Difference = difference,
            Bootcamps = known.Length,
            From = "two runs",
            Correlation = null,
            KnowsSamples = knowsSamples,
            DetectableNow = Power.DetectableDifference(Math.Sqrt(known.Sum(bootcamp => bootcamp.Variance(samplesThen) / bootcamp.Rows)) / count),
            Lines = [.. (knowsSamples ? samples : [samplesThen]).Select(k =>
            {
                var rows = Power.RowsNeeded(difference, known.Sum(bootcamp => bootcamp.Variance(k)) / (count * count));
                return new PlanLine(k, rows, rows * known.Length, rows * known.Length * k);
            })],
        };
    }

    private static Dictionary<(string File, string DataSource), Dictionary<RowId, RowScore>> RowsOf(RunDirectory run)
    {
        Dictionary<(string File, string DataSource), Dictionary<RowId, RowScore>> bootcamps = [];
        foreach (var file in run.DetailFiles())
            foreach (var sample in run.ReadDetails(file))
            {
                if (!bootcamps.TryGetValue((file, sample.DataSource), out var rows)) bootcamps[(file, sample.DataSource)] = rows = [];
                rows[sample.Id] = rows.GetValueOrDefault(sample.Id).With(sample.Score);
            }
        return bootcamps;
    }

    private sealed record Bootcamp(int Rows, VarianceComponents? Components, double Correlation)
    {
        public double Variance(int samples) => Components!.OfDifference(samples, Correlation);
    }
}
