// Small weighted sums, seen exactly: which partial sums can be reached from both ends.

using System.Numerics;

namespace BootcampEval.Sdk.Puzzles.Constraints;

/// <summary>
/// A weighted sum between two numbers, for coefficients of at least 0 and totals up to 63: a value stays only while some choice of the others
/// reaches a right total. Partial sums are bits of one word (dynamic programming over sums, Trick 2003).
/// </summary>
internal sealed class ReachableSum(IReadOnlyList<int> coefficients, IReadOnlyList<int> scope, int low, int high) : Constraint(scope)
{
    private readonly int[] _coefficients = [.. coefficients];
    private readonly ulong[] _before = new ulong[scope.Count + 1];
    private readonly ulong _totals = low > high ? 0 : FiniteDomain.ValuesBetween(low, high);

    public override bool IsIdempotent => true;

    /// <summary>Whether a sum is small enough to be seen exactly.</summary>
    public static bool Fits(IReadOnlyList<int> coefficients, long low, long high) => low <= 63 && high is >= 0 and <= 63 && coefficients.All(c => c >= 0);

    public override bool Propagate(Domains domains)
    {
        _before[0] = 1;
        for (var i = 0; i < Scope.Length; i++) _before[i + 1] = Reach(_before[i], domains[Scope[i]], _coefficients[i]);
        // The partial sums before a place from which a right total can still be reached.
        var right = _before[^1] & _totals;
        for (var i = Scope.Length - 1; i >= 0; i--)
        {
            ulong kept = 0, rightBefore = 0;
            for (var values = domains[Scope[i]]; values != 0; values &= values - 1)
            {
                var value = BitOperations.TrailingZeroCount(values);
                var shift = (long)value * _coefficients[i];
                if (shift > 63) continue;
                var from = (right >> (int)shift) & _before[i];
                if (from == 0) continue;
                kept |= 1UL << value;
                rightBefore |= from;
            }
            if (!domains.Keep(Scope[i], kept)) return false;
            right = rightBefore;
        }
        return right != 0;
    }

    private static ulong Reach(ulong sums, ulong values, int coefficient)
    {
        ulong reached = 0;
        for (; values != 0; values &= values - 1)
        {
            var shift = (long)BitOperations.TrailingZeroCount(values) * coefficient;
            if (shift > 63) break;
            reached |= sums << (int)shift;
        }
        return reached;
    }
}
