// Tents: put a tent beside each tree, with the right number of tents in each row and column.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Puzzles;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Grids;

/// <summary>Tents: put a tent beside each tree so that no tents touch and rows and columns hold the right number.</summary>
public sealed partial class Tents : Bootcamp<Tents.Puzzle, PyValue>
{
    /// <summary>The trees (1) among free cells (0), the tents in each row and column, and one placement, as row and column from 0.</summary>
    public sealed record Puzzle([property: JsonPropertyName("grid")] int[][] Trees, int[] RowClues, int[] ColClues, int[][] Solution);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class TentsJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => TentsJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "Tents", Family.Grids, "Tents", "Put a tent beside each tree so that no tents touch and rows and columns hold the right number.")
    {
        AnswerFormat = "[answer][(1, 2), (3, 4)][/answer]",
        Measure = "free cells beside trees",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        Grid.FromRows(puzzle.Trees) is not { } trees ? "the rows of grid are not of one length"
        : trees.Rows != puzzle.RowClues.Length || trees.Columns != puzzle.ColClues.Length ? "row_clues or col_clues do not fit the grid"
        : null;

    protected override Extraction<PyValue> Extract(string output) =>
        Tagged.Last(output, "[answer]", "[/answer]").Then(LiteralAnswer.Read).Then<PyValue>(value =>
            value is PyValue.List { Items: var tents } && tents.All(tent => tent is PyValue.Tuple { Items.Count: 2 }) ? value : new NoAnswer("the answer is not a list of (row, column) pairs in round brackets"));

    // The reference is stricter than the usual rules, and so is the question: no tree may touch a second tent, whosever it is.
    protected override Verdict Judge(PyValue answer, Puzzle puzzle)
    {
        var trees = Grid.FromRows(puzzle.Trees)!;
        var tents = new HashSet<Cell>();
        foreach (var tent in ((PyValue.List)answer).Items)
        {
            if (!TryPlace((PyValue.Tuple)tent, out var cell)) return Verdict.Wrong($"{tent.Repr()} is not a row and a column in whole numbers");
            if (!tents.Add(cell)) return Verdict.Wrong($"the tent at {cell} is named twice", cell);
            if (!trees.Contains(cell)) return Verdict.Wrong($"{tent.Repr()} lies outside the grid");
            if (trees[cell] == 1) return Verdict.Wrong($"a tree stands at {cell}", cell);
        }
        foreach (var tent in tents)
        {
            if (trees.NeighboursAndDiagonals(tent).FirstOrDefault(tents.Contains, tent) is var near && near != tent) return Verdict.Wrong($"the tents at {tent} and {near} touch", tent, near);
            if (!trees.Neighbours(tent).Any(beside => trees[beside] == 1)) return Verdict.Wrong($"no tree stands beside the tent at {tent}", tent);
        }
        foreach (var tree in trees.Cells.Where(cell => trees[cell] == 1))
            if (trees.Neighbours(tree).Count(tents.Contains) is var beside && beside != 1) return Verdict.Wrong($"{beside} tents stand beside the tree at {tree}, not 1", tree);
        return LineTotals.Of(trees, cell => tents.Contains(cell) ? 1 : 0).FaultOf(puzzle.RowClues, puzzle.ColClues, total => $"has {total} tents") ?? Verdict.Correct;
    }

    private static bool TryPlace(PyValue.Tuple pair, out Cell cell)
    {
        var both = pair.Items[0].TryGetInt(out int row) & pair.Items[1].TryGetInt(out int column);
        cell = new(row - 1, column - 1);
        return both;
    }

    private static readonly (int Rows, int Columns, int Tents)[] Levels = [(4, 5, 3), (5, 6, 5), (6, 7, 7), (7, 8, 10), (8, 9, 13)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (rows, columns, count) = Levels[level - 1];
        while (true)
        {
            var trees = new Grid<int>(rows, columns);
            if (Place(trees, count, random) is not { } tents) continue;
            var totals = LineTotals.Of(trees, cell => tents.Contains(cell) ? 1 : 0);
            var puzzle = new Puzzle(trees.ToRows(), totals.Rows, totals.Columns, [.. tents.Select(tent => (int[])[tent.Row, tent.Column])]);
            if (Model(puzzle).Model.HasOneSolution(nodeBudget: 5_000)) return puzzle;
        }
    }

    /// <summary>Places tents that do not touch, each with a tree of its own that touches no other tent; null when they find no room.</summary>
    private static HashSet<Cell>? Place(Grid<int> trees, int count, PuzzleRandom random)
    {
        var tents = new HashSet<Cell>();
        foreach (var tent in random.Shuffled(trees.Cells))
        {
            if (tents.Count == count) break;
            if (trees[tent] == 1 || trees.NeighboursAndDiagonals(tent).Any(tents.Contains) || trees.Neighbours(tent).Any(beside => trees[beside] == 1)) continue;
            Cell[] spots = [.. trees.Neighbours(tent).Where(spot => trees[spot] == 0 && !trees.Neighbours(spot).Any(tents.Contains))];
            if (spots.Length == 0) continue;
            trees[random.Pick(spots)] = 1;
            tents.Add(tent);
        }
        return tents.Count == count ? tents : null;
    }

    protected override string Ask(Puzzle puzzle) => $"""
        Solve this Tents puzzle. On a camp site of {puzzle.RowClues.Length} rows and {puzzle.ColClues.Length} columns, T is a tree and a dot is a free cell:

        {string.Join('\n', puzzle.Trees.Select(row => string.Join(' ', row.Select(cell => cell == 1 ? 'T' : '.'))))}

        Put tents on free cells so that:
        - of the up to four cells beside each tree (left, right, above, below), exactly one holds a tent;
        - each tent stands beside at least one tree;
        - no two tents touch, not even diagonally;
        - the rows, from top to bottom, hold so many tents: {string.Join(' ', puzzle.RowClues)}
        - the columns, from left to right, hold so many tents: {string.Join(' ', puzzle.ColClues)}

        Name the tents as (row, column) in round brackets, counted from 1 at the top left, in one list in square brackets between [answer] and [/answer].
        Two tents, at row 1, column 2 and at row 3, column 4, would be:
        [answer]
        [(1, 2), (3, 4)]
        [/answer]
        """;

    protected override string? Solve(Puzzle puzzle)
    {
        var (model, variables) = Model(puzzle);
        return model.Search().First is { } solution
            ? $"[answer]\n[{string.Join(", ", variables.Where(variable => solution[variable.Value] == 1).Select(variable => $"({variable.Key.Row + 1}, {variable.Key.Column + 1})"))}]\n[/answer]"
            : null;
    }

    protected override double Measure(Puzzle puzzle) => Model(puzzle).Variables.Count;

    protected override Picture? Draw(Puzzle puzzle, Extraction<PyValue> answer)
    {
        var picture = new Picture(puzzle.RowClues.Length, puzzle.ColClues.Length, cell => puzzle.Trees[cell.Row][cell.Column] == 1 ? "T" : "")
        {
            RowLabels = [.. puzzle.RowClues.Select(clue => $"{clue}")],
            ColumnLabels = [.. puzzle.ColClues.Select(clue => $"{clue}")],
        };
        if (!answer.Found) return picture;
        foreach (var tent in ((PyValue.List)answer.Answer).Items)
            if (TryPlace((PyValue.Tuple)tent, out var cell)) picture.Set(cell, "▲", CellMark.Answer);
        return picture;
    }

    // A variable for each free cell beside a tree: 1 for a tent.
    private static (FiniteDomain Model, Dictionary<Cell, int> Variables) Model(Puzzle puzzle)
    {
        var trees = Grid.FromRows(puzzle.Trees)!;
        var model = new FiniteDomain();
        var variables = trees.Cells.Where(cell => trees[cell] == 0 && trees.Neighbours(cell).Any(beside => trees[beside] == 1)).ToDictionary(cell => cell, _ => model.Add(0, 1));
        int[] Among(IEnumerable<Cell> cells) => [.. cells.Where(variables.ContainsKey).Select(cell => variables[cell])];

        foreach (var tree in trees.Cells.Where(cell => trees[cell] == 1)) model.Count(Among(trees.Neighbours(tree)), 0b10, 1, 1);
        foreach (var cell in variables.Keys)
            foreach (var near in Among(trees.NeighboursAndDiagonals(cell)).Where(near => near > variables[cell])) model.Count([variables[cell], near], 0b10, 0, 1);
        for (var row = 0; row < trees.Rows; row++) model.Count(Among(Cell.OfRow(row, trees.Columns)), 0b10, puzzle.RowClues[row], puzzle.RowClues[row]);
        for (var column = 0; column < trees.Columns; column++) model.Count(Among(Cell.OfColumn(column, trees.Rows)), 0b10, puzzle.ColClues[column], puzzle.ColClues[column]);
        return (model, variables);
    }
}
