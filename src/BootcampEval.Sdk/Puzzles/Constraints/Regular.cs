// A line that an automaton accepts.

using System.Numerics;

namespace BootcampEval.Sdk.Puzzles.Constraints;

/// <summary>The values in order are a word of an automaton: a value stays only while some accepted word has it there (Pesant 2004).</summary>
internal sealed class Regular(IReadOnlyList<int> scope, Automaton automaton) : Constraint(scope)
{
    private readonly ulong[] _reached = new ulong[scope.Count + 1];

    public override bool IsIdempotent => true;

    public override bool Propagate(Domains domains)
    {
        _reached[0] = 1;
        for (var i = 0; i < Scope.Length; i++)
        {
            _reached[i + 1] = Follow(_reached[i], domains[Scope[i]]);
            if (_reached[i + 1] == 0) return false;
        }
        var good = _reached[^1] & automaton.Accepting;
        for (var i = Scope.Length - 1; i >= 0; i--)
        {
            if (good == 0) return false;
            var (kept, goodBefore) = Support(_reached[i], domains[Scope[i]], good);
            if (!domains.Keep(Scope[i], kept)) return false;
            good = goodBefore;
        }
        return good != 0;
    }

    private ulong Follow(ulong states, ulong values)
    {
        ulong reached = 0;
        for (; states != 0; states &= states - 1)
        {
            var state = BitOperations.TrailingZeroCount(states);
            for (var left = values; left != 0; left &= left - 1)
            {
                var next = automaton.Next(state, BitOperations.TrailingZeroCount(left));
                if (next >= 0) reached |= 1UL << next;
            }
        }
        return reached;
    }

    private (ulong Values, ulong States) Support(ulong states, ulong values, ulong good)
    {
        ulong keptValues = 0, keptStates = 0;
        for (; states != 0; states &= states - 1)
        {
            var state = BitOperations.TrailingZeroCount(states);
            for (var left = values; left != 0; left &= left - 1)
            {
                var value = BitOperations.TrailingZeroCount(left);
                var next = automaton.Next(state, value);
                if (next < 0 || (good >> next & 1) == 0) continue;
                keptValues |= 1UL << value;
                keptStates |= 1UL << state;
            }
        }
        return (keptValues, keptStates);
    }
}
