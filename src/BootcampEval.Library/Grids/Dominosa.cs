// Dominosa: cut a grid of numbers into dominoes so that every pair of numbers occurs once.

using System.Numerics;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Puzzles;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Grids;

/// <summary>Dominosa: cut a grid of numbers into dominoes so that every pair of numbers occurs once.</summary>
public sealed partial class Dominosa : Bootcamp<Dominosa.Puzzle, BigInteger[][][]>
{
    /// <summary>The numbers, and the largest of them.</summary>
    public sealed record Puzzle([property: JsonPropertyName("grid")] int[][] Numbers, int N);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class DominosaJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => DominosaJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new("Dominosa", Family.Grids, "Dominosa", "Cut a grid of numbers into dominoes so that every pair of numbers occurs once.")
    {
        AnswerFormat = "[answer] with a line like (0,0),(0,1) for each domino [/answer]",
        Measure = "cells",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        Grid.FromRows(puzzle.Numbers) is null or { Rows: 0 } ? "the rows of grid are not of one length"
        : puzzle.Numbers.Any(row => row.Any(number => number < 0 || number > puzzle.N)) ? $"a number is not from 0 to n = {puzzle.N}"
        : null;

    protected override Extraction<BigInteger[][][]> Extract(string output) =>
        Tagged.Last(output, "[answer]", "[/answer]").Then<BigInteger[][][]>(block =>
            ReadDominoes(block) is { Length: > 0 } dominoes ? dominoes : new NoAnswer("no two coordinates like (0,0),(0,1) between the tags"));

    // The pattern "(r1,c1),(r2,c2)" with any white space around the commas, wherever it stands; what is between matches is passed over.
    private static BigInteger[][][] ReadDominoes(string block)
    {
        var dominoes = new List<BigInteger[][]>();
        for (var at = block.IndexOf('(', StringComparison.Ordinal); at >= 0; at = at < block.Length ? block.IndexOf('(', at) : -1)
        {
            var end = at;
            var (first, second) = (new BigInteger[2], new BigInteger[2]);
            if (ReadPair(block, ref end, first) is { } firstFits && ReadComma(block, ref end) && ReadPair(block, ref end, second) is { } secondFits)
            {
                if (firstFits && secondFits) dominoes.Add([first, second]);
                at = end;
            }
            else
            {
                at++;
            }
        }
        return [.. dominoes];
    }

    /// <summary>Reads a coordinate: null when none stands here, false when a number of it is too long for Python to convert.</summary>
    private static bool? ReadPair(string text, ref int at, BigInteger[] pair)
    {
        if (at >= text.Length || text[at] != '(') return null;
        at++;
        var row = PyText.EndOfDigits(text, at);
        if (row == at) return null;
        var fits = PyInt.TryParse(text.AsSpan(at, row - at), out pair[0]);
        at = row;
        if (!ReadComma(text, ref at)) return null;
        var column = PyText.EndOfDigits(text, at);
        if (column == at || column >= text.Length || text[column] != ')') return null;
        fits &= PyInt.TryParse(text.AsSpan(at, column - at), out pair[1]);
        at = column + 1;
        return fits;
    }

    private static bool ReadComma(string text, ref int at)
    {
        var comma = PyText.EndOfSpaces(text, at);
        if (comma >= text.Length || text[comma] != ',') return false;
        at = PyText.EndOfSpaces(text, comma + 1);
        return true;
    }

    protected override Verdict Judge(BigInteger[][][] answer, Puzzle puzzle)
    {
        var numbers = Grid.FromRows(puzzle.Numbers)!;
        var covered = new HashSet<Cell>();
        var pairs = new HashSet<(int, int)>();
        foreach (var domino in answer)
        {
            if (!TryCell(domino[0], numbers, out var first) || !TryCell(domino[1], numbers, out var second))
                return Verdict.Wrong($"the domino ({string.Join(",", domino[0])}),({string.Join(",", domino[1])}) leaves the grid");
            if (Math.Abs(first.Row - second.Row) + Math.Abs(first.Column - second.Column) != 1) return Verdict.Wrong($"the cells at {first} and {second} are not neighbours", first, second);
            if (!covered.Add(first)) return Verdict.Wrong($"the cell at {first} is covered twice", first);
            if (!covered.Add(second)) return Verdict.Wrong($"the cell at {second} is covered twice", second);
        }
        if (numbers.Cells.FirstOrDefault(cell => !covered.Contains(cell), new Cell(-1, -1)) is { Row: >= 0 } bare) return Verdict.Wrong($"the cell at {bare} is not covered", bare);
        foreach (var domino in answer)
        {
            TryCell(domino[0], numbers, out var first);
            TryCell(domino[1], numbers, out var second);
            var (low, high) = PairOf(numbers[first], numbers[second]);
            if (!pairs.Add((low, high))) return Verdict.Wrong($"the pair {low} and {high} occurs twice", first, second);
        }
        return Verdict.Correct;
    }

    private static bool TryCell(BigInteger[] place, Grid<int> grid, out Cell cell)
    {
        var inside = place[0] < grid.Rows && place[1] < grid.Columns;
        cell = inside ? new((int)place[0], (int)place[1]) : default;
        return inside;
    }

    private static (int Low, int High) PairOf(int a, int b) => (Math.Min(a, b), Math.Max(a, b));

    private static readonly int[] Largest = [2, 3, 4, 6, 8];

    // A random tiling, whose dominoes get the pairs at random.
    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var n = Largest[level - 1];
        var numbers = new Grid<int>(n + 1, n + 2);
        var dominoes = Neighbours(numbers).ToArray();
        var cover = new ExactCover(numbers.Rows * numbers.Columns);
        foreach (var (a, b) in dominoes) cover.Add(numbers.IndexOf(a), numbers.IndexOf(b));
        var tiling = cover.Search(random: random).First!;
        var pairs = random.Shuffled(Enumerable.Range(0, n + 1).SelectMany(low => Enumerable.Range(low, n + 1 - low).Select(high => (low, high))));
        foreach (var (domino, (low, high)) in tiling.Zip(pairs))
        {
            var flipped = random.Chance(0.5);
            numbers[dominoes[domino].A] = flipped ? high : low;
            numbers[dominoes[domino].B] = flipped ? low : high;
        }
        return new(numbers.ToRows(), n);
    }

    private static IEnumerable<(Cell A, Cell B)> Neighbours(Grid<int> numbers) =>
        numbers.Cells.SelectMany(cell => new[] { (cell, cell with { Column = cell.Column + 1 }), (cell, cell with { Row = cell.Row + 1 }) }).Where(pair => numbers.Contains(pair.Item2));

    protected override string Ask(Puzzle puzzle) => $"""
        Solve this Dominosa. A grid of {puzzle.Numbers.Length} rows and {puzzle.Numbers[0].Length} columns holds the numbers 0 to {puzzle.N}:

        {string.Join('\n', puzzle.Numbers.Select(row => string.Join(' ', row)))}

        Cut it into dominoes, each of two cells that share a side, so that every cell belongs to exactly one domino and no two dominoes hold the same two
        numbers (in whatever order). So each of the pairs of numbers from 0 0 to {puzzle.N} {puzzle.N} occurs on exactly one domino.

        Write one domino a line between [answer] and [/answer], as two cells (row,column), counted from 0 at the top left, with a comma between them. A
        domino of the first two cells of the top row would be the line (0,0),(0,1).
        """;

    // Cells must be covered once, and so must pairs: an exact cover.
    protected override string? Solve(Puzzle puzzle)
    {
        var numbers = Grid.FromRows(puzzle.Numbers)!;
        var dominoes = Neighbours(numbers).ToArray();
        var (cells, values) = (numbers.Rows * numbers.Columns, puzzle.N + 1);
        var cover = new ExactCover(cells, values * values);
        foreach (var (a, b) in dominoes)
        {
            var (low, high) = PairOf(numbers[a], numbers[b]);
            cover.Add(numbers.IndexOf(a), numbers.IndexOf(b), cells + (low * values) + high);
        }
        return cover.Search().First is { } chosen
            ? $"[answer]\n{string.Join('\n', chosen.Order().Select(i => $"({dominoes[i].A.Row},{dominoes[i].A.Column}),({dominoes[i].B.Row},{dominoes[i].B.Column})"))}\n[/answer]"
            : null;
    }

    protected override double Measure(Puzzle puzzle) => puzzle.Numbers.Sum(row => row.Length);

    protected override Picture? Draw(Puzzle puzzle, Extraction<BigInteger[][][]> answer)
    {
        var numbers = Grid.FromRows(puzzle.Numbers)!;
        var domino = new Grid<int>(numbers.Rows, numbers.Columns, cell => -1 - numbers.IndexOf(cell));
        if (answer.Found)
            for (var i = 0; i < answer.Answer.Length; i++)
                foreach (var place in answer.Answer[i])
                    if (TryCell(place, numbers, out var cell)) domino[cell] = i;
        return new(numbers.Rows, numbers.Columns, cell => $"{numbers[cell]}") { Region = cell => domino[cell] };
    }
}
