// What an evaluation tells to whoever watches it by OpenTelemetry: https://opentelemetry.io/docs/specs/semconv/gen-ai/

using System.Diagnostics;
using System.Diagnostics.Metrics;
using BootcampEval.Engine.Models;

namespace BootcampEval.Engine.Running;

/// <summary>The traces and metrics of evaluations. With nobody listening they cost a test of a flag.</summary>
public static class Telemetry
{
    /// <summary>The name of the activity source and of the meter, for whoever exports them.</summary>
    public const string Name = "BootcampEval";

    private static readonly ActivitySource Source = new(Name, Results.RunArguments.CurrentVersion);
    private static readonly Meter Meter = new(Name, Results.RunArguments.CurrentVersion);
    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>("gen_ai.client.operation.duration", "s", "Time of a request to the model.");
    private static readonly Histogram<long> Tokens = Meter.CreateHistogram<long>("gen_ai.client.token.usage", "{token}", "Tokens of a request's prompt and answer.");
    private static readonly Counter<long> Samples = Meter.CreateCounter<long>("bootcamp.samples", "{sample}", "Samples that were scored or failed.");

    /// <summary>Begins the span of a whole run; null when nobody listens.</summary>
    internal static Activity? Run(EvaluationOptions options)
    {
        var span = Source.StartActivity("evaluate");
        span?.SetTag("gen_ai.request.model", options.ModelName);
        return span;
    }

    /// <summary>Begins the span of one request; null when nobody listens.</summary>
    internal static Activity? Request(EvaluationOptions options, Endpoint endpoint, string sample, int attempt)
    {
        if (!Source.HasListeners()) return null;
        var operation = OperationOf(options);
        var span = Source.StartActivity($"{operation} {options.ModelName}", ActivityKind.Client);
        span?.SetTag("gen_ai.operation.name", operation);
        span?.SetTag("gen_ai.request.model", options.ModelName);
        span?.SetTag("gen_ai.request.max_tokens", options.MaxTokens);
        span?.SetTag("gen_ai.request.temperature", options.Temperature);
        span?.SetTag("server.address", endpoint.Requests.Host);
        span?.SetTag("server.port", endpoint.Requests.Port);
        span?.SetTag("bootcamp.sample", sample);
        span?.SetTag("bootcamp.attempt", attempt);
        return span;
    }

    /// <summary>A request has ended.</summary>
    internal static void Ended(Activity? span, EvaluationOptions options, Attempt attempt, TimeSpan duration)
    {
        var failure = attempt.Failure?.Kind.ToString();
        if (Durations.Enabled)
        {
            TagList tags = new() { { "gen_ai.operation.name", OperationOf(options) }, { "gen_ai.request.model", options.ModelName } };
            if (failure is not null) tags.Add("error.type", failure);
            Durations.Record(duration.TotalSeconds, tags);
        }
        if (Tokens.Enabled && attempt.Completion is { } counted)
        {
            Count("input", counted.PromptTokens);
            Count("output", counted.CompletionTokens);
        }
        if (span is null) return;
        if (attempt.Completion is { } completion)
        {
            span.SetTag("gen_ai.usage.input_tokens", completion.PromptTokens);
            span.SetTag("gen_ai.usage.output_tokens", completion.CompletionTokens);
            if (completion.FinishReason is { } reason) span.SetTag("gen_ai.response.finish_reasons", new[] { reason });
        }
        if (failure is null) return;
        span.SetTag("error.type", failure);
        span.SetStatus(ActivityStatusCode.Error, attempt.Failure!.Message);

        void Count(string type, int? tokens)
        {
            if (tokens is { } number)
                Tokens.Record(number, new("gen_ai.token.type", type), new("gen_ai.operation.name", OperationOf(options)), new("gen_ai.request.model", options.ModelName));
        }
    }

    /// <summary>A sample was scored, or has failed for good.</summary>
    internal static void Sample(string dataSource, string status)
    {
        if (Samples.Enabled) Samples.Add(1, new("bootcamp.data_source", dataSource), new("bootcamp.status", status));
    }

    private static string OperationOf(EvaluationOptions options) => options.ApiMode == ApiMode.Completion ? "text_completion" : "chat";
}
