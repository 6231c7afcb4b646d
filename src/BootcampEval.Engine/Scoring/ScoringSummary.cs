// The numbers of a scoring of answers made elsewhere.

using BootcampEval.Sdk;

namespace BootcampEval.Engine.Scoring;

/// <summary>What came out of scoring a responses file.</summary>
public sealed class ScoringSummary
{
    private readonly SortedDictionary<string, Tally> _tallies = new(StringComparer.Ordinal);

    /// <summary>The scores of each data source, in ordinal order of their names.</summary>
    public IReadOnlyDictionary<string, Tally> BySource => _tallies;

    /// <summary>Lines scored.</summary>
    public long Scored => _tallies.Values.Sum(tally => tally.Count);

    /// <summary>Lines that could not be scored.</summary>
    public long Bad { get; private set; }

    /// <summary>The plain mean of the data sources' averages: each counts the same; null when nothing was scored.</summary>
    public double? TotalAverage => _tallies.Count == 0 ? null : _tallies.Values.Average(tally => tally.Average);

    internal void Add(string dataSource, Verdict verdict) => _tallies[dataSource] = _tallies.GetValueOrDefault(dataSource).With(verdict);

    internal void AddBad() => Bad++;

    internal void Add(ScoringSummary other)
    {
        Bad += other.Bad;
        foreach (var (name, tally) in other._tallies) _tallies[name] = _tallies.GetValueOrDefault(name).With(tally);
    }
}

/// <summary>Scores of one data source, added up.</summary>
/// <param name="Count">How many.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="Correct">How many are 1.</param>
/// <param name="NoAnswer">In how many outputs no answer was found.</param>
public readonly record struct Tally(long Count, double Sum, long Correct, long NoAnswer)
{
    /// <summary>The mean score.</summary>
    public double Average => Sum / Count;

    internal Tally With(Verdict verdict) => new(
        Count + 1, Sum + verdict.Score, Correct + (verdict.Status == VerdictStatus.Correct ? 1 : 0), NoAnswer + (verdict.Status == VerdictStatus.NoAnswer ? 1 : 0));

    internal Tally With(Tally other) => new(Count + other.Count, Sum + other.Sum, Correct + other.Correct, NoAnswer + other.NoAnswer);
}
