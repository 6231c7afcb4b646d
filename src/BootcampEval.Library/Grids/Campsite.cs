// Campsite: put tents beside trees, never touching, counted by row and column; the answer is the whole grid as JSON.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Parsing;
using BootcampEval.Sdk.Puzzles;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Grids;

/// <summary>Campsite: put tents beside trees, so that none touch and the counts of rows and columns fit.</summary>
public sealed partial class Campsite : Bootcamp<Campsite.Puzzle, PyValue>
{
    /// <summary>Trees (<c>T</c>) and empty cells (<c>X</c>), and the number of tents in each row and column.</summary>
    public sealed record Puzzle(
        [property: JsonConverter(typeof(EncodedTwice<string[][]>))] string[][] InputGrid,
        [property: JsonConverter(typeof(EncodedTwice<int[]>))] int[] RowConstraints,
        [property: JsonConverter(typeof(EncodedTwice<int[]>))] int[] ColConstraints);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    [JsonSerializable(typeof(string[][]))]
    [JsonSerializable(typeof(int[]))]
    private sealed partial class CampsiteJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => CampsiteJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "Campsite", Family.Grids, "Campsite", "Put tents beside trees, so that none touch and the counts of rows and columns fit.")
    {
        AnswerFormat = "```json with the whole grid as an array of arrays of \"T\", \"C\" and \"X\" ```",
        Measure = "cells without a tree",
    };

    protected override string? FaultOf(Puzzle puzzle) => Campground.FaultOf(puzzle.InputGrid, puzzle.RowConstraints, puzzle.ColConstraints);

    protected override Extraction<PyValue> Extract(string output) => Fenced.Last(output, "json").Then(PythonicJson.Read);

    protected override Verdict Judge(PyValue answer, Puzzle puzzle)
    {
        // A row may be an array or a string: both have a length and cells.
        if (CellsOf(answer) is not { } found) return Verdict.Wrong("the answer is not an array of rows");
        if (found.Count != puzzle.InputGrid.Length) return Verdict.Wrong($"there are {found.Count} rows, not {puzzle.InputGrid.Length}");
        var rows = found.Select(CellsOf).ToArray();
        if (rows.Any(row => row is null)) return Verdict.Wrong("a row is not an array of cells");
        if (Grid.ShapeFaultOf(rows!, puzzle.InputGrid.Length, puzzle.InputGrid[0].Length) is { } fault) return Verdict.Wrong(fault);
        var camp = Camp(puzzle);
        var grid = Grid.FromRows(rows!)!;
        foreach (var cell in grid.Cells)
        {
            if (IsLetter(grid[cell], "T") != camp.Trees[cell])
                return Verdict.Wrong(camp.Trees[cell] ? $"the tree at {cell} is gone" : $"the puzzle has no tree at {cell}", cell);
        }
        return camp.Judge(grid.Select(value => IsLetter(value, "C")), camp.Trees);
    }

    private static IReadOnlyList<PyValue>? CellsOf(PyValue row) => row is PyValue.List or PyValue.Str && row.TryIterate(out var cells) ? cells : null;

    private static bool IsLetter(PyValue value, string letter) => value is PyValue.Str text && text.Value == letter;

    private static Campground Camp(Puzzle puzzle) => Campground.Of(puzzle.InputGrid, puzzle.RowConstraints, puzzle.ColConstraints);

    private static readonly (int Side, int Tents)[] Levels = [(5, 5), (6, 7), (8, 12), (10, 18), (12, 26)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (side, tents) = Levels[level - 1];
        var camp = Campground.Generate(random, side, tents, besideTrees: true).Puzzle;
        return new(camp.Trees.Select(tree => tree ? "T" : "X").ToRows(), camp.RowClues, camp.ColumnClues);
    }

    protected override string Ask(Puzzle puzzle) => $"""
        {Camp(puzzle).Rules()}

        Write the whole grid as JSON in a code fence opened with ```json: an array of rows, from top to bottom, each an array of one-letter
        strings, from left to right, with "T" for a tree, "C" for a tent and "X" for a cell that stays empty. A grid of 1 row and 3 columns would
        look like this:

        ```json
        [["T", "C", "X"]]
        ```
        """;

    protected override string? Solve(Puzzle puzzle) => Camp(puzzle) is var camp && camp.Solve() is { } tents ? Fenced.Json(camp.Finished(tents)) : null;

    protected override double Measure(Puzzle puzzle) => Camp(puzzle).FreeCells;

    protected override Picture? Draw(Puzzle puzzle, Extraction<PyValue> answer) =>
        Camp(puzzle).Draw(answer.Found && CellsOf(answer.Answer) is { } rows
            ? cell => cell.Row < rows.Count && CellsOf(rows[cell.Row]) is { } cells && cell.Column < cells.Count && IsLetter(cells[cell.Column], "C")
            : null);
}
