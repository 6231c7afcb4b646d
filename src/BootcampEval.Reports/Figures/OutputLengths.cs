// How long the outputs of samples are, and what they scored.

using BootcampEval.Engine.Results.Statistics;

namespace BootcampEval.Reports.Figures;

/// <summary>Output lengths with the scores that went with them; equal ones are counted.</summary>
public sealed class OutputLengths
{
    private readonly RoundedCounts<(int Length, double Score)> _scores =
        new((sample, digits) => ((int)SignificantDigits.Round(sample.Length, digits), sample.Score));

    /// <summary>The lengths.</summary>
    public CountedValues Values { get; } = new();

    /// <summary>How many of them are counted in words, since the server told no tokens.</summary>
    public long InWords { get; private set; }

    /// <summary>How many samples have a length and a score, by length and then score.</summary>
    public IEnumerable<(int Length, double Score, long Count)> Scores => _scores.Counts
        .Select(count => (count.Key.Length, count.Key.Score, Count: count.Value)).OrderBy(sample => sample.Length).ThenBy(sample => sample.Score);

    /// <summary>Adds a sample.</summary>
    public void Add(int length, double score, bool inWords)
    {
        _scores.Add((length, score));
        Values.Add(length);
        if (inWords) InWords++;
    }

    /// <summary>Adds the samples of others.</summary>
    public void Add(OutputLengths others)
    {
        _scores.Add(others._scores);
        Values.Add(others.Values);
        InWords += others.InWords;
    }
}
