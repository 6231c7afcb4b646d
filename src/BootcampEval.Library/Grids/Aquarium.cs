// Aquarium, in the form of the official rows: every column is a tank of its own, and its water level is asked for.

using System.Numerics;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Puzzles;

namespace BootcampEval.Library.Grids;

/// <summary>Aquarium: find the water level of each column from the numbers of filled cells.</summary>
public sealed partial class Aquarium : Bootcamp<Aquarium.Puzzle, BigInteger[]>
{
    /// <summary>The tank of each cell (always the column), filled cells per row from the bottom up, and filled cells per column.</summary>
    public sealed record Puzzle(int[][] Regions, int[] RowClues, int[] ColClues);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class AquariumJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => AquariumJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "Aquarium", Family.Grids, "Aquarium", "Find the water level of each column from the numbers of filled cells.")
    {
        AnswerFormat = "[answer]2 0 1[/answer]",
        Measure = "cells of the grid",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        puzzle.RowClues.Length == 0 || puzzle.ColClues.Length == 0 ? "there are no rows or no columns" : null;

    protected override Extraction<BigInteger[]> Extract(string output) => Tagged.Last(output, "[answer]", "[/answer]").Then(IntegerRows.ReadRow);

    protected override Verdict Judge(BigInteger[] answer, Puzzle puzzle)
    {
        var (rows, columns) = (puzzle.RowClues.Length, puzzle.ColClues.Length);
        if (answer.Length != columns) return Verdict.Wrong($"there are {answer.Length} levels, not {columns}");
        for (var column = 0; column < columns; column++)
        {
            if (answer[column] + 1 != puzzle.ColClues[column])
            {
                var says = $"level {answer[column]} fills {answer[column] + 1} cells of column {column + 1}, not {puzzle.ColClues[column]}";
                return Verdict.Wrong(says, Cell.OfColumn(column, rows));
            }
        }
        for (var height = 0; height < rows; height++)
        {
            var filled = answer.Count(level => level >= height);
            if (filled != puzzle.RowClues[height])
            {
                var says = $"row {height} from the bottom has {filled} filled cells, not {puzzle.RowClues[height]}";
                return Verdict.Wrong(says, Cell.OfRow(rows - 1 - height, columns));
            }
        }
        return Verdict.Correct;
    }

    private static readonly (int Rows, int Columns)[] Levels = [(4, 4), (6, 6), (9, 9), (12, 12), (16, 16)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (rows, columns) = Levels[level - 1];
        int[] filled = [.. Enumerable.Range(0, columns).Select(_ => random.Between(1, rows))];
        return new(
            new Grid<int>(rows, columns, cell => cell.Column).ToRows(),
            [.. Enumerable.Range(0, rows).Select(height => filled.Count(cells => cells > height))],
            filled);
    }

    protected override string Ask(Puzzle puzzle) => $"""
        A grid with {puzzle.RowClues.Length} rows and {puzzle.ColClues.Length} columns is divided into tanks. Each cell of this map shows the
        tank it belongs to, the top row first:

        {string.Join('\n', puzzle.Regions.Select(row => string.Join(' ', row)))}

        Water stands in the tanks. It fills a tank from the bottom upwards, without gaps, to the same height throughout the tank, and a cell is
        either full or empty.

        Number of full cells in each row, the bottom row first: {string.Join(' ', puzzle.RowClues)}
        Number of full cells in each column, the leftmost column first: {string.Join(' ', puzzle.ColClues)}

        Find the water level of every column: the number of the highest row with water in that column, where the bottom row has the number 0
        and rows are counted upwards.

        Write the levels, one for each column from left to right, between [answer] and [/answer], separated by spaces and without anything else.
        For three columns whose highest full rows have the numbers 2, 0 and 1, that would be [answer]2 0 1[/answer].
        """;

    protected override string? Solve(Puzzle puzzle) => $"[answer]{string.Join(' ', puzzle.ColClues.Select(clue => clue - 1))}[/answer]";

    protected override double Measure(Puzzle puzzle) => puzzle.RowClues.Length * puzzle.ColClues.Length;

    protected override Picture? Draw(Puzzle puzzle, Extraction<BigInteger[]> answer)
    {
        var (rows, columns) = (puzzle.RowClues.Length, puzzle.ColClues.Length);
        var picture = new Picture(rows, columns)
        {
            RowLabels = [.. puzzle.RowClues.Reverse().Select(clue => $"{clue}")],
            ColumnLabels = [.. puzzle.ColClues.Select(clue => $"{clue}")],
            Region = cell => cell.Column,
        };
        if (!answer.Found) return picture;
        foreach (var cell in picture.Cells)
        {
            if (cell.Column < answer.Answer.Length && answer.Answer[cell.Column] >= rows - 1 - cell.Row) picture.Set(cell, "≈", CellMark.Answer);
        }
        return picture;
    }
}
