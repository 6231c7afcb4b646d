// A whole run over a real socket.

using BootcampEval.Engine.Running;
using BootcampEval.Engine.Tests.Harness;
using BootcampEval.Sdk;

namespace BootcampEval.Engine.Tests.Running;

public sealed class EvaluationTests
{
    [Theory]
    [InlineData(ApiMode.Completion, true)]
    [InlineData(ApiMode.Completion, false)]
    [InlineData(ApiMode.ChatCompletion, true)]
    [InlineData(ApiMode.ChatCompletion, false)]
    public async Task A_run_scores_every_row_and_leaves_its_files(ApiMode mode, bool stream)
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 300);
        run.Rows("b.jsonl", 20, "Other");
        await using var server = new FaultServer(request => Reply.Answer(request, "it is " + TestRun.Said(request)));

        var outcome = await run.RunAsync(run.Options(server.Url) with { ApiMode = mode, Stream = stream });

        Assert.Equal(ExitCode.AllScored, outcome.ExitCode);
        Assert.Equal(1, outcome.Summary!.TotalAverage);
        Assert.Equal(7, outcome.Summary.TotalAverageLength);
        Assert.Equal(Enumerable.Range(0, 300).Select(id => (long)id), TestRun.Details(outcome, "a.jsonl").Select(sample => sample.Id.Number));
        Assert.All(TestRun.Details(outcome, "a.jsonl"), sample => Assert.Equal(VerdictStatus.Correct, sample.Status));
        Assert.Equal(["eval_args.json", "meta.jsonl", "progress.log"], Directory.EnumerateFiles(outcome.Directory!.FullName).Select(Path.GetFileName).Order());
        Assert.Equal(320, server.Requests.Count);
    }
}
