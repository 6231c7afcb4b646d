// Thermometers: a Latin square in which the numbers rise along given paths.

using System.Numerics;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Puzzles;

namespace BootcampEval.Library.Grids;

/// <summary>Thermometers: fill a Latin square in which the numbers rise along given paths.</summary>
public sealed partial class Thermometers : Bootcamp<Thermometers.Puzzle, BigInteger[][]>
{
    /// <summary>The side, the paths, and whether rows and columns must hold each number once (they must unless this says otherwise).</summary>
    public sealed record Puzzle(int Size, [property: JsonPropertyName("thermometers")] Thermometer[] Paths)
    {
        public bool EnforceLatin { get; init; } = true;
    }

    /// <summary>A path of neighbouring cells, each as row and column from 0, from the bulb to the tip.</summary>
    public sealed record Thermometer(int[][] Path)
    {
        [JsonPropertyOrder(-1)]
        public int[]? Bulb { get; init; }

        [JsonIgnore]
        internal IEnumerable<Cell> Cells => Path.Select(cell => new Cell(cell[0], cell[1]));
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class ThermometersJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => ThermometersJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "Thermometers", Family.Grids, "Thermometers", "Fill a Latin square in which the numbers rise along given paths.")
    {
        AnswerFormat = "[answer] with a line of numbers for each row [/answer]",
        Measure = "cells",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        puzzle.Size < 1 ? "size is less than 1"
        : puzzle.Paths.Any(path => path.Path.Any(cell => cell.Length != 2 || cell.Any(place => place < 0 || place >= puzzle.Size))) ? "a path leaves the grid"
        : null;

    protected override Extraction<BigInteger[][]> Extract(string output) =>
        Tagged.Last(output, "[answer]", "[/answer]")
            .Then(IntegerRows.ReadLines)
            .Then<BigInteger[][]>(rows => rows.Length > 0 && rows.All(row => row.Length == rows.Length) ? rows : new NoAnswer("the answer has not as many lines as numbers in each line"));

    protected override Verdict Judge(BigInteger[][] answer, Puzzle puzzle)
    {
        if (Grid.ShapeFaultOf(answer, puzzle.Size, puzzle.Size) is { } fault) return Verdict.Wrong(fault);
        var grid = IntegerRows.ToGrid(answer);
        foreach (var cell in grid.Cells)
            if (grid[cell] < 1 || grid[cell] > puzzle.Size) return Verdict.Wrong($"{cell} holds {grid[cell]}, which is not from 1 to {puzzle.Size}", cell);
        if (puzzle.EnforceLatin && LatinSquare.FaultOf(grid) is { } wrong) return wrong;
        foreach (var (from, to) in Steps(puzzle))
            if (grid[from] >= grid[to]) return Verdict.Wrong($"along a thermometer, {grid[from]} at {from} is followed by {grid[to]} at {to}", from, to);
        return Verdict.Correct;
    }

    private static IEnumerable<(Cell From, Cell To)> Steps(Puzzle puzzle) => puzzle.Paths.SelectMany(path => path.Cells.Zip(path.Cells.Skip(1)));

    private static readonly int[] Sizes = [3, 4, 5, 6, 7];

    // Of a long list of random paths, as many as it takes to determine the square.
    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var size = Sizes[level - 1];
        while (true)
        {
            var square = LatinSquare.Random(size, random);
            Thermometer[] paths = [.. Enumerable.Range(0, 10 * size).Select(_ => Climb(square, random))];
            if (!IsDetermined(size, paths)) continue;
            var (tooFew, enough) = (0, paths.Length);
            while (enough - tooFew > 1)
            {
                var middle = (tooFew + enough) / 2;
                if (IsDetermined(size, paths[..middle])) enough = middle;
                else tooFew = middle;
            }
            return new(size, paths[..enough]);
        }
    }

    private static bool IsDetermined(int size, IReadOnlyList<Thermometer> paths) => Model(new(size, [.. paths])).Model.HasOneSolution(nodeBudget: 100);

    /// <summary>A walk to ever larger neighbours, at least two cells long.</summary>
    private static Thermometer Climb(Grid<int> square, PuzzleRandom random)
    {
        while (true)
        {
            List<Cell> path = [new(random.Below(square.Rows), random.Below(square.Columns))];
            while (square.Neighbours(path[^1]).Where(next => square[next] > square[path[^1]]).ToArray() is { Length: > 0 } higher) path.Add(random.Pick(higher));
            if (path.Count >= 2) return new([.. path.Select(cell => (int[])[cell.Row, cell.Column])]) { Bulb = [path[0].Row, path[0].Column] };
        }
    }

    protected override string Ask(Puzzle puzzle) => $"""
        Fill a grid of {puzzle.Size} rows and {puzzle.Size} columns with the numbers 1 to {puzzle.Size}{(puzzle.EnforceLatin ? ", each exactly once in every row and in every column" : "")}.
        Some thermometers lie in the grid. Along each of them, from its bulb to its tip, every number is larger than the one before it. Thermometers may
        share cells. Cells are written as (row, column), counted from 1 at the top left; each thermometer is listed from its bulb to its tip:

        {string.Join('\n', puzzle.Paths.Select(path => string.Join(" ", path.Cells.Select(cell => $"({cell.Row + 1}, {cell.Column + 1})"))))}

        Write the finished grid between [answer] and [/answer]: {puzzle.Size} lines, each of {puzzle.Size} numbers separated by spaces, and nothing else.
        """;

    protected override string? Solve(Puzzle puzzle)
    {
        var (model, variables) = Model(puzzle);
        return model.Search().First is { } solution ? $"[answer]\n{variables.ToText(" ", variable => $"{solution[variable]}")}\n[/answer]" : null;
    }

    protected override double Measure(Puzzle puzzle) => puzzle.Size * puzzle.Size;

    protected override Picture? Draw(Puzzle puzzle, Extraction<BigInteger[][]> answer)
    {
        var picture = new Picture(puzzle.Size, puzzle.Size);
        if (answer.Found) picture.Fill(answer.Answer, number => $"{number}");
        foreach (var (from, to) in Steps(puzzle))
        {
            var arrow = (to.Row - from.Row, to.Column - from.Column) switch { (0, 1) => "→", (0, -1) => "←", (1, 0) => "↓", (-1, 0) => "↑", _ => "·" };
            if (!picture.Text(from).Contains(arrow, StringComparison.Ordinal)) picture.Set(from, picture.Text(from) + arrow, picture.Mark(from));
        }
        return picture;
    }

    private static (FiniteDomain Model, Grid<int> Variables) Model(Puzzle puzzle)
    {
        var model = new FiniteDomain();
        var variables = puzzle.EnforceLatin ? LatinSquare.AddTo(model, puzzle.Size) : model.AddGrid(puzzle.Size, puzzle.Size, 1, puzzle.Size);
        foreach (var (from, to) in Steps(puzzle).Distinct()) model.Less(variables[from], variables[to]);
        return (model, variables);
    }
}
