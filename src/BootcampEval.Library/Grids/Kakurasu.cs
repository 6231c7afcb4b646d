// Kakurasu: shade cells so that the weighted sums of rows and columns hit their targets.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Puzzles;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Grids;

/// <summary>Kakurasu: shade cells so that the weighted sums of rows and columns hit their targets.</summary>
public sealed partial class Kakurasu : Bootcamp<Kakurasu.Puzzle, PyValue>
{
    /// <summary>The side of the grid, and the target of each row (a cell weighs its column number) and column (its row number).</summary>
    public sealed record Puzzle(int N, int[] RowTargets, int[] ColTargets);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KakurasuJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KakurasuJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "Kakurasu", Family.Grids, "Kakurasu", "Shade cells so that the weighted sums of rows and columns hit their targets.")
    {
        AnswerFormat = "[answer][[1, 0], [0, 1]][/answer]",
        Measure = "cells",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        puzzle.N < 1 || puzzle.RowTargets.Length != puzzle.N || puzzle.ColTargets.Length != puzzle.N
            ? $"row_targets and col_targets do not both hold n = {puzzle.N} numbers"
            : null;

    protected override Extraction<PyValue> Extract(string output) =>
        Tagged.Last(output, "[answer]", "[/answer]").Then(LiteralAnswer.Read);

    protected override Verdict Judge(PyValue answer, Puzzle puzzle)
    {
        var n = puzzle.N;
        if (answer is not PyValue.List { Items: var rows } || rows.Count != n) return Verdict.Wrong($"the answer is not a list of {n} rows");
        var shaded = new Grid<bool>(n, n);
        for (var row = 0; row < n; row++)
        {
            if (rows[row] is not PyValue.List { Items: var cells } || cells.Count != n) return Verdict.Wrong($"row {row + 1} is not a list of {n} cells");
            for (var column = 0; column < n; column++)
            {
                shaded[row, column] = cells[column].IsNumberEqualTo(1);
                if (!shaded[row, column] && !cells[column].IsNumberEqualTo(0))
                    return Verdict.Wrong($"{new Cell(row, column)} is neither 0 nor 1", new Cell(row, column));
            }
        }
        return WeightedShading.Judge(shaded, puzzle.RowTargets, puzzle.ColTargets);
    }

    private static readonly int[] Sizes = [3, 4, 5, 6, 8];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var n = Sizes[level - 1];
        var (rowTargets, columnTargets) = WeightedShading.Generate(random, n);
        return new(n, rowTargets, columnTargets);
    }

    protected override string Ask(Puzzle puzzle) => $"""
        {WeightedShading.Rules(puzzle.RowTargets, puzzle.ColTargets)}

        Write the grid between [answer] and [/answer] as a list of {puzzle.N} rows, each row a list of {puzzle.N} numbers in square brackets: 1 for
        a shaded cell, 0 for a white one. A grid of 2 rows and 2 columns with only its upper right cell shaded would be:
        [answer]
        [[0, 1], [0, 0]]
        [/answer]
        """;

    protected override string? Solve(Puzzle puzzle) =>
        WeightedShading.Solve(puzzle.RowTargets, puzzle.ColTargets) is { } shaded
            ? $"[answer]\n{ListText.Of(shaded.Select(cell => cell ? 1 : 0))}\n[/answer]"
            : null;

    protected override double Measure(Puzzle puzzle) => puzzle.N * puzzle.N;

    protected override Picture? Draw(Puzzle puzzle, Extraction<PyValue> answer) =>
        WeightedShading.Draw(puzzle.RowTargets, puzzle.ColTargets, answer is { Found: true, Answer: PyValue.List { Items: var rows } }
            ? cell => (rows.ElementAtOrDefault(cell.Row) as PyValue.List)?.Items.ElementAtOrDefault(cell.Column)?.IsNumberEqualTo(1) ?? false
            : null);
}
