// Kakurasu in the form of KOR-Bench: the answer is rows of 0 and 1 in double square brackets.

using System.Text;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Puzzles;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Grids;

/// <summary>Kakurasu, answered with rows of 0 and 1: shade cells so that the weighted sums of rows and columns hit their targets.</summary>
public sealed partial class KorPuzzleKukurasu : Bootcamp<KorPuzzleKukurasu.Puzzle, string>
{
    /// <summary>The target of each row (a cell weighs its column number) and column (its row number), the side, and one solution.</summary>
    public sealed record Puzzle(int[] RowSums, int[] ColSums, int Size, int[][] Solution);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorPuzzleKukurasuJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorPuzzleKukurasuJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorPuzzleKukurasu", Family.Grids, "Kakurasu with rows in brackets",
        "Shade cells so that the weighted sums of rows and columns hit their targets.")
    {
        AnswerFormat = "[[1 0, 0 1]]",
        Measure = "cells",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        puzzle.Size < 1 || puzzle.RowSums.Length != puzzle.Size || puzzle.ColSums.Length != puzzle.Size
            ? $"row_sums and col_sums do not both hold size = {puzzle.Size} numbers"
            : null;

    protected override Extraction<string> Extract(string output) => Matched.Last(output, Brackets(), "nothing in double square brackets").Then<string>(content =>
    {
        string[] rows = [.. string.Join(' ', PyText.Split(content)).Replace('，', ',').Split(',').Select(DigitsOf).Where(row => row.Length > 0)];
        return rows.Length > 0 ? string.Join(", ", rows) : new NoAnswer("no digits in the last pair of double square brackets");
    });

    [GeneratedRegex(@"\[\[([^\[\]]*)\]\]")]
    private static partial Regex Brackets();

    /// <summary>The digits of a row and the blanks around them; what else stood there is gone, and its blanks stay.</summary>
    private static string DigitsOf(string row)
    {
        var kept = new StringBuilder(row.Length);
        foreach (var rune in row.EnumerateRunes())
        {
            if (rune.Value == ' ' || PyText.IsDecimalDigit(rune)) kept.Append(rune.ToString());
        }
        return PyText.Strip(kept.ToString());
    }

    protected override Verdict Judge(string answer, Puzzle puzzle)
    {
        var rows = answer.Split(", ").Select(row => row.Split(' ')).ToArray();
        if (rows.Any(row => row.Length < 2 || row.Any(cell => cell is not ("0" or "1"))))
            return Verdict.Wrong("a row is not made of 0s and 1s with one blank between them");
        // Rows beyond the last one of the puzzle are not looked at, but for their length.
        var size = puzzle.Size;
        if (rows.Length < size) return Verdict.Wrong($"there are {rows.Length} rows, not {size}");
        if (Array.FindIndex(rows, row => row.Length != size) is var odd and >= 0) return Verdict.Wrong($"row {odd + 1} has {rows[odd].Length} cells, not {size}");
        return WeightedShading.Judge(new Grid<bool>(size, size, cell => rows[cell.Row][cell.Column] == "1"), puzzle.RowSums, puzzle.ColSums);
    }

    private static readonly int[] Sizes = [3, 4, 5, 6, 8];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (rowSums, columnSums) = WeightedShading.Generate(random, Sizes[level - 1]);
        return new(rowSums, columnSums, Sizes[level - 1], WeightedShading.Solve(rowSums, columnSums)!.Select(shaded => shaded ? 1 : 0).ToRows());
    }

    protected override string Ask(Puzzle puzzle) => $"""
        {WeightedShading.Rules(puzzle.RowSums, puzzle.ColSums)}

        Write the grid in double square brackets: 1 for a shaded cell and 0 for a white one, separated by single spaces, the rows separated by
        commas, without brackets around a row. A grid of 2 rows and 2 columns with only its upper right cell shaded would be:

        [[0 1, 0 0]]
        """;

    protected override string? Solve(Puzzle puzzle) =>
        WeightedShading.Solve(puzzle.RowSums, puzzle.ColSums) is { } shaded ? BracketedRows.Write(shaded, cell => cell ? "1" : "0") : null;

    protected override double Measure(Puzzle puzzle) => puzzle.Size * puzzle.Size;

    protected override Picture? Draw(Puzzle puzzle, Extraction<string> answer)
    {
        var rows = answer.Found ? answer.Answer.Split(", ").Select(row => row.Split(' ')).ToArray() : [];
        return WeightedShading.Draw(puzzle.RowSums, puzzle.ColSums, cell => rows.ElementAtOrDefault(cell.Row)?.ElementAtOrDefault(cell.Column) == "1");
    }
}
