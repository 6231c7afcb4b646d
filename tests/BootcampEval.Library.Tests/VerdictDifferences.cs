// The labelled cases on which our verdict differs on purpose, each with its reason in docs/verdict-differences.md.

namespace BootcampEval.Library.Tests;

internal static class VerdictDifferences
{
    /// <summary>Case names as the conformance test prints them: <c>Sudoku.jsonl:17 (kind)</c>.</summary>
    public static IReadOnlySet<string> Known { get; } = new HashSet<string>(StringComparer.Ordinal);
}
