// Campsite in the form of KOR-Bench: the answer is rows of letters in double square brackets.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Puzzles;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Grids;

/// <summary>Campsite, answered with rows of letters: put tents beside trees, so that none touch and the counts of rows and columns fit.</summary>
public sealed partial class KorPuzzleCampsite : Bootcamp<KorPuzzleCampsite.Puzzle, string[][]>
{
    /// <summary>Trees (<c>T</c>) and empty cells (<c>X</c>), the number of tents in each row and column, and one solution with <c>C</c> for tents.</summary>
    public sealed record Puzzle(string[][] Grid, int[] RowClues, int[] ColClues, string[][] Solution);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorPuzzleCampsiteJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorPuzzleCampsiteJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorPuzzleCampsite", Family.Grids, "Campsite with rows in brackets",
        "Put tents beside trees, so that none touch and the counts of rows and columns fit.")
    {
        AnswerFormat = "[[T C X, X X X]]",
        Measure = "cells without a tree",
    };

    protected override string? FaultOf(Puzzle puzzle) => Campground.FaultOf(puzzle.Grid, puzzle.RowClues, puzzle.ColClues);

    protected override Extraction<string[][]> Extract(string output) => Tagged.Last(output, "[[", "]]").Then<string[][]>(block =>
        block.Split(',').Select(row => PyText.Split(row)).Where(tokens => tokens.Length > 0)
            .Select(tokens => tokens.Select(token => PyCase.Upper(token).Replace('，', ',')).ToArray()).ToArray());

    // Trees are looked up in the answer, not in the puzzle: the reference accepts a tent beside a tree that the answer invents.
    protected override Verdict Judge(string[][] answer, Puzzle puzzle) => Judge(answer, puzzle, grid => grid.Select(token => token == "T"));

    /// <summary>The fair ruling: only the trees of the puzzle count.</summary>
    protected override Verdict JudgeFairly(string[][] answer, Puzzle puzzle) => Judge(answer, puzzle, _ => Camp(puzzle).Trees);

    private static Verdict Judge(string[][] answer, Puzzle puzzle, Func<Grid<string>, Grid<bool>> treesOf)
    {
        var camp = Camp(puzzle);
        if (Sdk.Puzzles.Grid.ShapeFaultOf(answer, camp.Trees.Rows, camp.Trees.Columns) is { } fault) return Verdict.Wrong(fault);
        var grid = Sdk.Puzzles.Grid.FromRows(answer)!;
        foreach (var tree in grid.Cells.Where(cell => camp.Trees[cell] && grid[cell] != "T")) return Verdict.Wrong($"the tree at {tree} is gone", tree);
        return camp.Judge(grid.Select(token => token == "C"), treesOf(grid));
    }

    private static Campground Camp(Puzzle puzzle) => Campground.Of(puzzle.Grid, puzzle.RowClues, puzzle.ColClues);

    private static readonly (int Side, int Tents)[] Levels = [(5, 4), (6, 6), (8, 10), (10, 15), (12, 22)];

    // The verifier would accept an invented tree, so in fresh puzzles the solution is the only one even without the rule on trees.
    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (side, count) = Levels[level - 1];
        var (camp, tents) = Campground.Generate(random, side, count, besideTrees: false);
        return new(camp.Trees.Select(tree => tree ? "T" : "X").ToRows(), camp.RowClues, camp.ColumnClues, camp.Finished(tents).ToRows());
    }

    protected override string Ask(Puzzle puzzle) => $"""
        {Camp(puzzle).Rules()}

        Write the whole grid in double square brackets: the rows from top to bottom, separated by commas, and in each row the letters from left to
        right, separated by spaces. Write T for a tree, C for a tent and X for a cell that stays empty, and no brackets around a row. A grid of 2
        rows and 3 columns would look like this:

        [[T C X, X X X]]
        """;

    protected override string? Solve(Puzzle puzzle) =>
        Camp(puzzle) is var camp && camp.Solve() is { } tents ? BracketedRows.Write(camp.Finished(tents), letter => letter) : null;

    protected override double Measure(Puzzle puzzle) => Camp(puzzle).FreeCells;

    protected override Picture? Draw(Puzzle puzzle, Extraction<string[][]> answer) =>
        Camp(puzzle).Draw(answer.Found ? cell => cell.Row < answer.Answer.Length && answer.Answer[cell.Row].ElementAtOrDefault(cell.Column) == "C" : null);
}
