// Word search: find words that lie in straight lines in a grid of letters.

using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Puzzles;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Words;

/// <summary>Word search: say where in a grid of letters each word of a list begins and ends.</summary>
public sealed partial class KorPuzzleWordSearch : Bootcamp<KorPuzzleWordSearch.Puzzle, List<KorPuzzleWordSearch.Place>>
{
    /// <summary>The letters, and the words to find in order.</summary>
    public sealed record Puzzle(string[][] Grid, string[] WordList);

    /// <summary>Where an answer says a word lies, rows and columns counted from 0.</summary>
    public sealed record Place(string Word, BigInteger StartRow, BigInteger StartColumn, BigInteger EndRow, BigInteger EndColumn) : IJsonText
    {
        /// <inheritdoc/>
        public void AppendTo(StringBuilder json) => JsonText.Append(json, new object[] { Word, new[] { StartRow, StartColumn }, new[] { EndRow, EndColumn } });
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorPuzzleWordSearchJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorPuzzleWordSearchJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorPuzzleWordSearch", Family.Words, "Word search", "Say where in a grid of letters each word of a list begins and ends.")
    {
        AnswerFormat = "[[WORD (r,c)(r,c)]], a line for each word",
        Measure = "cells",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        puzzle.Grid.Length > 0 && puzzle.Grid.All(row => row.Length == puzzle.Grid[0].Length) && puzzle.WordList.All(word => word.Length > 0)
            ? null
            : "the grid is ragged or a word is empty";

    protected override Extraction<List<Place>> Extract(string output) => Tagged.Last(output, "[[", "]]").Then(ReadLines);

    // Lines that are not of the form WORD (r,c)(r,c) are passed over.
    private static Extraction<List<Place>> ReadLines(string content)
    {
        var places = new List<Place>();
        foreach (var line in content.Split('\n'))
        {
            if (ReadLine(PyText.Strip(line)) is not var (word, texts)) continue;
            var numbers = new BigInteger[texts.Length];
            for (var i = 0; i < texts.Length; i++)
                if (!PyInt.TryParse(texts[i], out numbers[i])) return new NoAnswer("a coordinate has too many digits");
            places.Add(new(PyCase.Upper(word), numbers[0], numbers[1], numbers[2], numbers[3]));
        }
        return places.Count > 0 ? places : new NoAnswer("no line of the form WORD (row,column)(row,column), without blanks, in the double brackets");
    }

    // The match of ^(\w+)\s*\((\d+),(\d+)\)\((\d+),(\d+)\)$
    private static (string Word, string[] Numbers)? ReadLine(string line)
    {
        var end = 0;
        while (PyText.TryRuneAt(line, end, out var rune) && PyText.IsWord(rune)) end += rune.Utf16SequenceLength;
        if (end == 0) return null;
        var at = PyText.EndOfSpaces(line, end);
        var numbers = new string[4];
        string[] before = ["(", ",", ")(", ","];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!line.AsSpan(at).StartsWith(before[i], StringComparison.Ordinal)) return null;
            var start = at + before[i].Length;
            at = PyText.EndOfDigits(line, start);
            if (at == start) return null;
            numbers[i] = line[start..at];
        }
        return line.AsSpan(at).SequenceEqual(")") ? (line[..end], numbers) : null;
    }

    protected override Verdict Judge(List<Place> answer, Puzzle puzzle) => JudgePlaces(answer, puzzle, exactEnds: false);

    protected override Verdict JudgeFairly(List<Place> answer, Puzzle puzzle) => JudgePlaces(answer, puzzle, exactEnds: true);

    private static Verdict JudgePlaces(List<Place> answer, Puzzle puzzle, bool exactEnds)
    {
        if (answer.Count != puzzle.WordList.Length) return Verdict.Wrong($"there are {answer.Count} lines of the right form, not {puzzle.WordList.Length}");
        foreach (var (place, word) in answer.Zip(puzzle.WordList))
        {
            if (place.Word != PyCase.Upper(word)) return Verdict.Wrong($"{place.Word} stands where {word} is due");
            if (FaultOf(place, puzzle, exactEnds) is { } fault) return fault;
        }
        return Verdict.Correct;
    }

    // The end serves only to find the direction, by floor division: an end that is a little off still gives the right one (a quirk of the reference).
    private static Verdict? FaultOf(Place place, Puzzle puzzle, bool exactEnds)
    {
        var last = place.Word.Length - 1;
        var (down, right) = StepOf(place);
        var isExact = place.EndRow == place.StartRow + (last * down) && place.EndColumn == place.StartColumn + (last * right);
        if ((last > 0 && (BigInteger.Abs(down) > 1 || BigInteger.Abs(right) > 1)) || (exactEnds && !isExact))
            return Verdict.Wrong($"{Shown(place)}: the two cells are not at the ends of a straight line of {last + 1} letters");
        var cells = CellsInside(place, puzzle);
        if (cells.Count <= last) return Verdict.Wrong($"{Shown(place)}: the line leaves the grid", cells);
        var letters = string.Concat(cells.Select(cell => PyCase.Upper(puzzle.Grid[cell.Row][cell.Column])));
        return letters == place.Word || string.Concat(letters.Reverse()) == place.Word
            ? null
            : Verdict.Wrong($"{Shown(place)}: the letters there are {letters}", cells);
    }

    private static (BigInteger Down, BigInteger Right) StepOf(Place place)
    {
        var steps = Math.Max(1, place.Word.Length - 1);
        return (PyNumber.FloorDiv(place.EndRow - place.StartRow, steps), PyNumber.FloorDiv(place.EndColumn - place.StartColumn, steps));
    }

    // The cells of the word from its start on, as far as they lie in the grid.
    private static List<Cell> CellsInside(Place place, Puzzle puzzle)
    {
        var (down, right) = StepOf(place);
        var cells = new List<Cell>();
        for (var i = 0; i < place.Word.Length; i++)
        {
            var (row, column) = (place.StartRow + (i * down), place.StartColumn + (i * right));
            if (row < 0 || column < 0 || row >= puzzle.Grid.Length || column >= puzzle.Grid[0].Length) break;
            cells.Add(new((int)row, (int)column));
        }
        return cells;
    }

    private static string Shown(Place place) =>
        string.Create(CultureInfo.InvariantCulture, $"{place.Word} ({place.StartRow},{place.StartColumn})({place.EndRow},{place.EndColumn})");

    // Side, number of words and their lengths; from level 3 on the other cells hold only letters that occur in the words.
    private static readonly (int Side, int Words, int Shortest, int Longest)[] Levels =
        [(8, 3, 4, 6), (10, 4, 4, 7), (12, 6, 5, 8), (15, 8, 5, 9), (18, 10, 6, 10)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (side, count, shortest, longest) = Levels[level - 1];
        string[] candidates = [.. Enumerable.Range(shortest, longest - shortest + 1).SelectMany(Vocabulary.OfLength).Select(word => word.ToUpperInvariant())];
        while (true)
        {
            var words = random.Sample(candidates, count);
            if (words.Any(word => words.Any(other => Hides(other, word)))) continue;
            var grid = new Grid<char>(side, side);
            if (!Array.TrueForAll(words, word => TryPlace(random, grid, word))) continue;
            var letters = level >= 3 ? string.Concat(words) : "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
            foreach (var cell in grid.Cells)
                if (grid[cell] == '\0') grid[cell] = letters[random.Below(letters.Length)];
            var puzzle = new Puzzle(grid.Select(letter => letter.ToString()).ToRows(), words);
            if (Array.TrueForAll(words, word => Occurrences(puzzle, word).Count() == 1)) return puzzle;
        }
    }

    // Whether a word reads in another one, or backwards in it or in itself: it would be found in two places.
    private static bool Hides(string whole, string word) =>
        (whole != word && whole.Contains(word, StringComparison.Ordinal)) || whole.Contains(string.Concat(word.Reverse()), StringComparison.Ordinal);

    private static bool TryPlace(PuzzleRandom random, Grid<char> grid, string word)
    {
        const int MostTries = 100;
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var (down, right) = random.Pick(Directions);
            var start = new Cell(random.Below(grid.Rows), random.Below(grid.Columns));
            Cell[] cells = [.. word.Select((_, i) => new Cell(start.Row + (i * down), start.Column + (i * right)))];
            if (!grid.Contains(cells[^1]) || cells.Zip(word).Any(pair => grid[pair.First] != '\0' && grid[pair.First] != pair.Second)) continue;
            foreach (var (cell, letter) in cells.Zip(word)) grid[cell] = letter;
            return true;
        }
        return false;
    }

    private static readonly (int Down, int Right)[] Directions = [(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1)];

    protected override string Ask(Puzzle puzzle) => $"""
        In this grid of letters, words are hidden in straight lines: horizontally, vertically or diagonally, forwards or backwards.

        {string.Join('\n', puzzle.Grid.Select(row => string.Join(' ', row)))}

        Find these words: {string.Join(", ", puzzle.WordList)}

        Count rows from 0 at the top and columns from 0 at the left. For each word, give the cell of its first letter and the cell of its
        last letter.

        Write one line for each word, in the order of the list, all within one pair of double square brackets. In a line, the word comes
        first, then a space, then (row,column) of the first letter and directly behind it (row,column) of the last letter, with no spaces in
        or between the pairs and nothing after them, like this:

        [[FIRST (0,3)(4,3)
        SECOND (7,7)(2,2)]]
        """;

    protected override string? Solve(Puzzle puzzle)
    {
        var lines = new List<string>();
        foreach (var word in puzzle.WordList)
        {
            if (Occurrences(puzzle, PyCase.Upper(word)).FirstOrDefault() is not (Cell start, Cell end)) return null;
            lines.Add($"{word} ({start.Row},{start.Column})({end.Row},{end.Column})");
        }
        return $"[[{string.Join('\n', lines)}]]";
    }

    // Wherever the word reads forwards in one of the eight directions.
    private static IEnumerable<(Cell Start, Cell End)?> Occurrences(Puzzle puzzle, string word)
    {
        var (rows, columns, last) = (puzzle.Grid.Length, puzzle.Grid[0].Length, word.Length - 1);
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                foreach (var (down, right) in Directions)
                {
                    var end = new Cell(row + (last * down), column + (last * right));
                    if ((uint)end.Row >= (uint)rows || (uint)end.Column >= (uint)columns) continue;
                    var length = 0;
                    while (length <= last && PyCase.Upper(puzzle.Grid[row + (length * down)][column + (length * right)]) == word[length].ToString()) length++;
                    if (length > last) yield return (new(row, column), end);
                }
    }

    protected override double Measure(Puzzle puzzle) => puzzle.Grid.Length * puzzle.Grid[0].Length;

    protected override Picture? Draw(Puzzle puzzle, Extraction<List<Place>> answer)
    {
        var picture = new Picture(puzzle.Grid.Length, puzzle.Grid[0].Length, cell => puzzle.Grid[cell.Row][cell.Column]);
        foreach (var cell in answer.Found ? answer.Answer.SelectMany(place => CellsInside(place, puzzle)) : [])
            picture.Set(cell, picture.Text(cell), CellMark.Answer);
        return picture;
    }
}
