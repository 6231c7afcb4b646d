using System.Text.Json;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Grids;

public sealed class BinairoTests
{
    [Theory]
    [InlineData(1, 40)]
    [InlineData(2, 40)]
    [InlineData(3, 40)]
    [InlineData(4, 15)]
    [InlineData(5, 5)]
    public void Fresh_givens_determine_the_grid(int level, int count)
    {
        foreach (var truth in PlainSearch.Fresh("Binairo", level, count))
        {
            var solution = PlainSearch.Rows(truth, "solution");
            var givens = truth.GetProperty("puzzle").EnumerateArray().SelectMany(row => row.EnumerateArray())
                .Select(cell => cell.ValueKind == JsonValueKind.Null ? (int?)null : cell.GetInt32()).ToArray();
            Assert.Equal(1, new PlainSearch(givens.Length, [0, 1], (filled, at) => Fits(filled, at, givens, solution.Length)).CountUpTo2());
            Assert.All(givens.Zip(solution.SelectMany(row => row)), pair => Assert.True(pair.First is null || pair.First == pair.Second));
        }
    }

    [Fact]
    public void A_grid_that_keeps_the_rules_is_right_by_fair_rules_and_wrong_by_the_official_ones()
    {
        var truth = JsonElement.Parse("""{"puzzle": [[null, null], [null, null]], "solution": [[0, 1], [1, 0]]}""");
        var bootcamp = Bootcamps.Named("Binairo");
        Assert.Equal(1, bootcamp.Verify("[answer]1 0\n0 1[/answer]", truth, Ruling.Fair).Score);
        var official = bootcamp.Verify("[answer]1 0\n0 1[/answer]", truth);
        Assert.Equal(0, official.Score);
        Assert.Equal("the grid keeps all rules, but the one asked for has 0 in row 1, column 1", official.Reason);
    }

    [Fact]
    public void The_stored_grid_is_right_by_the_official_rules_even_where_it_breaks_them()
    {
        var truth = JsonElement.Parse("""{"puzzle": [[null, 1], [null, null]], "solution": [[0, 0], [1, 0]]}""");
        Assert.Equal(1, Bootcamps.Named("Binairo").Verify("[answer]0 0\n1 0[/answer]", truth).Score);
    }

    [Theory]
    [InlineData("0 0 0 1\n1 1 1 0\n0 1 0 1\n1 0 1 0", "row 1 has 1 1s and 3 0s")]
    [InlineData("0 1 0 1\n0 1 0 1\n1 0 1 0\n1 0 1 0", "rows 1 and 2 are equal")]
    [InlineData("0 1 0 1\n1 0 1 2\n0 1 0 1\n1 0 1 0", "row 2, column 4 holds 2, which is not 0 or 1")]
    public void The_reason_names_the_broken_rule(string grid, string reason)
    {
        var truth = JsonElement.Parse("""
            {"puzzle": [[null,null,null,null],[null,null,null,null],[null,null,null,null],[null,null,null,null]],
             "solution": [[0,1,0,1],[1,0,1,0],[0,1,1,0],[1,0,0,1]]}
            """);
        Assert.Equal(reason, Bootcamps.Named("Binairo").Verify($"[answer]{grid}[/answer]", truth).Reason);
    }

    private static bool Fits(int[] filled, int at, int?[] givens, int size)
    {
        if (givens[at] is { } given && given != filled[at]) return false;
        var (row, column) = (at / size, at % size);
        int[] across = filled[(row * size)..(at + 1)], down = [.. Enumerable.Range(0, row + 1).Select(above => filled[(above * size) + column])];
        if (Breaks(across, size) || Breaks(down, size)) return false;
        if (column == size - 1 && Enumerable.Range(0, row).Any(above => across.AsSpan().SequenceEqual(filled.AsSpan(above * size, size)))) return false;
        return row < size - 1 || !Enumerable.Range(0, column).Any(left => down.SequenceEqual(Enumerable.Range(0, size).Select(above => filled[(above * size) + left])));
    }

    private static bool Breaks(int[] line, int size) =>
        2 * line.Sum() > size || 2 * (line.Length - line.Sum()) > size || (line.Length > 2 && line[^1] == line[^2] && line[^1] == line[^3]);
}
