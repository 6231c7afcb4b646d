// The loop that joins the stages: rows are read, asked, verified and written, each stage as fast as the one behind it allows.

using System.Threading.Channels;
using BootcampEval.Engine.Json;
using BootcampEval.Engine.Models;
using BootcampEval.Engine.Results;
using BootcampEval.Engine.TestSets;
using BootcampEval.Sdk;
using Microsoft.Extensions.Logging;

namespace BootcampEval.Engine.Running;

/// <summary>Runs all samples of a run that are not scored yet. What is in memory at any time is bounded by the number of requests in flight.</summary>
internal sealed partial class SampleLoop
{
    /// <summary>How long requests in flight may go on once no new ones are made.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>So many refusals of the key in a row, with no answer between them, end a run that was going well.</summary>
    private const int MostUnauthorized = 64;

    private readonly EvaluationOptions _options;
    private readonly BootcampCatalog _catalog;
    private readonly IReadOnlyList<FileRun> _files;
    private readonly RowChoice _choice;
    private readonly ModelClient _client;
    private readonly ResultWriter _writer;
    private readonly StopSignal _stop;
    private readonly IRowAudit _audit;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Channel<Answered> _answered;
    private readonly SemaphoreSlim _seats;
    private readonly int _seatCount;
    private long _verifyTicks, _answers;
    private int _unauthorized;

    /// <summary>Makes a loop.</summary>
    public SampleLoop(EvaluationOptions options, BootcampCatalog catalog, IReadOnlyList<FileRun> files, RowChoice choice, ModelClient client, ResultWriter writer,
        StopSignal stop, IRowAudit audit, TimeProvider time, ILogger log)
    {
        _options = options;
        _catalog = catalog;
        _files = files;
        _choice = choice;
        _client = client;
        _writer = writer;
        _stop = stop;
        _audit = audit;
        _time = time;
        _log = log;
        // Twice as many samples as requests: some wait to be tried again, and others must take their places meanwhile.
        _seatCount = options.MaxConcurrentRequests * 2;
        _seats = new(_seatCount);
        _answered = Channel.CreateBounded<Answered>(new BoundedChannelOptions(Environment.ProcessorCount * 16));
    }

    /// <summary>Time spent on verification, summed over the workers.</summary>
    public TimeSpan VerifyTime => _time.GetElapsedTime(0, Interlocked.Read(ref _verifyTicks));

    /// <summary>Runs until every sample is scored or failed, or the run is stopped and what was in flight has ended.</summary>
    public async Task RunAsync(CancellationToken stopNow)
    {
        using var allBack = new CancellationTokenSource();
        var dropping = DropLateAsync(allBack.Token, stopNow);
        var writing = _writer.RunAsync();
        var verifying = Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(VerifyAsync)));
        await DispatchAsync().ConfigureAwait(false);
        for (var seat = 0; seat < _seatCount; seat++) await _seats.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        await allBack.CancelAsync().ConfigureAwait(false);
        await dropping.ConfigureAwait(false);
        _answered.Writer.Complete();
        await verifying.ConfigureAwait(false);
        _writer.Complete();
        await writing.ConfigureAwait(false);
    }

    private async Task DispatchAsync()
    {
        try
        {
            foreach (var file in _files)
            {
                if (_stop.IsStopping) return;
                if (file.Done >= file.Total)
                {
                    _writer.CompleteNow(file);
                    continue;
                }
                foreach (var item in file.Check.File.Rows(_catalog, _choice, file.Check.Mark.BadRows > 0))
                    if (!await TryDispatchAsync(file, item).ConfigureAwait(false)) return;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _stop.Stop($"the test files can't be read any more: {fault.Message}");
        }
    }

    private async ValueTask<bool> TryDispatchAsync(FileRun file, TestItem item)
    {
        for (var sample = 0; sample < _options.Samples; sample++)
        {
            if (file.ScoredBefore?.Contains(item.Id, sample) == true) continue;
            // No token: when the run is stopped, samples that wait give their seats back at once, and those in flight do so soon.
            await _seats.WaitAsync(CancellationToken.None).ConfigureAwait(false);
            if (_stop.IsStopping)
            {
                _seats.Release();
                return false;
            }
            file.Begin();
            _ = RunSampleAsync(file, item, sample);
        }
        return true;
    }

    // Nothing awaits it: it takes a seat with it and gives it back at its end, whatever happens.
    private async Task RunSampleAsync(FileRun file, TestItem item, int sample)
    {
        await Task.Yield();
        try
        {
            var answer = await _client.AskAsync(item, sample).ConfigureAwait(false);
            if (answer.Completion is { } completion)
            {
                Interlocked.Increment(ref _answers);
                Volatile.Write(ref _unauthorized, 0);
                await _answered.Writer.WriteAsync(new(file, item, sample, completion)).ConfigureAwait(false);
            }
            else
            {
                await FailAsync(file, item, sample, answer).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_stop.IsStopping)
        {
            return;
        }
#pragma warning disable CA1031 // A fault of the program: the run ends with it, instead of hanging without it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _stop.Stop(fault);
        }
        finally
        {
            _seats.Release();
        }
    }

    private async ValueTask FailAsync(FileRun file, TestItem item, int sample, Answer answer)
    {
        var failure = answer.Failure!;
        if (failure.Kind == FailureKind.Unauthorized
            && (Interlocked.Read(ref _answers) == 0 || Interlocked.Increment(ref _unauthorized) >= MostUnauthorized))
        {
            // It can't get better, and the samples are not to blame: they stay to be asked on resume.
            _stop.Stop($"the service does not take the key: {failure.Message}");
            return;
        }
        LogFailed(item.Name, sample, answer.Attempts, failure.Message);
        var line = new Utf8Buffer();
        FailureLine.Append(line, new(item.Id, file.Name, sample, answer.Attempts, failure.Message, _time.GetUtcNow()));
        await _writer.WriteAsync(new(file, item.Id, sample, item.DataSource, null, line)).ConfigureAwait(false);
    }

    private async Task VerifyAsync()
    {
        await foreach (var answered in _answered.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            try
            {
                await _writer.WriteAsync(Verify(answered)).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // As above.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                _stop.Stop(fault);
            }
        }
    }

    private Result Verify(Answered answered)
    {
        var (file, item, sample, completion) = answered;
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
            Sample = sample,
            LatencyMs = completion.Latency.TotalMilliseconds,
            TimeToFirstTokenMs = completion.TimeToFirstToken?.TotalMilliseconds,
            Attempts = completion.Attempts,
            Reasoning = completion.Reasoning,
            CountedInWords = completion.CompletionTokens is null,
        };
        var line = new Utf8Buffer(record.Output.Length + record.Prompt.Length + 1024);
        DetailLine.Append(line, record);
        var flawed = file.IsCovered(item.DataSource) && _audit.IsFlawed(item.DataSource, item.Prompt);
        return new(file, item.Id, sample, item.DataSource, new(record.Score, record.OutputLength, record.Status, record.Truncated, flawed), line);
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

    private readonly record struct Answered(FileRun File, TestItem Item, int Sample, Completion Completion);
}
