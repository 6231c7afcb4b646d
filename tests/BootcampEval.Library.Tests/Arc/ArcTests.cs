// Arc: which list in a text is the answer, what counts as equal, and what fresh puzzles hold.

using System.Diagnostics;
using System.Text.Json;
using BootcampEval.Library.Arc;
using BootcampEval.Sdk;
using Bootcamp = BootcampEval.Library.Arc.Arc;

namespace BootcampEval.Library.Tests.Arc;

public sealed class ArcTests
{
    private static readonly IBootcamp Arc = new Bootcamp();

    // Task 6fa7a44f puts the mirror image below the grid.
    private static readonly JsonElement Mirror = JsonElement.Parse("""{"input_grid": [[1, 2]], "task_key": "6fa7a44f"}""");

    private static JsonElement Listed(string output, string key = "6fa7a44f") =>
        JsonElement.Parse($$"""{"input_grid": [[1, 2]], "task_key": "{{key}}", "std_ans": {{output}}}""");

    [Theory]
    [InlineData("[\n[1, 2],\n[3, 4]\n]", "[[1, 2], [3, 4]]", 1)]
    [InlineData("""{"output": [[1.0, 2], [3, 4]]}""", "[[1.0, 2], [3, 4]]", 1)]
    [InlineData("[[true, 2e0], [3, 4]]", "[[true, 2.0], [3, 4]]", 1)]
    [InlineData("[[1, 2], [3, 4]] at [[0, 1]]", "[[0, 1]]", 0)]
    [InlineData("[[1, 2], [3, 4]] as [[a, b]]", "[[1, 2], [3, 4]]", 1)]
    [InlineData("[[1, 2], [3, 4]] and [[]]", "[[]]", 0)]
    [InlineData("[[1, 2], [3, 4]] and [[1], 2, [3]]", "[[1, 2], [3, 4]]", 1)]
    [InlineData("[[5], 6, [7]] and [[1], 2, [3]]", "[[5], 6, [7]]", 0)]
    [InlineData("draft [[1, 2], and [[1, 2], [3, 4]]", null, 0)]
    [InlineData("[[[1, 2], [3, 4]]]", null, 0)]
    [InlineData("[[1, 2], [3, 4],]", null, 0)]
    [InlineData("[[\"1\", 2], [3, 4]]", "[[\"1\", 2], [3, 4]]", 0)]
    [InlineData("[[NaN, 2], [3, 4]]", "[[\"nan\", 2], [3, 4]]", 0)]
    [InlineData("[\u00a0[1, 2], [3, 4]]", null, 0)] // the pattern takes any white space, JSON does not
    [InlineData("1 2\n3 4", null, 0)]
    public void The_last_list_of_lists_is_the_answer(string output, string? extracted, double score)
    {
        var verdict = Arc.Verify(output, Listed("[[1, 2], [3, 4]]"));

        Assert.Equal(score, verdict.Score);
        Assert.Equal(extracted, verdict.ExtractedOutput);
    }

    [Theory]
    [InlineData("[[1, 2], [1, 2]]", 1)]
    [InlineData("[[9]]", 1)]
    [InlineData("[[1, 2]]", 0)]
    public void What_is_listed_and_what_the_rule_makes_are_both_right(string output, double score) => Assert.Equal(score, Arc.Verify(output, Listed("[[9]]")).Score);

    [Theory]
    [InlineData("\"[[9]]\"", "[[9]]", 1)]
    [InlineData("\"[[9]\"", "[[1, 2], [1, 2]]", 0)]
    public void A_listed_output_may_be_json_in_a_string(string listed, string output, double score) => Assert.Equal(score, Arc.Verify(output, Listed(listed)).Score);

    [Theory]
    [InlineData("[[9]]", 1)]
    [InlineData("[[1, 2], [1, 2]]", 0)]
    public void Without_a_task_only_the_listed_output_counts(string output, double score) => Assert.Equal(score, Arc.Verify(output, Listed("[[9]]", key: "00000000")).Score);

    [Fact]
    public void A_task_that_does_not_exist_is_a_fault_of_the_row() =>
        Assert.Equal("no task has the key 00000000", Arc.FaultOf(JsonElement.Parse("""{"input_grid": [[1, 2]], "task_key": "00000000"}""")));

    [Theory]
    [InlineData("[[1, 2]]", "the grid is 1 x 2, not 2 x 2")]
    [InlineData("[[1, 2], [1]]", "row 2 has 1 cell, not 2")]
    [InlineData("[[1, 2], [1, 5]]", "row 2, column 2 is 5, not 2")]
    [InlineData("[[1, null], [4, 5]]", "row 1, column 2 is None, not 2; 2 more cells are wrong")]
    public void The_reason_names_what_is_wrong(string output, string reason) => Assert.Equal(reason, Arc.Verify(output, Mirror).Reason);

    [Fact]
    public void The_cells_to_blame_are_marked_in_the_picture()
    {
        var picture = Arc.Draw(Mirror, "[[1, 2], [1, 5]]")!;

        Assert.Equal([new Cell(1, 1)], picture.Cells.Where(cell => picture.Mark(cell) == CellMark.Wrong));
        Assert.Equal("5", picture.Text(new(1, 1)));
        Assert.Equal(["1", "2"], picture.Cells.Where(cell => picture.Mark(cell) == CellMark.Given).Select(picture.Text));
    }

    [Fact]
    public void By_fair_rules_a_list_behind_the_fence_does_not_replace_the_grid()
    {
        const string Output = "```arcmatrix\n[[1, 2], [1, 2]]\n```\nThe second row, [[1, 0], [1, 1]], was added.";

        Assert.Equal(0, Arc.Verify(Output, Mirror).Score);
        Assert.Equal(1, Arc.Verify(Output, Mirror, Ruling.Fair).Score);
        Assert.Equal(1, Arc.Verify("[[1, 2], [1, 2]]", Mirror, Ruling.Fair).Score);
    }

    [Theory]
    [InlineData("[[1,2],")]
    [InlineData("[[a]]")]
    [InlineData("[ ")]
    [InlineData("] ")]
    [InlineData("[[1] ")]
    [InlineData("[[1],2]")]
    public void Long_texts_are_read_in_linear_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length)) + "[" + new string(' ', 200_000);
        var start = Stopwatch.GetTimestamp();

        Arc.Verify(text, Mirror);

        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Fresh_examples_show_all_parts_of_the_rule_and_not_the_test()
    {
        foreach (var problem in Enumerable.Range(1, 5).SelectMany(level => ProblemSource.Of(Arc, seed: 3, level).Take(40)))
        {
            var truth = problem.GroundTruth;
            var (test, pairs) = (GridOf(truth, "input_grid"), truth.GetProperty("examples").EnumerateArray().Select(pair => new ArcPair(GridOf(pair, "input"), GridOf(pair, "output"))).ToList());
            var task = ArcTasks.WithKey(truth.GetProperty("task_key").GetString()!)!;

            Assert.Equal(3, pairs.Count);
            Assert.All(pairs, pair => Assert.Equal(pair.Output, task.Solve(pair.Input)));
            Assert.DoesNotContain(test, pairs.Select(pair => pair.Input));
            Assert.True(task.IsShownBy(pairs, test), problem.Prompt);
        }
    }

    private static ArcGrid GridOf(JsonElement json, string field) => new(json.GetProperty(field).Deserialize<int[][]>()!);
}
