using BootcampEval.Sdk.Puzzles;
using CsCheck;

namespace BootcampEval.Sdk.Tests.Puzzles;

public sealed class LatinSquareTests
{
    [Fact]
    public void Random_squares_have_no_fault() =>
        Gen.Select(Gen.Int[1, 9], Gen.ULong).Sample((size, seed) => LatinSquare.FaultOf(LatinSquare.Random(size, new(seed))) is null, iter: 200);

    [Theory]
    [InlineData(new[] { 1, 2, 2 }, "holds 2 more than once")]
    [InlineData(new[] { 1, 2, 4 }, "has 4, which is not 1 to 3")]
    [InlineData(new[] { 0, 2, 1 }, "has 0, which is not 1 to 3")]
    [InlineData(new[] { 3, 2, 1 }, null)]
    public void A_line_is_faulty_unless_it_holds_each_number_once(int[] line, string? fault) => Assert.Equal(fault, LatinSquare.FaultOf(line));

    [Fact]
    public void A_fault_names_the_line_and_marks_its_cells()
    {
        var fault = LatinSquare.FaultOf(Grid.FromRows<int>([[1, 2], [1, 2]])!)!;
        Assert.Equal("column 1 holds 1 more than once", fault.Reason);
        Assert.Equal([new(0, 0), new(1, 0)], fault.WrongCells);
    }
}
