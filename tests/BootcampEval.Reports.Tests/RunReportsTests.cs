// What lies in a run's folder when the reports are written.

using System.Text.Json;
using BootcampEval.Engine.Results;
using BootcampEval.Engine.Running;
using BootcampEval.Reports.Tests.Pages;

namespace BootcampEval.Reports.Tests;

public sealed class RunReportsTests
{
    [Fact]
    public async Task The_folder_holds_summary_page_and_workbook()
    {
        using var run = await ReportedRun();
        var summary = JsonElement.Parse(File.ReadAllText(run.Run.SummaryPath));
        Assert.Equal(0.5, summary.GetProperty("total").GetProperty("mean").GetDouble());
        Assert.Equal("wilson", summary.GetProperty("bootcamps")[0].GetProperty("score").GetProperty("method").GetString());
        Assert.Equal(0, summary.GetProperty("run").GetProperty("options").GetProperty("temperature").GetInt32());
        Assert.Equal("r0", PageData.Root(File.ReadAllText(run.Run.HtmlPath)).GetProperty("runs")[0].GetProperty("key").GetString());
        Assert.True(File.Exists(run.Run.ScoresPath("m")));
    }

    [Fact]
    public async Task The_first_sheet_is_what_scripts_expect()
    {
        using var run = await ReportedRun();
        var rows = Sheet(run, "Scores");
        Assert.Equal(["bootcamp", "Average Score", "Average Output Length"], rows[0].Take(3));
        Assert.Equal(["=cmd()bootcamp", "Toybootcamp", "Total Average"], rows.Skip(1).Select(row => row[0]));
        Assert.Equal([0.0, 1.0, 0.5], rows.Skip(1).Select(row => (double)row[1]!));
        Assert.Equal([100.0, 100.5, 100.25], rows.Skip(1).Select(row => (double)row[2]!));
    }

    [Fact]
    public async Task There_is_a_sheet_for_each_question()
    {
        using var run = await ReportedRun();
        Assert.Equal(["Scores", "Outcomes", "Lengths", "Run"], WorkbookData.SheetNames(run.Run.ScoresPath("m")));
        Assert.Equal("correct", Sheet(run, "Outcomes")[0][2]);
        Assert.Equal("length median", Sheet(run, "Lengths")[0][2]);
        Assert.Contains(Sheet(run, "Run"), row => row is ["model", "m", ..]);
    }

    [Fact]
    public async Task Text_that_looks_like_a_formula_stays_text()
    {
        using var run = await ReportedRun();
        using var workbook = System.IO.Compression.ZipFile.OpenRead(run.Run.ScoresPath("m"));
        foreach (var entry in workbook.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            using var sheet = new StreamReader(entry.Open());
            Assert.DoesNotContain("<f>", await sheet.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Several_samples_a_row_have_columns_of_their_own()
    {
        using var run = await ReportedRun(new() { Samples = 2 });
        Assert.Contains("pass@2", Sheet(run, "Scores")[0]);
        Assert.Contains("majority vote", Sheet(run, "Scores")[0]);
    }

    [Fact]
    public async Task Reports_that_tell_of_the_same_samples_stay_as_they_are()
    {
        using var run = await ReportedRun();
        foreach (var report in Reports(run)) File.AppendAllText(report, " ");
        Assert.NotNull(await WriteAgain(run));
        Assert.All(Reports(run), report => Assert.EndsWith(" ", File.ReadAllText(report), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reports_older_than_a_sample_are_written_anew()
    {
        using var run = await ReportedRun();
        foreach (var report in Reports(run)) File.AppendAllText(report, " ");
        File.SetLastWriteTimeUtc(run.Run.DetailsPath("toy.jsonl"), DateTime.UtcNow.AddMinutes(1));
        await WriteAgain(run);
        Assert.All(Reports(run), report => Assert.False(File.ReadAllText(report).EndsWith(' ')));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_report_that_is_missing_is_written(int which)
    {
        using var run = await ReportedRun();
        var report = Reports(run)[which];
        File.Delete(report);
        await WriteAgain(run);
        Assert.True(File.Exists(report));
    }

    private static string[] Reports(SampleRun run) => [run.Run.SummaryPath, run.Run.HtmlPath, run.Run.ScoresPath("m")];

    private static async Task<object?> WriteAgain(SampleRun run)
    {
        var reports = new RunReports(ToyBootcamp.Catalog, NoAudit.Instance);
        var scored = new BootcampSummary { DataSource = "Toy", File = "toy.jsonl", N = 3, Scored = 3, Failed = 0, AvgScore = 0, AvgLen = 0, StdErr = 0, NoAnswer = 0, Truncated = 0, Flawed = 0, AvgScoreSound = 0 };
        await reports.WriteAsync(run.Run, new() { ModelName = "m", Bootcamps = [scored], OnFailure = FailureRule.Exclude, Expected = 3 }, TestContext.Current.CancellationToken);
        return reports.Figures;
    }

    private static async Task<SampleRun> ReportedRun(EvaluationOptions? options = null)
    {
        var run = new SampleRun(options).With("toy.jsonl", SampleRun.Sample(0, 1), SampleRun.Sample(1, 1)).With("other.jsonl", SampleRun.Sample(0, 0, "=cmd()")).Finished();
        await new RunReports(ToyBootcamp.Catalog, NoAudit.Instance).WriteAsync(run.Run, new() { ModelName = "m", Bootcamps = [], OnFailure = FailureRule.Exclude }, TestContext.Current.CancellationToken);
        return run;
    }

    private static object?[][] Sheet(SampleRun run, string name) => WorkbookData.Rows(run.Run.ScoresPath("m"), name);
}
