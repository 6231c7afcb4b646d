// The table at the end of a run.

using BootcampEval.Engine.Results;

namespace BootcampEval.Cli.Screens;

/// <summary>Shows a run's numbers: a row per test file and data source, and the plain mean of the averages.</summary>
internal static class SummaryTable
{
    /// <summary>The table as text. Columns that would say nothing are left out.</summary>
    public static string Of(RunSummary summary)
    {
        var rows = summary.Bootcamps;
        List<(string Head, Func<BootcampSummary, object?> Value, object? Total)> columns =
        [
            ("bootcamp", row => row.DataSource, "Total Average"),
            ("Average Score", row => row.AvgScore, summary.TotalAverage),
            ("± std err", row => row.StdErr, ""),
            ("Average Output Length", row => row.AvgLen is { } length ? Math.Round(length, 1) : null, summary.TotalAverageLength is { } total ? Math.Round(total, 1) : null),
            ("n", row => row.N, rows.Sum(row => row.N)),
        ];
        if (rows.Select(row => row.DataSource).Distinct(StringComparer.Ordinal).Count() < rows.Count) columns.Insert(1, ("file", row => row.File, ""));
        if (rows.Any(row => row.NoAnswer > 0)) columns.Add(("no answer", row => row.NoAnswer, rows.Sum(row => row.NoAnswer)));
        if (rows.Any(row => row.Truncated > 0)) columns.Add(("truncated", row => row.Truncated, rows.Sum(row => row.Truncated)));
        if (rows.Any(row => row.Failed > 0)) columns.Add(("failed", row => row.Failed, rows.Sum(row => row.Failed)));
        if (rows.Any(row => row.Flawed > 0))
        {
            columns.Add(("flawed", row => row.Flawed, rows.Sum(row => row.Flawed)));
            columns.Add(("on sound rows", row => row.AvgScoreSound, rows.Select(row => row.AvgScoreSound).OfType<double>().DefaultIfEmpty().Average()));
        }
        var table = new TextTable([.. columns.Select(column => column.Head)]);
        foreach (var row in rows) table.Add([.. columns.Select(column => column.Value(row))]);
        table.AddLast([.. columns.Select(column => column.Total)]);
        return table.ToString();
    }
}
