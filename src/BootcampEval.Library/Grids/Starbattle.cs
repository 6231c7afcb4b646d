// Star Battle: one star in each row, column and region, none touching another.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Parsing;
using BootcampEval.Sdk.Puzzles;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Grids;

/// <summary>Star Battle: place one star in each row, column and region so that none touches another.</summary>
public sealed partial class Starbattle : Bootcamp<Starbattle.Puzzle, PyValue>
{
    /// <summary>The letter of the region of each cell, and how many stars each row, column and region has (1 unless given).</summary>
    public sealed record Puzzle([property: JsonConverter(typeof(EncodedTwice<string[][]>))] string[][] InputGrid)
    {
        public int? N { get; init; }

        [JsonIgnore]
        internal int Stars => N ?? 1;
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    [JsonSerializable(typeof(string[][]))]
    private sealed partial class StarbattleJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => StarbattleJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "Starbattle", Family.Grids, "Star Battle", "Place one star in each row, column and region so that none touches another.")
    {
        AnswerFormat = "```json {\"A\": [[1, 2]], \"B\": [[2, 4]]} ```",
        Measure = "cells",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        Grid.FromRows(puzzle.InputGrid) is null or { Rows: 0 } ? "the rows of input_grid are not of one length" : null;

    // The reference turns single quotes into double ones and round brackets into square ones, and reads JSON; what is no JSON even then is kept as text.
    protected override Extraction<PyValue> Extract(string output)
    {
        if (LastFencedObject(output) is not { } found) return new NoAnswer("no ```json fence that holds one object");
        var text = found.Replace('\'', '"').Replace('(', '[').Replace(')', ']');
        return PyJson.TryParse(text, out var value) ? value : PyValue.Of(text);
    }

    // The pattern "```json, white space, { … }, white space, ```": the object ends at the first } with only white space before the next fence.
    private static string? LastFencedObject(string output)
    {
        const string Open = "```json", Close = "```";
        string? last = null;
        for (var from = output.IndexOf(Open, StringComparison.Ordinal); from >= 0; from = output.IndexOf(Open, from, StringComparison.Ordinal))
        {
            var start = PyText.EndOfSpaces(output, from + Open.Length);
            from += Open.Length;
            if (start >= output.Length || output[start] != '{') continue;
            var close = output.IndexOf(Close, start, StringComparison.Ordinal);
            while (close >= 0 && EndOfObject(output, start, close) < 0) close = output.IndexOf(Close, close + 1, StringComparison.Ordinal);
            if (close < 0) return last; // A later opening fence would need a later closing one, and there is none.
            last = output[start..EndOfObject(output, start, close)];
            from = close + Close.Length;
        }
        return last;
    }

    private static int EndOfObject(string output, int start, int close)
    {
        var end = start + PyText.StripEnd(output.AsSpan(start, close - start)).Length;
        return end > start + 1 && output[end - 1] == '}' ? end : -1;
    }

    // Only the regions that are listed are looked at, as in the reference: an empty object is right everywhere.
    protected override Verdict Judge(PyValue answer, Puzzle puzzle)
    {
        if (answer is not PyValue.Dict regions) return Verdict.Wrong("the answer is not an object of regions");
        var letters = Grid.FromRows(puzzle.InputGrid)!;
        var stars = new List<Cell>();
        foreach (var (region, places) in regions.Entries)
        {
            if (!places.TryIterate(out var pairs)) return Verdict.Wrong($"the stars of region {region} are not a list");
            foreach (var pair in pairs)
            {
                if (!TryPlace(pair, out var star)) return Verdict.Wrong($"{pair.Repr()} is not a row and a column in whole numbers");
                if (!letters.Contains(star)) return Verdict.Wrong($"{pair.Repr()} lies outside the grid");
                if (letters[star] != region.ToString()) return Verdict.Wrong($"{star} belongs to region {letters[star]}, not {region}", star);
                stars.Add(star);
            }
            if (pairs.Count != puzzle.Stars) return Verdict.Wrong($"region {region} has {pairs.Count} stars, not {puzzle.Stars}");
        }
        return FirstCrowd(stars, puzzle.Stars, letters) ?? FirstTouch(stars) ?? Verdict.Correct;
    }

    private static bool TryPlace(PyValue pair, out Cell cell)
    {
        cell = default;
        if (!pair.TryGetItems(out var items) || items is not [var first, var second] || !first.TryGetInt(out int row) || !second.TryGetInt(out int column)) return false;
        cell = new(row - 1, column - 1);
        return true;
    }

    private static Verdict? FirstCrowd(List<Cell> stars, int most, Grid<string> letters)
    {
        if (stars.GroupBy(star => star.Row).FirstOrDefault(row => row.Count() != most) is { } row)
            return Verdict.Wrong($"row {row.Key + 1} has {row.Count()} stars, not {most}", Cell.OfRow(row.Key, letters.Columns));
        if (stars.GroupBy(star => star.Column).FirstOrDefault(column => column.Count() != most) is { } column)
            return Verdict.Wrong($"column {column.Key + 1} has {column.Count()} stars, not {most}", Cell.OfColumn(column.Key, letters.Rows));
        return null;
    }

    private static Verdict? FirstTouch(List<Cell> stars)
    {
        for (var i = 0; i < stars.Count; i++)
            for (var j = 0; j < i; j++)
                if (Math.Abs(stars[i].Row - stars[j].Row) <= 1 && Math.Abs(stars[i].Column - stars[j].Column) <= 1)
                    return Verdict.Wrong($"the stars at {stars[j]} and {stars[i]} touch", stars[j], stars[i]);
        return null;
    }

    private static readonly int[] Sizes = [5, 6, 7, 8, 9];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var size = Sizes[level - 1];
        while (true)
        {
            var stars = Place(size, random);
            var regions = GrowRegions(size, stars, random);
            if (MakeUnique(regions, stars, random)) return new(regions.Select(region => ((char)('A' + region)).ToString()).ToRows());
        }
    }

    private static Cell[] Place(int size, PuzzleRandom random)
    {
        var (model, variables) = Model(new Grid<string>(size, size, cell => $"{cell.Row}"), 1);
        var solution = model.Search(random: random).First!;
        return [.. variables.Cells.Where(cell => solution[variables[cell]] == 1)];
    }

    private static Grid<int> GrowRegions(int size, Cell[] stars, PuzzleRandom random)
    {
        var regions = new Grid<int>(size, size, cell => Array.IndexOf(stars, cell));
        for (var free = (size * size) - size; free > 0;)
        {
            var cell = random.Pick([.. regions.Cells.Where(cell => regions[cell] < 0 && regions.Neighbours(cell).Any(near => regions[near] >= 0))]);
            regions[cell] = regions[random.Pick([.. regions.Neighbours(cell).Where(near => regions[near] >= 0)])];
            free--;
        }
        return regions;
    }

    // While another solution exists, one of its stars is handed to a neighbouring region, which then would have two: so that solution is gone.
    private static bool MakeUnique(Grid<int> regions, Cell[] stars, PuzzleRandom random)
    {
        for (var attempt = 0; attempt < 60; attempt++)
        {
            var (model, variables) = Model(regions, 1);
            var search = model.Search(2, nodeBudget: 5_000);
            if (search.IsUnique) return true;
            var other = search.Solutions.FirstOrDefault(solution => !stars.All(star => solution[variables[star]] == 1));
            if (other is null) return false;
            Cell[] movable = [.. variables.Cells.Where(cell => other[variables[cell]] == 1 && !stars.Contains(cell) && Takers(regions, cell).Length > 0)];
            if (movable.Length == 0) return false;
            var moved = random.Pick(movable);
            regions[moved] = random.Pick(Takers(regions, moved));
        }
        return false;
    }

    /// <summary>The neighbouring regions that a cell can be given to, so that its own region stays in one piece.</summary>
    private static int[] Takers(Grid<int> regions, Cell cell) =>
        Regions.IsConnected([.. regions.Cells.Where(each => each != cell && regions[each] == regions[cell])])
            ? [.. regions.Neighbours(cell).Select(near => regions[near]).Where(region => region != regions[cell]).Distinct()]
            : [];

    protected override string Ask(Puzzle puzzle) => $$"""
        Solve this Star Battle. A grid of {{puzzle.InputGrid.Length}} rows and {{puzzle.InputGrid[0].Length}} columns is divided into regions; each cell shows the letter of its region:

        {{string.Join('\n', puzzle.InputGrid.Select(row => string.Join(' ', row)))}}

        Place stars in cells so that every row, every column and every region holds exactly {{(puzzle.Stars == 1 ? "one star" : $"{puzzle.Stars} stars")}}, and no two stars touch, not
        even diagonally.

        Name the stars of every region as [row, column], counted from 1 at the top left, in one JSON object in a code fence that is labelled json. With a star
        of region X in row 1, column 2 and one of region Y in row 3, column 4, the end of the answer would be:
        ```json
        {"X": [[1, 2]], "Y": [[3, 4]]}
        ```
        """;

    protected override string? Solve(Puzzle puzzle)
    {
        var letters = Grid.FromRows(puzzle.InputGrid)!;
        var (model, variables) = Model(letters, puzzle.Stars);
        if (model.Search().First is not { } solution) return "```json\n{}\n```"; // What the reference accepts where there is no placement.
        var stars = letters.Cells.Where(cell => solution[variables[cell]] == 1).GroupBy(cell => letters[cell]).OrderBy(region => region.Key, StringComparer.Ordinal);
        return $"```json\n{{{string.Join(", ", stars.Select(region => $"\"{region.Key}\": [{string.Join(", ", region.Select(star => $"[{star.Row + 1}, {star.Column + 1}]"))}]"))}}}\n```";
    }

    protected override double Measure(Puzzle puzzle) => puzzle.InputGrid.Sum(row => row.Length);

    protected override Picture? Draw(Puzzle puzzle, Extraction<PyValue> answer)
    {
        var letters = Grid.FromRows(puzzle.InputGrid)!;
        var numbers = Regions.Renumbered(letters);
        var picture = new Picture(letters.Rows, letters.Columns, cell => letters[cell]) { Region = cell => numbers[cell] };
        if (answer is not { Found: true, Answer: PyValue.Dict regions }) return picture;
        foreach (var (_, places) in regions.Entries)
            foreach (var pair in places.TryIterate(out var pairs) ? pairs : [])
                if (TryPlace(pair, out var star)) picture.Set(star, "★", CellMark.Answer);
        return picture;
    }

    private static (FiniteDomain Model, Grid<int> Variables) Model<T>(Grid<T> regions, int stars)
        where T : notnull
    {
        var model = new FiniteDomain();
        var variables = model.AddGrid(regions.Rows, regions.Columns, 0, 1);
        for (var row = 0; row < regions.Rows; row++) model.Count(variables.Row(row).ToArray(), 0b10, stars, stars);
        for (var column = 0; column < regions.Columns; column++) model.Count(variables.Column(column), 0b10, stars, stars);
        foreach (var region in Regions.ByLabel(regions).Values) model.Count([.. region.Select(cell => variables[cell])], 0b10, stars, stars);
        // Cells that touch lie in one square of two by two.
        for (var row = 0; row + 1 < regions.Rows; row++)
            for (var column = 0; column + 1 < regions.Columns; column++)
                model.Count([variables[row, column], variables[row, column + 1], variables[row + 1, column], variables[row + 1, column + 1]], 0b10, 0, 1);
        return (model, variables);
    }
}
