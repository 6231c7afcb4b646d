// A list of the allowed combinations.

namespace BootcampEval.Sdk.Puzzles.Constraints;

/// <summary>
/// The values together form one of the listed tuples. The tuples still possible are kept at the front of the list (simple tabular reduction,
/// Ullmann 2007); how many they are is a state that the search takes back.
/// </summary>
internal sealed class Table(IReadOnlyList<int> scope, IReadOnlyList<int[]> tuples, int liveSlot) : Constraint(scope)
{
    private readonly int[][] _tuples = [.. tuples];
    private readonly ulong[] _supported = new ulong[scope.Count];

    public override bool IsIdempotent => true;

    public override bool Propagate(Domains domains)
    {
        Array.Clear(_supported);
        var live = domains.State(liveSlot);
        for (var i = 0; i < live;)
        {
            var tuple = _tuples[i];
            if (IsPossible(domains, tuple))
            {
                for (var j = 0; j < tuple.Length; j++) _supported[j] |= 1UL << tuple[j];
                i++;
            }
            else
            {
                live--;
                (_tuples[i], _tuples[live]) = (_tuples[live], tuple);
            }
        }
        if (live == 0) return false;
        domains.SetState(liveSlot, live);
        for (var j = 0; j < Scope.Length; j++)
        {
            if (!domains.Keep(Scope[j], _supported[j])) return false;
        }
        return true;
    }

    private bool IsPossible(Domains domains, int[] tuple)
    {
        for (var j = 0; j < tuple.Length; j++)
        {
            if ((domains[Scope[j]] >> tuple[j] & 1) == 0) return false;
        }
        return true;
    }
}
