using System.Text.Json;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Grids;

public sealed class CampsiteTests
{
    private static readonly JsonElement TwoRows =
        JsonElement.Parse("""{"grid": [["T", "X", "X"], ["X", "X", "X"]], "row_clues": [1, 0], "col_clues": [0, 0, 1], "solution": []}""");

    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 30)]
    [InlineData(3, 20)]
    [InlineData(4, 10)]
    [InlineData(5, 4)]
    public void Fresh_camps_have_one_arrangement(int level, int count)
    {
        foreach (var truth in PlainSearch.Fresh("Campsite", level, count))
            Assert.Equal(1, Arrangements(Letters(truth, "input_grid"), PlainSearch.Line(truth, "row_constraints"), PlainSearch.Line(truth, "col_constraints"), needTrees: true));
    }

    // The official verifier of this one believes trees that an answer invents. That must not help.
    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 30)]
    [InlineData(3, 20)]
    [InlineData(4, 10)]
    [InlineData(5, 4)]
    public void Fresh_camps_answered_in_brackets_have_one_arrangement_even_with_invented_trees(int level, int count)
    {
        foreach (var truth in PlainSearch.Fresh("KorPuzzleCampsite", level, count))
            Assert.Equal(1, Arrangements(Letters(truth, "grid"), PlainSearch.Line(truth, "row_clues"), PlainSearch.Line(truth, "col_clues"), needTrees: false));
    }

    [Fact]
    public void An_invented_tree_helps_by_the_official_rules_and_not_by_fair_ones()
    {
        var bootcamp = Bootcamps.Named("KorPuzzleCampsite");
        Assert.Equal(1, bootcamp.Verify("[[T X C, X X T]]", TwoRows).Score);
        Assert.Equal("no tree is beside the tent at row 1, column 3", bootcamp.Verify("[[T X C, X X T]]", TwoRows, Ruling.Fair).Reason);
    }

    private static string Letters(JsonElement truth, string field) =>
        string.Join('\n', truth.GetProperty(field).EnumerateArray().Select(row => string.Concat(row.EnumerateArray().Select(cell => cell.GetString()))));

    private static int Arrangements(string map, int[] rowClues, int[] columnClues, bool needTrees)
    {
        var lines = map.Split('\n');
        var width = columnClues.Length;
        return new PlainSearch(rowClues.Length * width, [0, 1], Fits).CountUpTo2();

        bool Fits(int[] filled, int at)
        {
            var (row, column) = (at / width, at % width);
            if (filled[at] == 1 && (Letter(row, column) == 'T' || (needTrees && !NextToTree(row, column)) || Touches(filled, row, column))) return false;
            int inRow = 0, inColumn = 0;
            for (var left = 0; left <= column; left++) inRow += filled[(row * width) + left];
            for (var above = 0; above <= row; above++) inColumn += filled[(above * width) + column];
            return IsWithin(inRow, rowClues[row], width - 1 - column) && IsWithin(inColumn, columnClues[column], rowClues.Length - 1 - row);
        }

        // Tents do not touch, so at most every other one of the cells to come can hold one.
        static bool IsWithin(int count, int clue, int toCome) => count <= clue && count + ((toCome + 1) / 2) >= clue;

        char Letter(int row, int column) => row < 0 || row >= lines.Length || column < 0 || column >= width ? '#' : lines[row][column];

        bool NextToTree(int row, int column) =>
            Letter(row - 1, column) == 'T' || Letter(row + 1, column) == 'T' || Letter(row, column - 1) == 'T' || Letter(row, column + 1) == 'T';

        bool Touches(int[] filled, int row, int column) =>
            new[] { (row, column - 1), (row - 1, column - 1), (row - 1, column), (row - 1, column + 1) }
                .Any(place => Letter(place.Item1, place.Item2) != '#' && filled[(place.Item1 * width) + place.Item2] == 1);
    }
}
