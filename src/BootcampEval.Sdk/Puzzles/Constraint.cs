// A rule between variables of a finite-domain model: the hook for rules that the ready-made ones do not cover.

namespace BootcampEval.Sdk.Puzzles;

/// <summary>A rule between some variables, which can remove values that cannot be part of any solution.</summary>
public abstract class Constraint
{
    /// <summary>Names the variables of the rule.</summary>
    /// <param name="scope">The variables: a change of any of them calls <see cref="Propagate"/>. No variable twice.</param>
    protected Constraint(IReadOnlyList<int> scope)
    {
        Scope = [.. scope];
        if (Scope.Distinct().Count() != Scope.Length) throw new ArgumentException("a variable occurs twice in one constraint", nameof(scope));
    }

    /// <summary>The variables of the rule.</summary>
    public int[] Scope { get; }

    /// <summary>Whether one call of <see cref="Propagate"/> finds all that repeated calls would find.</summary>
    public virtual bool IsIdempotent => false;

    /// <summary>
    /// Removes impossible values and says whether the rule can still hold. It must be sound (remove nothing that a solution needs) and must
    /// return false for every broken assignment of all its variables; how much it sees earlier is its own choice.
    /// </summary>
    public abstract bool Propagate(Domains domains);
}
