using BootcampEval.Sdk.Puzzles;
using CsCheck;

namespace BootcampEval.Sdk.Tests.Puzzles;

public sealed class ExactCoverTests
{
    [Theory]
    [InlineData(2, 3, 3)]
    [InlineData(4, 4, 36)]
    [InlineData(6, 6, 6728)]
    [InlineData(3, 3, 0)]
    public void Counts_the_domino_tilings_of_a_rectangle(int rows, int columns, int tilings)
    {
        var cover = Dominoes(rows, columns);
        var found = cover.Search(int.MaxValue);
        Assert.Equal(tilings, found.Solutions.Count);
        Assert.True(found.Exhausted);
    }

    [Fact]
    public void Secondary_items_may_stay_uncovered_but_are_never_covered_twice()
    {
        // Eight queens: rows and columns must be hit once, diagonals at most once.
        var cover = new ExactCover(16, 30);
        for (var row = 0; row < 8; row++)
            for (var column = 0; column < 8; column++)
                cover.Add(row, 8 + column, 16 + row + column, 31 + row - column + 7);
        Assert.Equal(92, cover.Search(int.MaxValue).Solutions.Count);
    }

    [Fact]
    public void Finds_exactly_the_covers_that_enumeration_finds() =>
        Gen.Int[1, 31].Array[0, 9].Sample(options =>
        {
            var cover = new ExactCover(4, 1);
            foreach (var option in options) cover.Add([.. Enumerable.Range(0, 5).Where(item => (option >> item & 1) == 1)]);
            var expected = Enumerable.Range(0, 1 << options.Length).Count(choice => Covers(options, choice));
            var found = cover.Search(int.MaxValue);
            var shuffled = cover.Search(int.MaxValue, new PuzzleRandom(7));
            return found.Exhausted && expected == found.Solutions.Count && expected == shuffled.Solutions.Count;
        });

    [Fact]
    public void Can_be_searched_again_after_it_stopped_early()
    {
        var cover = Dominoes(4, 4);
        Assert.Equal(5, cover.Search(5).Solutions.Count);
        Assert.False(cover.Search(nodeBudget: 3).Exhausted);
        Assert.Equal(36, cover.Search(int.MaxValue).Solutions.Count);
    }

    private static bool Covers(int[] options, int choice)
    {
        var covered = 0;
        for (var i = 0; i < options.Length; i++)
        {
            if ((choice >> i & 1) == 0) continue;
            // An option that only covers the secondary item is never needed, so never chosen.
            if (options[i] == 16 || (covered & options[i]) != 0) return false;
            covered |= options[i];
        }
        return (covered & 15) == 15;
    }

    private static ExactCover Dominoes(int rows, int columns)
    {
        var cover = new ExactCover(rows * columns);
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
            {
                var cell = (row * columns) + column;
                if (column + 1 < columns) cover.Add(cell, cell + 1);
                if (row + 1 < rows) cover.Add(cell, cell + columns);
            }
        return cover;
    }
}
