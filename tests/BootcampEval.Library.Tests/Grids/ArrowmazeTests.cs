using System.Text.Json;
using System.Text.RegularExpressions;

namespace BootcampEval.Library.Tests.Grids;

public sealed partial class ArrowmazeTests
{
    private static readonly JsonElement Small = JsonElement.Parse("""{"input_grid": [["→", "↓"], ["↑", "○"]], "start_position": [0, 0]}""");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void In_fresh_mazes_no_way_keeps_to_the_reading_order_so_that_unordered_answers_fail(int level)
    {
        foreach (var truth in PlainSearch.Fresh("Arrowmaze", level, 40))
        {
            string[][] arrows = [.. truth.GetProperty("input_grid").EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetString()!).ToArray())];
            var start = PlainSearch.Line(truth, "start_position");
            Assert.True(Reaches(arrows, start[0], start[1], forwardOnly: false));
            Assert.False(Reaches(arrows, start[0], start[1], forwardOnly: true));
            var bootcamp = Bootcamps.Named("Arrowmaze");
            Assert.Equal(0, bootcamp.Verify(Positive().Replace(bootcamp.Solve(truth)!, "1"), truth).Score);
        }
    }

    [Theory]
    [InlineData("[[1, 2], [0, 3]]", null)]
    [InlineData("[[0.5, 1e3], [-1, Infinity]]", null)]
    [InlineData("[[1, 0], [0, 2]]", "the path goes from row 1, column 1 (→) to row 2, column 2, which does not lie in that direction")]
    [InlineData("[[2, 1], [0, 3]]", "the path starts at row 1, column 2, not at row 1, column 1")]
    [InlineData("[[1, 2], [0, 0]]", "the path ends at row 1, column 2, not at the end mark")]
    [InlineData("[[0, 0], [0, 0]]", "no cell is numbered")]
    [InlineData("[[1, '2'], [0, 3]]", "row 1, column 2 does not hold a number")]
    public void The_reason_names_the_fault_of_the_path(string grid, string? reason) =>
        Assert.Equal(reason, Bootcamps.Named("Arrowmaze").Verify($"```json\n{grid}\n```", Small).Reason);

    [Theory]
    [InlineData("""{"input_grid": [["→", "↓"], ["↑", "○"]]}""")]
    [InlineData("""{"input_grid": "[[\"→\", \"↓\"], [\"↑\", \"○\"]]", "start_position": [0, 0]}""")]
    public void The_start_may_be_left_out_and_the_grid_may_be_the_text_of_its_JSON(string truth) =>
        Assert.Equal(1, Bootcamps.Named("Arrowmaze").Verify("```json\n[[1, 2], [0, 3]]\n```", JsonElement.Parse(truth)).Score);

    [GeneratedRegex("[1-9][0-9]*")]
    private static partial Regex Positive();

    private static bool Reaches(string[][] arrows, int row, int column, bool forwardOnly)
    {
        var seen = new HashSet<(int, int)>();
        return From(row, column);

        bool From(int r, int c)
        {
            if (arrows[r][c] == "○") return true;
            if (!seen.Add((r, c))) return false;
            var (down, right) = arrows[r][c] switch
            {
                "↑" => (-1, 0),
                "↓" => (1, 0),
                "←" => (0, -1),
                "→" => (0, 1),
                "↖" => (-1, -1),
                "↗" => (-1, 1),
                "↙" => (1, -1),
                _ => (1, 1),
            };
            if (forwardOnly && (down < 0 || (down == 0 && right < 0))) return false;
            for (var (nr, nc) = (r + down, c + right); nr >= 0 && nr < arrows.Length && nc >= 0 && nc < arrows[0].Length; (nr, nc) = (nr + down, nc + right))
                if (From(nr, nc)) return true;
            return false;
        }
    }
}
