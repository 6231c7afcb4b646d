// Principal normal forms: minterms, maxterms and their numbers.

namespace BootcampEval.Sdk.Logic;

/// <summary>
/// The principal disjunctive and conjunctive normal forms over some variables. Terms are numbered as the rows of a <see cref="TruthTable"/>
/// are: the first variable is the lowest bit.
/// </summary>
public static class PrincipalForms
{
    /// <summary>Minterm m_i, true in row i alone: the conjunction of all variables, negated where the bit of i is 0.</summary>
    public static Formula Minterm(int index, IReadOnlyList<string> variables) =>
        Literals(index, variables, negatedWhere: 0).Aggregate((left, right) => left.And(right));

    /// <summary>Maxterm M_i, false in row i alone: the disjunction of all variables, negated where the bit of i is 1.</summary>
    public static Formula Maxterm(int index, IReadOnlyList<string> variables) =>
        Literals(index, variables, negatedWhere: 1).Aggregate((left, right) => left.Or(right));

    /// <summary>The numbers of the minterms in the principal disjunctive normal form, ascending.</summary>
    public static int[] MintermsOf(Formula formula, IReadOnlyList<string> variables) => TruthTable.Of(formula, variables).TrueRows;

    /// <summary>The numbers of the maxterms in the principal conjunctive normal form, ascending.</summary>
    public static int[] MaxtermsOf(Formula formula, IReadOnlyList<string> variables) => TruthTable.Of(formula, variables).FalseRows;

    private static IEnumerable<Formula> Literals(int index, IReadOnlyList<string> variables, int negatedWhere) =>
        variables.Select((name, bit) => (index >> bit & 1) == negatedWhere ? new Atom(name).Negated() : new Atom(name));
}
