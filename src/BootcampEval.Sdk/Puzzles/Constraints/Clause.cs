// "At least one of these": the shape of implications.

namespace BootcampEval.Sdk.Puzzles.Constraints;

/// <summary>At least one of the variables takes a value of its mask.</summary>
internal sealed class Clause(IReadOnlyList<(int Variable, ulong Values)> choices) : Constraint([.. choices.Select(choice => choice.Variable)])
{
    private readonly ulong[] _values = [.. choices.Select(choice => choice.Values)];

    public override bool IsIdempotent => true;

    public override bool Propagate(Domains domains)
    {
        var last = -1;
        for (var i = 0; i < Scope.Length; i++)
        {
            var inside = domains[Scope[i]] & _values[i];
            if (inside == 0) continue;
            if (last >= 0 || inside == domains[Scope[i]]) return true;
            last = i;
        }
        return last >= 0 && domains.Keep(Scope[last], _values[last]);
    }
}
