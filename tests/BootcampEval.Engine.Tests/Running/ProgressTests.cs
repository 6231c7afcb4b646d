// Watching a run from outside.

using System.Text.RegularExpressions;
using BootcampEval.Engine.Running;
using BootcampEval.Engine.Tests.Harness;

namespace BootcampEval.Engine.Tests.Running;

public sealed partial class ProgressTests
{
    [Fact]
    public async Task The_progress_log_follows_the_run_and_is_never_seen_in_half()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 40);
        using var released = new SemaphoreSlim(0);
        await using var server = new FaultServer(async (request, connection) =>
        {
            await released.WaitAsync(TestContext.Current.CancellationToken);
            await connection.SendAsync(Reply.Answer(request, TestRun.Said(request)));
        });
        var evaluation = run.Evaluation(run.Options(server.Url));
        var running = evaluation.RunAsync(TestContext.Current.CancellationToken);
        while (evaluation.Directory is null) await Task.Delay(1, TestContext.Current.CancellationToken);
        var path = evaluation.Directory.ProgressPath;

        foreach (var done in new[] { 7, 20, 40 })
        {
            released.Release(done - (int)evaluation.Progress.Done);
            while (Done(await ReadAsync(path)) < done) await Task.Delay(5, TestContext.Current.CancellationToken);
            Assert.Equal(done, evaluation.Progress.Done);
        }
        await running;

        Assert.Contains("a: 40/40 [", await ReadAsync(path), StringComparison.Ordinal);
        Assert.EndsWith("Remaining: 0:00:00 Completed✔️\n", await ReadAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_screen_sees_the_phase_the_requests_in_flight_and_the_mean_so_far()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 10);
        var release = new TaskCompletionSource();
        await using var server = new FaultServer(async (request, connection) =>
        {
            if (request.Index >= 4) await release.Task;
            await connection.SendAsync(Reply.Answer(request, TestRun.Said(request)));
        });
        var evaluation = run.Evaluation(run.Options(server.Url) with { MaxConcurrentRequests = 3 });
        Assert.Equal((RunPhase.Checking, 0L), (evaluation.Progress.Phase, evaluation.Progress.Total));
        var running = evaluation.RunAsync(TestContext.Current.CancellationToken);
        while (evaluation.Progress is not { Done: 4, InFlight: 3 }) await Task.Delay(1, TestContext.Current.CancellationToken);

        var during = evaluation.Progress;
        release.SetResult();
        await running;

        Assert.Equal((RunPhase.Running, 10L, 7L, 3, 1.0), (during.Phase, during.Total, during.Requests, during.Limit, during.MeanScore));
        Assert.True(during is { TokensPerSecond: > 0, Remaining: not null } && during.Files is [{ Name: "a", Started: true, Finished: false }]);
        Assert.Equal((RunPhase.Ended, 10L), (evaluation.Progress.Phase, evaluation.Progress.Done));
    }

    private static int Done(string log)
    {
        var match = Whole.Match(log);
        Assert.True(match.Success, log);
        return int.Parse(match.Groups["done"].Value);
    }

    private static async Task<string> ReadAsync(string path)
    {
        while (!File.Exists(path)) await Task.Delay(1, TestContext.Current.CancellationToken);
        return await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"\AMain Progress\na: (?<done>\d+)/40 \[█*-*\] \d+\.\d% Elapsed: \d+:\d\d:\d\d Remaining: (?:\?|\d+:\d\d:\d\d)(?: Completed✔️)?\n\z")]
    private static partial Regex Whole { get; }
}
