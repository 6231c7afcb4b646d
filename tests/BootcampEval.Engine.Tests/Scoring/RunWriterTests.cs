// Run folders made without requests: answers made elsewhere, and an earlier run judged again.

using System.Text.Json;
using BootcampEval.Engine.Results;
using BootcampEval.Engine.Scoring;
using BootcampEval.Engine.Tests.Harness;
using BootcampEval.Sdk;

namespace BootcampEval.Engine.Tests.Scoring;

public sealed class RunWriterTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bootcamp-score-run-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Answers_made_elsewhere_become_a_whole_run()
    {
        var (run, summary) = await ScoreAsync("""
            {"data_source": "Echo", "ground_truth": {"answer": "a"}, "output": "it is a", "prompt": "say a", "id": "x", "output_len": 3, "finish_reason": "length"}
            {"data_source": "Other", "ground_truth": {"answer": "b"}, "output": "no"}
            """);
        Assert.Equal(0.5, summary.TotalAverage);
        var sample = run.ReadDetails("answers.jsonl").First();
        Assert.Equal(("x", "say a", 3, 1.0, true, false), (sample.Id.Text, sample.Prompt, sample.OutputLength, sample.Score, sample.Truncated, sample.CountedInWords));
        Assert.Equal((1L, true), (run.ReadDetails("answers.jsonl").Last().Id.Number, run.ReadDetails("answers.jsonl").Last().CountedInWords));
        Assert.Equal(["Echobootcamp", "Otherbootcamp"], run.ReadMeta().Select(bootcamp => bootcamp.Bootcamp));
        Assert.Equal(("somebody", 2L), (run.ReadArguments().Options.ModelName, run.ReadArguments().Files.Single().RowsToRun));
        Assert.Contains("answers: 2/2 [", File.ReadAllText(run.ProgressPath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_with_the_same_id_are_samples_of_one_row()
    {
        var (run, summary) = await ScoreAsync("""
            {"data_source": "Echo", "ground_truth": {"answer": "a"}, "output": "a", "id": 7}
            {"data_source": "Echo", "ground_truth": {"answer": "a"}, "output": "b", "id": 7}
            {"data_source": "Echo", "ground_truth": {"answer": "a"}, "output": "a", "id": 8}
            {"data_source": "Echo", "ground_truth": {"answer": "a"}, "output": "a", "id": 8}
            """);
        Assert.Equal([0, 1, 0, 1], run.ReadDetails("answers.jsonl").Select(sample => sample.Sample));
        Assert.Equal((2, 2L, 4L), (run.ReadArguments().Options.Samples, run.ReadArguments().Files.Single().RowsToRun, summary.Scored));
        Assert.Equal(0.25, summary.Bootcamps.Single().StdErr!.Value, 1e-12); // by hand: two rows of means 0.5 and 1
    }

    [Fact]
    public async Task Bad_lines_are_told_of_and_the_others_scored()
    {
        List<string> faults = [];
        var (_, summary) = await ScoreAsync("""
            {"data_source": "Echo", "ground_truth": {"answer": "a"}, "output": "a"}
            {"data_source": "Nobody", "ground_truth": {}, "output": "a"}
            """, (line, fault) => faults.Add($"{line}: {fault}"));
        Assert.StartsWith("2: unknown data_source 'Nobody'", faults.Single(), StringComparison.Ordinal);
        Assert.Equal((1L, 1L), (summary.Scored, summary.BadRows));
    }

    [Fact]
    public async Task Answers_by_the_thousand_keep_their_order()
    {
        var (run, _) = await ScoreAsync(string.Join('\n', Enumerable.Range(0, 5000).Select(id => $$"""{"data_source": "Echo", "ground_truth": {"answer": "{{id}}"}, "output": "{{id}}"}""")));
        Assert.Equal(Enumerable.Range(0, 5000).Select(id => (long)id), run.ReadDetails("answers.jsonl").Select(sample => sample.Id.Number));
    }

    [Fact]
    public async Task Judging_again_by_the_same_rules_changes_nothing()
    {
        var (run, before) = await ScoreAsync("""
            {"data_source": "Echo", "ground_truth": {"answer": "a"}, "output": "half \ud800"}
            {"data_source": "Echo", "ground_truth": {"answer": "a"}, "output": ""}
            """);
        List<Rescored> changes = [];
        var to = RunDirectory.CreateAt(Path.Combine(_folder.FullName, "again"));
        var after = await new Rescoring(Echo.Catalog, NoAudit.Instance).RunAsync(run, to, changes.Add, TestContext.Current.CancellationToken);
        Assert.Empty(changes);
        Assert.Equal(before.Bootcamps, after.Bootcamps);
        Assert.Equal(File.ReadAllText(run.DetailsPath("answers.jsonl")), File.ReadAllText(to.DetailsPath("answers.jsonl")));
    }

    [Fact]
    public async Task Judging_again_by_other_rules_tells_what_changed_and_why()
    {
        var (run, _) = await ScoreAsync("""
            {"data_source": "Echo", "ground_truth": {"answer": "a"}, "output": "a"}
            {"data_source": "Other", "ground_truth": {"answer": "a"}, "output": "a"}
            """);
        List<Rescored> changes = [];
        var to = RunDirectory.CreateAt(Path.Combine(_folder.FullName, "again"));
        var after = await new Rescoring(new BootcampCatalog([new Strict()]), NoAudit.Instance).RunAsync(run, to, changes.Add, TestContext.Current.CancellationToken);
        var change = changes.Single();
        Assert.Equal((1.0, 0.0, "nothing is right"), (change.Before.Score, change.After.Score, change.After.Reason));
        Assert.Equal([0.0, 1.0], after.Bootcamps.Select(bootcamp => bootcamp.AvgScore!.Value)); // Other is not known any more: it keeps its verdict
        Assert.Equal(1, run.ReadDetails("answers.jsonl").First().Score);
    }

    [Fact]
    public async Task Failed_samples_stay_failed()
    {
        var (run, _) = await ScoreAsync("""{"data_source": "Echo", "ground_truth": {"answer": "a"}, "output": "a"}""");
        File.WriteAllText(run.ErrorsPath, """{"id": 1, "file": "answers.jsonl", "sample": 0, "attempts": 2, "error": "503", "at": "2026-11-24T20:40:00Z"}""" + "\n");
        MetaLine.WriteAll(run.MetaPath, [run.ReadMeta().Single() with { Failed = 1 }]);
        var to = RunDirectory.CreateAt(Path.Combine(_folder.FullName, "again"));
        var after = await new Rescoring(Echo.Catalog, NoAudit.Instance).RunAsync(run, to, _ => { }, TestContext.Current.CancellationToken);
        Assert.Equal((1L, 1), (after.Failed, to.ReadErrors().Count()));
    }

    [Fact]
    public void A_folder_that_holds_something_is_not_written_into()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "mine.txt"), "");
        Assert.Throws<IOException>(() => RunDirectory.CreateAt(_folder.FullName));
    }

    private async Task<(RunDirectory Run, RunSummary Summary)> ScoreAsync(string responses, Action<long, string>? onBadLine = null)
    {
        var path = Path.Combine(_folder.FullName, "answers.txt");
        await File.WriteAllTextAsync(path, responses, TestContext.Current.CancellationToken);
        var run = RunDirectory.CreateAt(Path.Combine(_folder.FullName, "run"));
        var summary = await new ResponseRun(Echo.Catalog, NoAudit.Instance).RunAsync(
            path, "somebody", run, onBadLine ?? ((line, fault) => Assert.Fail($"{line}: {fault}")), TestContext.Current.CancellationToken);
        return (run, summary);
    }

    /// <summary>Takes nothing for right.</summary>
    private sealed class Strict : IBootcamp
    {
        public BootcampInfo Info { get; } = new("Echo", Family.Logic, "", "") { AnswerFormat = "", Measure = "" };

        public Verdict Verify(string output, JsonElement groundTruth, Ruling ruling = Ruling.Official) => Verdict.Wrong("nothing is right") with { ExtractedOutput = JsonText.Of(output) };

        public string? FaultOf(JsonElement groundTruth) => null;

        public Problem Generate(PuzzleRandom random, int level) => throw new NotSupportedException();

        public string? Solve(JsonElement groundTruth) => null;

        public double MeasureOf(JsonElement groundTruth) => 0;

        public Picture? Draw(JsonElement groundTruth, string? output = null) => null;
    }
}
