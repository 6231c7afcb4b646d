// What servers and networks do wrong, and what becomes of the samples.

using System.Text;
using BootcampEval.Engine.Running;
using BootcampEval.Engine.Tests.Harness;
using BootcampEval.Sdk;

namespace BootcampEval.Engine.Tests.Running;

public sealed class FaultTests
{
    /// <summary>What may go wrong with one request, each ending in a try that must be made again.</summary>
    public static TheoryData<string> Faults => [.. Broken.Keys];

    private static readonly Dictionary<string, Func<ServerRequest, ServerConnection, Task>> Broken = new()
    {
        ["429 with Retry-After"] = (_, connection) => connection.SendAsync(Reply.Json("""{"error":{"message":"slow down"}}""", 429, "Retry-After: 0.01")),
        ["500"] = (_, connection) => connection.SendAsync(Reply.Json("""{"error":{"message":"oops"}}""", 500)),
        ["503"] = (_, connection) => connection.SendAsync(Reply.Json("""{"object":"error","message":"The request queue is full."}""", 503)),
        ["408"] = (_, connection) => connection.SendAsync(Reply.Json("""{}""", 408)),
        ["closed before headers"] = (_, connection) => Do(connection.Close),
        ["reset before headers"] = (_, connection) => Do(connection.Reset),
        ["closed in the headers"] = async (_, connection) =>
        {
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Ty");
            connection.Close();
        },
        ["not HTTP"] = async (_, connection) =>
        {
            await connection.SendAsync("SSH-2.0-OpenSSH_9.2\r\n");
            connection.Close();
        },
        ["closed in the middle of a body"] = async (_, connection) =>
        {
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"choices\":[{\"te");
            connection.Close();
        },
        ["closed in the middle of a stream"] = async (request, connection) =>
        {
            await connection.SendAsync(Reply.EventHead + Reply.Event(request, "it is wro", null));
            connection.Close();
        },
        ["stream without a finish"] = (request, connection) => connection.SendAsync(Reply.Events(Reply.Event(request, "it is wrong", null))),
        ["stream with nothing but [DONE]"] = (_, connection) => connection.SendAsync(Reply.Events("data: [DONE]\n\n")),
        ["empty stream"] = (_, connection) => connection.SendAsync(Reply.Events(": nothing\n\n")),
        ["error in the stream"] = (request, connection) => connection.SendAsync(Reply.Events(Reply.Event(request, "it is wrong", null) + "data: {\"error\":{\"message\":\"engine died\",\"code\":500}}\n\ndata: [DONE]\n\n")),
        ["half an event"] = (request, connection) => connection.SendAsync(Reply.Events(Reply.Event(request, "it is wrong", null) + "data: {\"choices\":[{\"te\n\n")),
        ["aborted by the server"] = (request, connection) => connection.SendAsync(Reply.Answer(request, "it is wrong", finish: "abort")),
        ["HTML"] = (_, connection) => connection.SendAsync(Reply.Raw(200, "text/html", "<html><title>Welcome</title></html>")),
        ["HTML as JSON"] = (_, connection) => connection.SendAsync(Reply.Json("<html><title>Welcome</title></html>")),
        ["JSON of another shape"] = (_, connection) => connection.SendAsync(Reply.Json("""{"status":"ok"}""")),
        ["no choices"] = (_, connection) => connection.SendAsync(Reply.Json("""{"choices":[],"usage":null}""")),
        ["error with 200"] = (_, connection) => connection.SendAsync(Reply.Json("""{"error":{"message":"overloaded","code":503}}""")),
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task After_a_fault_the_sample_is_asked_again_and_scored(string fault)
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 3);
        await using var server = new FaultServer((request, connection) =>
            request.Try == 1 ? Broken[fault](request, connection) : connection.SendAsync(Reply.Answer(request, "it is " + TestRun.Said(request))));

        var outcome = await run.RunAsync(run.Options(server.Url));

        Assert.Equal((ExitCode.AllScored, 1.0), (outcome.ExitCode, outcome.Summary!.TotalAverage));
        Assert.All(TestRun.Details(outcome, "a.jsonl"), sample => Assert.Equal(2, sample.Attempts));
        Assert.Equal(6, server.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task When_all_tries_are_used_up_the_sample_fails_with_a_reason_and_the_rest_goes_on(string fault)
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 3);
        await using var server = new FaultServer((request, connection) =>
            TestRun.Said(request) == "1" ? Broken[fault](request, connection) : connection.SendAsync(Reply.Answer(request, "it is " + TestRun.Said(request))));

        var outcome = await run.RunAsync(run.Options(server.Url) with { MaxRetries = 2 });

        Assert.Equal((ExitCode.SomeFailed, 2L, 1L), (outcome.ExitCode, outcome.Summary!.Scored, outcome.Summary.Failed));
        var failure = Assert.Single(outcome.Directory!.ReadErrors());
        Assert.Equal((1L, "a.jsonl", 0, 3), (failure.Id.Number, failure.File, failure.Sample, failure.Attempts));
        Assert.NotEmpty(failure.Error);
    }

    [Theory]
    [InlineData(400, """{"error":{"message":"This model's maximum context length is 4096 tokens."}}""", "HTTP 400: This model's maximum context length is 4096 tokens.")]
    [InlineData(404, """{"detail":"Not Found"}""", "HTTP 404: Not Found")]
    [InlineData(413, "<html><head><title>413 Request Entity Too Large</title></head></html>", "HTTP 413: an HTML page: 413 Request Entity Too Large")]
    [InlineData(422, """{"detail":"prompt too long"}""", "HTTP 422: prompt too long")]
    public async Task What_the_server_will_never_take_is_not_asked_again(int status, string body, string error)
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 2);
        await using var server = new FaultServer(request => TestRun.Said(request) == "0" ? Reply.Json(body, status) : Reply.Answer(request, "1"));

        var outcome = await run.RunAsync(run.Options(server.Url));

        Assert.Equal(ExitCode.SomeFailed, outcome.ExitCode);
        var failure = Assert.Single(outcome.Directory!.ReadErrors());
        Assert.Equal((error, 1), (failure.Error, failure.Attempts));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_refused_sampling_option_is_named_with_what_to_do()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 1);
        await using var server = new FaultServer(request => Reply.Json("""{"error":{"message":"Unrecognized request argument supplied: top_k"}}""", 400));

        var outcome = await run.RunAsync(run.Options(server.Url) with { TopK = 20 });

        Assert.Equal("HTTP 400: Unrecognized request argument supplied: top_k (the server does not take top_k: leave out --top_k)", Assert.Single(outcome.Directory!.ReadErrors()).Error);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_refused_key_on_the_first_requests_stops_the_run(int status)
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 500);
        await using var server = new FaultServer(request => Reply.Json("""{"error":{"message":"Incorrect API key provided: sk-secret-123"}}""", status));

        var outcome = await run.RunAsync(run.Options(server.Url) with { ApiKey = "sk-secret-123" });

        Assert.Equal(ExitCode.Stopped, outcome.ExitCode);
        Assert.Equal($"the service does not take the key: HTTP {status}: Incorrect API key provided: ***", Assert.Single(outcome.Messages));
        Assert.Equal(0, outcome.Summary!.Failed);
        Assert.True(server.Requests.Count < 500);
    }

    [Fact]
    public async Task A_finished_answer_counts_though_the_connection_breaks_before_the_end_mark()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 1);
        await using var server = new FaultServer(async (request, connection) =>
        {
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
            var events = Reply.Event(request, "0", null) + Reply.Event(request, "", "stop");
            await connection.SendAsync($"{Encoding.UTF8.GetByteCount(events):x}\r\n{events}\r\n");
            connection.Close();
        });

        var outcome = await run.RunAsync(run.Options(server.Url));

        var sample = Assert.Single(TestRun.Details(outcome, "a.jsonl"));
        Assert.Equal((1.0, 1, true), (sample.Score, sample.Attempts, sample.CountedInWords));
    }

    [Fact]
    public async Task A_stream_without_end_mark_and_one_without_finish_reason_are_whole()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 2);
        await using var server = new FaultServer(request => Reply.Events(TestRun.Said(request) == "0"
            ? Reply.Event(request, "0", null) + Reply.Event(request, "", "stop")
            : Reply.Event(request, "1", null) + "data: [DONE]\n\n"));

        var outcome = await run.RunAsync(run.Options(server.Url));

        Assert.Equal(["stop", null], TestRun.Details(outcome, "a.jsonl").Select(sample => sample.FinishReason));
        Assert.Equal(1, outcome.Summary!.TotalAverage);
    }

    [Fact]
    public async Task An_empty_answer_is_an_answer_without_an_answer()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 1);
        await using var server = new FaultServer(request =>
            Reply.Json("""{"choices":[{"message":{"content":null,"reasoning_content":"thinking and thinking"},"finish_reason":"length"}],"usage":{"completion_tokens":3}}"""));

        var outcome = await run.RunAsync(run.Options(server.Url) with { ApiMode = ApiMode.ChatCompletion });

        var sample = Assert.Single(TestRun.Details(outcome, "a.jsonl"));
        Assert.Equal((VerdictStatus.NoAnswer, "", "thinking and thinking", "length", 3), (sample.Status, sample.Output, sample.Reasoning, sample.FinishReason, sample.OutputLength));
        Assert.Equal((1L, 1L), (outcome.Summary!.Bootcamps[0].NoAnswer, outcome.Summary.Bootcamps[0].Truncated));
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up_after_the_time_out_and_asked_again()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 2);
        await using var server = new FaultServer((request, connection) =>
            request.Try == 1 ? Task.Delay(Timeout.Infinite) : connection.SendAsync(Reply.Answer(request, TestRun.Said(request))));

        var outcome = await run.RunAsync(run.Options(server.Url) with { Timeout = TimeSpan.FromMilliseconds(200) });

        Assert.Equal(ExitCode.AllScored, outcome.ExitCode);
        Assert.Contains(run.Messages.Lines, line => line.Contains("nothing was received for 0.2 s (--timeout)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stream_that_stops_in_the_middle_is_given_up_and_one_that_goes_on_is_not()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 2);
        await using var server = new FaultServer(async (request, connection) =>
        {
            await connection.SendAsync(Reply.EventHead);
            if (TestRun.Said(request) == "0" && request.Try == 1)
            {
                await connection.SendAsync(Reply.Event(request, "half", null));
                await Task.Delay(Timeout.Infinite);
            }
            // Longer in all than the time-out, but never silent for so long.
            for (var i = 0; i < 8; i++)
            {
                await connection.SendAsync(Reply.Event(request, "x", null));
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
            await connection.SendAsync(Reply.Event(request, TestRun.Said(request), "stop"));
            connection.Close();
        });

        var outcome = await run.RunAsync(run.Options(server.Url) with { Timeout = TimeSpan.FromMilliseconds(500) });

        Assert.Equal([2, 1], TestRun.Details(outcome, "a.jsonl").Select(sample => sample.Attempts));
        Assert.Contains(run.Messages.Lines, line => line.Contains("nothing more was received for 0.5 s (--timeout), after 4 characters", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_is_cut_off_by_the_request_time_out_though_it_produces_tokens()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 1);
        await using var server = new FaultServer(async (request, connection) =>
        {
            await connection.SendAsync(Reply.EventHead);
            while (true)
            {
                await connection.SendAsync(Reply.Event(request, "x", null));
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        });

        var outcome = await run.RunAsync(run.Options(server.Url) with { RequestTimeout = TimeSpan.FromMilliseconds(300), MaxRetries = 0 });

        Assert.Contains("took longer than --request_timeout (0.3 s)", Assert.Single(outcome.Directory!.ReadErrors()).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_20_MB_answer_is_taken_whole()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 1);
        var text = new string('x', 20 * 1024 * 1024) + "0";
        await using var server = new FaultServer(request => Reply.Answer(request, text));

        var outcome = await run.RunAsync(run.Options(server.Url));

        Assert.Equal(text.Length, Assert.Single(TestRun.Details(outcome, "a.jsonl")).Output.Length);
    }

    [Fact]
    public async Task With_a_third_of_all_requests_failing_in_every_way_each_sample_is_scored()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 2000);
        string[] kinds = [.. Broken.Keys];
        await using var server = new FaultServer((request, connection) => request.Index % 10 < 3
            ? Broken[kinds[request.Index / 10 % kinds.Length]](request, connection)
            : connection.SendAsync(Reply.Answer(request, "it is " + TestRun.Said(request))));

        var outcome = await run.RunAsync(run.Options(server.Url));

        Assert.Equal((ExitCode.AllScored, 2000L, 1.0), (outcome.ExitCode, outcome.Summary!.Scored, outcome.Summary.TotalAverage));
        Assert.Equal(2000, TestRun.Details(outcome, "a.jsonl").Select(sample => sample.Id).Distinct().Count());
    }

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
