// The live state of a run, as the page polls it. The format is told in docs/report-format.md.

using BootcampEval.Engine.Results;
using BootcampEval.Reports.Figures;
using BootcampEval.Reports.Pages;

namespace BootcampEval.Reports.Viewing;

internal sealed record LiveState(
    string State, long Scored, long Failed, long Expected, double? Mean, double? Low, double? High, double TokensPerS,
    double? ElapsedS, double? RemainingS, IReadOnlyList<FileDone> Files, LiveOutcomes Counts, IReadOnlyList<FailureEntry> LastFailures)
{
    private const int ShownFailures = 10;

    /// <summary>The state of a run.</summary>
    public static LiveState Of(RunDirectory run, RunPulse pulse, LiveCounts counts)
    {
        var failures = FailureTail.Of(run, ShownFailures);
        return new(pulse.State, Math.Max(0, pulse.Done - failures.N), failures.N, pulse.Expected,
            counts.Score.Mean, counts.Score.Interval?.Low, counts.Score.Interval?.High, Math.Round(counts.TokensPerS, 1),
            pulse.Progress.Elapsed?.TotalSeconds, pulse.Progress.Remaining?.TotalSeconds, [.. pulse.Progress.Files.Where(file => file.Total > 0)],
            new(counts.Correct, counts.Partial, counts.Wrong, counts.NoAnswer, counts.Truncated), failures.Last);
    }
}

internal sealed record LiveOutcomes(long Correct, long Partial, long Wrong, long NoAnswer, long Truncated);

/// <summary>The last failures of a run.</summary>
internal sealed record FailureTail(long N, IReadOnlyList<FailureEntry> Last)
{
    /// <summary>Counts the failures and keeps the last ones, newest first.</summary>
    public static FailureTail Of(RunDirectory run, int most)
    {
        Queue<FailureEntry> last = [];
        long n = 0;
        foreach (var failure in run.ReadErrors())
        {
            n++;
            last.Enqueue(FailureEntry.Of(failure));
            if (last.Count > most) last.Dequeue();
        }
        return new(n, [.. last.Reverse()]);
    }
}
