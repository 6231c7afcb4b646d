// Sums over samples that come out the same in whatever order the samples came: a resumed run must end with the numbers of an undisturbed one.

using BootcampEval.Engine.Running;
using BootcampEval.Sdk;

namespace BootcampEval.Engine.Results;

/// <summary>What a scored sample adds to the numbers of its bootcamp.</summary>
/// <param name="Score">The score, 0 to 1.</param>
/// <param name="OutputLength">The answer's length.</param>
/// <param name="Status">The kind of outcome.</param>
/// <param name="Truncated">Whether the answer was cut off at the token limit.</param>
/// <param name="Flawed">Whether the row is known to be flawed.</param>
internal readonly record struct SampleFigures(double Score, int OutputLength, VerdictStatus Status, bool Truncated, bool Flawed);

/// <summary>Sums up the samples of one data source in one file.</summary>
/// <remarks>Floating-point sums depend on their order; sums of scores rounded to multiples of 2^-64 do not.</remarks>
internal sealed class ScoreTally
{
    private const double Unit = 18_446_744_073_709_551_616.0; // 2^64

    private Int128 _scores, _squares, _soundScores;
    private long _scored, _failed, _lengths, _noAnswer, _truncated, _flawed;

    /// <summary>Adds a scored sample.</summary>
    public void Add(SampleFigures sample)
    {
        var score = (Int128)(sample.Score * Unit);
        _scored++;
        _scores += score;
        _squares += (Int128)(sample.Score * sample.Score * Unit);
        _lengths += sample.OutputLength;
        if (sample.Status == VerdictStatus.NoAnswer) _noAnswer++;
        if (sample.Truncated) _truncated++;
        if (sample.Flawed) _flawed++;
        else _soundScores += score;
    }

    /// <summary>Adds a failed sample.</summary>
    public void AddFailure() => _failed++;

    /// <summary>The numbers.</summary>
    public BootcampSummary Summarize(string dataSource, string file, FailureRule rule)
    {
        var n = rule == FailureRule.Zero ? _scored + _failed : _scored;
        var sound = n - _flawed;
        return new()
        {
            DataSource = dataSource,
            File = file,
            N = n,
            Scored = _scored,
            Failed = _failed,
            AvgScore = n == 0 ? null : (double)_scores / Unit / n,
            AvgLen = _scored == 0 ? null : (double)_lengths / _scored,
            StdErr = StdErr(n),
            NoAnswer = _noAnswer,
            Truncated = _truncated,
            Flawed = _flawed,
            AvgScoreSound = sound <= 0 ? null : (double)_soundScores / Unit / sound,
        };
    }

    private double? StdErr(long n)
    {
        if (n < 2) return null;
        var mean = (double)_scores / Unit / n;
        var variance = ((double)_squares / Unit - n * mean * mean) / (n - 1);
        return Math.Sqrt(Math.Max(0, variance) / n);
    }
}
