// The evaluation: joins the stages from the test set to the reports.

using BootcampEval.Engine.Models;
using BootcampEval.Engine.Results;
using BootcampEval.Sdk;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BootcampEval.Engine.Running;

/// <summary>One evaluation of one model over one test set. Made, run once, and looked at while it runs.</summary>
public sealed class Evaluation
{
    private readonly EvaluationOptions _options;
    private readonly BootcampCatalog _catalog;
    private volatile RunPhase _phase = RunPhase.Checking;
    private volatile RunState? _state;

    /// <summary>Makes an evaluation; nothing is read or asked yet.</summary>
    /// <param name="options">What was chosen. When it names no URL, <see cref="Endpoints"/> must be set.</param>
    /// <param name="catalog">The bootcamps that can be run.</param>
    public Evaluation(EvaluationOptions options, BootcampCatalog catalog)
    {
        _options = options;
        _catalog = catalog;
        Endpoints = options.Urls;
    }

    /// <summary>Where requests go: the options' URLs, or the address of the embedded server.</summary>
    public IReadOnlyList<string> Endpoints { get; init; }

    /// <summary>What is written at the end.</summary>
    public IReadOnlyList<IRunReport> Reports { get; init; } = [];

    /// <summary>What is known about flaws of rows.</summary>
    public IRowAudit Audit { get; init; } = NoAudit.Instance;

    /// <summary>Where messages for people go.</summary>
    public ILogger Log { get; init; } = NullLogger.Instance;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The run's folder, as soon as there is one.</summary>
    public RunDirectory? Directory => _state?.Directory;

    /// <summary>How far the run is. May be asked from any thread, at any time.</summary>
    public RunProgress Progress => _state is { } state ? state.Progress(_phase) : RunState.Nothing(_phase);

    /// <summary>Runs the evaluation to its end. Faults of input, service and samples are told by the outcome; nothing is thrown for them.</summary>
    /// <param name="wrapUp">Ctrl-C once: no new requests, those in flight end or are dropped after a few seconds, summaries are written.</param>
    /// <param name="stopNow">Ctrl-C twice: what is on disk stays, nothing more is written.</param>
    public async Task<RunOutcome> RunAsync(CancellationToken wrapUp = default, CancellationToken stopNow = default)
    {
        using var span = Telemetry.Run(_options);
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(wrapUp, stopNow);
            if (await PlanAsync(either.Token).ConfigureAwait(false) is var (plan, faults) && plan is null) return Bad(faults);
            return await RunAsync(plan, wrapUp, stopNow).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (wrapUp.IsCancellationRequested || stopNow.IsCancellationRequested)
        {
            return new() { ExitCode = ExitCode.Stopped, Messages = ["stopped before the first request"], Directory = Directory };
        }
        finally
        {
            _phase = RunPhase.Ended;
        }
    }

    private static RunOutcome Bad(IReadOnlyList<string> messages) => new() { ExitCode = ExitCode.BadInput, Messages = messages };

    /// <summary>Reads and checks all that the run depends on, before anything is asked or written.</summary>
    private async Task<(RunPlan? Plan, IReadOnlyList<string> Faults)> PlanAsync(CancellationToken cancellation)
    {
        foreach (var line in _options.WithoutEffect()) Messages.WithoutEffect(Log, line);
        var (plan, faults) = await RunPlan.MakeAsync(_options, Endpoints, _catalog, cancellation).ConfigureAwait(false);
        if (plan is null) return (null, faults);
        if (plan.Tests.Skipped.Count > 0) Messages.SkippedFiles(Log, string.Join(", ", plan.Tests.Skipped));
        foreach (var fault in plan.Tests.Faults) Messages.BadRow(Log, fault);
        return (plan, []);
    }

    private async Task<RunOutcome> RunAsync(RunPlan plan, CancellationToken wrapUp, CancellationToken stopNow)
    {
        var secrets = new Secrets(_options with { Urls = Endpoints });
        var http = RequestSender.Connect(_options, Endpoints);
        var path = _options.ApiMode == ApiMode.Completion ? "completions" : "chat/completions";
        Endpoint[] endpoints = [.. Endpoints.Select(url => new Endpoint(url, Secrets.OfUrl(url), path, _options.MaxConcurrentRequests))];
        using var stop = new StopSignal();
        using var client = new ModelClient(_options, plan.Template, endpoints, http, secrets, Time, Chance(), Log, stop.NoMore);
        var readiness = new Readiness(_options, client.Pool, http, secrets, Time, Log);
        RunLock? held = null;
        try
        {
            // A new run leaves nothing behind when the service never comes; one to go on with may need no service at all.
            if (plan.Resumed is not null)
            {
                held = Hold(plan.Resumed);
                await BeginAsync(plan, plan.Resumed, client, stop).ConfigureAwait(false);
            }
            if (_state is not { IsDone: true } && await WaitForServiceAsync(readiness, wrapUp, stopNow).ConfigureAwait(false) is { } notReady)
                return new() { ExitCode = ExitCode.NotReady, Messages = notReady, Directory = plan.Resumed };
            if (held is null)
            {
                var directory = RunDirectory.Create(_options, Time.GetLocalNow());
                held = Hold(directory);
                plan.ArgumentsOf(_options).Write(directory.ArgumentsPath);
                await BeginAsync(plan, directory, client, stop).ConfigureAwait(false);
            }
            using var ended = new CancellationTokenSource();
            var joining = readiness.LetOthersJoinAsync(ended.Token);
            await LoopAsync(_state!, stop, wrapUp, stopNow).ConfigureAwait(false);
            await ended.CancelAsync().ConfigureAwait(false);
            await joining.ConfigureAwait(false);
            return await EndAsync(plan, _state!, stop, stopNow).ConfigureAwait(false);
        }
        catch (Exception fault) when (_state is null && DiskFault.Is(fault))
        {
            return Bad([$"the run's folder can't be used: {fault.Message}"]);
        }
        finally
        {
            _state?.Loop.Dispose();
            held?.Dispose();
        }
    }

    private async Task<IReadOnlyList<string>?> WaitForServiceAsync(Readiness readiness, CancellationToken wrapUp, CancellationToken stopNow)
    {
        _phase = RunPhase.WaitingForService;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(wrapUp, stopNow);
        return await readiness.WaitAsync(either.Token).ConfigureAwait(false);
    }

    private async Task LoopAsync(RunState state, StopSignal stop, CancellationToken wrapUp, CancellationToken stopNow)
    {
        _phase = RunPhase.Running;
        using var wrappingUp = wrapUp.UnsafeRegister(_ => { _phase = RunPhase.Stopping; stop.Stop(); }, null);
        using var stoppingNow = stopNow.UnsafeRegister(_ => stop.Stop(), null);
        using var ended = new CancellationTokenSource();
        state.ProgressLog.TryWrite();
        var logging = state.ProgressLog.KeepAsync(ended.Token);
        await state.Loop.RunAsync(stopNow).ConfigureAwait(false);
        await ended.CancelAsync().ConfigureAwait(false);
        await logging.ConfigureAwait(false);
        if (stop.Fault is { } fault)
            throw new InvalidOperationException($"the program failed; what is scored is in {state.Directory.FullName} and can be resumed", fault);
    }

    /// <exception cref="IOException">Another process has the folder, or it can't be used.</exception>
    private static RunLock Hold(RunDirectory directory) =>
        RunLock.TryTake(directory.FullName) ?? throw new IOException($"another process is going on with {directory.FullName}");

    /// <summary>Makes the parts of the run, and takes up what is in its folder.</summary>
    /// <exception cref="IOException">The folder can't be used.</exception>
    private async Task BeginAsync(RunPlan plan, RunDirectory directory, ModelClient client, StopSignal stop)
    {
        FileRun[] files = [.. plan.Tests.Files.Select(check => new FileRun(check, _options.Samples, directory.DetailsPath(check.File.Name), Audit, Time))];
        var writer = new ResultWriter(directory.ErrorsPath, stop, Time);
        if (plan.Resumed is not null)
        {
            // Failed samples are asked again: what they failed of is told anew if they fail again.
            File.Delete(directory.ErrorsPath);
            await Parallel.ForEachAsync(files, (file, _) =>
            {
                var damaged = file.TakeUp(_options.Samples, Audit);
                if (damaged > 0) Messages.Damaged(Log, file.Name, damaged);
                return ValueTask.CompletedTask;
            }).ConfigureAwait(false);
            writer.TakeUp(files.SelectMany(file => file.Summarize(FailureRule.Exclude)));
            Messages.Resumed(Log, directory.FullName, files.Sum(file => file.Done), files.Sum(file => file.Total));
        }
        var loop = new SampleLoop(_options, _catalog, files, plan.Tests.Choice, client, writer, stop, Audit, Time, Log);
        _state = new(directory, files, client, writer, loop, new(directory.ProgressPath, files, Time), Time);
    }

    private async Task<RunOutcome> EndAsync(RunPlan plan, RunState state, StopSignal stop, CancellationToken stopNow)
    {
        if (_phase != RunPhase.Stopping) _phase = RunPhase.Reporting;
        var summary = SummaryOf(plan, state);
        List<string> messages = [];
        if (stop.Reason is { } reason) messages.Add(reason);
        if (!stopNow.IsCancellationRequested) messages.AddRange(await ReportAsync(state, summary, stopNow).ConfigureAwait(false));
        var code = !summary.Complete || messages.Count > 0 ? ExitCode.Stopped : summary.Failed > 0 ? ExitCode.SomeFailed : ExitCode.AllScored;
        return new() { ExitCode = code, Messages = messages, Directory = state.Directory, Summary = summary };
    }

    private RunSummary SummaryOf(RunPlan plan, RunState state) => new()
    {
        ModelName = _options.ModelName,
        Bootcamps = [.. state.Files.SelectMany(file => file.Summarize(_options.OnFailure))],
        OnFailure = _options.OnFailure,
        BadRows = plan.Tests.BadRows,
        BadRowMessages = plan.Tests.Faults,
        RowsLeftOut = plan.Tests.LeftOut,
        Expected = state.Files.Sum(file => file.Total),
    };

    /// <summary>Writes everything that is made of the details; returns what could not be written. A run whose reports are missing can be resumed to write them.</summary>
    private async Task<IReadOnlyList<string>> ReportAsync(RunState state, RunSummary summary, CancellationToken stopNow)
    {
        List<string> missing = [];
        await Try("progress.log", () => state.ProgressLog.TryWrite() ? Task.CompletedTask : throw new IOException("it can't be written")).ConfigureAwait(false);
        await Try("meta.jsonl", () =>
        {
            MetaLine.WriteAll(state.Directory.MetaPath, summary.Bootcamps);
            return Task.CompletedTask;
        }).ConfigureAwait(false);
        foreach (var report in Reports)
            await Try(report.Files, () => report.WriteAsync(state.Directory, summary, stopNow)).ConfigureAwait(false);
        return missing;

        async Task Try(string what, Func<Task> write)
        {
            try
            {
                await write().ConfigureAwait(false);
            }
            catch (Exception fault) when (DiskFault.Is(fault) || fault is OperationCanceledException)
            {
                missing.Add($"not written: {what}: {fault.Message}");
            }
        }
    }

    // Jitter needs to differ between processes and nothing more.
    private Func<double> Chance()
    {
        var random = new PuzzleRandom((ulong)Time.GetUtcNow().Ticks ^ (ulong)Environment.ProcessId);
        return () =>
        {
            lock (random) return random.Fraction();
        };
    }
}
