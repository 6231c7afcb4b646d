// One sound row of a test file: what the model is asked, and what its answer is verified against.

using System.Text.Json;

namespace BootcampEval.Engine.TestSets;

/// <summary>A row of a test file that can be run.</summary>
/// <param name="File">The name of the test file, without its folder: <c>sudoku.jsonl</c>.</param>
/// <param name="Line">The 1-based line in the file.</param>
/// <param name="Id">The row's id, unique within the file.</param>
/// <param name="DataSource">The name of the bootcamp.</param>
/// <param name="Prompt">The question. May hold anything, lone surrogates included.</param>
/// <param name="GroundTruth">What the bootcamp verifies against; one that it can read.</param>
public sealed record TestItem(string File, long Line, RowId Id, string DataSource, string Prompt, JsonElement GroundTruth)
{
    /// <summary>What messages call it: <c>sudoku.jsonl 12</c>.</summary>
    public string Name => $"{File} {Id}";
}
