// One test file while it is run: what is there, what is missing, what the numbers are.

using BootcampEval.Engine.Results;
using BootcampEval.Engine.TestSets;

namespace BootcampEval.Engine.Running;

/// <summary>The state of one test file in a run. Numbers are changed by one thread, the result writer's, and may be read from any.</summary>
internal sealed class FileRun
{
    private readonly SortedDictionary<string, (ScoreTally Tally, bool Covered)> _sources = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly int _samples;
    private long _done, _failed, _doneBefore, _began, _ended;

    /// <summary>Prepares a file.</summary>
    /// <param name="check">What its check found.</param>
    /// <param name="samples">Samples per row.</param>
    /// <param name="detailsPath">Where its scored samples go.</param>
    /// <param name="audit">What is known about flaws of rows.</param>
    /// <param name="time">The clock.</param>
    public FileRun(TestFileCheck check, int samples, string detailsPath, IRowAudit audit, TimeProvider time)
    {
        Check = check;
        Total = check.Mark.RowsToRun * samples;
        DetailsPath = detailsPath;
        Log = new(detailsPath);
        _time = time;
        _samples = samples;
        foreach (var source in check.Mark.DataSources.Keys) _sources[source] = (new(samples), audit.Covers(source));
    }

    /// <summary>What its check found.</summary>
    public TestFileCheck Check { get; }

    /// <summary>Its name, without the folder.</summary>
    public string Name => Check.File.Name;

    /// <summary>Its name without <c>.jsonl</c>.</summary>
    public string Stem => Path.GetFileNameWithoutExtension(Name);

    /// <summary>Samples in all.</summary>
    public long Total { get; }

    /// <summary>Samples that are scored or failed.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>Whether every sample is scored or failed.</summary>
    public bool IsDone => Done >= Total;

    /// <summary>Samples that failed.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>Where its scored samples go.</summary>
    public string DetailsPath { get; }

    /// <summary>Its scored samples.</summary>
    public DetailLog Log { get; }

    /// <summary>Samples that an earlier part of the run has scored; null for none.</summary>
    public SampleSet? ScoredBefore { get; private set; }

    /// <summary>Whether flaws of rows of this data source are known.</summary>
    public bool IsCovered(string source) => _sources.TryGetValue(source, out var known) && known.Covered;

    /// <summary>Takes up what an earlier part of the run has left.</summary>
    /// <returns>How many damaged lines were taken out.</returns>
    /// <exception cref="IOException">The details can't be read or repaired.</exception>
    public long TakeUp(int samples, IRowAudit audit)
    {
        ScoredBefore = new(samples);
        var damaged = DetailScan.Repair(DetailsPath, ScoredBefore, audit, sample =>
        {
            Log.Note(sample.Id, sample.Sample, sample.Length);
            AddScore(sample.DataSource, sample.Id, sample.Figures);
        });
        _doneBefore = _done;
        return damaged;
    }

    /// <summary>A sample was scored, and its line is on disk.</summary>
    public void AddScore(string source, RowId row, SampleFigures figures)
    {
        if (!_sources.TryGetValue(source, out var known)) _sources[source] = known = (new(_samples), false);
        known.Tally.Add(figures, row);
        Count();
    }

    /// <summary>A sample failed, and its line is on disk.</summary>
    public void AddFailure(string source, RowId row)
    {
        _sources[source].Tally.AddFailure(row);
        Interlocked.Increment(ref _failed);
        Count();
    }

    /// <summary>Its first request is about to be made.</summary>
    public void Begin() => Interlocked.CompareExchange(ref _began, _time.GetTimestamp(), 0);

    /// <summary>Its numbers, per data source in ordinal order.</summary>
    public IEnumerable<BootcampSummary> Summarize(FailureRule rule) =>
        _sources.Select(source => source.Value.Tally.Summarize(source.Key, Name, rule));

    /// <summary>How far it is.</summary>
    public FileProgress Progress()
    {
        var (began, ended, done) = (Interlocked.Read(ref _began), Interlocked.Read(ref _ended), Done);
        var elapsed = began == 0 ? TimeSpan.Zero : ended == 0 ? _time.GetElapsedTime(began) : _time.GetElapsedTime(began, ended);
        return new()
        {
            Name = Stem,
            Total = Total,
            Done = done,
            Failed = Failed,
            Elapsed = elapsed,
            Remaining = Pace.Remaining(elapsed, done - _doneBefore, Total - done),
            Started = began != 0,
        };
    }

    private void Count()
    {
        if (Interlocked.Increment(ref _done) >= Total) Interlocked.CompareExchange(ref _ended, _time.GetTimestamp(), 0);
    }
}

/// <summary>Guessing how long the rest takes.</summary>
internal static class Pace
{
    /// <summary>The time that <paramref name="left"/> things take when <paramref name="done"/> took <paramref name="elapsed"/>; null when nothing is known.</summary>
    public static TimeSpan? Remaining(TimeSpan elapsed, long done, long left) =>
        left <= 0 ? TimeSpan.Zero : done <= 0 ? null : TimeSpan.FromSeconds(Math.Min(elapsed.TotalSeconds / done * left, TimeSpan.FromDays(10_000).TotalSeconds));
}
