// Maze: find a path through passages from the start to the end.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Puzzles;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Grids;

/// <summary>Maze: find a path through passages from the start to the end.</summary>
public sealed partial class Maze : Bootcamp<Maze.Puzzle, PyValue>
{
    /// <summary>Passages (0) and walls (1), both ends of the path as row and column, how it was generated, and a shortest path.</summary>
    public sealed record Puzzle(int[][] Grid, int[] StartPos, int[] EndPos, int Difficulty, int? Seed, int[][] SolutionPath);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class MazeJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => MazeJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "Maze", Family.Grids, "Maze", "Find a path through passages from the start to the end.")
    {
        AnswerFormat = "```json [(0, 0), (0, 1), (1, 1)] ```",
        Measure = "cells on the shortest path",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        puzzle.Grid.Length == 0 || puzzle.Grid.Any(row => row is null) || Sdk.Puzzles.Grid.FromRows(puzzle.Grid) is not { } grid
            ? "the rows of the grid are not of one length"
        : puzzle.StartPos.Length != 2 || !grid.Contains(At(puzzle.StartPos)) ? "start_pos is not a cell of the grid"
        : puzzle.EndPos.Length != 2 || !grid.Contains(At(puzzle.EndPos)) ? "end_pos is not a cell of the grid"
        : null;

    private static Cell At(int[] position) => new(position[0], position[1]);

    // A text that is no Python literal is kept as it is; it never verifies.
    protected override Extraction<PyValue> Extract(string output) => Fenced.Last(output, "json").Then<PyValue>(text =>
        !PyLiteral.TryParse(text, out var value) ? PyValue.Of(text) : value.IsNone ? new NoAnswer("the answer is None") : value);

    protected override Verdict Judge(PyValue answer, Puzzle puzzle) =>
        answer is PyValue.Sequence { Items: [var first, .., var last] } && first is PyValue.Tuple && last is PyValue.Tuple
        || answer is PyValue.Sequence { Items: [PyValue.Tuple] }
            ? JudgeFairly(answer, puzzle)
            : Verdict.Wrong("the answer is not a list of cells whose first and last are tuples such as (0, 0)");

    /// <summary>The fair ruling: cells may also be written as lists.</summary>
    protected override Verdict JudgeFairly(PyValue answer, Puzzle puzzle)
    {
        if (!answer.TryGetItems(out var steps) || steps.Count == 0) return Verdict.Wrong("the answer is not a list of cells");
        var grid = Sdk.Puzzles.Grid.FromRows(puzzle.Grid)!;
        var path = new Cell[steps.Count];
        for (var i = 0; i < path.Length; i++)
        {
            if (!PyPair.TryUnpack(steps[i], out var row, out var column)) return Verdict.Wrong($"step {i + 1} of the path is not a cell (row, column)");
            var cell = path[i] = new(row, column);
            if (!grid.Contains(cell)) return Verdict.Wrong($"step {i + 1} of the path is ({row}, {column}), outside the maze");
            if (grid[cell] == 1) return Verdict.Wrong($"step {i + 1} of the path is ({row}, {column}), a wall", cell);
            if (i > 0 && !grid.Neighbours(path[i - 1]).Contains(cell))
                return Verdict.Wrong($"steps {i} and {i + 1} of the path are not side by side", path[i - 1], cell);
        }
        if (path[0] != At(puzzle.StartPos)) return Verdict.Wrong($"the path starts at ({path[0].Row}, {path[0].Column})", path[0]);
        return path[^1] == At(puzzle.EndPos) ? Verdict.Correct : Verdict.Wrong($"the path ends at ({path[^1].Row}, {path[^1].Column})", path[^1]);
    }

    private static readonly int[] Sides = [7, 11, 15, 19, 25];

    // Passages join the cells of even row and column into a tree, so that one way leads to the end and all others are blind.
    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var side = Sides[level - 1];
        var grid = new Grid<int>(side, side, _ => 1);
        var way = new Stack<Cell>([new(0, 0)]);
        grid[0, 0] = 0;
        while (way.TryPeek(out var cell))
        {
            var (row, column) = (cell.Row, cell.Column);
            Cell[] around = [new(row - 2, column), new(row, column - 2), new(row, column + 2), new(row + 2, column)];
            Cell[] ahead = [.. around.Where(next => grid.Contains(next) && grid[next] == 1)];
            if (ahead.Length == 0)
            {
                way.Pop();
                continue;
            }
            var next = random.Pick(ahead);
            grid[next] = grid[(row + next.Row) / 2, (column + next.Column) / 2] = 0;
            way.Push(next);
        }
        var path = PathThrough(grid, new(0, 0), new(side - 1, side - 1))!.Select(cell => new[] { cell.Row, cell.Column });
        return new(grid.ToRows(), [0, 0], [side - 1, side - 1], (level + 1) / 2, null, [.. path]);
    }

    protected override string Ask(Puzzle puzzle) => $"""
        Find a path through this maze. It has {puzzle.Grid.Length} rows and {puzzle.Grid[0].Length} columns:

        {string.Join('\n', puzzle.Grid.Select((row, r) => string.Join(' ', row.Select((cell, c) => Letter(puzzle, new(r, c))))))}

        S is the start, E the end, P a passage and W a wall. From a cell you may go one step up, down, left or right, onto a cell that is not a
        wall. The path need not be the shortest.

        Write the path as a list of (row, column) pairs in round brackets, from the start to the end, both included. Rows are counted from 0 at
        the top, columns from 0 at the left. Put the list in a code fence opened with ```json, with nothing else inside. A path of three cells
        would look like this:

        ```json
        [(4, 7), (4, 8), (5, 8)]
        ```
        """;

    private static string Letter(Puzzle puzzle, Cell cell) =>
        cell == At(puzzle.StartPos) ? "S" : cell == At(puzzle.EndPos) ? "E" : puzzle.Grid[cell.Row][cell.Column] == 1 ? "W" : "P";

    protected override string? Solve(Puzzle puzzle) =>
        PathThrough(Sdk.Puzzles.Grid.FromRows(puzzle.Grid)!, At(puzzle.StartPos), At(puzzle.EndPos)) is { } path
            ? $"```json\n[{string.Join(", ", path.Select(cell => $"({cell.Row}, {cell.Column})"))}]\n```"
            : null;

    private static List<Cell>? PathThrough(Grid<int> grid, Cell start, Cell end) =>
        ShortestPath.Find(start, cell => cell == end, cell => grid.Neighbours(cell).Where(next => grid[next] != 1));

    protected override double Measure(Puzzle puzzle) => puzzle.SolutionPath.Length;

    protected override Picture? Draw(Puzzle puzzle, Extraction<PyValue> answer)
    {
        var picture = new Picture(puzzle.Grid.Length, puzzle.Grid[0].Length, cell => Letter(puzzle, cell) switch { "W" => "█", "P" => "", var end => end });
        if (answer.Found && answer.Answer.TryGetItems(out var steps))
        {
            foreach (var step in steps)
            {
                if (PyPair.TryUnpack(step, out var row, out var column) && picture.Contains(new(row, column)) && picture.Text(new(row, column)) == "")
                    picture.Set(new(row, column), "•", CellMark.Answer);
            }
        }
        return picture;
    }
}
