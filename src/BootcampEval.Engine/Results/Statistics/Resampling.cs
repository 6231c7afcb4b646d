// Intervals by resampling rows: for partial scores, whose distribution nobody knows.

using BootcampEval.Sdk;

namespace BootcampEval.Engine.Results.Statistics;

/// <summary>The percentile bootstrap over rows (Efron 1979). Seeded: the same scores give the same interval.</summary>
public static class Resampling
{
    /// <summary>How many resampled means are drawn.</summary>
    public const int Rounds = 2000;

    /// <summary>Above this many rows the mean is normal to three digits and resampling only costs time: the normal interval is used.</summary>
    public const int MostRows = 5000;

    private const ulong Seed = 20_241_124;

    /// <summary>The 95% interval of the mean over samples, whole rows being drawn with replacement.</summary>
    public static Interval IntervalOfMean(RowScores rows)
    {
        var random = new PuzzleRandom(Seed);
        RowScore[] pool = [.. rows.Counted.SelectMany(row => Enumerable.Repeat(row.Row, (int)row.Count))];
        var means = new double[Rounds];
        foreach (ref var mean in means.AsSpan())
        {
            var sum = 0.0;
            long n = 0;
            for (var draw = 0; draw < pool.Length; draw++)
            {
                ref readonly var row = ref pool[random.Below(pool.Length)];
                sum += row.Sum;
                n += row.Samples;
            }
            mean = sum / n;
        }
        Array.Sort(means);
        return new(Quantiles.OfSorted(means, 0.025), Quantiles.OfSorted(means, 0.975));
    }
}
