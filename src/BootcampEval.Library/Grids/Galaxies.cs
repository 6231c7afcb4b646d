// Galaxies: divide a grid into areas, each unchanged when turned half around its centre.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Puzzles;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Grids;

/// <summary>Galaxies (Tentai Show): divide a grid into connected areas, each symmetric under a half turn about its centre.</summary>
public sealed partial class Galaxies : Bootcamp<Galaxies.Puzzle, PyValue>
{
    /// <summary>The size of the grid and the centre cells, each as row and column from 0.</summary>
    public sealed record Puzzle(int Rows, int Cols, int[][] Centers)
    {
        [JsonIgnore]
        internal Cell[] CenterCells => [.. Centers.Select(center => new Cell(center[0], center[1]))];
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class GalaxiesJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => GalaxiesJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "Galaxies", Family.Grids, "Galaxies", "Divide a grid into connected areas, each symmetric under a half turn about its centre.")
    {
        AnswerFormat = "[answer][{\"center\": (0, 1), \"cells\": [(0, 0), (0, 1), (0, 2)]}][/answer]",
        Measure = "cells",
    };

    // The solver knows galaxies by numbers up to 63.
    private const int MostCenters = 64;

    protected override string? FaultOf(Puzzle puzzle) =>
        puzzle.Centers.Any(center => center.Length != 2) ? "a center is not a row and a column"
        : puzzle.Centers.Length > MostCenters ? $"there are more than {MostCenters} centers"
        : null;

    protected override Extraction<PyValue> Extract(string output) => Tagged.Last(output, "[answer]", "[/answer]").Then(LiteralAnswer.Read);

    protected override Verdict Judge(PyValue answer, Puzzle puzzle)
    {
        if (answer is not PyValue.List { Items: var entries }) return Verdict.Wrong("the answer is not a list");
        var galaxies = new List<(Cell Center, List<Cell> Cells)>();
        foreach (var entry in entries)
        {
            if (entry is not PyValue.Dict galaxy || !galaxy.TryGet("center", out var center) || !galaxy.TryGet("cells", out var listed) || listed is not PyValue.List { Items: { Count: > 0 } cells })
                return Verdict.Wrong("an entry is not a dictionary with a center and a list of cells");
            if (!TryCell(center, out var middle)) return Verdict.Wrong($"{center.Repr()} is not a center of whole numbers");
            var places = new List<Cell>();
            foreach (var cell in cells)
            {
                if (!TryCell(cell, out var place)) return Verdict.Wrong($"{cell.Repr()} is not a cell of whole numbers");
                places.Add(place);
            }
            galaxies.Add((middle, places));
        }
        return Judge(galaxies, puzzle);
    }

    private static bool TryCell(PyValue value, out Cell cell)
    {
        cell = default;
        if (!value.TryIterate(out var items) || items is not [var first, var second] || !first.TryGetWhole(out var row) || !second.TryGetWhole(out var column)) return false;
        cell = new(row, column);
        return true;
    }

    private static Verdict Judge(List<(Cell Center, List<Cell> Cells)> galaxies, Puzzle puzzle)
    {
        var centers = puzzle.CenterCells.ToHashSet();
        if (galaxies.FirstOrDefault(galaxy => !centers.Contains(galaxy.Center)) is { Cells: not null } stray) return Verdict.Wrong($"{stray.Center} is no centre", stray.Center);
        if (centers.Except(galaxies.Select(galaxy => galaxy.Center)).Select(center => (Cell?)center).FirstOrDefault() is { } missing) return Verdict.Wrong($"the galaxy around {missing} is missing", missing);
        var covered = new HashSet<Cell>();
        foreach (var cell in galaxies.SelectMany(galaxy => galaxy.Cells))
        {
            if (cell.Row < 0 || cell.Row >= puzzle.Rows || cell.Column < 0 || cell.Column >= puzzle.Cols) return Verdict.Wrong($"the cell ({cell.Row}, {cell.Column}) lies outside the grid");
            if (!covered.Add(cell)) return Verdict.Wrong($"the cell at {cell} is named twice", cell);
        }
        if (covered.Count != puzzle.Rows * puzzle.Cols) return Verdict.Wrong($"{(puzzle.Rows * puzzle.Cols) - covered.Count} cells belong to no galaxy");
        foreach (var (center, cells) in galaxies)
        {
            var members = cells.ToHashSet();
            if (!members.Contains(center)) return Verdict.Wrong($"the galaxy around {center} does not hold its own centre", center);
            if (cells.FindIndex(cell => !members.Contains(Turned(cell, center))) is >= 0 and var odd)
                return Verdict.Wrong($"the galaxy around {center} holds {cells[odd]}, but not the cell opposite", cells[odd]);
            if (!Regions.IsConnected(cells)) return Verdict.Wrong($"the galaxy around {center} is not in one piece", [.. cells]);
        }
        return Verdict.Correct;
    }

    private static Cell Turned(Cell cell, Cell center) => new((2 * center.Row) - cell.Row, (2 * center.Column) - cell.Column);

    private static readonly int[] Sides = [4, 5, 6, 7, 8];

    // Symmetric areas grow around random cells until the grid is full; a cell that is left over is a galaxy by itself.
    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var side = Sides[level - 1];
        var labels = new Grid<int>(side, side, _ => -1);
        var centers = new List<Cell>();
        foreach (var center in random.Shuffled(labels.Cells))
        {
            if (labels[center] >= 0) continue;
            Grow(labels, center, centers.Count, random.Between(3, side * 2), random);
            centers.Add(center);
        }
        return new(side, side, [.. centers.Order(Comparer<Cell>.Create((a, b) => (a.Row, a.Column).CompareTo((b.Row, b.Column)))).Select(center => (int[])[center.Row, center.Column])]);
    }

    private static void Grow(Grid<int> labels, Cell center, int label, int size, PuzzleRandom random)
    {
        labels[center] = label;
        for (List<Cell> area = [center]; area.Count < size;)
        {
            Cell[] edge = [.. area.SelectMany(labels.Neighbours).Distinct().Where(cell => IsFree(cell) && IsFree(Turned(cell, center)))];
            if (edge.Length == 0) return;
            var taken = random.Pick(edge);
            foreach (var cell in new[] { taken, Turned(taken, center) })
            {
                labels[cell] = label;
                area.Add(cell);
            }
        }

        bool IsFree(Cell cell) => labels.Contains(cell) && labels[cell] < 0;
    }

    protected override string Ask(Puzzle puzzle) => $$"""
        Divide a grid of {{puzzle.Rows}} rows and {{puzzle.Cols}} columns into galaxies. Every cell belongs to exactly one galaxy. A galaxy holds exactly one of the
        centres listed below, hangs together by sides of cells, and is unchanged when it is turned by 180 degrees about its centre: with each cell it also holds the
        cell exactly opposite, as seen from the centre.

        Cells are written as (row, column), counted from 0 at the top left. The centres: {{string.Join(' ', puzzle.CenterCells.Select(center => $"({center.Row}, {center.Column})"))}}

        Write the galaxies between [answer] and [/answer] as a list in square brackets, one entry for each centre, in any order. An entry gives the centre and the list of
        all cells of its galaxy, the centre included. If the grid were a single row of three cells with its only centre in the middle, that would be:
        [answer]
        [{"center": (0, 1), "cells": [(0, 0), (0, 1), (0, 2)]}]
        [/answer]
        """;

    // Each cell takes the number of its galaxy; so does the cell opposite, and the cells of a galaxy hang together.
    protected override string? Solve(Puzzle puzzle)
    {
        var model = new FiniteDomain();
        var centers = puzzle.CenterCells;
        var variables = model.AddGrid(puzzle.Rows, puzzle.Cols, 0, centers.Length - 1);
        for (var galaxy = 0; galaxy < centers.Length; galaxy++)
        {
            var own = 1UL << galaxy;
            if (!variables.Contains(centers[galaxy])) return null;
            model.Fix(variables[centers[galaxy]], galaxy);
            foreach (var cell in variables.Cells.Where(cell => cell != centers[galaxy]))
            {
                var opposite = Turned(cell, centers[galaxy]);
                if (!variables.Contains(opposite)) model.OneOf(variables[cell], ~own);
                else model.Implies(variables[cell], own, variables[opposite], own);
            }
            model.ConnectedRegion(variables, centers[galaxy], galaxy);
        }
        if (model.Search().First is not { } solution) return null;
        var entries = centers.Select((center, galaxy) =>
            $"{{\"center\": ({center.Row}, {center.Column}), \"cells\": [{string.Join(", ", variables.Cells.Where(cell => solution[variables[cell]] == galaxy).Select(cell => $"({cell.Row}, {cell.Column})"))}]}}");
        return $"[answer]\n[{string.Join(",\n ", entries)}]\n[/answer]";
    }

    protected override double Measure(Puzzle puzzle) => puzzle.Rows * puzzle.Cols;

    protected override Picture? Draw(Puzzle puzzle, Extraction<PyValue> answer)
    {
        var owner = new Grid<int>(puzzle.Rows, puzzle.Cols);
        if (answer is { Found: true, Answer: PyValue.List { Items: var galaxies } })
            for (var i = 0; i < galaxies.Count; i++)
                foreach (var listed in galaxies[i] is PyValue.Dict galaxy && galaxy.TryGet("cells", out var cells) && cells.TryGetItems(out var items) ? items : [])
                    if (TryCell(listed, out var cell) && owner.Contains(cell)) owner[cell] = i + 1;
        var centers = puzzle.CenterCells.ToHashSet();
        return new(puzzle.Rows, puzzle.Cols, cell => centers.Contains(cell) ? "●" : "") { Region = cell => owner[cell] };
    }
}
