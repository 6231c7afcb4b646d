using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Grids;

public sealed class MazeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void The_stored_path_is_the_only_way_without_a_detour(int level)
    {
        foreach (var truth in PlainSearch.Fresh("Maze", level, 20))
        {
            var grid = PlainSearch.Rows(truth, "grid");
            var path = PlainSearch.Rows(truth, "solution_path").Select(step => (step[0], step[1])).ToArray();
            Assert.Equal(path, WayWithoutBlindAlleys(grid));
        }
    }

    [Fact]
    public void Cells_written_as_lists_are_right_by_fair_rules_only()
    {
        var bootcamp = Bootcamps.Named("Maze");
        var truth = System.Text.Json.JsonElement.Parse(
            """{"grid": [[0,0],[1,0]], "start_pos": [0,0], "end_pos": [1,1], "difficulty": 1, "seed": null, "solution_path": [[0,0],[0,1],[1,1]]}""");
        Assert.Equal(1, bootcamp.Verify("```json\n[[0,0],[0,1],[1,1]]\n```", truth, Ruling.Fair).Score);
        Assert.Equal(0, bootcamp.Verify("```json\n[[0,0],[0,1],[1,1]]\n```", truth).Score);
    }

    /// <summary>Walls up blind ends until none is left: in a maze with one way only the way stays.</summary>
    private static (int, int)[] WayWithoutBlindAlleys(int[][] maze)
    {
        var (size, open) = (maze.Length, maze.SelectMany((row, r) => row.Select((cell, c) => (cell, r, c))).Where(x => x.cell == 0).Select(x => (x.r, x.c)).ToHashSet());
        int Around((int r, int c) cell) => new[] { (cell.r - 1, cell.c), (cell.r + 1, cell.c), (cell.r, cell.c - 1), (cell.r, cell.c + 1) }.Count(open.Contains);
        while (open.RemoveWhere(cell => cell != (0, 0) && cell != (size - 1, size - 1) && Around(cell) <= 1) > 0)
        {
        }
        var way = new List<(int r, int c)> { (0, 0) };
        while (open.Remove(way[^1]) && way[^1] != (size - 1, size - 1))
        {
            var (r, c) = way[^1];
            way.Add(new[] { (r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1) }.Single(open.Contains));
        }
        return [.. way];
    }
}
