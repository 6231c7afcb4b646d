// Resolution in rounds until nothing new comes: whether clauses can be true together.

namespace BootcampEval.Sdk.Logic;

/// <summary>How a saturation ended.</summary>
/// <param name="IsRefuted">Whether the empty clause came out: the clauses can't all be true.</param>
/// <param name="Cycles">The cycle in which it ended, counted from 1.</param>
/// <param name="Clauses">How many different clauses had come up by then, the given ones included.</param>
public readonly record struct Saturation(bool IsRefuted, int Cycles, int Clauses)
{
    /// <summary>
    /// Resolves in cycles: each forms all resolvents of two clauses of which at least one came up in the cycle before (at first: all pairs
    /// of given clauses). It ends when the empty clause comes out, or when nothing new does.
    /// </summary>
    /// <param name="given">The clauses.</param>
    /// <param name="keepTautologies">Whether resolvents that hold a variable and its negation are kept; they never change whether the clauses are refuted.</param>
    /// <param name="mostClauses">How many clauses there may be before it gives up.</param>
    /// <returns>How it ended; null if it gave up.</returns>
    public static Saturation? Of(IEnumerable<Clause> given, bool keepTautologies = false, int mostClauses = 2_000)
    {
        var old = new List<Clause>();
        var recent = given.Distinct().ToList();
        var known = recent.ToHashSet();
        for (var cycle = 1; ; cycle++)
        {
            var fresh = new List<Clause>();
            foreach (var resolvent in NewResolvents(old, recent))
            {
                if (resolvent == Clause.Empty) return new(true, cycle, known.Count + 1);
                if (resolvent.IsTautology && !keepTautologies) continue;
                if (known.Add(resolvent)) fresh.Add(resolvent);
            }
            if (fresh.Count == 0) return new(false, cycle, known.Count);
            if (known.Count > mostClauses) return null;
            old.AddRange(recent);
            recent = fresh;
        }
    }

    private static IEnumerable<Clause> NewResolvents(List<Clause> old, List<Clause> recent)
    {
        for (var i = 0; i < recent.Count; i++)
        {
            foreach (var other in old)
                foreach (var resolvent in recent[i].ResolventsWith(other)) yield return resolvent;
            for (var j = 0; j < i; j++)
                foreach (var resolvent in recent[i].ResolventsWith(recent[j])) yield return resolvent;
        }
    }
}
