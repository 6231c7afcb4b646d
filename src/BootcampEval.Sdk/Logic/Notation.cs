// How formulas are spelled: the symbols, the blanks and the parentheses that a puzzle asks for.

using System.Text;

namespace BootcampEval.Sdk.Logic;

/// <summary>A spelling of formulas. It writes any formula, and <see cref="FormulaReader"/> reads what it writes, quantifiers excepted.</summary>
/// <remarks>Every compound is put in parentheses, the outermost one only with <see cref="OuterParentheses"/>; negation binds tighter than anything.</remarks>
public sealed record Notation(string Not, string And, string Or, string Implies, string Iff)
{
    /// <summary><c>¬p ∧ (q ∨ r)</c>, with <c>→</c> and <c>↔</c>.</summary>
    public static Notation Unicode { get; } = new("¬", "∧", "∨", "→", "↔");

    /// <summary><c>!p &amp; (q | r)</c>, with <c>&gt;</c> for "implies" and <c>=</c> for "exactly if".</summary>
    public static Notation Ascii { get; } = new("!", "&", "|", ">", "=");

    /// <summary>Whether a blank stands on each side of a connective.</summary>
    public bool Blanks { get; init; } = true;

    /// <summary>What stands before the variable of "for every".</summary>
    public string ForAll { get; init; } = "∀";

    /// <summary>What stands before the variable of "for some".</summary>
    public string Exists { get; init; } = "∃";

    /// <summary>Whether a whole formula that is a compound stands in parentheses.</summary>
    public bool OuterParentheses { get; init; }

    /// <summary>The prefix of a modal formula. Unless told otherwise, that of dynamic logic: <c>[a;b]p</c> and <c>⟨a;b⟩p</c>.</summary>
    public Func<Modality, Command, string> ModalPrefix { get; init; } =
        (modality, command) => modality == Modality.Always ? $"[{Spell(command)}]" : $"⟨{Spell(command)}⟩";

    /// <summary>The symbol of a connective.</summary>
    public string this[Connective connective] => connective switch
    {
        Connective.And => And,
        Connective.Or => Or,
        Connective.Implies => Implies,
        _ => Iff,
    };

    /// <summary>Writes a formula.</summary>
    public string Write(Formula formula)
    {
        var text = new StringBuilder();
        if (formula is Compound compound && !OuterParentheses) AppendCompound(text, compound);
        else Append(text, formula);
        return text.ToString();
    }

    private void Append(StringBuilder text, Formula formula)
    {
        switch (formula)
        {
            case Atom atom:
                text.Append(atom.Name);
                break;
            case Negation negation:
                Append(text.Append(Not), negation.Of);
                break;
            case Modal modal:
                Append(text.Append(ModalPrefix(modal.Modality, modal.Command)), modal.Of);
                break;
            case Quantified quantified:
                Append(text.Append(quantified.Quantifier == Quantifier.All ? ForAll : Exists).Append(quantified.Variable), quantified.Of);
                break;
            case Compound compound:
                AppendCompound(text.Append('('), compound);
                text.Append(')');
                break;
            default:
                throw new NotSupportedException($"a formula of type {formula.GetType().Name} has no spelling");
        }
    }

    private void AppendCompound(StringBuilder text, Compound compound)
    {
        var blank = Blanks ? " " : "";
        Append(text, compound.Left);
        text.Append(blank).Append(this[compound.Connective]).Append(blank);
        Append(text, compound.Right);
    }

    /// <summary>Writes a command: <c>*</c> binds tighter than <c>;</c>, which binds tighter than <c>+</c>.</summary>
    public static string Spell(Command command) => Spell(command, 0);

    private static string Spell(Command command, int binding)
    {
        var (text, own) = command switch
        {
            BasicCommand basic => (basic.Name, 3),
            Iteration iteration => (Spell(iteration.Body, 3) + "*", 2),
            Sequence sequence => ($"{Spell(sequence.First, 1)};{Spell(sequence.Second, 2)}", 1),
            Choice choice => ($"{Spell(choice.Left, 0)}+{Spell(choice.Right, 1)}", 0),
            _ => throw new NotSupportedException($"a command of type {command.GetType().Name} has no spelling"),
        };
        return own < binding ? $"({text})" : text;
    }
}
