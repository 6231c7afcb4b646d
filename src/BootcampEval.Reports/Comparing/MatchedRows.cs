// The rows that two runs have in common, file by file.

using BootcampEval.Engine.Results;
using BootcampEval.Engine.Results.Audit;
using BootcampEval.Engine.Results.Statistics;
using BootcampEval.Engine.TestSets;

namespace BootcampEval.Reports.Comparing;

/// <summary>The matched rows of one data source in one test file.</summary>
/// <param name="File">The test file.</param>
/// <param name="DataSource">The name of the bootcamp.</param>
/// <param name="Rows">Id and scores of each row, in order of id.</param>
internal sealed record MatchedRows(string File, string DataSource, IReadOnlyList<(RowId Id, RowScore A, RowScore B)> Rows)
{
    /// <summary>The mean scores of each row in both runs.</summary>
    public IReadOnlyList<RowPair> Pairs => [.. Rows.Select(row => new RowPair(row.A.Mean, row.B.Mean, row.A.Samples == 1 && row.B.Samples == 1))];

    /// <summary>
    /// Matches the scored rows of two runs by test file, id and prompt. One file is held at a time, as a few numbers a row.
    /// </summary>
    /// <returns>The matched rows by data source and file, and how many rows only one of the runs has.</returns>
    public static (IReadOnlyList<MatchedRows> Matched, long OnlyA, long OnlyB) Of(RunDirectory a, RunDirectory b, CancellationToken cancellation)
    {
        List<MatchedRows> matched = [];
        long onlyA = 0, onlyB = 0;
        foreach (var file in a.DetailFiles().Union(b.DetailFiles()).Order(StringComparer.Ordinal))
        {
            var (rowsA, rowsB) = (ScoresOf(a, file, cancellation), ScoresOf(b, file, cancellation));
            var common = rowsA.Where(row => rowsB.ContainsKey(row.Key)).ToArray();
            onlyA += rowsA.Count - common.Length;
            onlyB += rowsB.Count - common.Length;
            matched.AddRange(common.GroupBy(row => row.Key.DataSource, StringComparer.Ordinal).Select(source => new MatchedRows(file, source.Key,
                [.. source.OrderBy(row => row.Key.Id).Select(row => (row.Key.Id, row.Value, rowsB[row.Key]))])));
        }
        return ([.. matched.OrderBy(rows => rows.DataSource, StringComparer.Ordinal).ThenBy(rows => rows.File, StringComparer.Ordinal)], onlyA, onlyB);
    }

    private static Dictionary<RowName, RowScore> ScoresOf(RunDirectory run, string file, CancellationToken cancellation)
    {
        Dictionary<RowName, RowScore> rows = [];
        foreach (var sample in run.ReadDetails(file))
        {
            cancellation.ThrowIfCancellationRequested();
            var name = new RowName(sample.Id, sample.DataSource, RowKey.Of(sample.Prompt));
            rows[name] = rows.GetValueOrDefault(name).With(sample.Score);
        }
        return rows;
    }

    private readonly record struct RowName(RowId Id, string DataSource, ulong Prompt);
}
