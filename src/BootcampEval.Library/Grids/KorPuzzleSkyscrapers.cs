// Skyscrapers: a Latin square of building heights, with the number of buildings seen from each side.

using System.Collections.Concurrent;
using System.Numerics;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Puzzles;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Grids;

/// <summary>Skyscrapers: place buildings of different heights so that the right number of them is seen from each side.</summary>
public sealed partial class KorPuzzleSkyscrapers : Bootcamp<KorPuzzleSkyscrapers.Puzzle, BigInteger[][]>
{
    /// <summary>The side, and how many buildings are seen along each column from top and bottom and along each row from left and right.</summary>
    public sealed record Puzzle(int N, int[] Top, int[] Bottom, int[] Left, int[] Right);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorPuzzleSkyscrapersJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorPuzzleSkyscrapersJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorPuzzleSkyscrapers", Family.Grids, "Skyscrapers", "Place buildings of different heights so that the right number of them is seen from each side.")
    {
        AnswerFormat = "[[1 2 3, 2 3 1, 3 1 2]]",
        Measure = "cells, and choices that a solver tries",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        new[] { puzzle.Top, puzzle.Bottom, puzzle.Left, puzzle.Right }.Any(side => side.Length != puzzle.N)
            ? $"a side does not hold n = {puzzle.N} numbers"
            : puzzle.N is < 1 or > 8 ? $"n is {puzzle.N}, not 1 to 8" : null;

    // Line breaks count as blanks, and only commas end a row: an empty piece between two commas is an empty row.
    protected override Extraction<BigInteger[][]> Extract(string output) =>
        Tagged.Last(output, "[[", "]]").Then(content => IntegerRows.Read(string.Join(' ', PyText.SplitLines(PyText.Strip(content))).Split(',')));

    protected override Verdict Judge(BigInteger[][] answer, Puzzle puzzle)
    {
        if (Grid.ShapeFaultOf(answer, puzzle.N, puzzle.N) is { } fault) return Verdict.Wrong(fault);
        var heights = IntegerRows.ToGrid(answer);
        if (LatinSquare.FaultOf(heights) is { } wrong) return wrong;
        for (var i = 0; i < puzzle.N; i++)
        {
            if (FirstMiscount(heights.Row(i).ToArray(), puzzle.Left[i], "left", puzzle.Right[i], "right") is { } inRow)
                return Verdict.Wrong($"row {i + 1}: {inRow}", Cell.OfRow(i, puzzle.N));
            if (FirstMiscount(heights.Column(i), puzzle.Top[i], "top", puzzle.Bottom[i], "bottom") is { } inColumn)
                return Verdict.Wrong($"column {i + 1}: {inColumn}", Cell.OfColumn(i, puzzle.N));
        }
        return Verdict.Correct;
    }

    private static string? FirstMiscount(int[] line, int fromStart, string start, int fromEnd, string end) =>
        Seen(line) is var first && first != fromStart ? $"{first} buildings are seen from the {start}, not {fromStart}"
        : Seen([.. line.Reverse()]) is var last && last != fromEnd ? $"{last} buildings are seen from the {end}, not {fromEnd}"
        : null;

    /// <summary>How many buildings are higher than all before them.</summary>
    private static int Seen(int[] line)
    {
        var (seen, highest) = (0, 0);
        foreach (var height in line)
        {
            if (height <= highest) continue;
            highest = height;
            seen++;
        }
        return seen;
    }

    // The side, and how many choices the solver has to try before it is sure.
    private static readonly (int Size, int LeastChoices, int MostChoices)[] Levels = [(4, 0, 40), (5, 0, 0), (5, 1, 40), (6, 0, 0), (6, 1, 40)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (size, least, most) = Levels[level - 1];
        while (true)
        {
            var heights = LatinSquare.Random(size, random);
            int[][] rows = heights.ToRows(), columns = [.. Enumerable.Range(0, size).Select(heights.Column)];
            var puzzle = new Puzzle(
                size, [.. columns.Select(Seen)], [.. columns.Select(column => Seen([.. column.Reverse()]))],
                [.. rows.Select(Seen)], [.. rows.Select(row => Seen([.. row.Reverse()]))]);
            var search = Model(puzzle).Model.Search(2, nodeBudget: most);
            if (search.IsUnique && search.Nodes >= least && search.Nodes <= most) return puzzle;
        }
    }

    protected override string Ask(Puzzle puzzle) => $"""
        Solve this Skyscrapers puzzle. A city has {puzzle.N} rows and {puzzle.N} columns of buildings. Their heights are 1 to {puzzle.N}, each exactly
        once in every row and in every column. Someone who looks along a row or a column from outside sees a building when it is higher than all
        buildings before it. So many buildings are seen:

        from the top, looking down each column, left to right: {string.Join(' ', puzzle.Top)}
        from the bottom, looking up each column, left to right: {string.Join(' ', puzzle.Bottom)}
        from the left, along each row, top to bottom: {string.Join(' ', puzzle.Left)}
        from the right, along each row, top to bottom: {string.Join(' ', puzzle.Right)}

        Write the heights row by row from the top, between two opening and two closing square brackets: the heights of a row separated by spaces, the rows
        by commas, with no other brackets inside. For a city of two rows that would be [[1 2, 2 1]].
        """;

    protected override string? Solve(Puzzle puzzle)
    {
        var (model, variables) = Model(puzzle);
        return model.Search().First is { } solution
            ? $"[[{string.Join(", ", variables.ToRows().Select(row => string.Join(' ', row.Select(variable => solution[variable]))))}]]"
            : null;
    }

    protected override double Measure(Puzzle puzzle) => (puzzle.N * puzzle.N) + Model(puzzle).Model.Search(2, nodeBudget: 1_000).Nodes;

    protected override Picture? Draw(Puzzle puzzle, Extraction<BigInteger[][]> answer)
    {
        var picture = new Picture(puzzle.N, puzzle.N)
        {
            RowLabels = [.. puzzle.Left.Zip(puzzle.Right, (left, right) => $"{left}→ {right}←")],
            ColumnLabels = [.. puzzle.Top.Zip(puzzle.Bottom, (top, bottom) => $"{top}↓{bottom}↑")],
        };
        if (answer.Found) picture.Fill(answer.Answer, height => $"{height}");
        return picture;
    }

    // The permutations of each size by the numbers of buildings seen from both ends; sizes are few and small.
    private static readonly ConcurrentDictionary<int, ILookup<(int FromStart, int FromEnd), int[]>> Lines = new();

    // Every line is one of the permutations that show the right numbers at both ends.
    private static (FiniteDomain Model, Grid<int> Variables) Model(Puzzle puzzle)
    {
        var model = new FiniteDomain();
        var variables = LatinSquare.AddTo(model, puzzle.N);
        var lines = Lines.GetOrAdd(puzzle.N, size => Permutations(size).ToLookup(line => (Seen(line), Seen([.. line.Reverse()]))));
        for (var i = 0; i < puzzle.N; i++)
        {
            model.Allowed(variables.Row(i).ToArray(), [.. lines[(puzzle.Left[i], puzzle.Right[i])]]);
            model.Allowed(variables.Column(i), [.. lines[(puzzle.Top[i], puzzle.Bottom[i])]]);
        }
        return (model, variables);
    }

    private static List<int[]> Permutations(int size)
    {
        List<int[]> shorter = [[]];
        for (var next = 1; next <= size; next++)
            shorter = [.. shorter.SelectMany(line => Enumerable.Range(0, line.Length + 1).Select(at => (int[])[.. line[..at], next, .. line[at..]]))];
        return shorter;
    }
}
