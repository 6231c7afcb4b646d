namespace BootcampEval.Library.Tests.Grids;

public sealed class KakurasuTests
{
    [Theory]
    [InlineData(1, 40)]
    [InlineData(2, 40)]
    [InlineData(3, 40)]
    [InlineData(4, 20)]
    [InlineData(5, 3)]
    public void Fresh_targets_fit_one_shading_only(int level, int count)
    {
        foreach (var truth in PlainSearch.Fresh("Kakurasu", level, count))
            Assert.Equal(1, Shadings(PlainSearch.Line(truth, "row_targets"), PlainSearch.Line(truth, "col_targets")));
        foreach (var truth in PlainSearch.Fresh("KorPuzzleKukurasu", level, count))
            Assert.Equal(1, Shadings(PlainSearch.Line(truth, "row_sums"), PlainSearch.Line(truth, "col_sums")));
    }

    private static int Shadings(int[] rowTargets, int[] columnTargets)
    {
        var size = rowTargets.Length;
        return new PlainSearch(size * size, [0, 1], Fits).CountUpTo2();

        bool Fits(int[] shaded, int at)
        {
            var (row, column) = (at / size, at % size);
            int inRow = 0, inColumn = 0;
            for (var left = 0; left <= column; left++) inRow += shaded[(row * size) + left] * (left + 1);
            for (var above = 0; above <= row; above++) inColumn += shaded[(above * size) + column] * (above + 1);
            return IsWithin(inRow, rowTargets[row], column + 1) && IsWithin(inColumn, columnTargets[column], row + 1);
        }

        bool IsWithin(int sum, int target, int weighed) => sum <= target && sum + (((size * (size + 1)) - (weighed * (weighed + 1))) / 2) >= target;
    }
}
