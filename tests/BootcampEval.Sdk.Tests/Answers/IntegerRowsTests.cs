using System.Numerics;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Puzzles;

namespace BootcampEval.Sdk.Tests.Answers;

public sealed class IntegerRowsTests
{
    [Fact]
    public void Rows_are_read_as_Python_reads_integers() =>
        Assert.Equal([[1, 2], [], [3, -4, 10]], IntegerRows.Read(["1\u30002", "", " +3\t-4 1_0 "]).Answer);

    [Theory]
    [InlineData("1, 2")]
    [InlineData("1.0 2")]
    [InlineData("one")]
    public void One_bad_token_makes_the_whole_no_answer(string row) => Assert.False(IntegerRows.Read(["1 2", row]).Found);

    [Fact]
    public void Numbers_beyond_an_int_stay_wrong_in_a_grid()
    {
        BigInteger[][] rows = [[BigInteger.Pow(10, 30), 1]];
        Assert.Equal(int.MaxValue, IntegerRows.ToGrid(rows)[0, 0]);
    }

    [Theory]
    [InlineData(1, 2, null)]
    [InlineData(2, 2, "there is 1 row, not 2")]
    [InlineData(1, 3, "row 1 has 2 cells, not 3")]
    public void A_shape_that_does_not_fit_is_named(int rows, int columns, string? fault) =>
        Assert.Equal(fault, Grid.ShapeFaultOf<int>([[1, 2]], rows, columns));
}
