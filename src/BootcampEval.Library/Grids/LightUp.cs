// Light Up: place bulbs so that every white cell is lit and no bulb shines on another.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Puzzles;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Grids;

/// <summary>Light Up, also called Akari: place bulbs so that every white cell is lit and no bulb shines on another.</summary>
public sealed partial class LightUp : Bootcamp<LightUp.Puzzle, PyValue>
{
    /// <summary>White cells (<c>W</c>), black ones (<c>B</c>) and black ones with a number of bulbs beside them (<c>B0</c> to <c>B4</c>).</summary>
    public sealed record Puzzle(string[][] Grid, int Rows, int Cols);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class LightUpJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => LightUpJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "LightUp", Family.Grids, "Light Up", "Place bulbs so that every white cell is lit and no bulb shines on another.")
    {
        AnswerFormat = "[answer][(0, 1), (2, 3)][/answer]",
        Measure = "white cells",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        puzzle.Rows < 1 || puzzle.Cols < 1 || puzzle.Grid.Length != puzzle.Rows
            || puzzle.Grid.Any(row => row?.Length != puzzle.Cols || row.Any(cell => cell is null))
            ? $"the grid does not have {puzzle.Rows} rows of {puzzle.Cols} cells"
            : null;

    // Spaces and line feeds are deleted before the literal is read, so "1 0" is 10.
    protected override Extraction<PyValue> Extract(string output) => Tagged.Last(output, "[answer]", "[/answer]").Then(block =>
        LiteralAnswer.Read(PyText.Strip(block).Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)));

    // Beside a number only a bulb written as a tuple counts: (0, 1) and not [0, 1].
    protected override Verdict Judge(PyValue answer, Puzzle puzzle) => Judge(answer, puzzle, countsBesideNumbers: bulb => bulb is PyValue.Tuple);

    /// <summary>The fair ruling: a bulb counts however it is written.</summary>
    protected override Verdict JudgeFairly(PyValue answer, Puzzle puzzle) => Judge(answer, puzzle, countsBesideNumbers: _ => true);

    private static Verdict Judge(PyValue answer, Puzzle puzzle, Func<PyValue, bool> countsBesideNumbers)
    {
        if (!answer.TryIterate(out var members)) return Verdict.Wrong("the answer is not a list of cells");
        var hall = Hall.Of(puzzle);
        var bulbs = new List<Cell>();
        foreach (var member in members)
        {
            if (!PyPair.TryUnpack(member, out var row, out var column)) return Verdict.Wrong($"bulb {bulbs.Count + 1} is not a cell (row, column)");
            var bulb = new Cell(row, column);
            if (!hall.Letters.Contains(bulb)) return Verdict.Wrong($"the bulb at ({row}, {column}) is outside the grid");
            if (!hall.IsWhite(bulb)) return Verdict.Wrong($"the bulb at {bulb} stands on a black cell", bulb);
            bulbs.Add(bulb);
        }
        return hall.FaultOfNumbers([.. bulbs.Where((_, i) => countsBesideNumbers(members[i]))]) ?? hall.FaultOfLight(bulbs) ?? Verdict.Correct;
    }

    /// <summary>The grid, with what can be seen in it.</summary>
    private sealed record Hall(Grid<string> Letters)
    {
        public static Hall Of(Puzzle puzzle) => new(Sdk.Puzzles.Grid.FromRows(puzzle.Grid)!);

        public bool IsWhite(Cell cell) => Letters[cell].StartsWith('W');

        public int? NumberOf(Cell cell) => Letters[cell] is ['B', var digit, ..] && char.IsAsciiDigit(digit) ? digit - '0' : null;

        public IEnumerable<Cell> White => Letters.Cells.Where(IsWhite);

        /// <summary>The white cells seen from one, itself not included.</summary>
        public IEnumerable<Cell> SeenFrom(Cell cell) => Beam(cell, -1, 0).Concat(Beam(cell, 0, -1)).Concat(Beam(cell, 0, 1)).Concat(Beam(cell, 1, 0));

        /// <summary>The white cells from one in a direction up to the first black cell or the edge.</summary>
        public IEnumerable<Cell> Beam(Cell cell, int down, int right)
        {
            for (var next = Step(cell); Letters.Contains(next) && IsWhite(next); next = Step(next)) yield return next;

            Cell Step(Cell from) => new(from.Row + down, from.Column + right);
        }

        public Verdict? FaultOfNumbers(HashSet<Cell> bulbs)
        {
            foreach (var cell in Letters.Cells)
            {
                if (NumberOf(cell) is { } number && Letters.Neighbours(cell).Count(bulbs.Contains) is var beside && beside != number)
                    return Verdict.Wrong($"{beside} bulb{(beside == 1 ? "" : "s")} stand{(beside == 1 ? "s" : "")} beside the {number} at {cell}", cell);
            }
            return null;
        }

        public Verdict? FaultOfLight(List<Cell> bulbs)
        {
            var lit = bulbs.SelectMany(SeenFrom).Concat(bulbs).ToHashSet();
            foreach (var cell in White.Where(cell => !lit.Contains(cell))) return Verdict.Wrong($"{cell} is not lit", cell);
            var placed = new HashSet<Cell>();
            foreach (var bulb in bulbs)
            {
                if (!placed.Add(bulb)) return Verdict.Wrong($"the bulb at {bulb} is listed twice", bulb);
                foreach (var other in SeenFrom(bulb).Where(placed.Contains))
                    return Verdict.Wrong($"the bulbs at {other} and {bulb} shine on each other", other, bulb);
            }
            return null;
        }
    }

    private static readonly int[] Sides = [5, 6, 8, 10, 12];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var side = Sides[level - 1];
        while (true)
        {
            var letters = new Grid<string>(side, side, _ => random.Chance(0.25) ? "B" : "W");
            if (Numbered(random, letters) is { } numbered) return new(numbered.ToRows(), side, side);
        }
    }

    /// <summary>Numbers for a random lighting, as few as determine it; black cells are added where even all numbers do not. Null when that goes wrong.</summary>
    private static Grid<string>? Numbered(PuzzleRandom random, Grid<string> letters)
    {
        for (var round = 0; round < 10; round++)
        {
            var (model, grid) = Model(new(letters));
            if (model.Search(random: random, nodeBudget: 1_000).First is not { } lighting) return null;
            int[] numbers = [.. letters.Cells.Where(cell => letters[cell] != "W").Select(cell => grid[cell])];
            var found = model.Search(2, [.. numbers.Select(number => (number, 1UL << lighting[number]))], nodeBudget: 1_000);
            if (found.IsUnique)
            {
                var kept = Clues.Dig(model, lighting, numbers, random).ToHashSet();
                return new(letters.Rows, letters.Columns, cell => kept.Contains(grid[cell]) ? $"B{lighting[grid[cell]]}" : letters[cell]);
            }
            if (found.Solutions.Count < 2) return null;
            letters[random.Pick([.. grid.Cells.Where(cell => found.Solutions[0][grid[cell]] != found.Solutions[1][grid[cell]])])] = "B";
        }
        return null;
    }

    protected override string Ask(Puzzle puzzle) => $"""
        Solve this Light Up (also called Akari). The grid has {puzzle.Rows} rows and {puzzle.Cols} columns; W is a white cell, B a black one, and B with a
        digit a black one with a number:

        {string.Join('\n', puzzle.Grid.Select(row => string.Join(' ', row.Select(cell => cell.PadRight(2)))).Select(line => line.TrimEnd()))}

        Place bulbs on some of the white cells. A bulb lights its own cell, and all cells in its row and its column in each direction up to the
        first black cell or the edge of the grid.

        - Every white cell is lit by at least one bulb.
        - No bulb is lit by another bulb.
        - Beside a black cell with a number stand exactly that many bulbs (above, below, left and right of it). Black cells without a number may
          have any number of bulbs beside them.

        There is exactly one solution.

        Write the bulbs between [answer] and [/answer] as a list of (row, column) pairs in round brackets, in any order, with nothing else. Rows
        are counted from 0 at the top, columns from 0 at the left. Two bulbs would be written like this:

        [answer][(0, 1), (2, 0)][/answer]
        """;

    protected override string? Solve(Puzzle puzzle)
    {
        var (model, grid) = Model(Hall.Of(puzzle));
        if (model.Search().First is not { } solution) return null;
        var bulbs = grid.Cells.Where(cell => puzzle.Grid[cell.Row][cell.Column].StartsWith('W') && solution[grid[cell]] == 1);
        return $"[answer][{string.Join(", ", bulbs.Select(bulb => $"({bulb.Row}, {bulb.Column})"))}][/answer]";
    }

    protected override double Measure(Puzzle puzzle) => Hall.Of(puzzle).White.Count();

    protected override Picture? Draw(Puzzle puzzle, Extraction<PyValue> answer)
    {
        var hall = Hall.Of(puzzle);
        var picture = new Picture(puzzle.Rows, puzzle.Cols, cell => hall.IsWhite(cell) ? "" : hall.NumberOf(cell) is { } number ? $"█{number}" : "██");
        if (!answer.Found || !answer.Answer.TryIterate(out var members)) return picture;
        foreach (var member in members)
        {
            if (PyPair.TryUnpack(member, out var row, out var column)) picture.Set(new(row, column), "☼", CellMark.Answer);
        }
        return picture;
    }

    /// <summary>A variable for each cell: whether a white one has a bulb, and how many bulbs stand beside a black one.</summary>
    private static (FiniteDomain Model, Grid<int> Grid) Model(Hall hall)
    {
        var model = new FiniteDomain();
        var grid = new Grid<int>(hall.Letters.Rows, hall.Letters.Columns, cell =>
            hall.IsWhite(cell) ? model.Add(0, 1) : hall.NumberOf(cell) is { } number ? model.Add(number, number) : model.Add(0, 4));
        foreach (var cell in hall.Letters.Cells)
        {
            if (!hall.IsWhite(cell))
            {
                int[] beside = Variables(hall.Letters.Neighbours(cell).Where(hall.IsWhite));
                model.Sum([.. beside.Select(_ => 1), -1], [.. beside, grid[cell]], 0);
                continue;
            }
            model.SumBetween(Variables([cell, .. hall.SeenFrom(cell)]), 1, long.MaxValue);
            foreach (var (down, right) in new[] { (1, 0), (0, 1) })
            {
                var isFirst = new Cell(cell.Row - down, cell.Column - right) is var before && !(hall.Letters.Contains(before) && hall.IsWhite(before));
                if (isFirst) model.SumBetween(Variables([cell, .. hall.Beam(cell, down, right)]), 0, 1);
            }
        }
        return (model, grid);

        int[] Variables(IEnumerable<Cell> cells) => [.. cells.Select(cell => grid[cell])];
    }
}
