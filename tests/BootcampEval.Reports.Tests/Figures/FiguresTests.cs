// The numbers of a run, from its folder.

using BootcampEval.Engine.Results;
using BootcampEval.Engine.Results.Audit;
using BootcampEval.Engine.Running;
using BootcampEval.Reports.Figures;
using BootcampEval.Sdk;

namespace BootcampEval.Reports.Tests.Figures;

public sealed class FiguresTests
{
    private static readonly BootcampCatalog NoBootcamps = new([]);

    [Fact]
    public void Each_bootcamp_has_its_mean_with_error_and_interval()
    {
        using var run = new SampleRun().With("toy.jsonl", [.. Enumerable.Range(0, 64).Select(id => SampleRun.Sample(id, id < 47 ? 1 : 0))]).Finished();
        var score = Read(run).Bootcamps.Single().Score;
        Assert.Equal((64L, 64, 47 / 64.0, "wilson"), (score.N, score.Rows, score.Mean, score.Method));
        Assert.Equal(0.6151712627143486, score.Low!.Value, 1e-9); // R: prop.test(47, 64, correct = FALSE)
        Assert.Equal(0.8270362092577738, score.High!.Value, 1e-9);
    }

    [Fact]
    public void The_total_is_the_plain_mean_over_bootcamps_with_both_readings()
    {
        using var run = new SampleRun()
            .With("a.jsonl", [.. Enumerable.Range(0, 10).Select(id => SampleRun.Sample(id, 1, "A"))])
            .With("b.jsonl", [.. Enumerable.Range(0, 30).Select(id => SampleRun.Sample(id, 0, "B"))]).Finished();
        var total = Read(run).Total;
        Assert.Equal((2, 0.5), (total.Bootcamps, total.Mean));
        Assert.True(total.Sampled!.High - total.Sampled.Low > total.Fixed!.High - total.Fixed.Low);
    }

    [Fact]
    public void A_file_that_mixes_data_sources_is_parted()
    {
        using var run = new SampleRun().With("mix.jsonl", SampleRun.Sample(0, 1, "B"), SampleRun.Sample(1, 0, "A"), SampleRun.Sample(2, 1, "A")).Finished();
        Assert.Equal([("A", 0.5), ("B", 1.0)], Read(run).Bootcamps.Select(bootcamp => (bootcamp.DataSource, bootcamp.Score.Mean!.Value)));
    }

    [Fact]
    public void Outcomes_are_counted()
    {
        using var run = new SampleRun().With("toy.jsonl",
            SampleRun.Sample(0, 1), SampleRun.Sample(1, 0.5), SampleRun.Sample(2, 0),
            SampleRun.Sample(3, 0, output: "<think>for ever") with { FinishReason = "length", Status = VerdictStatus.NoAnswer, ExtractedOutput = null },
            SampleRun.Sample(4, 0, output: " \n") with { Status = VerdictStatus.NoAnswer, ExtractedOutput = null })
            .WithFailure("toy.jsonl", "Toy", 5).Finished();
        Assert.Equal(
            new OutcomeFigures { Correct = 1, Partial = 1, Wrong = 1, NoAnswer = 2, Truncated = 1, ThinkingOpen = 1, Empty = 1, Failed = 1 },
            Read(run).Total.Outcomes);
    }

    [Fact]
    public void Failed_samples_count_as_zero_only_when_asked()
    {
        using var excluded = new SampleRun().With("toy.jsonl", SampleRun.Sample(0, 1)).WithFailure("toy.jsonl", "Toy", 1).Finished();
        using var zero = new SampleRun(new() { OnFailure = FailureRule.Zero }).With("toy.jsonl", SampleRun.Sample(0, 1)).WithFailure("toy.jsonl", "Toy", 1).Finished();
        Assert.Equal((1, 0.5), (Read(excluded).Total.Mean, Read(zero).Total.Mean));
    }

    [Fact]
    public void Several_samples_a_row_show_pass_and_majority()
    {
        using var run = new SampleRun(new() { Samples = 3 }).With("toy.jsonl",
            SampleRun.Sample(0, 1), SampleRun.Sample(0, 1, sample: 1), SampleRun.Sample(0, 0, sample: 2),
            SampleRun.Sample(1, 0), SampleRun.Sample(1, 0, sample: 1), SampleRun.Sample(1, 1, sample: 2)).Finished();
        var bootcamp = Read(run).Bootcamps.Single();
        Assert.Equal([0.5, 5 / 6.0, 1], bootcamp.Repeats!.PassAt.Select(value => Math.Round(value!.Value, 12)), (left, right) => Math.Abs(left - right) < 1e-9);
        Assert.Equal([0.5, 1 / 6.0, 0], bootcamp.Repeats.PassAll.Select(value => Math.Round(value!.Value, 12)), (left, right) => Math.Abs(left - right) < 1e-9);
        Assert.Equal(0.5, bootcamp.Repeats.Majority.Mean);
        Assert.Equal((6L, 2, "clustered"), (bootcamp.Score.N, bootcamp.Score.Rows, bootcamp.Score.Method));
    }

    [Fact]
    public void Sound_rows_have_an_average_of_their_own()
    {
        using var run = new SampleRun().With("toy.jsonl", SampleRun.Sample(0, 0), SampleRun.Sample(1, 1), SampleRun.Sample(2, 1)).Finished();
        var figures = FiguresCollector.Read(run.Run, NoBootcamps, new FlawedRow("question 0 of Toy"), TestContext.Current.CancellationToken);
        var bootcamp = figures.Bootcamps.Single();
        Assert.Equal((2 / 3.0, 1), (bootcamp.Score.Mean, bootcamp.Sound!.Mean));
        Assert.Equal((1, 1), (bootcamp.Flawed.Rows, bootcamp.Flawed.Kinds["wrong_key"]));
        Assert.Equal((1, 2 / 3.0), (figures.Total.Sound!.Mean, figures.Total.Sound.OfficialMean));
    }

    [Fact]
    public void Lengths_and_times_are_described()
    {
        using var run = new SampleRun().With("toy.jsonl", [.. Enumerable.Range(0, 101).Select(id => SampleRun.Sample(id, 1) with { CountedInWords = id == 0 })]).Finished();
        var bootcamp = Read(run).Bootcamps.Single();
        Assert.Equal(new TokenFigures(150, 150, 195, 15150, "mixed"), bootcamp.Tokens);
        Assert.Equal(new MeasureFigures(1000, 1000, 1000), bootcamp.LatencyMs);
        Assert.Equal(150, bootcamp.TokensPerS!.P50);
        Assert.Equal((10, 101), (bootcamp.ByLength.Count, bootcamp.ByLength.Sum(bin => bin.N)));
    }

    [Fact]
    public void An_empty_run_has_no_mean_and_does_not_fail()
    {
        using var run = new SampleRun().With("toy.jsonl").Finished();
        var figures = Read(run);
        Assert.Null(figures.Total.Mean);
        Assert.Empty(figures.Bootcamps);
    }

    [Fact]
    public void A_run_that_lacks_samples_is_stopped()
    {
        using var run = new SampleRun(new() { Samples = 2 }).With("toy.jsonl", SampleRun.Sample(0, 1)).Finished();
        Assert.Equal(("stopped", 2L, 1L), (Read(run).Run.State, Read(run).Run.Expected, Read(run).Run.Scored));
    }

    private static RunFigures Read(SampleRun run) => FiguresCollector.Read(run.Run, NoBootcamps, NoAudit.Instance, TestContext.Current.CancellationToken);

    private sealed class FlawedRow(string prompt) : IRowAudit
    {
        public bool Covers(string dataSource) => true;

        public bool IsFlawed(string dataSource, string asked) => asked == prompt;

        public RowFlaw? FlawOf(string dataSource, string asked, System.Text.Json.JsonElement groundTruth) =>
            asked == prompt ? new([FlawKind.WrongKey], "the key is wrong") : null;
    }
}
