// How long to wait between tries.

using BootcampEval.Engine.Models;
using BootcampEval.Engine.Running;
using BootcampEval.Engine.Tests.Harness;
using BootcampEval.Engine.TestSets;
using Microsoft.Extensions.Logging.Abstractions;

namespace BootcampEval.Engine.Tests.Models;

public sealed class RetryTests
{
    private static readonly TestItem Item = new("a.jsonl", 1, new(0), "Echo", "say 0", default);
    private static readonly DateTimeOffset Now = new(2026, 11, 5, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 0.5, 1)]
    [InlineData(1, 1, 2)]
    [InlineData(3, 4, 8)]
    [InlineData(6, 30, 60)]
    [InlineData(15, 30, 60)]
    [InlineData(5000, 30, 60)]
    public void Waits_double_from_a_second_up_to_the_bound_and_are_shaken_by_half(int tried, double least, double most)
    {
        Assert.Equal(least, DelayAfter(tried, chance: 0));
        Assert.Equal(most, DelayAfter(tried, chance: 1));
    }

    [Fact]
    public void What_the_server_asks_for_is_kept_up_to_the_bound()
    {
        Assert.Equal(7, DelayAfter(0, 1, retryAfter: 7));
        Assert.Equal(60, DelayAfter(0, 1, retryAfter: 3600));
        Assert.Equal(32, DelayAfter(5, 1, retryAfter: 7));
    }

    [Theory]
    [InlineData("Retry-After", "7", 7)]
    [InlineData("Retry-After", "0.25", 0.25)]
    [InlineData("Retry-After", "Thu, 05 Nov 2026 12:00:30 GMT", 30)]
    [InlineData("Retry-After", "Thu, 05 Nov 2026 11:00:00 GMT", 0)]
    [InlineData("Retry-After", "soon", 0)]
    [InlineData("Retry-After", "-5", 0)]
    [InlineData("retry-after-ms", "1500", 1.5)]
    [InlineData("X-Other", "7", 0)]
    public void Every_way_to_ask_for_a_wait_is_understood(string header, string value, double seconds)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(seconds, RequestFailure.RetryAfterOf(response.Headers, Now).TotalSeconds);
    }

    [Fact]
    public async Task Waits_pass_on_the_given_clock_and_are_as_long_as_they_should_be()
    {
        var time = new ManualTime();
        await using var server = new FaultServer(request => request.Try <= 3 ? Reply.Json("{}", 500) : Reply.Answer(request, "0"));
        using var client = Client(server.Url, new() { ModelName = "m" }, time, chance: 1);
        var asking = client.AskAsync(Item, 0);

        var tries = 1;
        foreach (var seconds in new[] { 1, 2, 4 })
        {
            // One timer is the watch over silence; the other is the wait.
            while (time.Pending < 2) await Task.Delay(1, TestContext.Current.CancellationToken);
            time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
            Assert.Equal((1, 2), (client.Waiting, time.Pending));
            time.Advance(TimeSpan.FromTicks(1));
            while (server.Requests.Count <= tries) await Task.Delay(1, TestContext.Current.CancellationToken);
            tries++;
        }

        Assert.Equal(4, (await asking).Attempts);
    }

    [Fact]
    public async Task Silence_is_measured_on_the_given_clock()
    {
        var time = new ManualTime();
        var asked = new TaskCompletionSource();
        await using var server = new FaultServer((_, _) =>
        {
            asked.SetResult();
            return Task.Delay(Timeout.Infinite);
        });
        using var client = Client(server.Url, new() { ModelName = "m", MaxRetries = 0 }, time, chance: 1);
        var asking = client.AskAsync(Item, 0);
        await asked.Task;

        time.Advance(TimeSpan.FromMinutes(9.9));
        Assert.False(asking.IsCompleted);
        time.Advance(TimeSpan.FromMinutes(0.2));

        Assert.Equal("nothing was received for 600 s (--timeout)", (await asking).Failure!.Message);
    }

    [Fact]
    public async Task A_connection_that_can_not_be_made_in_time_is_a_failure_of_the_try_and_not_of_the_run()
    {
        using var client = Client("http://127.0.0.1:1", new() { ModelName = "m", MaxRetries = 0 }, new ManualTime(), chance: 1, new NeverConnects());

        var failure = (await client.AskAsync(Item, 0)).Failure!;

        Assert.Equal((FailureKind.Unreachable, "no connection: not within the ConnectTimeout"), (failure.Kind, failure.Message));
    }

    /// <summary>Fails as .NET's own handler does when its time to connect is over: no address does so on every machine.</summary>
    private sealed class NeverConnects : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromException<HttpResponseMessage>(new TaskCanceledException("canceled", new TimeoutException("not within the ConnectTimeout")));
    }

    private static double DelayAfter(int tried, double chance, double retryAfter = 0)
    {
        using var client = Client("http://127.0.0.1:1", new() { ModelName = "m" }, new ManualTime(), chance);
        return client.DelayAfter(tried, TimeSpan.FromSeconds(retryAfter)).TotalSeconds;
    }

    private static ModelClient Client(string url, EvaluationOptions options, ManualTime time, double chance, HttpMessageHandler? network = null)
    {
        var endpoint = new Endpoint(url, url, "completions", options.MaxConcurrentRequests);
        var client = new ModelClient(options, Template.Load("chatml"), [endpoint], network is null ? RequestSender.Connect(options, [url]) : new(network), new Secrets(options), time, () => chance, NullLogger.Instance, TestContext.Current.CancellationToken);
        client.Pool.MarkReady(endpoint);
        return client;
    }
}
