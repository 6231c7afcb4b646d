// Asking a model until it answers, or until asking has no more point.

using BootcampEval.Engine.Running;
using BootcampEval.Engine.TestSets;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace BootcampEval.Engine.Models;

/// <summary>What came of asking for one sample: an answer, or the failure of the last try.</summary>
/// <param name="Completion">The answer.</param>
/// <param name="Failure">Why there is none.</param>
/// <param name="Attempts">How many requests were made.</param>
internal readonly record struct Answer(Completion? Completion, RequestFailure? Failure, int Attempts);

/// <summary>Asks a model behind one or more OpenAI-compatible servers: places, wordings and retries in one.</summary>
internal sealed partial class ModelClient : IDisposable
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);

    private readonly EvaluationOptions _options;
    private readonly Template _template;
    private readonly RequestSender _sender;
    private readonly StallWatch _stalls;
    private readonly ILogger _log;
    private readonly Func<double> _chance;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<Attempt>? _retries;
    private readonly CancellationToken _noMore;
    private readonly CancellationTokenRegistration _closing;
    private long _requests, _retried;
    private int _waiting;

    /// <summary>Makes a client; no server is asked yet.</summary>
    /// <param name="options">What was chosen.</param>
    /// <param name="template">The text around prompts.</param>
    /// <param name="endpoints">The servers.</param>
    /// <param name="http">The connections; the client owns them.</param>
    /// <param name="secrets">What must not be shown.</param>
    /// <param name="time">The clock.</param>
    /// <param name="chance">Numbers from 0 to 1, for jitter.</param>
    /// <param name="log">Where messages go.</param>
    /// <param name="noMore">Cancelled when no more requests may be made. Those in flight go on, until <see cref="EndAll"/>.</param>
    public ModelClient(EvaluationOptions options, Template template, IReadOnlyList<Endpoint> endpoints, HttpMessageInvoker http,
        Secrets secrets, TimeProvider time, Func<double> chance, ILogger log, CancellationToken noMore)
    {
        _options = options;
        _template = template;
        _chance = chance;
        _time = time;
        _log = log;
        Tokens = new(time);
        Pool = new(endpoints, options.MaxConcurrentRequests, time);
        _stalls = new(options.Timeout, options.RequestTimeout, time);
        _sender = new(options, http, _stalls, secrets, Tokens, time);
        var shape = new RequestShape(options, template, new(options.Stream, StreamOptions: true, options.MaxTokensField ?? Dialect.CommonMaxTokensField));
        foreach (var endpoint in endpoints) endpoint.Shape = shape;
        _retries = options.MaxRetries > 0 ? RetriesWith(time) : null;
        _noMore = noMore;
        _closing = noMore.UnsafeRegister(static pool => ((EndpointPool)pool!).Close(), Pool);
    }

    /// <summary>The places at the servers.</summary>
    public EndpointPool Pool { get; }

    /// <summary>How fast tokens come in.</summary>
    public TokenMeter Tokens { get; }

    /// <summary>How many requests were made.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>How many requests failed and were, or will be, made again.</summary>
    public long Retried => Interlocked.Read(ref _retried);

    /// <summary>Called when a sample begins to wait for its next try.</summary>
    public Action? OnWait { get; set; }

    /// <summary>How many samples wait to be tried again.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Asks for one sample.</summary>
    /// <param name="item">The row.</param>
    /// <param name="sample">Which sample of the row, from 0.</param>
    /// <exception cref="OperationCanceledException">There is no answer, because the run ends.</exception>
    public async Task<Answer> AskAsync(TestItem item, int sample)
    {
        var asking = new Asking(item, sample);
        var last = await TryOnceAsync(asking).ConfigureAwait(false);
        if (_retries is not null && last.Failure is { Retryable: true }) last = await RetryAsync(asking, last).ConfigureAwait(false);
        return new(last.Completion is { } completion ? completion with { Attempts = asking.Attempts } : null, last.Failure, asking.Attempts);
    }

    // Most samples are answered at the first try: only the others go through the pipeline, which is handed the first failure as its first try.
    private async Task<Attempt> RetryAsync(Asking asking, Attempt first)
    {
        var context = ResilienceContextPool.Shared.Get(_noMore);
        context.Properties.Set(Asking.Key, asking);
        try
        {
            return await _retries!.ExecuteAsync(
                static (_, state) => state.Asking.IsWaiting ? new(state.Client.TryOnceAsync(state.Asking)) : ValueTask.FromResult(state.First),
                context, (Client: this, Asking: asking, First: first)).ConfigureAwait(false);
        }
        finally
        {
            if (asking.IsWaiting) Interlocked.Decrement(ref _waiting);
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Drops all requests in flight.</summary>
    public void EndAll() => _stalls.EndAll();

    /// <inheritdoc/>
    public void Dispose()
    {
        _closing.Dispose();
        Pool.Dispose();
        _stalls.Dispose();
        _sender.Dispose();
    }

    private async Task<Attempt> TryOnceAsync(Asking asking)
    {
        if (asking.IsWaiting)
        {
            asking.IsWaiting = false;
            Interlocked.Decrement(ref _waiting);
        }
        var lease = await Pool.AcquireAsync(asking.FailedAt).ConfigureAwait(false);
        RequestFailure? failure = null;
        try
        {
            // A place may have come free between the end of the run and the pool's hearing of it.
            _noMore.ThrowIfCancellationRequested();
            while (true)
            {
                asking.Attempts++;
                Interlocked.Increment(ref _requests);
                var shape = lease.Endpoint.Shape;
                using var span = Telemetry.Request(_options, lease.Endpoint, asking.Item.Name, asking.Attempts);
                var began = _time.GetTimestamp();
                var attempt = await _sender.SendAsync(lease, shape, asking.Item.Prompt, asking.Sample).ConfigureAwait(false);
                Telemetry.Ended(span, _options, attempt, _time.GetElapsedTime(began));
                if (attempt.Instead is { } instead)
                {
                    asking.Attempts--; // a question of wording, not a try that failed
                    Learn(lease.Endpoint, shape, instead);
                    continue;
                }
                failure = attempt.Failure;
                if (failure is not null) asking.FailedAt = lease.Endpoint;
                else if (_log.IsEnabled(LogLevel.Debug))
                    LogAnswered(asking.Item.Name, asking.Sample, asking.Attempts, lease.Endpoint.ShownUrl, attempt.Completion!.Latency.TotalMilliseconds, attempt.Completion.FinishReason);
                return attempt;
            }
        }
        finally
        {
            lease.End(failure);
        }
    }

    // Many requests may be refused for the same reason at once: the first to come back teaches all.
    private void Learn(Endpoint endpoint, RequestShape refused, Dialect instead)
    {
        lock (endpoint)
        {
            if (endpoint.Shape != refused) return;
            endpoint.Shape = new(_options, _template, instead);
        }
        if (refused.Dialect.Stream && !instead.Stream) LogNoStream(endpoint.ShownUrl);
        else if (refused.Dialect.StreamOptions && !instead.StreamOptions) LogNoStreamOptions(endpoint.ShownUrl);
        else LogOtherField(endpoint.ShownUrl, instead.MaxTokensField, refused.Dialect.MaxTokensField);
    }

    private ResiliencePipeline<Attempt> RetriesWith(TimeProvider time) =>
        new ResiliencePipelineBuilder<Attempt> { TimeProvider = time }.AddRetry(new RetryStrategyOptions<Attempt>
        {
            MaxRetryAttempts = _options.MaxRetries,
            ShouldHandle = static tried => ValueTask.FromResult(tried.Outcome.Result.Failure is { Retryable: true }),
            DelayGenerator = tried => ValueTask.FromResult<TimeSpan?>(DelayAfter(tried.AttemptNumber, tried.Outcome.Result.Failure!.RetryAfter)),
            OnRetry = retry =>
            {
                var asking = retry.Context.Properties.GetValue(Asking.Key, null!);
                asking.IsWaiting = true;
                Interlocked.Increment(ref _waiting);
                Interlocked.Increment(ref _retried);
                OnWait?.Invoke();
                if (_log.IsEnabled(LogLevel.Debug)) LogRetry(asking.Item.Name, asking.Sample, asking.Attempts, asking.FailedAt!.ShownUrl, retry.Outcome.Result.Failure!.Message, retry.RetryDelay.TotalSeconds);
                return ValueTask.CompletedTask;
            },
        }).Build();

    /// <summary>How long to wait before the next try: a second, doubled with each, shaken by half, and at least what the server asks for; all within the bound.</summary>
    /// <param name="tried">How many retries there were before.</param>
    /// <param name="retryAfter">What the server asks for.</param>
    internal TimeSpan DelayAfter(int tried, TimeSpan retryAfter)
    {
        var most = _options.MaxRetryingDelay.TotalSeconds;
        var backOff = Math.Min(most, FirstDelay.TotalSeconds * Math.Pow(2, Math.Min(tried, 40)));
        var shaken = backOff * (0.5 + 0.5 * _chance());
        return TimeSpan.FromSeconds(Math.Min(most, Math.Max(shaken, retryAfter.TotalSeconds)));
    }

    [LoggerMessage(LogLevel.Debug, "{Name}#{Sample}: answered by {Url} at try {Attempt} in {Milliseconds:0.0} ms, finish_reason {FinishReason}")]
    private partial void LogAnswered(string name, int sample, int attempt, string url, double milliseconds, string? finishReason);

    [LoggerMessage(LogLevel.Debug, "{Name}#{Sample}: try {Attempt} at {Url} failed: {Message}; again in {Seconds:0.00} s")]
    private partial void LogRetry(string name, int sample, int attempt, string url, string message, double seconds);

    [LoggerMessage(LogLevel.Warning, "{Url} does not stream: asking for whole answers from now on")]
    private partial void LogNoStream(string url);

    [LoggerMessage(LogLevel.Warning, "{Url} does not take stream_options: asking without; where it reports no token counts, lengths are counted in words")]
    private partial void LogNoStreamOptions(string url);

    [LoggerMessage(LogLevel.Warning, "{Url} wants {Field} in place of {Old}: using it from now on")]
    private partial void LogOtherField(string url, string field, string old);

    /// <summary>One sample that is being asked for.</summary>
    private sealed class Asking(TestItem item, int sample)
    {
        public static readonly ResiliencePropertyKey<Asking> Key = new("asking");

        public TestItem Item => item;

        public int Sample => sample;

        public int Attempts { get; set; }

        public Endpoint? FailedAt { get; set; }

        public bool IsWaiting { get; set; }
    }
}
