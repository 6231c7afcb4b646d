// The workbook of a run: {model_name}_scores.xlsx.

using BootcampEval.Engine.Results;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace BootcampEval.Reports;

/// <summary>
/// Writes the workbook. The first sheet is a contract with existing scripts: a row per line of meta.jsonl, ordered by bootcamp, and the plain
/// means as the last row.
/// </summary>
public sealed class Workbook : IRunReport
{
    private static readonly string[] s_heads =
        ["bootcamp", "Average Score", "Average Output Length", "n", "failed", "Standard Error", "no answer", "truncated", "flawed", "Average Score (sound rows)", "file"];

    /// <inheritdoc/>
    public async Task WriteAsync(RunDirectory directory, RunSummary summary, CancellationToken cancellation)
    {
        await using var file = File.Create(directory.ScoresPath(summary.ModelName));
        await using var workbook = await Spreadsheet.CreateNewAsync(file, cancellationToken: cancellation);
        await WriteScoresAsync(workbook, summary, cancellation);
        await workbook.FinishAsync(cancellation);
    }

    private static async Task WriteScoresAsync(Spreadsheet workbook, RunSummary summary, CancellationToken cancellation)
    {
        var sheet = new WorksheetOptions { FrozenRows = 1, FrozenColumns = 1 };
        sheet.Column(1).Width = 48;
        for (var column = 2; column <= s_heads.Length; column++) sheet.Column(column).Width = Math.Max(12, s_heads[column - 1].Length + 2);
        await workbook.StartWorksheetAsync("Scores", sheet, cancellation);

        var bold = new Style();
        bold.Font.Bold = true;
        var head = workbook.AddStyle(bold);
        var score = workbook.AddStyle(new Style { Format = NumberFormat.Custom("0.0000") });
        var length = workbook.AddStyle(new Style { Format = NumberFormat.Custom("#,##0.0") });

        await workbook.AddRowAsync([.. s_heads.Select(text => new StyledCell(text, head))], cancellation);
        foreach (var row in summary.Bootcamps.OrderBy(row => row.Bootcamp, StringComparer.Ordinal))
        {
            StyledCell[] cells =
            [
                new(row.Bootcamp, null), new(row.AvgScore, score), new(row.AvgLen, length), new(row.N, null), new(row.Failed, null), new(row.StdErr, score),
                new(row.NoAnswer, null), new(row.Truncated, null), new(row.Flawed, null), new(row.AvgScoreSound, score), new(row.File, null),
            ];
            await workbook.AddRowAsync(cells, cancellation);
        }
        StyledCell[] last = [new("Total Average", head), new(summary.TotalAverage, score), new(summary.TotalAverageLength, length)];
        await workbook.AddRowAsync(last, cancellation);
    }
}
