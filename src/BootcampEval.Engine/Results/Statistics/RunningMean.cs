// A mean that grows with each sample and keeps none of them: for looking at a run while it runs, and at many small groups of samples.

namespace BootcampEval.Engine.Results.Statistics;

/// <summary>The mean of scores so far. The samples count as independent: at the end of a run, <see cref="Estimate"/> knows rows.</summary>
public sealed class RunningMean
{
    private double _sum, _squares;
    private bool _binary = true;

    /// <summary>How many scores there are.</summary>
    public long N { get; private set; }

    /// <summary>Their mean; null before the first.</summary>
    public double? Mean => N == 0 ? null : _sum / N;

    /// <summary>The 95% interval: Wilson's while all scores are 0 or 1, else the normal one; null when there are too few to say.</summary>
    public Interval? Interval
    {
        get
        {
            if (N == 0) return null;
            if (_binary) return WilsonInterval.Of(_sum, N);
            if (N < 2) return null;
            var variance = Math.Max(0, (_squares - (_sum * _sum / N)) / (N - 1));
            return Statistics.Interval.Around(_sum / N, NormalDistribution.Z95 * Math.Sqrt(variance / N)).WithinScores();
        }
    }

    /// <summary>Adds a score, or the same score of many samples.</summary>
    public void Add(double score, long samples = 1)
    {
        N += samples;
        _sum += score * samples;
        _squares += score * score * samples;
        _binary &= score is 0 or 1;
    }
}
