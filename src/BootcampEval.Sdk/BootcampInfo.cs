// What a bootcamp says of itself: shown by `bootcamp list` and in the catalogue of the docs.

namespace BootcampEval.Sdk;

/// <summary>The identity of a bootcamp.</summary>
/// <param name="Name">The name, equal to <c>data_source</c> in test files.</param>
/// <param name="Family">The kind of puzzle.</param>
/// <param name="Title">What the puzzle is called among people.</param>
/// <param name="Summary">One sentence: what has to be done.</param>
public sealed record BootcampInfo(string Name, Family Family, string Title, string Summary)
{
    /// <summary>The answer format asked for, as a short example: <c>[answer]..[/answer] with rows of numbers</c>.</summary>
    public required string AnswerFormat { get; init; }

    /// <summary>What makes a puzzle hard, counted by <see cref="IBootcamp.MeasureOf"/>: <c>empty cells</c>, <c>inference steps</c>. It grows with the level.</summary>
    public required string Measure { get; init; }

    /// <summary>Rows of this bootcamp in the published test files: 64 for nearly all.</summary>
    public int OfficialRows { get; init; } = 64;
}

/// <summary>The kinds of puzzles.</summary>
public enum Family
{
    /// <summary>Puzzles on a grid.</summary>
    Grids,

    /// <summary>Formal and informal logic.</summary>
    Logic,

    /// <summary>Newly defined operations on numbers and expressions.</summary>
    Operations,

    /// <summary>Letters, words and their meaning.</summary>
    Words,

    /// <summary>Long chains of simple steps, after BIG-Bench Extra Hard.</summary>
    Bbeh,

    /// <summary>Classical and invented ciphers.</summary>
    Ciphers,

    /// <summary>Grid transformations inferred from examples.</summary>
    Arc,
}
