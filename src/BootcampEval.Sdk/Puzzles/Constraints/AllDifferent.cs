// No two variables with the same value.

using System.Numerics;

namespace BootcampEval.Sdk.Puzzles.Constraints;

/// <summary>
/// All values differ. It sees naked groups (k variables that share the same k values) and, when there are as many values as variables, values
/// with only one place left: less than Régin's matching (1994), and much faster on lines of up to nine.
/// </summary>
internal sealed class AllDifferent(IReadOnlyList<int> scope) : Constraint(scope)
{
    public override bool Propagate(Domains domains)
    {
        foreach (var variable in Scope)
        {
            if (!ClearGroup(domains, domains[variable])) return false;
        }
        return PlaceLonelyValues(domains);
    }

    /// <summary>Where as many variables fit inside a set of values as it has values, no other variable may use them.</summary>
    private bool ClearGroup(Domains domains, ulong group)
    {
        var size = BitOperations.PopCount(group);
        if (size >= Scope.Length) return true;
        var inside = Inside(domains, group);
        if (inside < size) return true;
        if (inside > size) return false;
        foreach (var variable in Scope)
        {
            if ((domains[variable] & ~group) != 0 && !domains.Remove(variable, group)) return false;
        }
        return true;
    }

    private int Inside(Domains domains, ulong group)
    {
        var inside = 0;
        foreach (var variable in Scope)
        {
            if ((domains[variable] & ~group) == 0) inside++;
        }
        return inside;
    }

    private bool PlaceLonelyValues(Domains domains)
    {
        ulong once = 0, twice = 0;
        foreach (var variable in Scope)
        {
            twice |= once & domains[variable];
            once |= domains[variable];
        }
        var values = BitOperations.PopCount(once);
        if (values != Scope.Length) return values > Scope.Length;
        var lonely = once & ~twice;
        foreach (var variable in Scope)
        {
            var own = domains[variable] & lonely;
            if (own != 0 && !domains.IsFixed(variable) && (!BitOperations.IsPow2(own) || !domains.Keep(variable, own))) return false;
        }
        return true;
    }
}
