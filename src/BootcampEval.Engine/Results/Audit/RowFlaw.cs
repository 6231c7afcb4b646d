// What is wrong with a row of a published test set.

namespace BootcampEval.Engine.Results.Audit;

/// <summary>A known flaw of a row: its kinds, and what exactly is wrong, for people.</summary>
/// <param name="Kinds">At least one.</param>
/// <param name="Note">What is wrong, in the puzzle's own terms.</param>
public sealed record RowFlaw(IReadOnlyList<FlawKind> Kinds, string Note);

/// <summary>The kinds of flaws.</summary>
public enum FlawKind
{
    /// <summary>Nothing can score 1.</summary>
    Unanswerable,

    /// <summary>The right answer scores below 1.</summary>
    WrongKey,

    /// <summary>One of several right answers scores below 1.</summary>
    RejectsValid,

    /// <summary>A right answer in the format asked for scores below 1.</summary>
    FormatTrap,

    /// <summary>The prompt leaves out what is needed.</summary>
    Underspecified,

    /// <summary>The prompt, echoed, scores.</summary>
    Leaked,

    /// <summary>A wrong answer scores 1.</summary>
    AcceptsInvalid,
}

/// <summary>The names of flaws in files.</summary>
public static class FlawKinds
{
    /// <summary>All kinds, the worst for a right answer first.</summary>
    public static IReadOnlyList<FlawKind> All { get; } = Enum.GetValues<FlawKind>();

    /// <summary>The name in files and on screens: <c>wrong_key</c>.</summary>
    public static string NameOf(FlawKind kind) => kind switch
    {
        FlawKind.Unanswerable => "unanswerable",
        FlawKind.WrongKey => "wrong_key",
        FlawKind.RejectsValid => "rejects_valid",
        FlawKind.FormatTrap => "format_trap",
        FlawKind.Underspecified => "underspecified",
        FlawKind.Leaked => "leaked",
        _ => "accepts_invalid",
    };

    /// <summary>What a kind means, for people.</summary>
    public static string MeaningOf(FlawKind kind) => kind switch
    {
        FlawKind.Unanswerable => "nothing can score 1",
        FlawKind.WrongKey => "the right answer scores below 1",
        FlawKind.RejectsValid => "one of several right answers scores below 1",
        FlawKind.FormatTrap => "a right answer in the format asked for scores below 1",
        FlawKind.Underspecified => "the prompt leaves out what is needed",
        FlawKind.Leaked => "the prompt, echoed, scores",
        _ => "a wrong answer scores 1",
    };

    /// <summary>The kind that a name stands for.</summary>
    /// <exception cref="FormatException">The name stands for none.</exception>
    public static FlawKind Parse(string name) =>
        All.Cast<FlawKind?>().FirstOrDefault(kind => NameOf(kind!.Value) == name) ?? throw new FormatException($"there is no kind of flaw named {name}");
}
