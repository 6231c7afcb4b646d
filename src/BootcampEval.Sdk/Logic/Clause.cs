// Clauses and the resolution of clauses.

using System.Numerics;

namespace BootcampEval.Sdk.Logic;

/// <summary>A disjunction of literals over at most 64 variables, numbered from 0: the variables that stand plain, and those that stand negated.</summary>
public readonly record struct Clause(ulong Plain, ulong Negated)
{
    /// <summary>The clause without literals, which is false.</summary>
    public static Clause Empty { get; }

    /// <summary>A clause of one literal.</summary>
    public static Clause Literal(int variable, bool negated) => negated ? new(0, 1UL << variable) : new(1UL << variable, 0);

    /// <summary>The number of literals.</summary>
    public int Count => BitOperations.PopCount(Plain) + BitOperations.PopCount(Negated);

    /// <summary>Whether it holds a variable and its negation, so that it is always true.</summary>
    public bool IsTautology => (Plain & Negated) != 0;

    /// <summary>All literals of both.</summary>
    public Clause Union(Clause other) => new(Plain | other.Plain, Negated | other.Negated);

    /// <summary>The resolvents with another clause: for each clash, the literals of both without the clashing pair.</summary>
    public IEnumerable<Clause> ResolventsWith(Clause other)
    {
        for (var clashes = Plain & other.Negated; clashes != 0; clashes &= clashes - 1)
        {
            var variable = clashes & ~(clashes - 1);
            yield return new Clause(Plain & ~variable, Negated).Union(new(other.Plain, other.Negated & ~variable));
        }
        for (var clashes = Negated & other.Plain; clashes != 0; clashes &= clashes - 1)
        {
            var variable = clashes & ~(clashes - 1);
            yield return new Clause(Plain, Negated & ~variable).Union(new(other.Plain & ~variable, other.Negated));
        }
    }

    /// <summary>Whether the clause is true when exactly the variables of a set are.</summary>
    public bool IsTrue(ulong trueVariables) => (Plain & trueVariables) != 0 || (Negated & ~trueVariables) != 0;
}
