using System.Text.Json;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Grids;

public sealed class LightUpTests
{
    private static readonly JsonElement Small = JsonElement.Parse("""{"grid": [["W", "B1", "W"], ["W", "B", "W"]], "rows": 2, "cols": 3}""");

    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 30)]
    [InlineData(3, 10)]
    [InlineData(4, 4)]
    [InlineData(5, 2)]
    public void Fresh_halls_can_be_lit_in_one_way(int level, int count)
    {
        foreach (var truth in PlainSearch.Fresh("LightUp", level, count))
        {
            string[][] cells = [.. truth.GetProperty("grid").EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetString()!).ToArray())];
            Assert.Equal(1, Lightings(cells));
        }
    }

    [Theory]
    [InlineData("[(0, 0), (1, 2)]", null)]
    [InlineData("[(0, 0), (0, 2)]", "2 bulbs stand beside the 1 at row 1, column 2")]
    [InlineData("[(0, 0)]", "row 1, column 3 is not lit")]
    [InlineData("[(0, 0), (1, 2), (1, 2)]", "the bulb at row 2, column 3 is listed twice")]
    [InlineData("[(0, 0), (1, 0), (1, 2)]", "the bulbs at row 1, column 1 and row 2, column 1 shine on each other")]
    [InlineData("[(0, 1)]", "the bulb at row 1, column 2 stands on a black cell")]
    [InlineData("[[0, 0], [1, 2]]", "0 bulbs stand beside the 1 at row 1, column 2")]
    public void The_reason_names_the_broken_rule(string bulbs, string? reason) =>
        Assert.Equal(reason, Bootcamps.Named("LightUp").Verify($"[answer]{bulbs}[/answer]", Small).Reason);

    [Fact]
    public void Bulbs_written_as_lists_are_right_by_fair_rules() =>
        Assert.Equal(1, Bootcamps.Named("LightUp").Verify("[answer][[0, 0], [1, 2]][/answer]", Small, Ruling.Fair).Score);

    private static int Lightings(string[][] cells)
    {
        var (rows, columns) = (cells.Length, cells[0].Length);
        bool IsWhite(int r, int c) => r >= 0 && r < rows && c >= 0 && c < columns && cells[r][c] == "W";
        return new PlainSearch(rows * columns, [0, 1], Fits).CountUpTo2();

        bool Fits(int[] bulbs, int at)
        {
            var (row, column) = (at / columns, at % columns);
            if (bulbs[at] == 1 && (!IsWhite(row, column) || Sees(bulbs, row, column, 0, -1) || Sees(bulbs, row, column, -1, 0))) return false;
            // Only cells whose whole surroundings are decided can be checked: those up to one row above, and all of them at the end.
            for (var r = Math.Max(0, row - 1); r <= row; r++)
                for (var c = 0; c < columns; c++)
                    if (!NumberHolds(bulbs, r, c, at)) return false;
            for (var r = 0; r <= row; r++)
                for (var c = 0; c < columns; c++)
                    if (IsWhite(r, c) && LastSeen(r, c) <= at && !IsLit(bulbs, r, c)) return false;
            return true;
        }

        bool Sees(int[] bulbs, int r, int c, int down, int right)
        {
            for (r += down, c += right; IsWhite(r, c); r += down, c += right)
                if (bulbs[(r * columns) + c] == 1) return true;
            return false;
        }

        bool IsLit(int[] bulbs, int r, int c) =>
            bulbs[(r * columns) + c] == 1 || Sees(bulbs, r, c, 1, 0) || Sees(bulbs, r, c, -1, 0) || Sees(bulbs, r, c, 0, 1) || Sees(bulbs, r, c, 0, -1);

        int LastSeen(int r, int c)
        {
            int down = r, right = c;
            while (IsWhite(down + 1, c)) down++;
            while (IsWhite(r, right + 1)) right++;
            return down > r ? (down * columns) + c : (r * columns) + right;
        }

        bool NumberHolds(int[] bulbs, int r, int c, int at)
        {
            if (cells[r][c] is not ['B', var digit]) return true;
            int sure = 0, open = 0;
            foreach (var (nr, nc) in new[] { (r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1) })
            {
                if (!IsWhite(nr, nc)) continue;
                if ((nr * columns) + nc > at) open++;
                else sure += bulbs[(nr * columns) + nc];
            }
            return sure <= digit - '0' && sure + open >= digit - '0';
        }
    }
}
