// Counts the samples of a run in progress: what is new since the last look, and no more at a time than a look may take.

using BootcampEval.Engine.Results;
using BootcampEval.Engine.Results.Statistics;
using BootcampEval.Sdk;

namespace BootcampEval.Reports.Viewing;

/// <summary>Follows the details of a run.</summary>
/// <param name="run">The run's folder.</param>
/// <param name="time">The clock.</param>
internal sealed class LiveTally(RunDirectory run, TimeProvider time)
{
    private const long MostBytesAtOnce = 64 << 20;
    private const int WindowSeconds = 30;

    private readonly Dictionary<string, FileTally> _files = new(StringComparer.Ordinal);
    private readonly Queue<(long At, long Tokens)> _window = [];

    /// <summary>Reads what is new.</summary>
    public LiveCounts Look()
    {
        var left = MostBytesAtOnce;
        foreach (var file in run.DetailFiles()) left -= Follow(file, left);
        var total = Total();
        // While it catches up with what was there before, tokens come in faster than they are made.
        if (left <= 0) _window.Clear();
        _window.Enqueue((time.GetTimestamp(), total.Tokens));
        while (_window.Count > 2 && time.GetElapsedTime(_window.Peek().At).TotalSeconds > WindowSeconds) _window.Dequeue();
        var (since, tokens) = _window.Peek();
        var seconds = time.GetElapsedTime(since).TotalSeconds;
        return total with { TokensPerS = seconds > 0 ? (total.Tokens - tokens) / seconds : 0 };
    }

    private long Follow(string file, long most)
    {
        var path = run.DetailsPath(file);
        var made = File.GetCreationTimeUtc(path);
        // A finished file is replaced by one in order: it is counted anew.
        if (!_files.TryGetValue(file, out var tally) || tally.Made != made) _files[file] = tally = new(made);
        var begun = tally.Read;
        foreach (var (sample, _, end) in run.ReadDetailLines(file, tally.Read))
        {
            tally.Add(sample, end);
            if (tally.Read - begun >= most) break;
        }
        return tally.Read - begun;
    }

    private LiveCounts Total()
    {
        var mean = new RunningMean();
        LiveCounts counts = new(mean, 0, 0, 0, 0, 0, 0, 0);
        foreach (var tally in _files.Values)
        {
            foreach (var (score, n) in tally.Scores) mean.Add(score, n);
            counts = counts with
            {
                Correct = counts.Correct + tally.Statuses[(int)VerdictStatus.Correct],
                Partial = counts.Partial + tally.Statuses[(int)VerdictStatus.Partial],
                Wrong = counts.Wrong + tally.Statuses[(int)VerdictStatus.Wrong],
                NoAnswer = counts.NoAnswer + tally.Statuses[(int)VerdictStatus.NoAnswer],
                Truncated = counts.Truncated + tally.Truncated,
                Tokens = counts.Tokens + tally.Tokens,
            };
        }
        return counts;
    }

    /// <summary>One file, as far as it was read.</summary>
    private sealed class FileTally(DateTime made)
    {
        public DateTime Made => made;

        public long Read { get; private set; }

        public Dictionary<double, long> Scores { get; } = [];

        public long[] Statuses { get; } = new long[4];

        public long Truncated { get; private set; }

        public long Tokens { get; private set; }

        public void Add(SampleRecord sample, long end)
        {
            Read = end;
            Scores[sample.Score] = Scores.GetValueOrDefault(sample.Score) + 1;
            Statuses[(int)sample.Status]++;
            if (sample.Truncated) Truncated++;
            Tokens += sample.OutputLength;
        }
    }
}

/// <summary>What was counted so far.</summary>
internal sealed record LiveCounts(RunningMean Score, long Correct, long Partial, long Wrong, long NoAnswer, long Truncated, long Tokens, double TokensPerS);
