// Waiting for the service.

using BootcampEval.Engine.Running;
using BootcampEval.Engine.Tests.Harness;

namespace BootcampEval.Engine.Tests.Running;

public sealed class ReadinessTests
{
    private static string Right(ServerRequest request) => Reply.Answer(request, TestRun.Said(request));

    public static TheoryData<string, string> NotReady => new()
    {
        { Reply.Json("""{"object":"list","data":[{"id":"llama"},{"id":"qwen"}]}"""), "lists llama, qwen, but not m" },
        { Reply.Json("""{"data":[]}"""), "lists no model, but not m" },
        { Reply.Raw(200, "text/html", "<html><title>Sign in</title></html>"), "answers, but not with a list of models: an HTML page: Sign in" },
        { Reply.Json("""{"error":{"message":"Loading model"}}""", 503), "is not ready: HTTP 503: Loading model" },
        { Reply.Json("""{"error":{"message":"bad key"}}""", 401), "does not take the key: HTTP 401: bad key" },
        { Reply.Json("""{"error":"no"}""", 403), "does not take the key: HTTP 403: no" },
    };

    [Theory]
    [MemberData(nameof(NotReady))]
    public async Task A_service_that_is_not_ready_is_told_of_and_the_run_ends_with_4(string models, string message)
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 1);
        await using var server = new FaultServer(Right) { Models = () => models };

        var outcome = await run.RunAsync(run.Options(server.Url));

        Assert.Equal((ExitCode.NotReady, $"{server.Url} {message}"), (outcome.ExitCode, outcome.Messages[0]));
        Assert.False(Directory.Exists(Path.Combine(run.Folder, "out")));
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_told_of()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 1);

        var outcome = await run.RunAsync(run.Options("http://127.0.0.1:1/v1"));

        Assert.Equal(ExitCode.NotReady, outcome.ExitCode);
        Assert.StartsWith("http://127.0.0.1:1/v1 can't be reached: Connection refused", outcome.Messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_run_begins_when_the_service_lists_the_model()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 1);
        var looks = 0;
        await using var server = new FaultServer(Right) { Models = () => Reply.Json(Interlocked.Increment(ref looks) < 4 ? """{"data":[{"id":"other"}]}""" : """{"data":[{"id":"m"}]}""") };

        var outcome = await run.RunAsync(run.Options(server.Url) with { WaitTimeout = TimeSpan.FromMinutes(1), WaitInterval = TimeSpan.FromMilliseconds(10) });

        Assert.Equal(ExitCode.AllScored, outcome.ExitCode);
        Assert.Contains(run.Messages.Lines, line => line.StartsWith($"Information: {server.Url} lists other, but not m; looking again in 0.01 s, for 0:0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_key_ends_the_wait_at_once()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 1);
        await using var server = new FaultServer(Right) { Models = () => Reply.Json("{}", 401) };

        var outcome = await run.RunAsync(run.Options(server.Url) with { WaitTimeout = TimeSpan.FromHours(1) });

        Assert.Equal(ExitCode.NotReady, outcome.ExitCode);
    }

    [Fact]
    public async Task A_server_without_a_list_of_models_is_taken_with_a_warning()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 1);
        await using var server = new FaultServer(Right) { Models = () => Reply.Raw(404, "text/plain", "not found") };

        var outcome = await run.RunAsync(run.Options(server.Url));

        Assert.Equal(ExitCode.AllScored, outcome.ExitCode);
        Assert.Contains(run.Messages.Lines, line => line.StartsWith($"Warning: {server.Url} has no list of models (HTTP 404)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_key_and_the_headers_go_with_every_request()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 1);
        await using var server = new FaultServer(Right);

        await run.RunAsync(run.Options(server.Url) with { ApiKey = "sk-1", Headers = ["X-A=b=c"] });

        Assert.All(server.Requests, request => Assert.Equal(("Bearer sk-1", "b=c"), (request.Headers["Authorization"], request.Headers["X-A"])));
    }
}
