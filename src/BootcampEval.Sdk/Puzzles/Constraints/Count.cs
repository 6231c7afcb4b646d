// How many variables take one of some values.

namespace BootcampEval.Sdk.Puzzles.Constraints;

/// <summary>The number of variables with a value in a mask lies between two numbers.</summary>
internal sealed class Count(IReadOnlyList<int> scope, ulong values, int low, int high) : Constraint(scope)
{
    public override bool IsIdempotent => true;

    public override bool Propagate(Domains domains)
    {
        int sure = 0, possible = 0;
        foreach (var variable in Scope)
        {
            var inside = domains[variable] & values;
            if (inside == 0) continue;
            possible++;
            if (inside == domains[variable]) sure++;
        }
        if (sure > high || possible < low) return false;
        if (sure == possible || (sure < high && possible > low)) return true;
        var keep = sure == high ? ~values : values;
        foreach (var variable in Scope)
        {
            var inside = domains[variable] & values;
            if (inside != 0 && inside != domains[variable] && !domains.Keep(variable, keep)) return false;
        }
        return true;
    }
}
