// Grids in double square brackets: [[1 2, 2 1]].

using BootcampEval.Sdk.Puzzles;

namespace BootcampEval.Sdk.Answers;

/// <summary>Writes grids as rows in double square brackets, as the KOR puzzles ask for them.</summary>
public static class BracketedRows
{
    /// <summary>The rows separated by commas, the cells of a row by spaces.</summary>
    public static string Write<T>(Grid<T> grid, Func<T, string> show) => $"[[{grid.ToText(" ", show).Replace("\n", ", ", StringComparison.Ordinal)}]]";
}
