// The parts of a run that is under way, and how far it is.

using BootcampEval.Engine.Models;
using BootcampEval.Engine.Results;

namespace BootcampEval.Engine.Running;

/// <summary>A run under way.</summary>
internal sealed class RunState(RunDirectory directory, IReadOnlyList<FileRun> files, ModelClient client, ResultWriter writer, SampleLoop loop,
    ProgressLog progressLog, TimeProvider time)
{
    private readonly long _began = time.GetTimestamp();
    private readonly long _doneBefore = files.Sum(file => file.Done);

    /// <summary>The run's folder.</summary>
    public RunDirectory Directory => directory;

    /// <summary>The test files, in order.</summary>
    public IReadOnlyList<FileRun> Files => files;

    /// <summary>The loop.</summary>
    public SampleLoop Loop => loop;

    /// <summary>progress.log.</summary>
    public ProgressLog ProgressLog => progressLog;

    /// <summary>Whether every sample is scored: nothing is left to ask.</summary>
    public bool IsDone => files.All(file => file.IsDone);

    /// <summary>How far the run is.</summary>
    public RunProgress Progress(RunPhase phase)
    {
        long total = 0, done = 0, failed = 0;
        var progress = new FileProgress[files.Count];
        for (var i = 0; i < progress.Length; i++)
        {
            progress[i] = files[i].Progress();
            total += progress[i].Total;
            done += progress[i].Done;
            failed += progress[i].Failed;
        }
        var elapsed = time.GetElapsedTime(_began);
        return new()
        {
            Phase = phase,
            Total = total,
            Done = done,
            Failed = failed,
            Files = progress,
            InFlight = client.Pool.InFlight,
            Limit = client.Pool.Limit,
            Waiting = client.Waiting,
            Requests = client.Requests,
            Retries = client.Retried,
            TokensPerSecond = client.Tokens.Rate(),
            MeanScore = writer.MeanScore,
            Elapsed = elapsed,
            Remaining = Pace.Remaining(elapsed, done - _doneBefore, total - done),
            VerifyTime = loop.VerifyTime,
        };
    }

    /// <summary>A run that has not begun.</summary>
    public static RunProgress Nothing(RunPhase phase) => new()
    {
        Phase = phase,
        Total = 0,
        Done = 0,
        Failed = 0,
        Files = [],
        InFlight = 0,
        Limit = 0,
        Waiting = 0,
        Requests = 0,
        Retries = 0,
        TokensPerSecond = 0,
        MeanScore = null,
        Elapsed = TimeSpan.Zero,
        Remaining = null,
        VerifyTime = TimeSpan.Zero,
    };
}
