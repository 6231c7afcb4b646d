// Stopping a run before its end.

using BootcampEval.Engine.Running;
using BootcampEval.Engine.Tests.Harness;

namespace BootcampEval.Engine.Tests.Running;

public sealed class StopTests
{
    [Fact]
    public async Task Wrapping_up_lets_requests_in_flight_end_and_makes_no_new_ones()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 100);
        using var wrapUp = new CancellationTokenSource();
        var release = new TaskCompletionSource();
        await using var server = new FaultServer(async (request, connection) =>
        {
            await release.Task;
            await connection.SendAsync(Reply.Answer(request, TestRun.Said(request)));
        });
        var evaluation = run.Evaluation(run.Options(server.Url) with { MaxConcurrentRequests = 4 });
        var running = evaluation.RunAsync(wrapUp.Token, TestContext.Current.CancellationToken);
        while (server.Requests.Count < 4) await Task.Delay(1, TestContext.Current.CancellationToken);

        await wrapUp.CancelAsync();
        release.SetResult();
        var outcome = await running;

        Assert.Equal((ExitCode.Stopped, 4L, 0L), (outcome.ExitCode, outcome.Summary!.Scored, outcome.Summary.Failed));
        Assert.Equal(4, server.Requests.Count);
        Assert.Equal(4, outcome.Directory!.ReadDetails("a.jsonl").Count());
        Assert.True(File.Exists(outcome.Directory.MetaPath));
        Assert.Empty(outcome.Messages);
    }

    [Fact]
    public async Task Stopping_now_drops_what_is_in_flight()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 100);
        using var wrapUp = new CancellationTokenSource();
        using var stopNow = new CancellationTokenSource();
        await using var server = new FaultServer(async (request, connection) =>
        {
            if (request.Index == 0) await connection.SendAsync(Reply.Answer(request, TestRun.Said(request)));
            else await Task.Delay(Timeout.Infinite);
        });
        var evaluation = run.Evaluation(run.Options(server.Url) with { MaxConcurrentRequests = 4 });
        var running = evaluation.RunAsync(wrapUp.Token, stopNow.Token);
        while (evaluation.Progress.Done < 1) await Task.Delay(1, TestContext.Current.CancellationToken);

        await wrapUp.CancelAsync();
        await stopNow.CancelAsync();
        var outcome = await running;

        Assert.Equal((ExitCode.Stopped, 1L), (outcome.ExitCode, outcome.Summary!.Scored));
    }

    [Fact]
    public async Task A_run_stopped_while_it_waits_for_the_service_leaves_nothing()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 1);
        using var wrapUp = new CancellationTokenSource();
        var evaluation = run.Evaluation(run.Options("http://127.0.0.1:1/v1") with { WaitTimeout = TimeSpan.FromHours(1) });
        var running = evaluation.RunAsync(wrapUp.Token, TestContext.Current.CancellationToken);
        while (evaluation.Progress.Phase != RunPhase.WaitingForService) await Task.Delay(1, TestContext.Current.CancellationToken);

        await wrapUp.CancelAsync();
        var outcome = await running;

        Assert.Equal(ExitCode.Stopped, outcome.ExitCode);
        Assert.False(Directory.Exists(Path.Combine(run.Folder, "out")));
    }

    [Fact]
    public async Task A_disk_that_refuses_results_stops_the_run_which_can_be_resumed()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 50);
        run.Rows("b.jsonl", 50);
        var blocked = 0;
        await using var server = new FaultServer(request =>
        {
            // The first file's results go through; then a folder stands where the second file's would be made.
            if (Interlocked.Exchange(ref blocked, 1) == 0)
                Directory.CreateDirectory(Path.Combine(Directory.EnumerateDirectories(Path.Combine(run.Folder, "out")).Single(), "details", "b.jsonl"));
            return Reply.Answer(request, TestRun.Said(request));
        });
        var options = run.Options(server.Url) with { MaxConcurrentRequests = 4 };
        var first = await run.RunAsync(options);
        Directory.Delete(first.Directory!.DetailsPath("b.jsonl"));

        var second = await run.RunAsync(options with { Resume = first.Directory.FullName });

        Assert.Equal(ExitCode.Stopped, first.ExitCode);
        Assert.StartsWith("results can't be written: ", Assert.Single(first.Messages), StringComparison.Ordinal);
        Assert.Equal((ExitCode.AllScored, 100L), (second.ExitCode, second.Summary!.Scored));
    }
}
