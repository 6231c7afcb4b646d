// How long the outputs of samples are, and what they scored.

using BootcampEval.Engine.Results.Statistics;

namespace BootcampEval.Reports.Figures;

/// <summary>Output lengths with the scores that went with them; equal ones are counted.</summary>
public sealed class OutputLengths
{
    private readonly Dictionary<(int Length, double Score), long> _scores = [];

    /// <summary>The lengths.</summary>
    public CountedValues Values { get; } = new();

    /// <summary>How many of them are counted in words, since the server told no tokens.</summary>
    public long InWords { get; private set; }

    /// <summary>How many samples have a length and a score, by length and then score.</summary>
    public IEnumerable<(int Length, double Score, long Count)> Scores =>
        _scores.OrderBy(sample => sample.Key.Length).ThenBy(sample => sample.Key.Score).Select(sample => (sample.Key.Length, sample.Key.Score, sample.Value));

    /// <summary>Adds a sample.</summary>
    public void Add(int length, double score, bool inWords)
    {
        Count((length, score), 1);
        Values.Add(length);
        if (inWords) InWords++;
    }

    /// <summary>Adds the samples of others.</summary>
    public void Add(OutputLengths others)
    {
        foreach (var (sample, count) in others._scores) Count(sample, count);
        Values.Add(others.Values);
        InWords += others.InWords;
    }

    private void Count((int Length, double Score) sample, long count) => _scores[sample] = _scores.GetValueOrDefault(sample) + count;
}
