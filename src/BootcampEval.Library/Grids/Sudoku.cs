// Sudoku: fill the blanks so that every row, column and box holds each number once.

using System.Numerics;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Puzzles;

namespace BootcampEval.Library.Grids;

/// <summary>Sudoku: fill the blanks so that every row, column and box holds each number once.</summary>
public sealed partial class Sudoku : Bootcamp<Sudoku.Puzzle, BigInteger[][]>
{
    /// <summary>The given numbers row by row, 0 for a blank, and the side of a box.</summary>
    [method: JsonConstructor]
    public sealed record Puzzle([property: JsonPropertyName("puzzle")] int[][] Givens, int Size, int RegionRows, int RegionCols);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class SudokuJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => SudokuJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "Sudoku", Family.Grids, "Sudoku", "Fill the blanks so that every row, column and box holds each number once.")
    {
        AnswerFormat = "[answer] with a line of numbers for each row [/answer]",
        Measure = "blank cells",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        puzzle.Size is < 1 or > 49 || puzzle.RegionRows * puzzle.RegionRows != puzzle.Size
            ? $"size {puzzle.Size} is not the square of region_rows {puzzle.RegionRows}"
            : puzzle.Givens.Length != puzzle.Size || puzzle.Givens.Any(row => row.Length != puzzle.Size)
                ? $"puzzle is not a grid of {puzzle.Size} x {puzzle.Size}"
                : null;

    protected override Extraction<BigInteger[][]> Extract(string output) =>
        Tagged.Last(output, "[answer]", "[/answer]").Then(IntegerRows.ReadLines);

    protected override Verdict Judge(BigInteger[][] answer, Puzzle puzzle)
    {
        var size = puzzle.Size;
        if (answer.Length != size) return Verdict.Wrong($"{answer.Length} rows, not {size}");
        for (var row = 0; row < size; row++)
            if (answer[row].Length != size) return Verdict.Wrong($"row {row + 1} has {answer[row].Length} numbers, not {size}");

        for (var row = 0; row < size; row++)
            for (var column = 0; column < size; column++)
                if (puzzle.Givens[row][column] is var given and not 0 && answer[row][column] != given)
                    return Verdict.Wrong($"{new Cell(row, column)} is given as {given}, not {answer[row][column]}", new Cell(row, column));

        foreach (var unit in Units(puzzle))
            if (FirstFault(unit, answer, size) is { } fault) return fault;
        return Verdict.Correct;
    }

    /// <summary>A row, a column or a box: cells that hold each number once.</summary>
    private sealed record Unit(string Name, Cell[] Cells);

    private static IEnumerable<Unit> Units(Puzzle puzzle)
    {
        var (size, side) = (puzzle.Size, puzzle.RegionRows);
        for (var i = 0; i < size; i++)
        {
            yield return new($"row {i + 1}", Cell.OfRow(i, size));
            yield return new($"column {i + 1}", Cell.OfColumn(i, size));
        }
        for (var box = 0; box < size; box++)
        {
            var (top, left) = (box / side * side, box % side * side);
            yield return new($"the box at {new Cell(top, left)}", [.. Enumerable.Range(0, size).Select(i => new Cell(top + (i / side), left + (i % side)))]);
        }
    }

    private static Verdict? FirstFault(Unit unit, BigInteger[][] answer, int size)
    {
        var seen = new Dictionary<BigInteger, Cell>();
        foreach (var cell in unit.Cells)
        {
            var number = answer[cell.Row][cell.Column];
            if (number < 1 || number > size) return Verdict.Wrong($"{cell} holds {number}, which is not from 1 to {size}", cell);
            if (!seen.TryAdd(number, cell)) return Verdict.Wrong($"{unit.Name} holds {number} twice", seen[number], cell);
        }
        return null;
    }

    // How many cells are blanked, in a grid of what size. The last level digs until no further hole leaves the solution unique.
    private static readonly (int Side, int Blanks)[] Levels = [(2, 8), (3, 26), (3, 38), (3, 47), (3, 81)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (side, blanks) = Levels[level - 1];
        var size = side * side;
        var rules = new Puzzle(new Grid<int>(size, size).ToRows(), size, side, side);
        var (model, grid) = Model(rules);
        var full = model.Search(random: random).First ?? throw new InvalidOperationException("an empty Sudoku has a solution");
        var kept = Clues.Dig(model, full, [.. grid.Cells.Select(cell => grid[cell])], random, atLeast: (size * size) - blanks).ToHashSet();
        return rules with { Givens = grid.Select(variable => kept.Contains(variable) ? full[variable] : 0).ToRows() };
    }

    protected override string Ask(Puzzle puzzle)
    {
        var (size, side) = (puzzle.Size, puzzle.RegionRows);
        var rows = puzzle.Givens.Select(row => string.Join(' ', row.Select(number => number == 0 ? "_" : $"{number}")));
        return $"""
            Solve this Sudoku. The grid has {size} rows and {size} columns; an underscore is a blank cell:

            {string.Join('\n', rows)}

            Fill every blank so that each row, each column and each of the {size} boxes ({side} rows by {side} columns, side by side from the
            top left corner) holds every number from 1 to {size} exactly once. The given numbers stay where they are.

            Write the finished grid between [answer] and [/answer]: {size} lines, each of {size} numbers separated by spaces, and nothing else.
            """;
    }

    protected override string? Solve(Puzzle puzzle)
    {
        var (model, grid) = Model(puzzle);
        var solution = model.Search(1, Known(Grid.FromRows(puzzle.Givens)!, grid)).First;
        return solution is null ? null : $"[answer]\n{grid.ToText(" ", variable => $"{solution[variable]}")}\n[/answer]";
    }

    protected override double Measure(Puzzle puzzle) => puzzle.Givens.Sum(row => row.Count(number => number == 0));

    protected override Picture? Draw(Puzzle puzzle, Extraction<BigInteger[][]> answer)
    {
        var side = puzzle.RegionRows;
        var picture = new Picture(puzzle.Size, puzzle.Size, cell => puzzle.Givens[cell.Row][cell.Column] is var given and not 0 ? $"{given}" : "")
        {
            Region = cell => (cell.Row / side * side) + (cell.Column / side),
        };
        if (answer.Found) picture.Fill(answer.Answer, number => $"{number}");
        return picture;
    }

    private static (FiniteDomain Model, Grid<int> Grid) Model(Puzzle puzzle)
    {
        var model = new FiniteDomain();
        var grid = model.AddGrid(puzzle.Size, puzzle.Size, 1, puzzle.Size);
        foreach (var unit in Units(puzzle)) model.AllDifferent([.. unit.Cells.Select(cell => grid[cell])]);
        return (model, grid);
    }

    private static (int Variable, ulong Values)[] Known(Grid<int> givens, Grid<int> grid) =>
        [.. givens.Cells.Where(cell => givens[cell] != 0).Select(cell => (grid[cell], 1UL << givens[cell]))];
}
