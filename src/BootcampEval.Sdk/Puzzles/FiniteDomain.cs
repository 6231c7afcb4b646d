// The solver behind most grid puzzles: variables with few possible values, rules between them, and a search that can be asked for all
// solutions or for proof that there is one only.

using BootcampEval.Sdk.Puzzles.Constraints;

namespace BootcampEval.Sdk.Puzzles;

/// <summary>
/// A model of variables with values from 0 to 63 and constraints between them, solved by propagation and depth-first search.
/// </summary>
/// <remarks>
/// Maintains consistency after every choice (Mackworth 1977; Sabin and Freuder 1994) and chooses the variable with the fewest values left per
/// failure seen (dom/wdeg, Boussemart et al. 2004), then splits its domain in "this value" and "not this value". Without a
/// <see cref="PuzzleRandom"/> the search is the same each time. A model is not thread-safe; build one where it is needed.
/// </remarks>
public sealed class FiniteDomain
{
    private readonly List<ulong> _initial = [];
    private readonly List<int> _states = [];
    private readonly List<Constraint> _constraints = [];
    private Domains? _domains;
    private bool _contradictory;

    /// <summary>Number of variables.</summary>
    public int Variables => _initial.Count;

    /// <summary>Adds a variable with the values from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    /// <returns>Its number: variables are counted from 0.</returns>
    public int Add(int low, int high) => Add(ValuesBetween(low, high));

    /// <summary>Adds a variable whose possible values are the bits of a mask.</summary>
    public int Add(ulong values)
    {
        ArgumentOutOfRangeException.ThrowIfZero(values);
        Reopen();
        _initial.Add(values);
        return _initial.Count - 1;
    }

    /// <summary>Adds a grid of variables with the same values: the grid holds their numbers.</summary>
    public Grid<int> AddGrid(int rows, int columns, int low, int high) => new(rows, columns, _ => Add(low, high));

    /// <summary>Adds a number that a constraint keeps between calls, read and set through <see cref="Domains.State"/>.</summary>
    public int NewState(int initial)
    {
        Reopen();
        _states.Add(initial);
        return _states.Count - 1;
    }

    /// <summary>Adds a constraint of your own.</summary>
    public void Add(Constraint constraint)
    {
        Reopen();
        _constraints.Add(constraint);
    }

    /// <summary>A variable takes one of the values of a mask.</summary>
    public void OneOf(int variable, ulong values) => Add(new Clause([(variable, values)]));

    /// <summary>A variable has a value.</summary>
    public void Fix(int variable, int value) => OneOf(variable, 1UL << value);

    /// <summary>All values differ.</summary>
    public void AllDifferent(IReadOnlyList<int> variables) => Add(new AllDifferent(variables));

    /// <summary>The sum of the variables is a number.</summary>
    public void Sum(IReadOnlyList<int> variables, long total) => SumBetween(Ones(variables), variables, total, total);

    /// <summary>The sum of the variables lies between two numbers, both included.</summary>
    public void SumBetween(IReadOnlyList<int> variables, long low, long high) => SumBetween(Ones(variables), variables, low, high);

    /// <summary>The sum of coefficient times variable is a number.</summary>
    public void Sum(IReadOnlyList<int> coefficients, IReadOnlyList<int> variables, long total) => SumBetween(coefficients, variables, total, total);

    /// <summary>The sum of coefficient times variable lies between two numbers, both included; long.MinValue and long.MaxValue leave a side open.</summary>
    public void SumBetween(IReadOnlyList<int> coefficients, IReadOnlyList<int> variables, long low, long high)
    {
        if (coefficients.Count != variables.Count) throw new ArgumentException("there are not as many coefficients as variables", nameof(coefficients));
        Add(ReachableSum.Fits(coefficients, low, high)
            ? new ReachableSum(coefficients, variables, (int)Math.Max(low, 0), (int)high)
            : new BoundedSum(coefficients, variables, low, high));
    }

    /// <summary>The number of variables whose value is in a mask lies between two numbers, both included.</summary>
    public void Count(IReadOnlyList<int> variables, ulong values, int low, int high) => Add(new Count(variables, values, low, high));

    /// <summary>The values together form one of the allowed tuples.</summary>
    public void Allowed(IReadOnlyList<int> variables, IReadOnlyList<int[]> tuples) => Add(new Table(variables, tuples, NewState(tuples.Count)));

    /// <summary>The values in order are a word that the automaton accepts.</summary>
    public void Regular(IReadOnlyList<int> variables, Automaton automaton) => Add(new Regular(variables, automaton));

    /// <summary>The first variable is less than the second.</summary>
    public void Less(int smaller, int larger) => Add(new Less(smaller, larger));

    /// <summary>If one variable takes a value of its mask, so does the other of its own.</summary>
    public void Implies(int variable, ulong values, int thenVariable, ulong thenValues) =>
        Add(new Clause([(variable, ~values), (thenVariable, thenValues)]));

    /// <summary>At least one of the variables takes a value of its mask.</summary>
    public void AnyOf(IReadOnlyList<(int Variable, ulong Values)> choices) => Add(new Clause(choices));

    /// <summary>Two equally long lines differ in at least one place.</summary>
    public void LinesDiffer(IReadOnlyList<int> line, IReadOnlyList<int> other) => Add(new LinesDiffer(line, other));

    /// <summary>The edges with the value 1 form one closed loop, or there are none; every edge has a variable with the values 0 and 1.</summary>
    /// <param name="edges">For each edge its variable and its two nodes, counted from 0.</param>
    /// <param name="nodes">Number of nodes.</param>
    public void OneLoop(IReadOnlyList<(int Variable, int From, int To)> edges, int nodes) => Add(new OneLoop(edges, nodes));

    /// <summary>The cells of a grid of variables that have a value are connected, by sides, with a start cell.</summary>
    public void ConnectedRegion(Grid<int> variables, Cell start, int value) => Add(new ConnectedRegion(variables, start, value));

    /// <summary>The mask of the values between two, both included.</summary>
    public static ulong ValuesBetween(int low, int high)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(low);
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(high, 63);
        return (ulong.MaxValue >> (63 - high)) & (ulong.MaxValue << low);
    }

    /// <summary>Searches for solutions.</summary>
    /// <param name="most">Stop after this many.</param>
    /// <param name="given">Values known for this search only: each a variable and the mask of what it may be.</param>
    /// <param name="random">Choose at random, for random solutions; null for the same search each time.</param>
    /// <param name="nodeBudget">Give up after this many choices.</param>
    public SearchResult Search(
        int most = 1, IReadOnlyList<(int Variable, ulong Values)>? given = null, PuzzleRandom? random = null, long nodeBudget = 10_000_000)
    {
        var domains = Open();
        if (_contradictory) return new([], 0, true);
        var mark = domains.Mark();
        var possible = true;
        foreach (var (variable, values) in given ?? []) possible = possible && domains.Keep(variable, values);
        var result = possible ? new DepthFirst(domains, _constraints, Variables, random).Run(most, nodeBudget) : new([], 0, true);
        domains.Undo(mark);
        return result;
    }

    /// <summary>Whether exactly one solution exists, under values known for this search only.</summary>
    public bool HasOneSolution(IReadOnlyList<(int Variable, ulong Values)>? given = null, long nodeBudget = 10_000_000) =>
        Search(2, given, nodeBudget: nodeBudget).IsUnique;

    private static int[] Ones(IReadOnlyList<int> variables) => [.. Enumerable.Repeat(1, variables.Count)];

    private void Reopen()
    {
        _domains = null;
        _contradictory = false;
    }

    private Domains Open()
    {
        if (_domains is not null) return _domains;
        _domains = new([.. _initial], [.. _states], [.. _constraints]);
        _domains.Mark();
        _domains.EnqueueAll();
        _contradictory = _domains.Propagate() is not null;
        _domains.Commit();
        return _domains;
    }
}
