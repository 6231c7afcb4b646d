// The table at the end of a run.

using System.Globalization;
using BootcampEval.Reports.Figures;

namespace BootcampEval.Cli.Screens;

/// <summary>Shows a run's numbers: a row per test file and data source, the Total Average below them, and how far it can be trusted.</summary>
internal static class SummaryTable
{
    /// <summary>The table as text. Columns that would say nothing are left out.</summary>
    public static string Of(RunFigures figures)
    {
        var columns = Columns(figures);
        var table = new TextTable([.. columns.Select(column => column.Head)]);
        foreach (var row in figures.Bootcamps) table.Add([.. columns.Select(column => column.Value(row))]);
        table.AddLast([.. columns.Select(column => column.Total)]);
        return table + Readings(figures);
    }

    private static List<(string Head, Func<BootcampFigures, object?> Value, object? Total)> Columns(RunFigures figures)
    {
        var (rows, total) = (figures.Bootcamps, figures.Total);
        List<(string Head, Func<BootcampFigures, object?> Value, object? Total)> columns =
        [
            ("bootcamp", row => row.DataSource, "Total Average"),
            ("Average Score", row => row.Score.Mean, total.Mean),
            ("± std err", row => row.Score.Stderr, total.Fixed?.Stderr),
            ("95% interval", row => Interval(row.Score.Low, row.Score.High), Interval(total.Fixed?.Low, total.Fixed?.High)),
            ("n", row => row.Score.N, rows.Sum(row => row.Score.N)),
            ("Average Output Length", row => Rounded(row.Tokens?.Mean), Rounded(total.AvgLen)),
        ];
        if (rows.Select(row => row.DataSource).Distinct(StringComparer.Ordinal).Count() < rows.Count) columns.Insert(1, ("file", row => row.File, ""));
        if (figures.Run.Samples is > 1 and var k)
        {
            columns.Add(($"pass@{k}", row => row.Repeats?.PassAt[k - 1], rows.Select(row => row.Repeats?.PassAt[k - 1]).Average()));
            columns.Add(("majority", row => row.Repeats?.Majority.Mean, total.Majority?.Mean));
        }
        Count("no answer", outcomes => outcomes.NoAnswer);
        Count("truncated", outcomes => outcomes.Truncated);
        Count("failed", outcomes => outcomes.Failed);
        if (total.Sound is { } sound)
        {
            columns.Add(("flawed rows", row => row.Flawed.Rows, total.Flawed.Rows));
            columns.Add(("on sound rows", row => (row.Sound ?? row.Score).Mean, sound.Mean));
        }
        return columns;

        void Count(string head, Func<OutcomeFigures, long> of)
        {
            if (of(total.Outcomes) > 0) columns.Add((head, row => of(row.Outcomes), of(total.Outcomes)));
        }
    }

    private static string Readings(RunFigures figures)
    {
        if (figures.Total is not { Mean: { } mean } total) return "";
        var text = string.Create(CultureInfo.InvariantCulture, $"Total Average {mean:0.0000}, over {total.Bootcamps} bootcamps that count the same\n");
        text += Reading("these test sets as fixed", total.Fixed) + Reading("these bootcamps as a sample of bootcamps", total.Sampled);
        if (total.Sound is { Mean: { } sound } && total.Sound.Bootcamps is var count)
        {
            text += string.Create(CultureInfo.InvariantCulture,
                $"  on sound rows {sound:0.0000}, over the {count} bootcamps that have some; the official average of these is {total.Sound.OfficialMean:0.0000}\n");
        }
        return text;
    }

    private static string Reading(string name, SpreadFigures? spread) => spread is null
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"  {name}: ± {spread.Stderr:0.0000}, 95% interval {Interval(spread.Low, spread.High)}\n");

    private static string Interval(double? low, double? high) =>
        low is null || high is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{low:0.0000}–{high:0.0000}");

    private static Figure? Rounded(double? value) => value is { } known ? new(known.ToString("#,0.0", CultureInfo.InvariantCulture)) : null;
}
