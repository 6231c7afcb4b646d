// What OpenTelemetry sees of a run.

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using BootcampEval.Engine.Running;
using BootcampEval.Engine.Tests.Harness;

namespace BootcampEval.Engine.Tests.Running;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Every_request_is_a_span_and_every_sample_is_counted()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 5);
        await using var server = new FaultServer(request => request.Try == 1 && TestRun.Said(request) == "0" ? Reply.Json("{}", 500) : Reply.Answer(request, TestRun.Said(request)));
        const string Model = "watched"; // other tests run at the same time
        server.Models = () => Reply.Json("""{"data":[{"id":"watched"}]}""");
        ConcurrentQueue<Activity> spans = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        ConcurrentQueue<long> tokens = [];
        using var meters = new MeterListener { InstrumentPublished = (instrument, one) => { if (instrument.Meter.Name == Telemetry.Name) one.EnableMeasurementEvents(instrument); } };
        meters.SetMeasurementEventCallback<long>((instrument, number, tags, _) =>
        {
            if (instrument.Name == "gen_ai.client.token.usage" && tags.ToArray().Any(tag => (string?)tag.Value == Model)) tokens.Enqueue(number);
        });
        meters.Start();

        await run.RunAsync(run.Options(server.Url) with { ModelName = Model });

        var requests = spans.Where(span => span.OperationName == $"text_completion {Model}").ToList();
        Assert.Equal(6, requests.Count);
        Assert.Single(requests, span => (string?)span.GetTagItem("error.type") == "ServerFault");
        Assert.Contains(requests, span => Equals(span.GetTagItem("bootcamp.sample"), "a.jsonl 0") && Equals(span.GetTagItem("bootcamp.attempt"), 2));
        Assert.All(requests.Where(span => span.GetTagItem("error.type") is null), span => Assert.Equal(7, span.GetTagItem("gen_ai.usage.output_tokens")));
        Assert.Equal([3, 3, 3, 3, 3, 7, 7, 7, 7, 7], tokens.Order());
    }
}
