// Weighted sums of any size, by their bounds.

using System.Numerics;

namespace BootcampEval.Sdk.Puzzles.Constraints;

/// <summary>A weighted sum between two numbers: values that would push it out of bounds, whatever the others are, go.</summary>
internal sealed class BoundedSum(IReadOnlyList<int> coefficients, IReadOnlyList<int> scope, long low, long high) : Constraint(scope)
{
    private readonly int[] _coefficients = [.. coefficients];

    public override bool Propagate(Domains domains)
    {
        long least = 0, most = 0;
        for (var i = 0; i < Scope.Length; i++)
        {
            var (from, to) = Range(domains, i);
            least += from;
            most += to;
        }
        if (least > high || most < low) return false;
        if (least >= low && most <= high) return true;
        for (var i = 0; i < Scope.Length; i++)
        {
            if (domains.IsFixed(Scope[i])) continue;
            var (from, to) = Range(domains, i);
            ulong kept = 0;
            for (var values = domains[Scope[i]]; values != 0; values &= values - 1)
            {
                var value = BitOperations.TrailingZeroCount(values);
                var share = (long)value * _coefficients[i];
                if (least - from + share <= high && most - to + share >= low) kept |= 1UL << value;
            }
            if (!domains.Keep(Scope[i], kept)) return false;
        }
        return true;
    }

    private (long Least, long Most) Range(Domains domains, int i)
    {
        long a = (long)domains.Least(Scope[i]) * _coefficients[i], b = (long)domains.Most(Scope[i]) * _coefficients[i];
        return a <= b ? (a, b) : (b, a);
    }
}
