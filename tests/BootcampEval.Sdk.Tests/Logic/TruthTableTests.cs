// Truth tables against row-by-row evaluation, and the normal forms that they number.

using BootcampEval.Sdk.Logic;
using CsCheck;

namespace BootcampEval.Sdk.Tests.Logic;

public sealed class TruthTableTests
{
    private static readonly string[] Letters = ["p", "q", "r", "s"];

    private static readonly Formula P = new Atom("p"), Q = new Atom("q"), R = new Atom("r");

    [Fact]
    public void Every_row_agrees_with_evaluating_the_formula_in_it() => RandomFormulas.Propositional.Sample(formula =>
    {
        var table = TruthTable.Of(formula, Letters);
        for (var row = 0; row < 16; row++)
            Assert.Equal(IsTrue(formula, name => (row >> Array.IndexOf(Letters, name) & 1) != 0), table[row]);
        Assert.Equal(Enumerable.Range(0, 16).Count(row => table[row]), table.TrueCount);
    });

    [Fact]
    public void Tables_of_many_variables_span_several_words()
    {
        string[] variables = [.. Enumerable.Range(0, 8).Select(i => $"x{i}")];
        var all = variables.Select(Formula (name) => new Atom(name)).Aggregate((left, right) => left.And(right));

        Assert.Equal([255], TruthTable.Of(all, variables).TrueRows);
        Assert.Equal(128, TruthTable.Of(new Atom("x7"), variables).TrueCount);
    }

    [Fact]
    public void Laws_of_logic_are_equivalences_and_their_misreadings_are_not()
    {
        Assert.True(TruthTable.Equivalent(P.Implies(Q), Q.Negated().Implies(P.Negated())));
        Assert.True(TruthTable.Equivalent(P.Implies(Q).And(P.Implies(Q.Negated())), P.Negated()));
        Assert.False(TruthTable.Equivalent(P.Implies(Q), Q.Implies(P)));
        Assert.True(TruthTable.Of(P.Or(P.Negated())).IsTautology);
        Assert.True(TruthTable.Of(P.And(P.Negated())).IsContradiction);
    }

    [Fact]
    public void A_conclusion_is_entailed_when_no_row_makes_the_premises_true_and_it_false()
    {
        Assert.True(TruthTable.Entails([P.Implies(Q), Q.Implies(R), P], R));
        Assert.False(TruthTable.Entails([P.Implies(Q), Q], P));
    }

    [Fact]
    public void The_first_variable_is_the_lowest_bit_of_a_term_number()
    {
        Assert.Equal("p ∧ ¬q", Notation.Unicode.Write(PrincipalForms.Minterm(1, ["p", "q"])));
        Assert.Equal("¬p ∧ q", Notation.Unicode.Write(PrincipalForms.Minterm(2, ["p", "q"])));
        Assert.Equal("¬p ∨ q", Notation.Unicode.Write(PrincipalForms.Maxterm(1, ["p", "q"])));
        Assert.Equal("p ∨ ¬q", Notation.Unicode.Write(PrincipalForms.Maxterm(2, ["p", "q"])));
    }

    [Fact]
    public void The_principal_forms_are_equivalent_to_the_formula() => RandomFormulas.Propositional.Sample(formula =>
    {
        var minterms = PrincipalForms.MintermsOf(formula, Letters);
        var maxterms = PrincipalForms.MaxtermsOf(formula, Letters);

        Assert.Equal(16, minterms.Length + maxterms.Length);
        if (minterms.Length > 0)
            Assert.True(TruthTable.Equivalent(formula, minterms.Select(i => PrincipalForms.Minterm(i, Letters)).Aggregate((left, right) => left.Or(right))));
        if (maxterms.Length > 0)
            Assert.True(TruthTable.Equivalent(formula, maxterms.Select(i => PrincipalForms.Maxterm(i, Letters)).Aggregate((left, right) => left.And(right))));
    });

    private static bool IsTrue(Formula formula, Func<string, bool> value) => formula switch
    {
        Atom atom => value(atom.Name),
        Negation negation => !IsTrue(negation.Of, value),
        Compound { Connective: Connective.And } both => IsTrue(both.Left, value) && IsTrue(both.Right, value),
        Compound { Connective: Connective.Or } either => IsTrue(either.Left, value) || IsTrue(either.Right, value),
        Compound { Connective: Connective.Implies } implies => !IsTrue(implies.Left, value) || IsTrue(implies.Right, value),
        Compound iff => IsTrue(iff.Left, value) == IsTrue(iff.Right, value),
        _ => throw new ArgumentException("not propositional"),
    };
}
