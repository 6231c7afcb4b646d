// Syllogisms: the 256 combinations of mood and figure, and which of them are valid.

namespace BootcampEval.Sdk.Logic;

/// <summary>Where the middle term M stands in the premises, for the conclusion S-P.</summary>
public enum Figure
{
    /// <summary>M-P, S-M.</summary>
    I = 1,

    /// <summary>P-M, S-M.</summary>
    II,

    /// <summary>M-P, M-S.</summary>
    III,

    /// <summary>P-M, M-S.</summary>
    IV,
}

/// <summary>A syllogism's form: the figure and the forms of major premise, minor premise and conclusion.</summary>
public readonly record struct Syllogism(Figure Figure, CategoricalForm Major, CategoricalForm Minor, CategoricalForm Conclusion)
{
    /// <summary>All 256.</summary>
    public static IReadOnlyList<Syllogism> All { get; } =
    [
        .. from figure in Enum.GetValues<Figure>()
           from major in CategoricalForms.All
           from minor in CategoricalForms.All
           from conclusion in CategoricalForms.All
           select new Syllogism(figure, major, minor, conclusion),
    ];

    /// <summary>The 15 that are valid without supposing that any class has members.</summary>
    public static IReadOnlyList<Syllogism> Valid { get; } = [.. All.Where(IsValidInEveryWorld)];

    /// <summary>The mood as three letters: <c>AII</c>.</summary>
    public string Mood => $"{Major}{Minor}{Conclusion}";

    /// <summary>Whether the conclusion follows whatever classes have members.</summary>
    public bool IsValid => Valid.Contains(this);

    /// <summary>The major premise for some terms.</summary>
    public CategoricalProposition MajorPremise(Term predicate, Term middle) =>
        Figure is Figure.I or Figure.III ? new(Major, middle, predicate) : new(Major, predicate, middle);

    /// <summary>The minor premise for some terms.</summary>
    public CategoricalProposition MinorPremise(Term subject, Term middle) =>
        Figure is Figure.I or Figure.II ? new(Minor, subject, middle) : new(Minor, middle, subject);

    /// <summary>The conclusion for some terms.</summary>
    public CategoricalProposition ConclusionOn(Term subject, Term predicate) => new(Conclusion, subject, predicate);

    // Venn's method: the three classes part the world into eight kinds of things, so there are 256 worlds by which kinds exist.
    private static bool IsValidInEveryWorld(Syllogism form)
    {
        Term s = new("S"), p = new("P"), m = new("M");
        var (major, minor, conclusion) = (form.MajorPremise(p, m), form.MinorPremise(s, m), form.ConclusionOn(s, p));
        return Worlds.All(world => !major.IsTrue(world) || !minor.IsTrue(world) || conclusion.IsTrue(world));
    }

    private static IEnumerable<Func<string, bool>[]> Worlds =>
        Enumerable.Range(0, 256).Select(kinds => Enumerable.Range(0, 8).Where(kind => (kinds >> kind & 1) != 0).Select(Membership).ToArray());

    private static Func<string, bool> Membership(int kind) => name => (kind >> "SPM".IndexOf(name, StringComparison.Ordinal) & 1) != 0;
}
