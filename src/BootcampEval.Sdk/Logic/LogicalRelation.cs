// How two statements stand to each other: the square of opposition and what lies beside it.

namespace BootcampEval.Sdk.Logic;

/// <summary>A relation of two statements, by the combinations of truth values that can occur.</summary>
public enum LogicalRelation
{
    /// <summary>None of the others: all four combinations can occur, or a statement can't vary at all.</summary>
    Independent,

    /// <summary>Always the same value.</summary>
    Equivalent,

    /// <summary>Always opposite values.</summary>
    Contradictory,

    /// <summary>Never both true, but perhaps both false.</summary>
    Contrary,

    /// <summary>Never both false, but perhaps both true.</summary>
    Subcontrary,

    /// <summary>The first is never true without the second, but perhaps the other way round.</summary>
    Implies,

    /// <summary>The second is never true without the first, but perhaps the other way round.</summary>
    ImpliedBy,
}

/// <summary>Tells relations.</summary>
public static class LogicalRelations
{
    /// <summary>The relation of two statements, from their values in every case that is possible.</summary>
    /// <remarks>A statement that is true in every case, or in none, is <see cref="LogicalRelation.Independent"/> of all: it opposes nothing.</remarks>
    public static LogicalRelation Between(IEnumerable<(bool First, bool Second)> cases)
    {
        var seen = cases.ToHashSet();
        bool Can(bool first, bool second) => seen.Contains((first, second));
        var bothVary = (Can(true, true) || Can(true, false)) && (Can(false, true) || Can(false, false))
            && (Can(true, true) || Can(false, true)) && (Can(true, false) || Can(false, false));
        if (!bothVary) return LogicalRelation.Independent;
        return (Can(true, true), Can(true, false), Can(false, true), Can(false, false)) switch
        {
            (true, false, false, true) => LogicalRelation.Equivalent,
            (false, true, true, false) => LogicalRelation.Contradictory,
            (false, true, true, true) => LogicalRelation.Contrary,
            (true, true, true, false) => LogicalRelation.Subcontrary,
            (true, false, true, true) => LogicalRelation.Implies,
            (true, true, false, true) => LogicalRelation.ImpliedBy,
            _ => LogicalRelation.Independent,
        };
    }
}
