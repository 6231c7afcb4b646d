// Minesweeper as a still: from the numbers of the open cells, find all mines.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Puzzles;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Grids;

/// <summary>Minesweeper: find all mines from the numbers of the open cells.</summary>
public sealed partial class Minesweeper : Bootcamp<Minesweeper.Puzzle, PyValue>
{
    /// <summary>The size of the field and its mines, each as row and column from 0.</summary>
    public sealed record Puzzle(int Rows, int Cols, int[][] Mines)
    {
        [JsonIgnore]
        internal HashSet<Cell> MineCells => [.. Mines.Select(mine => new Cell(mine[0], mine[1]))];
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class MinesweeperJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => MinesweeperJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new("Minesweeper", Family.Grids, "Minesweeper", "Find all mines from the numbers of the open cells.")
    {
        AnswerFormat = "[answer][[0, 1], [2, 2]][/answer]",
        Measure = "closed cells",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        puzzle.Mines.Any(mine => mine.Length != 2 || mine[0] < 0 || mine[0] >= puzzle.Rows || mine[1] < 0 || mine[1] >= puzzle.Cols) ? "a mine lies outside the field" : null;

    protected override Extraction<PyValue> Extract(string output) =>
        Tagged.Last(output, "[answer]", "[/answer]").Then(LiteralAnswer.Read).Then<PyValue>(value =>
            value is PyValue.List { Items: var mines } && mines.All(mine => mine is PyValue.List { Items.Count: 2 }) ? value : new NoAnswer("the answer is not a list of [row, column] lists"));

    protected override Verdict Judge(PyValue answer, Puzzle puzzle)
    {
        var found = new HashSet<Cell>();
        foreach (var mine in ((PyValue.List)answer).Items)
        {
            if (((PyValue.List)mine).Items is not [var row, var column] || !IsPlace(row, out var at) || !IsPlace(column, out var left))
                return Verdict.Wrong($"{mine.Repr()} is not a row and a column");
            if (at >= puzzle.Rows || left >= puzzle.Cols) return Verdict.Wrong($"{mine.Repr()} lies outside the field of {puzzle.Rows} x {puzzle.Cols}");
            found.Add(new(at, left));
        }
        var mines = puzzle.MineCells;
        if (found.Count != mines.Count) return Verdict.Wrong($"{found.Count} mines are named, not {mines.Count}", [.. found.Except(mines)]);
        return found.SetEquals(mines) ? Verdict.Correct : Verdict.Wrong($"there is no mine at {found.Except(mines).First()}", [.. found.Except(mines)]);
    }

    // Real numbers only: Python can't compare a complex number with the bounds of the field.
    private static bool IsPlace(PyValue value, out int place) => value.TryGetWhole(out place) && value is not PyValue.Complex && place >= 0;

    private static readonly (int Rows, int Columns, int Mines)[] Levels = [(5, 5, 5), (6, 7, 8), (8, 8, 13), (9, 10, 20), (11, 12, 30)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (rows, columns, mines) = Levels[level - 1];
        Cell[] cells = [.. new Grid<int>(rows, columns).Cells];
        return new(rows, columns, [.. random.Sample(cells, mines).Select(cell => (int[])[cell.Row, cell.Column])]);
    }

    protected override string Ask(Puzzle puzzle)
    {
        var field = Shown(puzzle);
        return $"""
            A Minesweeper field has {puzzle.Rows} rows and {puzzle.Cols} columns. It holds exactly {puzzle.Mines.Length} mines, each in a cell of its own. Some cells
            without a mine have been opened: the number in an open cell says how many of the up to eight cells around it (sideways, up, down and
            diagonally) hold a mine. A question mark is a closed cell, with or without a mine:

            {field.ToText(" ", number => number < 0 ? "?" : $"{number}")}

            The numbers and the total leave one possibility only. Name all mines as [row, column], counted from 0 at the top left corner, in one list between
            [answer] and [/answer], in any order. Two mines, in the first row and second column and in the third row and third column, would be:
            [answer]
            [[0, 1], [2, 2]]
            [/answer]
            """;
    }

    /// <summary>
    /// The numbers of the open cells, -1 for closed ones: few cells are opened at first, the same for the same field, and then one more wherever
    /// another placement of the mines would still fit.
    /// </summary>
    private static Grid<int> Shown(Puzzle puzzle)
    {
        var mines = puzzle.MineCells;
        var random = new PuzzleRandom(mines.Aggregate(17UL, (seed, mine) => (seed * 31) + (ulong)((mine.Row * 64) + mine.Column)));
        var numbers = new Grid<int>(puzzle.Rows, puzzle.Cols);
        var field = new Grid<int>(puzzle.Rows, puzzle.Cols, _ => -1);
        foreach (var cell in numbers.Cells) numbers[cell] = numbers.NeighboursAndDiagonals(cell).Count(mines.Contains);
        var safe = random.Shuffled(numbers.Cells.Where(cell => !mines.Contains(cell)));
        foreach (var cell in safe.Take(safe.Length * 2 / 5)) field[cell] = numbers[cell];
        while (FirstMistake(field, mines) is { } cell) field[cell] = numbers[cell];
        return field;
    }

    // A cell without a mine that some other placement takes for one; any closed cell without a mine when the search does not end in time.
    private static Cell? FirstMistake(Grid<int> field, HashSet<Cell> mines)
    {
        var (model, variables) = Model(field, mines.Count);
        var search = model.Search(2, nodeBudget: 3_000);
        if (search.IsUnique) return null;
        Cell[] closed = [.. field.Cells.Where(cell => field[cell] < 0 && !mines.Contains(cell))];
        foreach (var solution in search.Solutions)
            foreach (var cell in closed)
                if (solution[variables[cell]] == 1) return cell;
        return closed.Length > 0 ? closed[0] : null;
    }

    private static (FiniteDomain Model, Dictionary<Cell, int> Variables) Model(Grid<int> field, int mines)
    {
        var model = new FiniteDomain();
        var variables = field.Cells.Where(cell => field[cell] < 0).ToDictionary(cell => cell, _ => model.Add(0, 1));
        foreach (var cell in field.Cells.Where(cell => field[cell] >= 0))
        {
            int[] around = [.. field.NeighboursAndDiagonals(cell).Where(variables.ContainsKey).Select(near => variables[near])];
            if (around.Length > 0) model.Count(around, 0b10, field[cell], field[cell]);
        }
        model.Count([.. variables.Values], 0b10, mines, mines);
        return (model, variables);
    }

    // Solved from what the question shows, not from the mines that the ground truth lists.
    protected override string? Solve(Puzzle puzzle)
    {
        var (model, variables) = Model(Shown(puzzle), puzzle.MineCells.Count);
        return model.Search().First is { } solution
            ? $"[answer]\n[{string.Join(", ", variables.Where(variable => solution[variable.Value] == 1).Select(variable => $"[{variable.Key.Row}, {variable.Key.Column}]"))}]\n[/answer]"
            : null;
    }

    protected override double Measure(Puzzle puzzle)
    {
        var field = Shown(puzzle);
        return field.Cells.Count(cell => field[cell] < 0);
    }

    protected override Picture? Draw(Puzzle puzzle, Extraction<PyValue> answer)
    {
        var field = Shown(puzzle);
        var picture = new Picture(puzzle.Rows, puzzle.Cols, cell => field[cell] < 0 ? "" : $"{field[cell]}");
        if (!answer.Found) return picture;
        foreach (var mine in ((PyValue.List)answer.Answer).Items.Cast<PyValue.List>())
            if (IsPlace(mine.Items[0], out var row) && IsPlace(mine.Items[1], out var column)) picture.Set(new(row, column), "*", CellMark.Answer);
        return picture;
    }
}
