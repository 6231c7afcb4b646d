// The evaluation: joins the stages from the test set to the reports.

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

    /// <summary>How far the run is. May be asked from any thread, at any time.</summary>
    public RunProgress Progress => throw new NotSupportedException("the loop follows in the next step");

    /// <summary>Runs the evaluation to its end. Faults of input, service and samples are told by the outcome; nothing is thrown for them.</summary>
    /// <param name="wrapUp">Ctrl-C once: no new requests, those in flight end or are dropped after a few seconds, summaries are written.</param>
    /// <param name="stopNow">Ctrl-C twice: what is on disk stays, nothing more is written.</param>
    public Task<RunOutcome> RunAsync(CancellationToken wrapUp = default, CancellationToken stopNow = default) =>
        throw new NotSupportedException("the loop follows in the next step");
}
