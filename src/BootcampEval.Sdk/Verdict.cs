// What a verifier says of an answer.

namespace BootcampEval.Sdk;

/// <summary>A verifier's judgement of one output: the score, what was read as the answer, and why it is not fully right.</summary>
/// <param name="Score">From 0 (wrong) to 1 (right).</param>
/// <param name="Status">The kind of outcome.</param>
/// <param name="Reason">Why the score is not 1, in the puzzle's own terms; null when it is.</param>
public sealed record Verdict(double Score, VerdictStatus Status, string? Reason)
{
    /// <summary>The answer read from the output, as JSON text; null when none was found. Lone surrogates are escaped, so it is valid UTF-16.</summary>
    public string? ExtractedOutput { get; init; }

    /// <summary>The cells that make the answer wrong, for puzzles on a grid and where they are known.</summary>
    public IReadOnlyList<Cell> WrongCells { get; init; } = [];

    /// <summary>How <see cref="Reason"/> begins when the verifier itself failed: a fault of the bootcamp, not of the answer.</summary>
    public const string FaultPrefix = "the verifier failed: ";

    /// <summary>A fully right answer.</summary>
    public static Verdict Correct { get; } = new(1, VerdictStatus.Correct, null);

    /// <summary>A wrong answer.</summary>
    /// <param name="reason">Why, in the puzzle's own terms: people read it.</param>
    /// <param name="at">The cells to blame, if the puzzle has a grid.</param>
    public static Verdict Wrong(string reason, params IReadOnlyList<Cell> at) => new(0, VerdictStatus.Wrong, reason) { WrongCells = at };

    /// <summary>An answer that earns a part of the score. 0 and 1 become <see cref="VerdictStatus.Wrong"/> and <see cref="VerdictStatus.Correct"/>.</summary>
    public static Verdict Partial(double score, string reason) => score switch
    {
        >= 1 => Correct,
        <= 0 => Wrong(reason),
        _ => new(score, VerdictStatus.Partial, reason),
    };

    /// <summary>An output in which no answer was found.</summary>
    public static Verdict NoAnswer(string reason) => new(0, VerdictStatus.NoAnswer, reason);
}

/// <summary>The kind of outcome of a verdict.</summary>
public enum VerdictStatus
{
    /// <summary>Score 1.</summary>
    Correct,

    /// <summary>A score between 0 and 1.</summary>
    Partial,

    /// <summary>An answer was read, and it scores 0.</summary>
    Wrong,

    /// <summary>No answer could be read.</summary>
    NoAnswer,
}

/// <summary>A place in a grid, counted from 0, top left first.</summary>
public readonly record struct Cell(int Row, int Column)
{
    /// <summary>All cells of a row.</summary>
    public static Cell[] OfRow(int row, int columns) => [.. Enumerable.Range(0, columns).Select(column => new Cell(row, column))];

    /// <summary>All cells of a column.</summary>
    public static Cell[] OfColumn(int column, int rows) => [.. Enumerable.Range(0, rows).Select(row => new Cell(row, column))];

    /// <summary>The place as people count it, from 1: <c>row 2, column 5</c>.</summary>
    public override string ToString() => $"row {Row + 1}, column {Column + 1}";
}
