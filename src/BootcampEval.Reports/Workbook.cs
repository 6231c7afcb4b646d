// The workbook of a run: {model_name}_scores.xlsx, a sheet for each question.

using BootcampEval.Engine.Results;
using BootcampEval.Reports.Figures;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace BootcampEval.Reports;

/// <summary>
/// Writes the workbook. The first three columns of the first sheet, its order and its last row are a contract with existing scripts: a row per line of
/// meta.jsonl, ordered by bootcamp, then the plain means. All text is written as text: a name that begins with = is never a formula.
/// </summary>
internal sealed class Workbook
{
    private const int MostCharacters = 32_000;

    private readonly Spreadsheet _workbook;
    private readonly RunFigures _figures;
    private readonly StyleId _head, _score, _length, _count, _share;

    private Workbook(Spreadsheet workbook, RunFigures figures)
    {
        _workbook = workbook;
        _figures = figures;
        var bold = new Style();
        bold.Font.Bold = true;
        _head = workbook.AddStyle(bold);
        _score = Format("0.0000");
        _length = Format("#,##0.0");
        _count = Format("#,##0");
        _share = Format("0.0%");

        StyleId Format(string format) => workbook.AddStyle(new Style { Format = NumberFormat.Custom(format) });
    }

    /// <summary>Writes the file.</summary>
    /// <exception cref="IOException">It can't be written; what was there stays.</exception>
    public static async Task WriteAsync(string path, RunFigures figures, CancellationToken cancellation)
    {
        using var file = new AtomicFile(path);
        await using (var spreadsheet = await Spreadsheet.CreateNewAsync(file.Content, cancellationToken: cancellation))
        {
            var workbook = new Workbook(spreadsheet, figures);
            await workbook.WriteAsync("Scores", workbook.Scores(), workbook.LastScores(), cancellation);
            await workbook.WriteAsync("Outcomes", workbook.Outcomes(), null, cancellation);
            await workbook.WriteAsync("Lengths", workbook.Lengths(), null, cancellation);
            await workbook.WriteRunAsync(cancellation);
            await spreadsheet.FinishAsync(cancellation);
        }
        file.Replace(durable: false);
    }

    private List<Column> Scores()
    {
        List<Column> columns =
        [
            new("bootcamp", row => Text(row.Bootcamp)),
            new("Average Score", row => Score(row.Score.Mean)),
            new("Average Output Length", row => Length(row.Tokens?.Mean)),
            new("n", row => Count(row.Score.N)),
            new("failed", row => Count(row.Outcomes.Failed)),
            new("Standard Error", row => Score(row.Score.Stderr)),
            new("low (95%)", row => Score(row.Score.Low)),
            new("high (95%)", row => Score(row.Score.High)),
            new("interval", row => Text(row.Score.Method)),
            new("flawed rows", row => Count(row.Flawed.Rows)),
            new("Average Score (sound rows)", row => Score((row.Sound ?? row.Score).Mean)),
            new("low (sound rows)", row => Score((row.Sound ?? row.Score).Low)),
            new("high (sound rows)", row => Score((row.Sound ?? row.Score).High)),
        ];
        if (_figures.Run.Samples > 1)
        {
            var k = _figures.Run.Samples;
            columns.Add(new($"pass@{k}", row => Score(row.Repeats?.PassAt[k - 1])));
            columns.Add(new($"pass^{k}", row => Score(row.Repeats?.PassAll[k - 1])));
            columns.Add(new("majority vote", row => Score(row.Repeats?.Majority.Mean)));
        }
        columns.Add(new("family", row => Text(row.Family)));
        columns.Add(new("file", row => Text(row.File)));
        return columns;
    }

    private StyledCell[] LastScores()
    {
        var total = _figures.Total;
        return
        [
            new("Total Average", _head), Score(total.Mean), Length(total.AvgLen), Count(_figures.Bootcamps.Sum(row => row.Score.N)), Count(total.Outcomes.Failed),
            Score(total.Fixed?.Stderr), Score(total.Fixed?.Low), Score(total.Fixed?.High), Text("these test sets as fixed"), Count(total.Flawed.Rows),
            Score((total.Sound ?? (AverageFigures)total).Mean), Score((total.Sound ?? (AverageFigures)total).Fixed?.Low), Score((total.Sound ?? (AverageFigures)total).Fixed?.High),
        ];
    }

    private List<Column> Outcomes()
    {
        (string Name, Func<OutcomeFigures, long> Of)[] outcomes =
        [
            ("correct", outcome => outcome.Correct), ("partial", outcome => outcome.Partial), ("wrong", outcome => outcome.Wrong),
            ("no answer", outcome => outcome.NoAnswer), ("truncated", outcome => outcome.Truncated), ("thinking never closed", outcome => outcome.ThinkingOpen),
            ("empty", outcome => outcome.Empty), ("flawed", outcome => outcome.Flawed), ("failed", outcome => outcome.Failed),
        ];
        return
        [
            new("bootcamp", row => Text(row.Bootcamp)),
            new("scored", row => Count(row.Outcomes.Scored)),
            .. outcomes.Select(outcome => new Column(outcome.Name, row => Count(outcome.Of(row.Outcomes)))),
            .. outcomes.SkipLast(1).Select(outcome => new Column(outcome.Name + " %",
                row => new(row.Outcomes.Scored == 0 ? null : (double)outcome.Of(row.Outcomes) / row.Outcomes.Scored, _share))),
            new("file", row => Text(row.File)),
        ];
    }

    private List<Column> Lengths() =>
    [
        new("bootcamp", row => Text(row.Bootcamp)),
        new("length mean", row => Length(row.Tokens?.Mean)),
        new("length median", row => Length(row.Tokens?.P50)),
        new("length p95", row => Length(row.Tokens?.P95)),
        new("length total", row => new(row.Tokens?.Total, _count)),
        new("counted in", row => Text(row.Tokens?.Source is "usage" ? "tokens" : row.Tokens?.Source)),
        .. Measure("seconds", row => row.LatencyMs, 1000),
        .. Measure("seconds to first token", row => row.TtftMs, 1000),
        .. Measure("tokens a second", row => row.TokensPerS, 1),
        new("file", row => Text(row.File)),
    ];

    private IEnumerable<Column> Measure(string name, Func<BootcampFigures, MeasureFigures?> of, double unit) =>
    [
        new($"{name} mean", row => new(of(row)?.Mean / unit, _length)),
        new($"{name} median", row => new(of(row)?.P50 / unit, _length)),
        new($"{name} p95", row => new(of(row)?.P95 / unit, _length)),
    ];

    private async Task WriteAsync(string name, List<Column> columns, StyledCell[]? last, CancellationToken cancellation)
    {
        var sheet = new WorksheetOptions { FrozenRows = 1, FrozenColumns = 1 };
        sheet.Column(1).Width = Math.Clamp(_figures.Bootcamps.Select(row => row.Bootcamp.Length).DefaultIfEmpty().Max() + 2, 16, 80);
        for (var column = 2; column <= columns.Count; column++) sheet.Column(column).Width = Math.Max(12, columns[column - 1].Head.Length + 2);
        await _workbook.StartWorksheetAsync(name, sheet, cancellation);
        await _workbook.AddRowAsync([.. columns.Select(column => new StyledCell(column.Head, _head))], cancellation);
        foreach (var row in _figures.Bootcamps) await _workbook.AddRowAsync([.. columns.Select(column => column.Of(row))], cancellation);
        if (last is not null) await _workbook.AddRowAsync(last, cancellation);
    }

    private async Task WriteRunAsync(CancellationToken cancellation)
    {
        var sheet = new WorksheetOptions { FrozenColumns = 1 };
        sheet.Column(1).Width = 40;
        sheet.Column(2).Width = 60;
        await _workbook.StartWorksheetAsync("Run", sheet, cancellation);
        foreach (var (name, value) in Facts()) await _workbook.AddRowAsync([new(name, _head), value], cancellation);
    }

    private IEnumerable<(string Name, StyledCell Value)> Facts()
    {
        var (run, total) = (_figures.Run, _figures.Total);
        yield return ("run", Text(run.Name));
        yield return ("model", Text(run.Model));
        yield return ("test set", Text(run.TestSet));
        yield return ("state", Text(run.State));
        yield return ("samples a row", Count(run.Samples));
        yield return ("samples", Count(run.Expected));
        yield return ("scored", Count(run.Scored));
        yield return ("failed", Count(run.Failed));
        yield return ("bad rows left out", Count(run.BadRows));
        yield return ("Total Average", Score(total.Mean));
        yield return ("standard error, these test sets as fixed", Score(total.Fixed?.Stderr));
        yield return ("low (95%), these test sets as fixed", Score(total.Fixed?.Low));
        yield return ("high (95%), these test sets as fixed", Score(total.Fixed?.High));
        yield return ("standard error, a sample of bootcamps", Score(total.Sampled?.Stderr));
        yield return ("low (95%), a sample of bootcamps", Score(total.Sampled?.Low));
        yield return ("high (95%), a sample of bootcamps", Score(total.Sampled?.High));
        if (total.Sound is { } sound)
        {
            yield return ("average over sound rows", Score(sound.Mean));
            yield return ("official average over the same bootcamps", Score(sound.OfficialMean));
        }
        foreach (var family in _figures.Families) yield return ($"average of {family.Family}", Score(family.Mean));
        yield return ("program", Text(_figures.Program));
        foreach (var option in run.Options.EnumerateObject())
            if (option.Name is not ("files" or "version")) yield return (option.Name, Text(option.Value.ToString()));
    }

    private StyledCell Score(double? value) => new(value, _score);

    private StyledCell Length(double? value) => new(value, _length);

    private StyledCell Count(long value) => new(value, _count);

    private static StyledCell Text(string? text) => new(text is { Length: > MostCharacters } ? text[..MostCharacters] : text, null);

    private sealed record Column(string Head, Func<BootcampFigures, StyledCell> Of);
}
