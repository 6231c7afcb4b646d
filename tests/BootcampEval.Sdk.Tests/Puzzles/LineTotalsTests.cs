using BootcampEval.Sdk.Puzzles;

namespace BootcampEval.Sdk.Tests.Puzzles;

public sealed class LineTotalsTests
{
    private static readonly Grid<int> Marks = Grid.FromRows<int>([[1, 0, 1], [0, 1, 0]])!;

    [Fact]
    public void Cells_may_count_differently_in_their_row_and_their_column()
    {
        var totals = LineTotals.Of(Marks, cell => Marks[cell] * (cell.Column + 1), cell => Marks[cell] * (cell.Row + 1));
        Assert.Equal([4, 2], totals.Rows);
        Assert.Equal([1, 2, 1], totals.Columns);
    }

    [Fact]
    public void The_first_line_that_misses_its_clue_is_named_and_marked()
    {
        var fault = LineTotals.Of(Marks, cell => Marks[cell]).FaultOf([2, 1], [1, 0, 1], count => $"has {count} marks")!;
        Assert.Equal("column 2 has 1 marks, not 0", fault.Reason);
        Assert.Equal([new(0, 1), new(1, 1)], fault.WrongCells);
    }

    [Fact]
    public void Lines_that_meet_their_clues_have_no_fault() =>
        Assert.Null(LineTotals.Of(Marks, cell => Marks[cell]).FaultOf([2, 1], [1, 1, 1], count => $"has {count} marks"));
}
