// Categorical propositions: all, no, some, some not; and the immediate inferences between them.

namespace BootcampEval.Sdk.Logic;

/// <summary>The four forms of a categorical proposition.</summary>
public enum CategoricalForm
{
    /// <summary>All S are P.</summary>
    A,

    /// <summary>No S are P.</summary>
    E,

    /// <summary>Some S are P.</summary>
    I,

    /// <summary>Some S are not P.</summary>
    O,
}

/// <summary>What the forms have in common.</summary>
public static class CategoricalForms
{
    /// <summary>All four.</summary>
    public static IReadOnlyList<CategoricalForm> All { get; } = [CategoricalForm.A, CategoricalForm.E, CategoricalForm.I, CategoricalForm.O];

    /// <summary>Whether the form speaks of all members of the subject.</summary>
    public static bool IsUniversal(this CategoricalForm form) => form is CategoricalForm.A or CategoricalForm.E;

    /// <summary>Whether the form denies the predicate.</summary>
    public static bool IsNegative(this CategoricalForm form) => form is CategoricalForm.E or CategoricalForm.O;

    /// <summary>The form of the same quantity and the other quality: A and E, I and O change places.</summary>
    public static CategoricalForm WithOtherQuality(this CategoricalForm form) => form switch
    {
        CategoricalForm.A => CategoricalForm.E,
        CategoricalForm.E => CategoricalForm.A,
        CategoricalForm.I => CategoricalForm.O,
        _ => CategoricalForm.I,
    };

    /// <summary>Whether a proposition of this form is true, given which kinds of things exist: S that are P, and S that are not.</summary>
    public static bool IsTrue(this CategoricalForm form, bool subjectsInPredicate, bool subjectsOutside) => form switch
    {
        CategoricalForm.A => !subjectsOutside,
        CategoricalForm.E => !subjectsInPredicate,
        CategoricalForm.I => subjectsInPredicate,
        _ => subjectsOutside,
    };

    /// <summary>The relation of two forms on the same terms, when the subject has members (as the square of opposition supposes).</summary>
    public static LogicalRelation RelationTo(this CategoricalForm first, CategoricalForm second) =>
        LogicalRelations.Between(NonEmptyCases.Select(kinds => (first.IsTrue(kinds.Inside, kinds.Outside), second.IsTrue(kinds.Inside, kinds.Outside))));

    private static readonly (bool Inside, bool Outside)[] NonEmptyCases = [(true, true), (true, false), (false, true)];
}

/// <summary>A class of things, or everything outside it: <c>poets</c>, <c>non-poets</c>.</summary>
public readonly record struct Term(string Name, bool IsComplement = false)
{
    /// <summary>Everything outside. The complement of a complement is the class itself.</summary>
    public Term Complement => this with { IsComplement = !IsComplement };

    /// <summary>The name, with <c>non-</c> before it for a complement.</summary>
    public override string ToString() => IsComplement ? $"non-{Name}" : Name;
}

/// <summary>A categorical proposition.</summary>
public readonly record struct CategoricalProposition(CategoricalForm Form, Term Subject, Term Predicate)
{
    /// <summary>The obverse: the other quality, with the complement of the predicate. It says the same.</summary>
    public CategoricalProposition Obverse => new(Form.WithOtherQuality(), Subject, Predicate.Complement);

    /// <summary>The simple converse, with the terms swapped, which says the same; null for A and O, which have none.</summary>
    public CategoricalProposition? Converse =>
        Form is CategoricalForm.E or CategoricalForm.I ? this with { Subject = Predicate, Predicate = Subject } : null;

    /// <summary>The converse by limitation: swapped, and "some" for "all". It follows when the subject has members. Null for O, which has none.</summary>
    public CategoricalProposition? ConverseByLimitation => Form switch
    {
        CategoricalForm.A => new(CategoricalForm.I, Predicate, Subject),
        CategoricalForm.E => new(CategoricalForm.O, Predicate, Subject),
        _ => Converse,
    };

    /// <summary>Whether it is true of a world given by the kinds of things in it; a kind is told by whether each class holds of it.</summary>
    public bool IsTrue(IEnumerable<Func<string, bool>> kinds)
    {
        bool inside = false, outside = false;
        foreach (var kind in kinds)
        {
            if (!Has(kind, Subject)) continue;
            if (Has(kind, Predicate)) inside = true;
            else outside = true;
        }
        return Form.IsTrue(inside, outside);
    }

    private static bool Has(Func<string, bool> kind, Term term) => kind(term.Name) != term.IsComplement;
}
