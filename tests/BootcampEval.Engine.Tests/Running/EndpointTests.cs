// Several servers, servers with limits, servers with dialects.

using BootcampEval.Engine.Running;
using BootcampEval.Engine.Tests.Harness;

namespace BootcampEval.Engine.Tests.Running;

public sealed class EndpointTests
{
    private static string Right(ServerRequest request) => Reply.Answer(request, TestRun.Said(request));

    [Fact]
    public async Task Requests_are_spread_over_all_servers()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 400);
        await using var one = new FaultServer(Right);
        await using var two = new FaultServer(Right);

        var outcome = await run.RunAsync(run.Options(one.Url, two.Url) with { MaxConcurrentRequests = 16 });

        Assert.Equal((ExitCode.AllScored, 400), (outcome.ExitCode, one.Requests.Count + two.Requests.Count));
        Assert.InRange(one.Requests.Count, 50, 350);
    }

    [Fact]
    public async Task Work_moves_away_from_a_server_that_dies_and_returns_when_it_is_back()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 3000);
        var backAt = int.MaxValue;
        FaultServer? dying = null;
        await using var steady = new FaultServer(async (request, connection) =>
        {
            if (request.Index == 300) dying!.Down = true;
            if (request.Index == 900)
            {
                backAt = dying!.Requests.Count;
                dying.Down = false;
            }
            // From here on it is slow until the other takes part, so that the run can't end before; one place is left for the other to be tried.
            while (request.Index is > 1000 and <= 1006 && dying!.Requests.Count <= backAt) await Task.Delay(1, TestContext.Current.CancellationToken);
            if (request.Index > 1006 && dying!.Requests.Count <= backAt) await Task.Delay(5, TestContext.Current.CancellationToken);
            await connection.SendAsync(Right(request));
        });
        await using (dying = new FaultServer(async (request, connection) =>
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
            await connection.SendAsync(Right(request));
        }))
        {
            var outcome = await run.RunAsync(run.Options(steady.Url, dying.Url) with { MaxConcurrentRequests = 8 });

            Assert.Equal((ExitCode.AllScored, 3000L), (outcome.ExitCode, outcome.Summary!.Scored));
            Assert.True(dying.Requests.Count > backAt, $"{dying.Requests.Count} requests in all, {backAt} before it came back");
        }
    }

    [Fact]
    public async Task What_stalls_at_one_server_is_asked_at_another()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 6);
        await using var stalled = new FaultServer((_, _) => Task.Delay(Timeout.Infinite));
        await using var good = new FaultServer(Right);

        var outcome = await run.RunAsync(run.Options(stalled.Url, good.Url) with { Timeout = TimeSpan.FromMilliseconds(300) });

        Assert.Equal(ExitCode.AllScored, outcome.ExitCode);
        Assert.All(TestRun.Details(outcome, "a.jsonl"), sample => Assert.InRange(sample.Attempts, 1, 2));
    }

    [Fact]
    public async Task A_server_that_is_ready_later_joins_the_run()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 400);
        var listed = false;
        await using var late = new FaultServer(Right) { Models = () => Reply.Json(listed ? """{"data":[{"id":"m"}]}""" : """{"data":[]}""") };
        await using var ready = new FaultServer(async (request, connection) =>
        {
            if (request.Index == 50) listed = true;
            // One place waits until the second server has taken part, and the other is slow, so that the run can't end before.
            while (request.Index == 60 && late.Requests.IsEmpty) await Task.Delay(1, TestContext.Current.CancellationToken);
            if (request.Index > 60 && late.Requests.IsEmpty) await Task.Delay(5, TestContext.Current.CancellationToken);
            await connection.SendAsync(Right(request));
        });

        var outcome = await run.RunAsync(run.Options(ready.Url, late.Url) with { WaitInterval = TimeSpan.FromMilliseconds(5), MaxConcurrentRequests = 2 });

        Assert.Equal(ExitCode.AllScored, outcome.ExitCode);
        Assert.Contains($"Information: {late.Url} is ready and takes part from now on", run.Messages.Lines);
    }

    [Fact]
    public async Task With_512_allowed_a_run_settles_at_the_8_that_a_server_takes_and_wastes_few_requests()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 2000);
        var inService = 0;
        await using var server = new FaultServer(async (request, connection) =>
        {
            if (Interlocked.Increment(ref inService) > 8)
            {
                Interlocked.Decrement(ref inService);
                await connection.SendAsync(Reply.Json("""{"error":{"message":"busy"}}""", 429));
                return;
            }
            // Long next to the time that answers are on their way: then the server counts about as many as the client does.
            await Task.Delay(10, TestContext.Current.CancellationToken);
            Interlocked.Decrement(ref inService);
            await connection.SendAsync(Right(request));
        });

        var evaluation = run.Evaluation(run.Options(server.Url) with { MaxConcurrentRequests = 512 });
        var outcome = await evaluation.RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.AllScored, outcome.ExitCode);
        TestContext.Current.SendDiagnosticMessage($"wasted {server.Requests.Count - 2000} of {server.Requests.Count} requests");
        Assert.InRange(server.Requests.Count - 2000, 0, 100);
        Assert.InRange(evaluation.Progress.Limit, 6, 12);
    }

    [Theory]
    [InlineData("""{"error":{"message":"stream_options is not supported","type":"invalid_request_error"}}""", 400, "does not take stream_options")]
    [InlineData("""{"detail":[{"loc":["body","stream_options"],"msg":"extra fields not permitted"}]}""", 422, "does not take stream_options")]
    [InlineData("""{"error":{"message":"Streaming is not supported for this model"}}""", 400, "does not stream")]
    [InlineData("""{"error":{"message":"Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.","param":"max_tokens"}}""", 400, "wants max_completion_tokens in place of max_tokens")]
    public async Task A_refused_wording_is_replaced_once_for_the_whole_run(string refusal, int status, string message)
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 100);
        await using var server = new FaultServer(request =>
        {
            var refused = message.Contains("stream_options", StringComparison.Ordinal) ? request.Json.TryGetProperty("stream_options", out _)
                : message.Contains("stream", StringComparison.Ordinal) ? request.Streams
                : request.Json.TryGetProperty("max_tokens", out _);
            return refused ? Reply.Json(refusal, status) : Right(request);
        });

        var outcome = await run.RunAsync(run.Options(server.Url) with { MaxConcurrentRequests = 4 });

        Assert.Equal((ExitCode.AllScored, 1.0), (outcome.ExitCode, outcome.Summary!.TotalAverage));
        Assert.All(TestRun.Details(outcome, "a.jsonl"), sample => Assert.Equal(1, sample.Attempts));
        Assert.InRange(server.Requests.Count, 101, 104);
        Assert.Single(run.Messages.Lines, line => line.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_streams_without_being_asked_and_one_that_does_not_though_asked_are_understood()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 2);
        await using var whole = new FaultServer(request => Reply.Json(Reply.Whole(request, TestRun.Said(request))));
        await using var streamed = new FaultServer(request => Reply.Events(Reply.Stream(request, TestRun.Said(request))));

        var asked = await run.RunAsync(run.Options(whole.Url));
        var unasked = await run.RunAsync(run.Options(streamed.Url) with { Stream = false });

        Assert.Equal((1.0, 1.0), (asked.Summary!.TotalAverage, unasked.Summary!.TotalAverage));
    }
}
