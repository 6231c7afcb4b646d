// Whether a run is under way, and how far, at a glance: without reading its samples.

using BootcampEval.Engine.Results;
using BootcampEval.Reports.Figures;

namespace BootcampEval.Reports.Viewing;

/// <summary>What the small files of a run tell.</summary>
/// <param name="State"><c>running</c>, <c>stopped</c> or <c>complete</c>.</param>
/// <param name="Arguments">What it was started with.</param>
/// <param name="Progress">Its progress.log.</param>
/// <param name="Expected">Samples in all.</param>
internal sealed record RunPulse(string State, RunArguments Arguments, SeenProgress Progress, long Expected)
{
    // A run rewrites its progress.log twice a second.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    /// <summary>Samples scored or failed.</summary>
    public long Done => Progress.Files.Sum(file => file.Done);

    /// <summary>Takes the pulse.</summary>
    /// <exception cref="FormatException">eval_args.json is damaged.</exception>
    public static RunPulse Of(RunDirectory run, TimeProvider time)
    {
        var arguments = run.ReadArguments();
        var progress = SeenProgress.Read(run.ProgressPath);
        var expected = arguments.Files.Sum(file => file.RowsToRun) * arguments.Options.Samples;
        var done = progress.Files.Sum(file => file.Done);
        var isFresh = File.Exists(run.ProgressPath) && time.GetUtcNow() - File.GetLastWriteTimeUtc(run.ProgressPath) < Fresh;
        return new(done >= expected ? "complete" : isFresh ? "running" : "stopped", arguments, progress, expected);
    }
}
