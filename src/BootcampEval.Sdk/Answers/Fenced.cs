// Answers in a Markdown code fence.

using BootcampEval.Sdk.Puzzles;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Sdk.Answers;

/// <summary>
/// Finds code fences with a label as the regular expression <c>```label\s*([\s\S]*?)\s*```</c> does: the label stands directly behind the three
/// backticks, in this case; no line break is needed after it; the fence ends at the next three backticks.
/// </summary>
public static class Fenced
{
    /// <summary>The content of the last fence with a label, without white space at its ends.</summary>
    public static Extraction<string> Last(string output, string label) =>
        Tagged.Last(output, "```" + label, "```") is { Found: true } found
            ? PyText.Strip(found.Answer)
            : new NoAnswer($"no code fence opened with ```{label} and closed in the output");

    /// <summary>Writes a grid as a JSON array of its rows in a code fence, a row a line.</summary>
    public static string Json<T>(Grid<T> grid) => $"```json\n[{string.Join(",\n ", grid.ToRows().Select(row => JsonText.Of(row)))}]\n```";
}
