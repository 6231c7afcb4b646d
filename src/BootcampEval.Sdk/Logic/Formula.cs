// Formulas of propositional, modal, epistemic, dynamic and first-order logic, as values: one small language for all of them.

namespace BootcampEval.Sdk.Logic;

/// <summary>A formula. Two formulas are equal when they are written alike; for equal meaning see <see cref="TruthTable"/> and <see cref="KripkeModel"/>.</summary>
public abstract record Formula
{
    private protected Formula()
    {
    }

    /// <summary>Not this.</summary>
    public Formula Negated() => new Negation(this);

    /// <summary>This and another.</summary>
    public Formula And(Formula other) => new Compound(Connective.And, this, other);

    /// <summary>This or another, or both.</summary>
    public Formula Or(Formula other) => new Compound(Connective.Or, this, other);

    /// <summary>If this, then another.</summary>
    public Formula Implies(Formula other) => new Compound(Connective.Implies, this, other);

    /// <summary>This exactly if another.</summary>
    public Formula Iff(Formula other) => new Compound(Connective.Iff, this, other);

    /// <summary>The direct parts, from left to right.</summary>
    public IEnumerable<Formula> Parts => this switch
    {
        Negation { Of: var of } => [of],
        Modal { Of: var of } => [of],
        Quantified { Of: var of } => [of],
        Compound { Left: var left, Right: var right } => [left, right],
        _ => [],
    };

    /// <summary>This formula and everything inside it, outside first.</summary>
    public IEnumerable<Formula> Subformulas => Parts.SelectMany(part => part.Subformulas).Prepend(this);

    /// <summary>The names of the atoms, each once, in ordinal order.</summary>
    public string[] AtomNames => [.. Subformulas.OfType<Atom>().Select(atom => atom.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Rebuilds the formula from the inside out: each part is replaced by what <paramref name="rule"/> makes of it.</summary>
    public Formula Rewrite(Func<Formula, Formula> rule) => rule(this switch
    {
        Negation negation => new Negation(negation.Of.Rewrite(rule)),
        Modal modal => modal with { Of = modal.Of.Rewrite(rule) },
        Quantified quantified => quantified with { Of = quantified.Of.Rewrite(rule) },
        Compound compound => new Compound(compound.Connective, compound.Left.Rewrite(rule), compound.Right.Rewrite(rule)),
        _ => this,
    });
}

/// <summary>A proposition that is not taken apart: <c>p</c>, or <c>F(x,y)</c> in first-order logic.</summary>
public sealed record Atom(string Name) : Formula;

/// <summary>The negation of a formula.</summary>
public sealed record Negation(Formula Of) : Formula;

/// <summary>Two formulas joined by a connective.</summary>
public sealed record Compound(Connective Connective, Formula Left, Formula Right) : Formula;

/// <summary>A formula that holds after, or along, every or some run of a <see cref="Command"/>.</summary>
/// <remarks>
/// Necessity and obligation are "always" along a single step, belief of an agent is "always" along the agent's step, common belief is
/// "always" along the repeated choice of the agents' steps, and dynamic logic uses commands in full.
/// </remarks>
public sealed record Modal(Modality Modality, Command Command, Formula Of) : Formula;

/// <summary>A formula that holds of every or of some value of a variable.</summary>
public sealed record Quantified(Quantifier Quantifier, string Variable, Formula Of) : Formula;

/// <summary>Whether a <see cref="Quantified"/> formula speaks of all values or of some.</summary>
public enum Quantifier
{
    /// <summary>For every value.</summary>
    All,

    /// <summary>For at least one value.</summary>
    Some,
}

/// <summary>The two-place connectives, the most binding first.</summary>
public enum Connective
{
    /// <summary>Both hold.</summary>
    And,

    /// <summary>At least one holds.</summary>
    Or,

    /// <summary>The second holds if the first does.</summary>
    Implies,

    /// <summary>Both or neither hold.</summary>
    Iff,
}

/// <summary>Whether a <see cref="Modal"/> formula speaks of all runs or of some.</summary>
public enum Modality
{
    /// <summary>After every run: necessity, obligation, belief.</summary>
    Always,

    /// <summary>After some run: possibility, permission.</summary>
    Sometimes,
}

/// <summary>A command of dynamic logic: what leads from one state to the next.</summary>
public abstract record Command
{
    private protected Command()
    {
    }

    /// <summary>The step without a name: the one that plain necessity looks along.</summary>
    public static Command Plain { get; } = new BasicCommand("");
}

/// <summary>A command that is not taken apart: <c>c</c>.</summary>
public sealed record BasicCommand(string Name) : Command;

/// <summary>One command, then another: <c>a;b</c>.</summary>
public sealed record Sequence(Command First, Command Second) : Command;

/// <summary>One of two commands: <c>a+b</c>.</summary>
public sealed record Choice(Command Left, Command Right) : Command;

/// <summary>A command any number of times, perhaps never: <c>a*</c>.</summary>
public sealed record Iteration(Command Body) : Command;
