// The search of the finite-domain solver: choose a variable, split its values in "this one" and "not this one", conclude, go on.

using System.Numerics;

namespace BootcampEval.Sdk.Puzzles;

/// <summary>One depth-first search over domains that are already marked for undoing. It does not allocate while it runs, except for solutions.</summary>
internal sealed class DepthFirst
{
    private readonly Domains _domains;
    private readonly PuzzleRandom? _random;
    private readonly int[] _failures;
    private readonly List<int[]> _solutions = [];
    private readonly int[] _open;
    private int _openCount;
    private (int Variable, int Value, int Mark, int OpenCount)[] _choices = new (int, int, int, int)[64];
    private int _depth;

    public DepthFirst(Domains domains, List<Constraint> constraints, int variables, PuzzleRandom? random)
    {
        _domains = domains;
        _random = random;
        _failures = new int[variables];
        foreach (var constraint in constraints)
            foreach (var variable in constraint.Scope) _failures[variable]++;
        _open = new int[variables];
        for (var i = 0; i < variables; i++) _open[i] = i;
        _openCount = variables;
    }

    public SearchResult Run(int most, long nodeBudget)
    {
        long nodes = 0;
        var consistent = Conclude();
        while (true)
        {
            if (consistent)
            {
                var variable = ChooseVariable();
                if (variable < 0)
                {
                    _solutions.Add(Solution());
                    if (_solutions.Count >= most) return new(_solutions, nodes, false);
                    consistent = false;
                    continue;
                }
                if (++nodes > nodeBudget) return new(_solutions, nodes, false);
                consistent = Try(variable, ChooseValue(variable));
            }
            else if (_depth == 0)
            {
                return new(_solutions, nodes, true);
            }
            else
            {
                consistent = TakeBack();
            }
        }
    }

    private bool Try(int variable, int value)
    {
        if (_depth == _choices.Length) Array.Resize(ref _choices, 2 * _choices.Length);
        _choices[_depth++] = (variable, value, _domains.Mark(), _openCount);
        return _domains.Fix(variable, value) && Conclude();
    }

    private bool TakeBack()
    {
        var (variable, value, mark, openCount) = _choices[--_depth];
        _domains.Undo(mark);
        _openCount = openCount;
        return _domains.Remove(variable, 1UL << value) && Conclude();
    }

    private bool Conclude()
    {
        if (_domains.Propagate() is not { } broken) return true;
        foreach (var variable in broken.Scope) _failures[variable]++;
        return false;
    }

    /// <summary>The open variable with the fewest values for its failures; fixed ones are swapped to the end of the list on the way.</summary>
    private int ChooseVariable()
    {
        var (best, bestSize, ties) = (-1, 0L, 0);
        for (var i = 0; i < _openCount; i++)
        {
            var variable = _open[i];
            var size = BitOperations.PopCount(_domains[variable]);
            if (size == 1)
            {
                (_open[i], _open[--_openCount]) = (_open[_openCount], variable);
                i--;
                continue;
            }
            var order = best < 0 ? -1L : ((long)size * Weight(best)) - (bestSize * Weight(variable));
            if (order == 0 && _random is null) order = variable - best;
            if (order == 0 && _random!.Below(++ties) == 0) order = -1;
            else if (order < 0) ties = 1;
            if (order < 0) (best, bestSize) = (variable, size);
        }
        return best;
    }

    private int Weight(int variable) => _failures[variable] + 1;

    private int ChooseValue(int variable)
    {
        if (_random is null) return _domains.Least(variable);
        var values = _domains[variable];
        for (var skip = _random.Below(BitOperations.PopCount(values)); skip > 0; skip--) values &= values - 1;
        return BitOperations.TrailingZeroCount(values);
    }

    private int[] Solution()
    {
        var solution = new int[_failures.Length];
        for (var i = 0; i < solution.Length; i++) solution[i] = _domains.Least(i);
        return solution;
    }
}
