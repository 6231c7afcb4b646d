// Every Arc task does what its worked pairs show, stands any grid, and draws proper fresh inputs.

using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using BootcampEval.Library.Arc;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Arc;

public sealed partial class ArcTaskTests
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(2);

    private static readonly Lazy<ILookup<string, ArcPair>> WorkedPairs = new(() => ListedPairs().Concat(OfficialPairs()).ToLookup(known => known.Key, known => known.Pair));

    public static TheoryData<string> Keys => [.. ArcTasks.All.Select(task => task.Key)];

    [Fact]
    public void Tasks_stand_in_the_order_of_their_keys() => Assert.Equal(ArcTasks.All.Select(task => task.Key).Order(StringComparer.Ordinal), ArcTasks.All.Select(task => task.Key));

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_task_makes_the_outputs_of_all_worked_pairs(string key)
    {
        var task = ArcTasks.WithKey(key)!;
        var pairs = WorkedPairs.Value[key].ToList();

        Assert.True(pairs.Count >= 12, $"only {pairs.Count} pairs");
        foreach (var (index, pair) in pairs.Index())
        {
            var output = task.Solve(pair.Input);
            Assert.True(pair.Output.Equals(output), $"pair {index} of {key}: input\n{pair.Input}\nexpected\n{pair.Output}\nbut is\n{output}");
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_task_makes_something_of_any_grid(string key)
    {
        var task = ArcTasks.WithKey(key)!;
        foreach (var grid in AnyGrids())
        {
            var start = Stopwatch.GetTimestamp();
            task.Solve(grid);
            var took = Stopwatch.GetElapsedTime(start);
            Assert.True(took < Hang, $"{took} for a grid of {grid.Rows} x {grid.Columns}:\n{grid}");
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Fresh_pairs_are_proper_reproducible_and_different(string key)
    {
        var task = ArcTasks.WithKey(key)!;
        for (var level = 1; level <= 5; level++)
        {
            var inputs = new HashSet<ArcGrid>();
            for (var seed = 0UL; seed < 20; seed++)
            {
                var pair = task.Draw(PuzzleRandom.For(seed, key, level, 0), level);
                Assert.Equal(pair, task.Draw(PuzzleRandom.For(seed, key, level, 0), level));
                Assert.NotEqual(pair.Input, pair.Output);
                AssertProper(pair.Input);
                AssertProper(pair.Output);
                inputs.Add(pair.Input);
            }
            Assert.True(inputs.Count >= 15, $"only {inputs.Count} different inputs of 20 at level {level}");
        }
    }

    private static void AssertProper(ArcGrid grid)
    {
        Assert.InRange(grid.Rows, 1, 30);
        Assert.InRange(grid.Columns, 1, 30);
        Assert.All(grid.Cells, cell => Assert.InRange(grid[cell], 0, 9));
    }

    // Grids of no task in particular: tiny, plain, striped, noisy, larger than any task has.
    private static IEnumerable<ArcGrid> AnyGrids()
    {
        var random = new PuzzleRandom(1);
        foreach (var (rows, columns) in new[] { (1, 1), (1, 2), (2, 1), (2, 2), (3, 3), (1, 30), (30, 1), (9, 10), (30, 30), (40, 50) })
        {
            yield return new(rows, columns, 0);
            yield return new(rows, columns, 7);
            yield return new(rows, columns, cell => cell.Row % 2 * 5);
            yield return new(rows, columns, cell => cell.Row % 4 == 0 || cell.Column % 4 == 0 ? 5 : 0);
            yield return new(rows, columns, cell => (cell.Row + cell.Column) % 10);
            yield return new ArcGrid(rows, columns, 0).With([new(rows / 2, columns / 2)], 3);
            for (var colours = 2; colours <= 10; colours += 4) yield return new(rows, columns, _ => random.Below(colours));
            yield return new(rows, columns, _ => random.Chance(0.1) ? random.Below(10) : 0);
        }
        foreach (var task in ArcTasks.All) yield return task.Draw(random, 2).Input;
    }

    private static IEnumerable<(string Key, ArcPair Pair)> ListedPairs() =>
        SharedData.LinesOf("arc", "examples.jsonl").Select(line => (KeyOf(line), new ArcPair(GridOf(line.GetProperty("input")), GridOf(line.GetProperty("output")))));

    // An official row shows three worked pairs, and its own output is listed.
    private static IEnumerable<(string Key, ArcPair Pair)> OfficialPairs()
    {
        foreach (var (row, expected) in SharedData.RowsOf("Arc").Zip(SharedData.LinesOf("arc", "expected_outputs.jsonl")))
        {
            Assert.Equal(KeyOf(row.GroundTruth), KeyOf(expected));
            yield return (KeyOf(expected), new(GridOf(row.GroundTruth.GetProperty("input_grid")), GridOf(expected.GetProperty("expected"))));
            ArcGrid[] shown = [.. ShownGrid.Matches(row.Prompt).Select(match => GridOf(JsonElement.Parse(match.Groups[1].Value)))];
            for (var i = 0; i + 1 < shown.Length; i += 2) yield return (KeyOf(expected), new(shown[i], shown[i + 1]));
        }
    }

    private static string KeyOf(JsonElement json) => json.GetProperty("task_key").GetString()!;

    private static ArcGrid GridOf(JsonElement json) =>
        new(json.ValueKind == JsonValueKind.String ? JsonSerializer.Deserialize<int[][]>(json.GetString()!)! : json.Deserialize<int[][]>()!);

    [GeneratedRegex("```arcmatrix\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShownGrid { get; }
}
