// How a run ended.

using BootcampEval.Engine.Results;

namespace BootcampEval.Engine.Running;

/// <summary>The end of a run, for whoever started it.</summary>
public sealed record RunOutcome
{
    /// <summary>What the process should exit with.</summary>
    public required ExitCode ExitCode { get; init; }

    /// <summary>What kept the run from its end, one line each, fit for a person; empty when it got there.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>The run's folder; null when the run never began.</summary>
    public RunDirectory? Directory { get; init; }

    /// <summary>The numbers; null when the run never began.</summary>
    public RunSummary? Summary { get; init; }
}

/// <summary>The exit codes of an evaluation.</summary>
public enum ExitCode
{
    /// <summary>All samples are scored.</summary>
    AllScored = 0,

    /// <summary>Bad usage or bad input.</summary>
    BadInput = 1,

    /// <summary>Finished, but some samples failed.</summary>
    SomeFailed = 2,

    /// <summary>Stopped before the end; can be resumed.</summary>
    Stopped = 3,

    /// <summary>The service never became ready.</summary>
    NotReady = 4,
}
