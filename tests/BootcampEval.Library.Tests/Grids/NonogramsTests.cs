namespace BootcampEval.Library.Tests.Grids;

public sealed class NonogramsTests
{
    [Theory]
    [InlineData(1, 40)]
    [InlineData(2, 40)]
    [InlineData(3, 20)]
    [InlineData(4, 10)]
    [InlineData(5, 5)]
    public void Fresh_clues_fit_one_picture_only(int level, int count)
    {
        foreach (var truth in PlainSearch.Fresh("Nonograms", level, count))
        {
            var (rows, columns) = (PlainSearch.Rows(truth, "rows"), PlainSearch.Rows(truth, "columns"));
            var width = columns.Length;
            var search = new PlainSearch(rows.Length * width, [0, 1], (filled, at) =>
                CanBegin(rows[at / width], filled.AsSpan(at / width * width, (at % width) + 1), width)
                && CanBegin(columns[at % width], [.. Enumerable.Range(0, (at / width) + 1).Select(row => filled[(row * width) + (at % width)])], rows.Length));
            Assert.Equal(1, search.CountUpTo2());
        }
    }

    /// <summary>Whether a line with the runs of a clue can begin with these cells.</summary>
    private static bool CanBegin(int[] clue, ReadOnlySpan<int> cells, int length)
    {
        int run = 0, open = 0;
        foreach (var cell in cells)
        {
            if (cell == 1)
            {
                if (run >= clue.Length || ++open > clue[run]) return false;
            }
            else if (open > 0)
            {
                if (open != clue[run]) return false;
                (run, open) = (run + 1, 0);
            }
        }
        var needed = clue.Skip(run).Sum() - open + Math.Max(0, clue.Length - run - 1);
        return needed <= length - cells.Length;
    }

    [Theory]
    [InlineData("[answer]\n X \nXXX\n[/answer]", 1)]
    [InlineData("[answer]\n.X.\nXXX\n[/answer]", 1)]
    [InlineData("[answer]\n X\nXXX\n[/answer]", 1)]
    [InlineData("[answer]\nX\nXXX\n[/answer]", 0)]
    public void Fair_rules_read_blanks_written_as_spaces(string output, double score) =>
        Assert.Equal(score, FairScore(output, """{"rows": [[1], [3]], "columns": [[1], [2], [1]]}"""));

    private static double FairScore(string output, string truth) =>
        Bootcamps.Named("Nonograms").Verify(output, System.Text.Json.JsonElement.Parse(truth), Sdk.Ruling.Fair).Score;
}
