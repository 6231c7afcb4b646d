// Sudoku, Futoshiki, Skyscrapers and Thermometers: fresh puzzles have one solution, found by a search that shares nothing with the generators.

using System.Text.Json;

namespace BootcampEval.Library.Tests.Grids;

public sealed class LatinPuzzleTests
{
    [Theory]
    [InlineData(1, 20)]
    [InlineData(2, 5)]
    [InlineData(4, 2)]
    public void Fresh_Sudokus_have_one_solution(int level, int count)
    {
        foreach (var truth in PlainSearch.Fresh("Sudoku", level, count))
        {
            var size = truth.GetProperty("size").GetInt32();
            var side = truth.GetProperty("region_rows").GetInt32();
            AssertOneSquare(size, PlainSearch.Rows(truth, "puzzle"), (filled, at) =>
            {
                int row = at / size, column = at % size, top = row / side * side, left = column / side * side;
                for (var r = top; r < top + side; r++)
                    for (var c = left; c < left + side; c++)
                        if ((r * size) + c < at && filled[(r * size) + c] == filled[at]) return false;
                return true;
            });
        }
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(2, 10)]
    [InlineData(3, 4)]
    public void Fresh_Futoshikis_have_one_solution(int level, int count)
    {
        foreach (var truth in PlainSearch.Fresh("Futoshiki", level, count))
        {
            var size = truth.GetProperty("size").GetInt32();
            var smaller = truth.GetProperty("inequalities").EnumerateArray().Select(sign =>
            {
                int first = Place(sign.GetProperty("cell1"), size), second = Place(sign.GetProperty("cell2"), size);
                return sign.GetProperty("symbol").GetString() == "<" ? (first, second) : (second, first);
            }).ToArray();
            AssertOneSquare(size, PlainSearch.Rows(truth, "initial"), (filled, at) => Rises(smaller, filled, at));
        }
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(2, 10)]
    public void Fresh_Thermometers_have_one_solution(int level, int count)
    {
        foreach (var truth in PlainSearch.Fresh("Thermometers", level, count))
        {
            var size = truth.GetProperty("size").GetInt32();
            var smaller = truth.GetProperty("thermometers").EnumerateArray().SelectMany(path =>
            {
                int[] cells = [.. path.GetProperty("path").EnumerateArray().Select(cell => Place(cell, size))];
                return cells.Zip(cells.Skip(1));
            }).ToArray();
            AssertOneSquare(size, null, (filled, at) => Rises(smaller, filled, at));
        }
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(2, 5)]
    public void Fresh_Skyscrapers_have_one_solution(int level, int count)
    {
        foreach (var truth in PlainSearch.Fresh("KorPuzzleSkyscrapers", level, count))
        {
            var n = truth.GetProperty("n").GetInt32();
            int[] top = PlainSearch.Line(truth, "top"), bottom = PlainSearch.Line(truth, "bottom"), left = PlainSearch.Line(truth, "left"), right = PlainSearch.Line(truth, "right");
            AssertOneSquare(n, null, (filled, at) =>
            {
                int row = at / n, column = at % n;
                var across = filled.AsSpan(row * n, n).ToArray();
                int[] down = [.. Enumerable.Range(0, n).Select(r => filled[(r * n) + column])];
                return (column < n - 1 || (Seen(across) == left[row] && Seen([.. across.Reverse()]) == right[row]))
                    && (row < n - 1 || (Seen(down) == top[column] && Seen([.. down.Reverse()]) == bottom[column]));
            });
        }
    }

    private static int Seen(int[] line) => line.Where((height, i) => line.Take(i).All(before => before < height)).Count();

    private static int Place(JsonElement cell, int size) => (cell[0].GetInt32() * size) + cell[1].GetInt32();

    private static bool Rises((int Smaller, int Larger)[] pairs, int[] filled, int at) =>
        pairs.All(pair => (pair.Smaller != at && pair.Larger != at) || Math.Max(pair.Smaller, pair.Larger) > at || filled[pair.Smaller] < filled[pair.Larger]);

    private static void AssertOneSquare(int size, int[][]? givens, Func<int[], int, bool> fits) =>
        Assert.Equal(1, new PlainSearch(size * size, [.. Enumerable.Range(1, size)], (filled, at) =>
        {
            int row = at / size, column = at % size;
            if (givens is not null && givens[row][column] is var given and not 0 && filled[at] != given) return false;
            for (var c = 0; c < column; c++) if (filled[(row * size) + c] == filled[at]) return false;
            for (var r = 0; r < row; r++) if (filled[(r * size) + column] == filled[at]) return false;
            return fits(filled, at);
        }).CountUpTo2());
}
