// Sums over samples that come out the same in whatever order the samples came: a resumed run must end with the numbers of an undisturbed one.

using BootcampEval.Engine.Results.Statistics;
using BootcampEval.Engine.Running;
using BootcampEval.Engine.TestSets;
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
/// <remarks>
/// Floating-point sums depend on their order; sums of scores rounded to multiples of 2^-64 do not. With several samples a row, there are sums
/// of rows, too: the standard error then treats a row's samples as one cluster, as <see cref="ClusteredMean"/> does. A row that has all its
/// samples is only counted from then on, among those with the same sums.
/// </remarks>
/// <param name="samplesPerRow">Samples a row.</param>
internal sealed class ScoreTally(int samplesPerRow = 1)
{
    private const double Unit = 18_446_744_073_709_551_616.0; // 2^64

    private Int128 _scores, _squares, _soundScores;
    private readonly Dictionary<RowId, RowSum> _openRows = [];
    private readonly Dictionary<RowSum, long> _wholeRows = [];
    private long _scored, _failed, _lengths, _noAnswer, _truncated, _flawed;

    /// <summary>Adds a scored sample.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="row">Its row; only told apart with several samples a row.</param>
    public void Add(SampleFigures sample, RowId row = default)
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
        if (samplesPerRow > 1) AddToRow(row, new(score, 1, 0));
    }

    /// <summary>Adds a failed sample.</summary>
    public void AddFailure(RowId row = default)
    {
        _failed++;
        if (samplesPerRow > 1) AddToRow(row, new(0, 0, 1));
    }

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
            StdErr = samplesPerRow > 1 ? ClusteredStdErr(n, rule) : StdErr(n),
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

    private void AddToRow(RowId row, RowSum more)
    {
        var sum = _openRows.GetValueOrDefault(row) + more;
        if (sum.Samples < samplesPerRow)
        {
            _openRows[row] = sum;
            return;
        }
        _openRows.Remove(row);
        _wholeRows[sum] = _wholeRows.GetValueOrDefault(sum) + 1;
    }

    private double? ClusteredStdErr(long n, FailureRule rule)
    {
        if (n == 0) return null;
        var rows = new RowScores();
        foreach (var sum in _openRows.Values) Add(sum, 1);
        foreach (var (sum, count) in _wholeRows) Add(sum, count);
        return ClusteredMean.StandardError(rows);

        void Add(RowSum sum, long count)
        {
            var samples = sum.Scored + (rule == FailureRule.Zero ? sum.Failed : 0);
            if (samples > 0) rows.Add(new((double)sum.Scores / Unit, 0, samples, 0), count);
        }
    }

    private readonly record struct RowSum(Int128 Scores, int Scored, int Failed)
    {
        public int Samples => Scored + Failed;

        public static RowSum operator +(RowSum left, RowSum right) => new(left.Scores + right.Scores, left.Scored + right.Scored, left.Failed + right.Failed);
    }
}
