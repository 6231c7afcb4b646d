// Digging: taking clues away while the puzzle stays sound.

namespace BootcampEval.Sdk.Puzzles;

/// <summary>Removes clues from a puzzle whose solution is determined, as long as it stays so.</summary>
public static class Clues
{
    /// <summary>Takes away clues in random order, each only if those left still suffice.</summary>
    /// <param name="clues">All clues.</param>
    /// <param name="random">The source of chance.</param>
    /// <param name="suffice">Whether some clues still determine the solution; asked once for every clue.</param>
    /// <param name="atLeast">Stop when this many are left.</param>
    /// <returns>The clues that stay, in their old order.</returns>
    public static List<T> Dig<T>(IReadOnlyList<T> clues, PuzzleRandom random, Func<IReadOnlyList<T>, bool> suffice, int atLeast = 0)
    {
        var kept = new bool[clues.Count];
        Array.Fill(kept, true);
        var left = clues.Count;
        foreach (var index in random.Shuffled(Enumerable.Range(0, clues.Count)))
        {
            if (left <= atLeast) break;
            kept[index] = false;
            if (suffice(Kept())) left--;
            else kept[index] = true;
        }
        return Kept();

        List<T> Kept() => [.. clues.Where((_, index) => kept[index])];
    }

    /// <summary>
    /// Takes away given values in random order, each only if no other solution appears. Faster than the general form: after each removal it
    /// only asks for a solution in which the removed value is different.
    /// </summary>
    /// <param name="model">The rules, without the given values.</param>
    /// <param name="solution">The values of all variables in the solution.</param>
    /// <param name="variables">The variables whose values are given at first: they must determine the solution.</param>
    /// <param name="random">The source of chance.</param>
    /// <param name="atLeast">Stop when this many are left.</param>
    /// <param name="nodeBudget">A value stays given when this many choices do not decide whether it is needed.</param>
    /// <returns>The variables that stay given.</returns>
    public static List<int> Dig(
        FiniteDomain model, IReadOnlyList<int> solution, IReadOnlyList<int> variables, PuzzleRandom random, int atLeast = 0, long nodeBudget = 20_000)
    {
        List<(int Variable, ulong Values)> given = [.. variables.Select(variable => (variable, 1UL << solution[variable]))];
        foreach (var removed in random.Shuffled(variables))
        {
            if (given.Count <= atLeast) break;
            var at = given.FindIndex(known => known.Variable == removed);
            given[at] = (removed, ~(1UL << solution[removed]));
            if (model.Search(1, given, nodeBudget: nodeBudget).IsImpossible) given.RemoveAt(at);
            else given[at] = (removed, 1UL << solution[removed]);
        }
        return [.. given.Select(known => known.Variable)];
    }
}
