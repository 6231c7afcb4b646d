// Minesweeper, Tents and Star Battle: what a fresh puzzle shows leaves one placement, found by a search that shares nothing with the generators.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Grids;

public sealed class PlacementPuzzleTests
{
    [Theory]
    [InlineData(1, 20)]
    [InlineData(2, 5)]
    public void What_a_fresh_Minesweeper_field_shows_leaves_one_placement(int level, int count)
    {
        foreach (var problem in ProblemSource.Of(Bootcamps.Named("Minesweeper"), seed: 31, level).Take(count))
        {
            var mines = problem.GroundTruth.GetProperty("mines").GetArrayLength();
            string[][] shown = [.. problem.Prompt.Split('\n').Select(line => line.Split(' ')).Where(cells => cells.Length > 2 && cells.All(cell => cell == "?" || int.TryParse(cell, out _)))];
            int rows = shown.Length, columns = shown[0].Length;
            Assert.Equal(problem.GroundTruth.GetProperty("rows").GetInt32(), rows);
            Assert.Equal(1, new PlainSearch(rows * columns, [0, 1], Fits).CountUpTo2());

            bool Fits(int[] filled, int at)
            {
                int row = at / columns, column = at % columns;
                if (filled[at] == 1 && shown[row][column] != "?") return false;
                if (at == (rows * columns) - 1 && filled.Sum() != mines) return false;
                for (var r = Math.Max(0, row - 1); r <= row; r++)
                    for (var c = Math.Max(0, column - 1); c <= Math.Min(columns - 1, column + 1); c++)
                        if (shown[r][c] != "?" && !CanHold(filled, at, r, c, int.Parse(shown[r][c], System.Globalization.CultureInfo.InvariantCulture))) return false;
                return true;
            }

            bool CanHold(int[] filled, int at, int row, int column, int wanted)
            {
                int sure = 0, open = 0;
                for (var r = Math.Max(0, row - 1); r <= Math.Min(rows - 1, row + 1); r++)
                    for (var c = Math.Max(0, column - 1); c <= Math.Min(columns - 1, column + 1); c++)
                        if ((r * columns) + c > at) open += shown[r][c] == "?" ? 1 : 0;
                        else sure += filled[(r * columns) + c];
                return sure <= wanted && sure + open >= wanted;
            }
        }
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(2, 10)]
    [InlineData(3, 3)]
    public void Fresh_camp_sites_have_one_placement_of_tents(int level, int count)
    {
        foreach (var truth in PlainSearch.Fresh("Tents", level, count))
        {
            var trees = PlainSearch.Rows(truth, "grid");
            int[] inRows = PlainSearch.Line(truth, "row_clues"), inColumns = PlainSearch.Line(truth, "col_clues");
            int rows = inRows.Length, columns = inColumns.Length;
            Assert.Equal(1, new PlainSearch(rows * columns, [0, 1], Fits).CountUpTo2());

            bool Fits(int[] filled, int at)
            {
                int row = at / columns, column = at % columns;
                if (filled[at] == 1 && (trees[row][column] == 1 || !Beside(row, column).Any(cell => trees[cell.Row][cell.Column] == 1))) return false;
                if (filled[at] == 1 && new[] { (row - 1, column - 1), (row - 1, column), (row - 1, column + 1), (row, column - 1) }.Any(near => Tent(filled, near.Item1, near.Item2))) return false;
                if (column == columns - 1 && Enumerable.Range(0, columns).Count(c => Tent(filled, row, c)) != inRows[row]) return false;
                if (Enumerable.Range(0, row + 1).Count(r => Tent(filled, r, column)) is var above && (above > inColumns[column] || (row == rows - 1 && above != inColumns[column]))) return false;
                return at < (rows * columns) - 1 || AllTreesServed(filled);
            }

            bool AllTreesServed(int[] filled) => Enumerable.Range(0, rows * columns).All(i =>
                trees[i / columns][i % columns] == 0 || Beside(i / columns, i % columns).Count(cell => Tent(filled, cell.Row, cell.Column)) == 1);

            IEnumerable<(int Row, int Column)> Beside(int row, int column) =>
                new[] { (row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1) }.Where(cell => cell.Item1 >= 0 && cell.Item1 < rows && cell.Item2 >= 0 && cell.Item2 < columns);

            bool Tent(int[] filled, int row, int column) => row >= 0 && row < rows && column >= 0 && column < columns && filled[(row * columns) + column] == 1;
        }
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(3, 10)]
    [InlineData(5, 3)]
    public void Fresh_Star_Battles_have_connected_regions_and_one_solution(int level, int count)
    {
        foreach (var truth in PlainSearch.Fresh("Starbattle", level, count))
        {
            string[][] letters = [.. truth.GetProperty("input_grid").EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetString()!).ToArray())];
            var size = letters.Length;
            foreach (var region in letters.SelectMany(row => row).Distinct()) Assert.True(IsOnePiece(letters, region));

            // One star a row: place i is the column of the star of row i.
            Assert.Equal(1, new PlainSearch(size, [.. Enumerable.Range(0, size)], (columns, row) =>
                Enumerable.Range(0, row).All(before => columns[before] != columns[row] && letters[before][columns[before]] != letters[row][columns[row]])
                && (row == 0 || Math.Abs(columns[row - 1] - columns[row]) > 1)).CountUpTo2());
        }
    }

    private static bool IsOnePiece(string[][] letters, string region)
    {
        var left = Enumerable.Range(0, letters.Length * letters.Length).Where(i => letters[i / letters.Length][i % letters.Length] == region).Select(i => (Row: i / letters.Length, Column: i % letters.Length)).ToHashSet();
        var open = new Stack<(int Row, int Column)>([left.First()]);
        while (open.TryPop(out var cell))
            if (left.Remove(cell))
                foreach (var near in new[] { (cell.Row - 1, cell.Column), (cell.Row + 1, cell.Column), (cell.Row, cell.Column - 1), (cell.Row, cell.Column + 1) })
                    if (left.Contains(near)) open.Push(near);
        return left.Count == 0;
    }
}
