// The comparison of two runs on the terminal.

using System.Globalization;
using System.Text;
using BootcampEval.Engine.TestSets;
using BootcampEval.Reports.Comparing;

namespace BootcampEval.Cli.Screens;

/// <summary>Shows what differs between two runs, bootcamp by bootcamp, and what to make of it.</summary>
internal static class ComparisonTable
{
    /// <summary>The comparison as text.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="flips">Whether to list the rows that flipped.</param>
    public static string Of(ComparisonFigures comparison, bool flips)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"A: {comparison.A.Name}\nB: {comparison.B.Name}\n");
        text.Append(CultureInfo.InvariantCulture, $"{comparison.Matched:#,0} rows in both; {comparison.OnlyA:#,0} only in A, {comparison.OnlyB:#,0} only in B\n\n");
        if (comparison.Total is not { } total) return text.Append("no row is in both: there is nothing to compare\n").ToString();

        var table = new TextTable("bootcamp", "A", "B", "B - A", "95% interval", "rows", "up", "down", "p (Holm)", "verdict");
        foreach (var row in comparison.Bootcamps)
        {
            table.Add(row.DataSource, row.MeanA, row.MeanB, row.Difference, Interval(row.Low, row.High), row.Rows, row.Gained.Count, row.Lost.Count, row.PHolm,
                Word(row.Verdict));
        }
        table.AddLast("Total Average", total.MeanA, total.MeanB, total.Difference, Interval(total.Fixed?.Low, total.Fixed?.High), comparison.Matched,
            comparison.Bootcamps.Sum(row => row.Gained.Count), comparison.Bootcamps.Sum(row => row.Lost.Count), total.P, Word(total.Verdict));
        text.Append(table).Append(CultureInfo.InvariantCulture, $"\n{total.Text}\n");
        if (total.Sampled is { } sampled)
            text.Append(CultureInfo.InvariantCulture, $"With these bootcamps as a sample of bootcamps: ± {sampled.Stderr:0.0000}, 95% interval {Interval(sampled.Low, sampled.High)}\n");
        if (flips) foreach (var row in comparison.Bootcamps) AppendFlips(text, row);
        return text.ToString();
    }

    private static void AppendFlips(StringBuilder text, BootcampComparison row)
    {
        if (row.Gained.Count > 0) text.Append(CultureInfo.InvariantCulture, $"{row.File} {row.DataSource} up: {Ids(row.Gained)}\n");
        if (row.Lost.Count > 0) text.Append(CultureInfo.InvariantCulture, $"{row.File} {row.DataSource} down: {Ids(row.Lost)}\n");
    }

    private static string Ids(IReadOnlyList<RowId> ids) => string.Join(", ", ids);

    private static string Word(string verdict) => verdict switch
    {
        "b_better" => "B better",
        "a_better" => "A better",
        _ => "no difference shown",
    };

    private static string Interval(double? low, double? high) =>
        low is null || high is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{low:0.0000} to {high:0.0000}");
}
