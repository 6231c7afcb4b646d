// Truth tables: what a propositional formula means.

using System.Numerics;

namespace BootcampEval.Sdk.Logic;

/// <summary>
/// The truth value of a formula for every row of values of its variables. In row i, the first variable has the value of bit 0 of i (the
/// lowest), the second that of bit 1, and so on.
/// </summary>
/// <remarks>All rows are computed side by side, 64 in a machine word.</remarks>
public sealed class TruthTable
{
    /// <summary>The most variables a table is made for.</summary>
    public const int MostVariables = 16;

    private static readonly ulong[] LowColumns =
        [0xAAAAAAAAAAAAAAAA, 0xCCCCCCCCCCCCCCCC, 0xF0F0F0F0F0F0F0F0, 0xFF00FF00FF00FF00, 0xFFFF0000FFFF0000, 0xFFFFFFFF00000000];

    private readonly ulong[] _words;

    private TruthTable(IReadOnlyList<string> variables, ulong[] words)
    {
        Variables = variables;
        _words = words;
    }

    /// <summary>The variables, the one of the lowest bit first.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>The number of rows.</summary>
    public int Rows => 1 << Variables.Count;

    /// <summary>The value in a row.</summary>
    public bool this[int row] => (_words[row / 64] >> (row % 64) & 1) != 0;

    /// <summary>The rows in which the formula is true, ascending.</summary>
    public int[] TrueRows => [.. Enumerable.Range(0, Rows).Where(row => this[row])];

    /// <summary>The rows in which the formula is false, ascending.</summary>
    public int[] FalseRows => [.. Enumerable.Range(0, Rows).Where(row => !this[row])];

    /// <summary>In how many rows the formula is true.</summary>
    public int TrueCount => _words.Sum(word => BitOperations.PopCount(word & Mask));

    /// <summary>Whether the formula is true in every row.</summary>
    public bool IsTautology => TrueCount == Rows;

    /// <summary>Whether the formula is false in every row.</summary>
    public bool IsContradiction => TrueCount == 0;

    private ulong Mask => Rows >= 64 ? ulong.MaxValue : (1UL << Rows) - 1;

    /// <summary>The table of a formula over its own variables in ordinal order.</summary>
    public static TruthTable Of(Formula formula) => Of(formula, formula.AtomNames);

    /// <summary>The table of a formula over the given variables, which may be more than it has.</summary>
    /// <exception cref="ArgumentException">There are more than <see cref="MostVariables"/>, or one of the formula's is missing.</exception>
    public static TruthTable Of(Formula formula, IReadOnlyList<string> variables)
    {
        if (variables.Count > MostVariables) throw new ArgumentException($"a table is made for at most {MostVariables} variables", nameof(variables));
        return new(variables, Column(formula, variables));
    }

    /// <summary>Whether two formulas have the same value whatever the values of their variables.</summary>
    public static bool Equivalent(Formula left, Formula right) => Of(left.Iff(right)).IsTautology;

    /// <summary>Whether a conclusion is true wherever all premises are.</summary>
    public static bool Entails(IEnumerable<Formula> premises, Formula conclusion) =>
        Of(premises.Reverse().Aggregate(conclusion, (rest, premise) => premise.Implies(rest))).IsTautology;

    private static ulong[] Column(Formula formula, IReadOnlyList<string> variables) => formula switch
    {
        Atom atom => ColumnOf(atom, variables),
        Negation negation => Combine(Column(negation.Of, variables), [], (value, _) => ~value),
        Compound compound => Combine(Column(compound.Left, variables), Column(compound.Right, variables), compound.Connective switch
        {
            Connective.And => (left, right) => left & right,
            Connective.Or => (left, right) => left | right,
            Connective.Implies => (left, right) => ~left | right,
            _ => (left, right) => ~(left ^ right),
        }),
        _ => throw new ArgumentException("a modal formula has no truth table", nameof(formula)),
    };

    private static ulong[] ColumnOf(Atom atom, IReadOnlyList<string> variables)
    {
        var bit = 0;
        while (bit < variables.Count && variables[bit] != atom.Name) bit++;
        if (bit == variables.Count) throw new ArgumentException($"the variable {atom.Name} is not among the table's", nameof(variables));
        var words = new ulong[Math.Max(1, (1 << variables.Count) / 64)];
        for (var i = 0; i < words.Length; i++)
            words[i] = bit < LowColumns.Length ? LowColumns[bit] : (i >> (bit - LowColumns.Length) & 1) != 0 ? ulong.MaxValue : 0;
        return words;
    }

    private static ulong[] Combine(ulong[] left, ulong[] right, Func<ulong, ulong, ulong> operation)
    {
        for (var i = 0; i < left.Length; i++) left[i] = operation(left[i], right.Length == 0 ? 0 : right[i]);
        return left;
    }
}
