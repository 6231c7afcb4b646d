// Wordscapes: a small crossword without clues; fit given words into the pattern.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Words;

/// <summary>Wordscapes: fit given words into the pattern of a small crossword.</summary>
public sealed partial class KorPuzzleWordscapes : Bootcamp<KorPuzzleWordscapes.Puzzle, string[][]>
{
    private const string Blocked = "0", Open = "X";

    /// <summary>The pattern (<c>X</c> to fill, <c>0</c> blocked), the words that read across and down, and the filled grid.</summary>
    public sealed record Puzzle(string[][] Grid, string[] Across, string[] Down, [property: JsonPropertyName("__solution__")] string[][] Solution);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorPuzzleWordscapesJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorPuzzleWordscapesJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorPuzzleWordscapes", Family.Words, "Wordscapes", "Fit given words into the pattern of a small crossword.")
    {
        AnswerFormat = "[[0 C A T, 0 O 0 0]], a comma after each row",
        Measure = "cells to fill",
    };

    protected override Extraction<string[][]> Extract(string output) =>
        Tagged.Last(output, "[[", "]]").Then<string[][]>(content => PyText.Strip(content).Split(',').Select(row => PyText.Split(row)).ToArray());

    protected override Verdict Judge(string[][] answer, Puzzle puzzle)
    {
        if (answer.Length != puzzle.Solution.Length) return Verdict.Wrong($"there are {answer.Length} rows, not {puzzle.Solution.Length}");
        for (var row = 0; row < answer.Length; row++)
        {
            var due = puzzle.Solution[row];
            if (answer[row].Length != due.Length) return Verdict.Wrong($"row {row + 1} has {answer[row].Length} cells, not {due.Length}");
            for (var column = 0; column < due.Length; column++)
            {
                var cell = new Cell(row, column);
                if (answer[row][column] != due[column]) return Verdict.Wrong($"{cell} holds {answer[row][column]}, not {due[column]}", cell);
            }
        }
        return Verdict.Correct;
    }

    // Side of the grid, number of words, and their lengths. More words cross more often, and words of like length can stand in for each other.
    private static readonly (int Side, int Words, int Shortest, int Longest)[] Levels =
        [(5, 2, 3, 5), (6, 4, 3, 5), (8, 6, 4, 5), (9, 8, 4, 5), (11, 11, 4, 5)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (side, count, shortest, longest) = Levels[level - 1];
        string[] vocabulary = [.. Enumerable.Range(shortest, longest - shortest + 1).SelectMany(Vocabulary.OfLength).Select(word => word.ToUpperInvariant())];
        while (true)
        {
            if (Crossword.Fresh(random, side, count, vocabulary) is { } crossword && crossword.FillsInOneWay())
            {
                var pattern = crossword.Letters.Select(letter => letter == '\0' ? Blocked : Open);
                return new(
                    pattern.ToRows(), random.Shuffled(crossword.Across.Select(slot => slot.Word)), random.Shuffled(crossword.Down.Select(slot => slot.Word)),
                    crossword.Letters.Select(letter => letter == '\0' ? Blocked : letter.ToString()).ToRows());
            }
        }
    }

    protected override string Ask(Puzzle puzzle) => $"""
        This is the pattern of a crossword without clues. X is a cell for one letter, 0 is a blocked cell:

        {string.Join('\n', puzzle.Grid.Select(row => string.Join(' ', row)))}

        Words that read across (from left to right): {string.Join(", ", puzzle.Across)}
        Words that read down (from top to bottom): {string.Join(", ", puzzle.Down)}

        Write the words into the pattern. Each fills one unbroken line of X cells in its direction from end to end, every word is used once,
        and where an across word and a down word cross they share the letter.

        Give the filled grid in double square brackets, row by row from the top: the cells of a row with single spaces between them, capital
        letters in the filled cells and 0 in the blocked ones, and a comma between two rows. Two rows of three cells would look like this:
        [[Q 0 0, R S T]]
        """;

    // The official rows' words often do not fit together: only the stored grid counts.
    protected override string? Solve(Puzzle puzzle) => $"[[{string.Join(", ", puzzle.Solution.Select(row => string.Join(' ', row)))}]]";

    protected override double Measure(Puzzle puzzle) => puzzle.Grid.Sum(row => row.Count(cell => cell == Open));

    protected override Picture? Draw(Puzzle puzzle, Extraction<string[][]> answer)
    {
        var picture = new Picture(puzzle.Grid.Length, puzzle.Grid[0].Length, cell => puzzle.Grid[cell.Row][cell.Column] == Blocked ? "■" : "");
        if (answer.Found) picture.Fill(answer.Answer, cell => cell);
        return picture;
    }
}
