// How far a run is: what screens poll and progress.log shows.

namespace BootcampEval.Engine.Running;

/// <summary>A run at one moment. Cheap to take, at any rate.</summary>
public sealed record RunProgress
{
    /// <summary>What the run is doing.</summary>
    public required RunPhase Phase { get; init; }

    /// <summary>Samples in all.</summary>
    public required long Total { get; init; }

    /// <summary>Samples that are scored or failed, those of an earlier part of a resumed run included.</summary>
    public required long Done { get; init; }

    /// <summary>Samples that failed.</summary>
    public required long Failed { get; init; }

    /// <summary>The test files, in order.</summary>
    public required IReadOnlyList<FileProgress> Files { get; init; }

    /// <summary>Requests in flight.</summary>
    public required int InFlight { get; init; }

    /// <summary>The most requests in flight that the service takes at the moment.</summary>
    public required int Limit { get; init; }

    /// <summary>Samples that wait to be tried again.</summary>
    public required int Waiting { get; init; }

    /// <summary>Requests made, retries included.</summary>
    public required long Requests { get; init; }

    /// <summary>Requests that failed and were, or will be, tried again.</summary>
    public required long Retries { get; init; }

    /// <summary>Tokens received per second, over the last seconds.</summary>
    public required double TokensPerSecond { get; init; }

    /// <summary>The mean score of the samples so far; null before the first.</summary>
    public required double? MeanScore { get; init; }

    /// <summary>Time since the first request.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Time left, at the rate so far; null while unknown.</summary>
    public required TimeSpan? Remaining { get; init; }

    /// <summary>Time spent on verification, summed over the workers.</summary>
    public required TimeSpan VerifyTime { get; init; }
}

/// <summary>How far one test file is.</summary>
public sealed record FileProgress
{
    /// <summary>The file's name without <c>.jsonl</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Samples in all.</summary>
    public required long Total { get; init; }

    /// <summary>Samples that are scored or failed.</summary>
    public required long Done { get; init; }

    /// <summary>Samples that failed.</summary>
    public required long Failed { get; init; }

    /// <summary>Time since the file's first request; zero before it, and no longer growing when the file is finished.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Time left, at the rate so far; null while unknown.</summary>
    public required TimeSpan? Remaining { get; init; }

    /// <summary>Whether requests of the file have begun.</summary>
    public required bool Started { get; init; }

    /// <summary>Whether every sample is scored or failed.</summary>
    public bool Finished => Done >= Total;
}

/// <summary>What a run is doing.</summary>
public enum RunPhase
{
    /// <summary>Reading and checking the test files.</summary>
    Checking,

    /// <summary>Waiting for the service.</summary>
    WaitingForService,

    /// <summary>Asking and verifying.</summary>
    Running,

    /// <summary>Letting requests in flight end, after Ctrl-C.</summary>
    Stopping,

    /// <summary>Writing summaries and reports.</summary>
    Reporting,

    /// <summary>Done.</summary>
    Ended,
}
