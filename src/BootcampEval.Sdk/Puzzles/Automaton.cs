// Finite automata over small numbers: rules about what may stand along a line.

namespace BootcampEval.Sdk.Puzzles;

/// <summary>A deterministic automaton with at most 64 states that reads values from 0 to 63.</summary>
/// <remarks>Used with <see cref="FiniteDomain.Regular"/>: the values along a line must be a word that it accepts (Pesant 2004).</remarks>
public sealed class Automaton
{
    private readonly int[] _next;

    /// <summary>Makes an automaton that starts in state 0.</summary>
    /// <param name="states">Number of states, at most 64.</param>
    /// <param name="values">Number of values read: 0 to values - 1.</param>
    /// <param name="next">The state after a state and a value, or -1 when the value is not allowed there.</param>
    /// <param name="accepts">Whether a word may end in a state.</param>
    public Automaton(int states, int values, Func<int, int, int> next, Func<int, bool> accepts)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(states, 64);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(values, 64);
        States = states;
        Values = values;
        _next = new int[states * values];
        for (var state = 0; state < states; state++)
        {
            if (accepts(state)) Accepting |= 1UL << state;
            for (var value = 0; value < values; value++) _next[(state * values) + value] = next(state, value);
        }
    }

    /// <summary>Number of states.</summary>
    public int States { get; }

    /// <summary>Number of values.</summary>
    public int Values { get; }

    /// <summary>The states a word may end in, one bit each.</summary>
    public ulong Accepting { get; }

    /// <summary>The state after a state and a value, or -1.</summary>
    public int Next(int state, int value) => value < Values ? _next[(state * Values) + value] : -1;

    /// <summary>Accepts lines of 0 and 1 whose maximal runs of 1 have the given lengths in order, as a nonogram clue says.</summary>
    /// <exception cref="ArgumentException">The runs and the gaps between them need more than 63 places.</exception>
    public static Automaton Runs(IReadOnlyList<int> lengths)
    {
        if (lengths.Any(length => length < 1)) throw new ArgumentException("a run has a length of at least 1", nameof(lengths));
        if (lengths.Sum(length => (long)length) + lengths.Count + 1 > 64) throw new ArgumentException("the runs are too long for one line", nameof(lengths));
        // For each run a state for the gap before it and one for each of its places; then one for the gap after the last run.
        List<(int Blank, int Filled)> steps = [];
        foreach (var length in lengths)
        {
            steps.Add((steps.Count, steps.Count + 1));
            for (var filled = 1; filled < length; filled++) steps.Add((-1, steps.Count + 1));
            steps.Add((steps.Count + 1, -1));
        }
        steps.Add((steps.Count, -1));
        var firstAccepting = Math.Max(0, steps.Count - 2);
        return new(steps.Count, 2, (state, value) => value == 0 ? steps[state].Blank : steps[state].Filled, state => state >= firstAccepting);
    }
}
