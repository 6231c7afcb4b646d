// Whether a difference between two runs can be chance.

using BootcampEval.Sdk;

namespace BootcampEval.Engine.Results.Statistics;

/// <summary>Tests on paired rows, and the correction for making many of them.</summary>
public static class SignificanceTests
{
    /// <summary>How many random sign patterns are tried when there are too many to try all.</summary>
    public const int Rounds = 10_000;

    /// <summary>Up to this many non-zero differences all sign patterns are tried: the p-value is exact.</summary>
    public const int MostForExact = 16;

    /// <summary>Above this many non-zero differences the sum over random signs is normal, and is taken as such.</summary>
    public const int MostForRandom = 5000;

    private const ulong Seed = 80_20_95;

    /// <summary>McNemar's exact test: the two-sided p-value that the rows which flipped went either way by the toss of a coin.</summary>
    /// <param name="gained">Rows wrong in A and right in B.</param>
    /// <param name="lost">Rows right in A and wrong in B.</param>
    public static double McNemar(long gained, long lost) =>
        Math.Min(1, 2 * FairCoin.AtMost(Math.Min(gained, lost), gained + lost));

    /// <summary>
    /// The paired permutation test (Fisher 1935): the share of sign patterns over which the sum of differences is as far from 0 as it is here.
    /// Exact for few differences; from <see cref="Rounds"/> seeded random patterns, plus the observed one, for more; by the normal law for very many.
    /// </summary>
    public static double PairedPermutation(IEnumerable<double> differences)
    {
        double[] moved = [.. differences.Where(difference => difference != 0).Select(Math.Abs)];
        var observed = Math.Abs(differences.Sum());
        // Sums of the same numbers in another order differ in their last bits.
        var reached = observed - (1e-12 * moved.Sum());
        return moved.Length switch
        {
            0 => 1,
            <= MostForExact => Exact(moved, reached),
            <= MostForRandom => Random(moved, reached),
            _ => 2 * NormalDistribution.Cdf(-observed / Math.Sqrt(moved.Sum(size => size * size))),
        };
    }

    /// <summary>Holm's step-down correction (1979): p-values that hold for all tests together, in the order given.</summary>
    public static double[] Holm(IReadOnlyList<double> pValues)
    {
        var adjusted = new double[pValues.Count];
        var least = 0.0;
        foreach (var (rank, index) in Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i]).Index())
        {
            least = Math.Max(least, Math.Min(1, (pValues.Count - rank) * pValues[index]));
            adjusted[index] = least;
        }
        return adjusted;
    }

    private static double Exact(double[] moved, double reached)
    {
        var patterns = 1 << moved.Length;
        var hits = 0;
        for (var signs = 0; signs < patterns; signs++)
        {
            var sum = 0.0;
            for (var i = 0; i < moved.Length; i++) sum += ((signs >> i) & 1) == 0 ? moved[i] : -moved[i];
            if (Math.Abs(sum) >= reached) hits++;
        }
        return (double)hits / patterns;
    }

    private static double Random(double[] moved, double reached)
    {
        var random = new PuzzleRandom(Seed);
        var hits = 1;
        for (var round = 0; round < Rounds; round++)
        {
            var sum = 0.0;
            ulong bits = 0;
            for (var i = 0; i < moved.Length; i++, bits >>= 1)
            {
                if (i % 64 == 0) bits = random.NextBits();
                sum += (bits & 1) == 0 ? moved[i] : -moved[i];
            }
            if (Math.Abs(sum) >= reached) hits++;
        }
        return hits / (Rounds + 1.0);
    }
}
