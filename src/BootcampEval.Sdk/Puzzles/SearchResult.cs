// What a search for solutions brought.

namespace BootcampEval.Sdk.Puzzles;

/// <summary>The outcome of a bounded search.</summary>
/// <param name="Solutions">The solutions found, in the order found.</param>
/// <param name="Nodes">Number of choices the search had to try: 0 when conclusions alone decided everything.</param>
/// <param name="Exhausted">Whether every branch was searched: there are no further solutions.</param>
public sealed record SearchResult(IReadOnlyList<int[]> Solutions, long Nodes, bool Exhausted)
{
    /// <summary>The first solution found, or null.</summary>
    public int[]? First => Solutions.Count > 0 ? Solutions[0] : null;

    /// <summary>Whether there is one solution and provably no other. Only a search for two or more can tell.</summary>
    public bool IsUnique => Solutions.Count == 1 && Exhausted;

    /// <summary>Whether there is provably no solution.</summary>
    public bool IsImpossible => Solutions.Count == 0 && Exhausted;
}
