// Formulas are written in the asked spelling and read back; no text can break the reader.

using BootcampEval.Sdk.Logic;
using CsCheck;

namespace BootcampEval.Sdk.Tests.Logic;

public sealed class NotationTests
{
    private static readonly Formula P = new Atom("p"), Q = new Atom("q"), R = new Atom("r");

    [Fact]
    public void What_is_written_reads_back_as_the_same_formula()
    {
        Notation[] notations = [Notation.Unicode, Notation.Ascii with { OuterParentheses = true }, Notation.Ascii with { Blanks = false }];
        RandomFormulas.Modal.Sample(formula =>
        {
            foreach (var notation in notations) Assert.Equal(formula, FormulaReader.Read(notation.Write(formula), notation).Answer);
        });
    }

    [Fact]
    public void Parentheses_stand_around_every_compound_and_the_outermost_one_only_on_request()
    {
        var formula = P.And(Q.Negated()).Implies(R);

        Assert.Equal("(p ∧ ¬q) → r", Notation.Unicode.Write(formula));
        Assert.Equal("((p & !q) > r)", (Notation.Ascii with { OuterParentheses = true }).Write(formula));
    }

    [Theory]
    [InlineData("p & q | r", "(p & q) | r")]
    [InlineData("p > q > r", "p > (q > r)")]
    [InlineData("p = q = r", "(p = q) = r")]
    [InlineData("!p & q", "(!p) & q")]
    [InlineData("p | q = !r > p & q", "(p | q) = ((!r) > (p & q))")]
    [InlineData("[a;b+c*]p & q", "([a;b+c*]p) & q")]
    public void The_usual_order_of_the_connectives_saves_parentheses(string brief, string full) =>
        Assert.Equal(FormulaReader.Read(full, Notation.Ascii).Answer, FormulaReader.Read(brief, Notation.Ascii).Answer);

    [Theory]
    [InlineData("", "a name")]
    [InlineData("(p & q", ")")]
    [InlineData("p q", "the end")]
    [InlineData("p ! q", "the end")]
    [InlineData("p &", "a name")]
    [InlineData("[a;]p", "a name")]
    [InlineData("[a p", "]")]
    public void A_text_that_is_no_formula_is_refused_with_what_was_missing(string text, string missing) =>
        Assert.Contains(missing, FormulaReader.Read(text, Notation.Ascii).WhyNot, StringComparison.Ordinal);

    [Fact]
    public void No_text_breaks_the_reader()
    {
        Gen.Char["pq&|>=!()[];+*⟨⟩ \ud800\0"].Array[0, 60].Select(letters => new string(letters)).Sample(text =>
        {
            var reading = FormulaReader.Read(text, Notation.Ascii);
            return reading.Found || reading.WhyNot.Length > 0;
        });
        string[] floods = ["(", "!", "[a]", "[(", "p>", "p&", "[a*", "⟨", "*"];
        foreach (var flood in floods)
        {
            _ = FormulaReader.Read(string.Concat(Enumerable.Repeat(flood, FormulaReader.MostCharacters / flood.Length)), Notation.Ascii);
            Assert.False(FormulaReader.Read(string.Concat(Enumerable.Repeat(flood, 100_000)), Notation.Ascii).Found);
        }
    }

    [Fact]
    public void Quantifiers_stand_before_their_variable_and_formula()
    {
        Formula all = new Quantified(Quantifier.All, "x", new Atom("F(x)").Implies(new Quantified(Quantifier.Some, "y", new Atom("H(x,y)"))));

        Assert.Equal("∀x(F(x) → ∃yH(x,y))", Notation.Unicode.Write(all));
        Assert.Equal("Ax(F(x)⇒EyH(x,y))", new Notation("∼", "&", "|", "⇒", "⇔") { Blanks = false, ForAll = "A", Exists = "E" }.Write(all));
    }

    [Fact]
    public void Commands_keep_their_grouping()
    {
        Command a = new BasicCommand("a"), b = new BasicCommand("b");

        Assert.Equal("(a+b)*;a", Notation.Spell(new Sequence(new Iteration(new Choice(a, b)), a)));
        Assert.Equal("a;(b;a)", Notation.Spell(new Sequence(a, new Sequence(b, a))));
        Assert.Equal("(a*)*", Notation.Spell(new Iteration(new Iteration(a))));
    }
}
