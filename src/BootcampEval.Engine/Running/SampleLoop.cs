// The loop that joins the stages: rows are read, asked, verified and written, each stage as fast as the one behind it allows.

using BootcampEval.Engine.Json;
using BootcampEval.Engine.Models;
using BootcampEval.Engine.Results;
using BootcampEval.Engine.TestSets;
using BootcampEval.Sdk;
using Microsoft.Extensions.Logging;

namespace BootcampEval.Engine.Running;

/// <summary>Runs all samples of a run that are not scored yet. What is in memory at any time is bounded by the number of requests in flight.</summary>
internal sealed partial class SampleLoop : IDisposable
{
    /// <summary>How long requests in flight may go on once no new ones are made.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>So many refusals of the key in a row, with no answer between them, end a run that was going well.</summary>
    private const int MostUnauthorized = 64;

    /// <summary>Workers beyond the number of requests, so that requests go on while answers are verified.</summary>
    private const int Spare = 2;

    private readonly BootcampCatalog _catalog;
    private readonly IReadOnlyList<FileRun> _files;
    private readonly SampleSource _source;
    private readonly ModelClient _client;
    private readonly ResultWriter _writer;
    private readonly StopSignal _stop;
    private readonly IRowAudit _audit;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Crew _crew;
    private readonly SemaphoreSlim _verifiers = new(Environment.ProcessorCount);
    private long _verifyTicks, _answers;
    private int _unauthorized;

    /// <summary>Makes a loop.</summary>
    public SampleLoop(EvaluationOptions options, BootcampCatalog catalog, IReadOnlyList<FileRun> files, RowChoice choice, ModelClient client, ResultWriter writer,
        StopSignal stop, IRowAudit audit, TimeProvider time, ILogger log)
    {
        _catalog = catalog;
        _files = files;
        _source = new(files, options.Samples, catalog, choice);
        _client = client;
        _writer = writer;
        _stop = stop;
        _audit = audit;
        _time = time;
        _log = log;
        _crew = new(options.MaxConcurrentRequests + Spare, () => client.Waiting, WorkAsync);
        client.OnWait = _crew.Relieve;
    }

    /// <summary>Time spent on verification, summed over the workers.</summary>
    public TimeSpan VerifyTime => _time.GetElapsedTime(0, Interlocked.Read(ref _verifyTicks));

    /// <summary>Runs until every sample is scored or failed, or the run is stopped and what was in flight has ended.</summary>
    public async Task RunAsync(CancellationToken stopNow)
    {
        using var allBack = new CancellationTokenSource();
        var dropping = DropLateAsync(allBack.Token, stopNow);
        var writing = _writer.RunAsync();
        foreach (var file in _files)
            if (file.IsDone) _writer.CompleteNow(file);
        await _crew.RunAsync().ConfigureAwait(false);
        await allBack.CancelAsync().ConfigureAwait(false);
        await dropping.ConfigureAwait(false);
        _writer.Complete();
        await writing.ConfigureAwait(false);
    }

    /// <summary>Closes the test files. Figures can still be asked for.</summary>
    public void Dispose()
    {
        _source.Dispose();
        _verifiers.Dispose();
    }

    /// <summary>Asks, verifies and writes one sample; false when none is left, or the run is stopped.</summary>
    private async Task<bool> WorkAsync()
    {
        try
        {
            if (_stop.IsStopping || !_source.TryTake(out var sample)) return false;
            sample.File.Begin();
            var answer = await _client.AskAsync(sample.Item, sample.Number).ConfigureAwait(false);
            if (answer.Completion is { } completion) await ScoreAsync(sample, completion).ConfigureAwait(false);
            else await FailAsync(sample, answer).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (_stop.IsStopping)
        {
            return false;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _stop.Stop($"the test files can't be read any more: {fault.Message}");
            return false;
        }
#pragma warning disable CA1031 // A fault of the program: the run ends with it, instead of hanging without it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _stop.Stop(fault);
            return false;
        }
    }

    private async ValueTask FailAsync(Sample sample, Answer answer)
    {
        var failure = answer.Failure!;
        if (failure.Kind == FailureKind.Unauthorized
            && (Interlocked.Read(ref _answers) == 0 || Interlocked.Increment(ref _unauthorized) >= MostUnauthorized))
        {
            // It can't get better, and the samples are not to blame: they stay to be asked on resume.
            _stop.Stop($"the service does not take the key: {failure.Message}");
            return;
        }
        Telemetry.Sample(sample.Item.DataSource, "failed");
        LogFailed(sample.Item.Name, sample.Number, answer.Attempts, failure.Message);
        var line = new Utf8Buffer();
        FailureLine.Append(line, new(sample.Item.Id, sample.File.Name, sample.Number, answer.Attempts, failure.Message, _time.GetUtcNow()));
        await _writer.WriteAsync(new(sample.File, sample.Item.Id, sample.Number, sample.Item.DataSource, null, line)).ConfigureAwait(false);
    }

    // On the pool, which is not where the network is served, and on no more threads than there are cores.
    private async ValueTask ScoreAsync(Sample sample, Completion completion)
    {
        Interlocked.Increment(ref _answers);
        Volatile.Write(ref _unauthorized, 0);
        await _verifiers.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        Result result;
        try
        {
            result = Verify(sample, completion);
        }
        finally
        {
            _verifiers.Release();
        }
        await _writer.WriteAsync(result).ConfigureAwait(false);
        Telemetry.Sample(sample.Item.DataSource, DetailLine.NameOf(result.Figures!.Value.Status));
    }

    private Result Verify(Sample sample, Completion completion)
    {
        var item = sample.Item;
        var began = _time.GetTimestamp();
        var verdict = _catalog.TryGet(item.DataSource, out var bootcamp)
            ? bootcamp.Verify(completion.Text, item.GroundTruth)
            : throw new InvalidOperationException($"there is no bootcamp {item.DataSource}");
        Interlocked.Add(ref _verifyTicks, _time.GetTimestamp() - began);

        var record = new SampleRecord
        {
            Id = item.Id,
            Prompt = item.Prompt,
            OutputLength = completion.CompletionTokens ?? Words.CountIn(completion.Text),
            Score = verdict.Score,
            ExtractedOutput = verdict.ExtractedOutput,
            GroundTruth = item.GroundTruth,
            Output = completion.Text,
            DataSource = item.DataSource,
            Status = verdict.Status,
            Reason = verdict.Reason,
            FinishReason = completion.FinishReason,
            PromptLength = completion.PromptTokens,
            Sample = sample.Number,
            LatencyMs = completion.Latency.TotalMilliseconds,
            TimeToFirstTokenMs = completion.TimeToFirstToken?.TotalMilliseconds,
            Attempts = completion.Attempts,
            Reasoning = completion.Reasoning,
            CountedInWords = completion.CompletionTokens is null,
        };
        var line = new Utf8Buffer(record.Output.Length + record.Prompt.Length + 1024);
        DetailLine.Append(line, record);
        var flawed = sample.File.IsCovered(item.DataSource) && _audit.IsFlawed(item.DataSource, item.Prompt);
        return new(sample.File, item.Id, sample.Number, item.DataSource, new(record.Score, record.OutputLength, record.Status, record.Truncated, flawed), line);
    }

    /// <summary>Once the run is stopped, requests in flight may go on for a while; then they are dropped.</summary>
    private async Task DropLateAsync(CancellationToken allBack, CancellationToken stopNow)
    {
        try
        {
            await Until(_stop.NoMore, allBack).ConfigureAwait(false);
            using var soonest = CancellationTokenSource.CreateLinkedTokenSource(allBack, stopNow);
            await Task.Delay(Grace, _time, soonest.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (allBack.IsCancellationRequested)
        {
            return;
        }
        catch (OperationCanceledException)
        {
            // Stop now: no grace.
        }
        _client.EndAll();
    }

    private static async Task Until(CancellationToken happens, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(happens, cancellation);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = either.Token.UnsafeRegister(static source => ((TaskCompletionSource)source!).TrySetResult(), reached).ConfigureAwait(false);
        await reached.Task.ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
    }

    [LoggerMessage(LogLevel.Debug, "{Name}#{Sample}: failed for good after {Attempts} tries: {Message}")]
    private partial void LogFailed(string name, int sample, int attempts, string message);
}
