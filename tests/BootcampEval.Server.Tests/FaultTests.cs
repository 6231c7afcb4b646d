// What goes wrong on request.

using System.Net;
using System.Text.Json;

namespace BootcampEval.Server.Tests;

public sealed class FaultTests
{
    [Fact]
    public async Task Failures_come_at_their_rate_with_their_status_and_the_same_way_for_a_seed()
    {
        var first = await Statuses(7);
        Assert.Equal(first, await Statuses(7));
        Assert.NotEqual(first, await Statuses(8));
        Assert.InRange(first.Count(status => status == HttpStatusCode.ServiceUnavailable), 20, 60);
        Assert.Equal(100, first.Count(status => status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.OK));

        static async Task<List<HttpStatusCode>> Statuses(ulong seed)
        {
            await using var set = await ServedTestSet.Start(1, options => options with { Faults = new() { FailRate = 0.4, Status = 503, Seed = seed } });
            var statuses = new List<HttpStatusCode>();
            for (var i = 0; i < 100; i++)
            {
                using var response = await set.Post(new { model = "reference", prompt = "x" });
                statuses.Add(response.StatusCode);
            }
            return statuses;
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cut_connections_are_seen_as_such(bool stream)
    {
        await using var set = await ServedTestSet.Start(1, options => options with { Faults = new() { DisconnectRate = 1 } });
        for (var i = 0; i < 10; i++)
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => set.Post(new { model = "reference", prompt = set.Problems[0].Prompt, stream }));
    }

    [Fact]
    public async Task Malformed_bodies_are_no_completions()
    {
        await using var set = await ServedTestSet.Start(1, options => options with { Faults = new() { MalformedRate = 1 } });
        var kinds = new HashSet<string>();
        for (var i = 0; i < 30; i++)
        {
            using var response = await set.Post(new { model = "reference", prompt = set.Problems[0].Prompt });
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.False(IsCompletion(body), body);
            kinds.Add(body[..5]);
        }
        Assert.True(kinds.Count >= 3, string.Join(", ", kinds));
    }

    [Fact]
    public async Task More_requests_than_the_limit_are_refused_with_a_time_to_come_back()
    {
        await using var set = await ServedTestSet.Start(1, options => options with
        {
            Faults = new() { MaxConcurrent = 2, Latency = TimeSpan.FromMilliseconds(300), RetryAfter = TimeSpan.FromSeconds(3) },
        });
        var responses = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => set.Post(new { model = "reference", prompt = "x" })));
        Assert.Contains(responses, response => response.StatusCode == HttpStatusCode.OK);
        var refused = responses.First(response => response.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Equal(TimeSpan.FromSeconds(3), refused.Headers.RetryAfter?.Delta);
        Assert.Equal(12, set.Server.Requests);
        Assert.InRange(set.Server.MostUnderWay, 3, 12);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Latency_and_pace_make_an_answer_take_its_time(bool stream)
    {
        await using var set = await ServedTestSet.Start(1, options => options with
        {
            Faults = new() { Latency = TimeSpan.FromMilliseconds(60), TokensPerSecond = 40 },
        });
        var began = TimeProvider.System.GetTimestamp();
        using var response = await set.Post(new { model = "reference", prompt = set.Problems[0].Prompt, stream });
        Assert.True(TimeProvider.System.GetElapsedTime(began) >= TimeSpan.FromMilliseconds(60 + 99));
        if (stream) Assert.Equal(4 + 2, (await ServedTestSet.Events(response)).Length);
    }

    private static bool IsCompletion(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.TryGetProperty("choices", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
