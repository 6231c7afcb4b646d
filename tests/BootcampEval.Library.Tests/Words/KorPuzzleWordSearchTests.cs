// Each word of a fresh grid lies in one place only; the end of a word is read officially as loosely as the reference does, and fairly to the cell.

using System.Text.Json;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Words;

public sealed class KorPuzzleWordSearchTests
{
    private static readonly JsonElement Small = JsonElement.Parse("""{"grid":[["C","A","T"],["X","O","X"],["X","X","G"]],"word_list":["CAT","AO"]}""");

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void Every_word_reads_in_one_place_of_a_fresh_grid(int level)
    {
        foreach (var problem in ProblemSource.Of(Bootcamps.Named("KorPuzzleWordSearch"), seed: 8, level).Take(40))
        {
            var rows = problem.GroundTruth.GetProperty("grid").EnumerateArray().Select(row => string.Concat(row.EnumerateArray().Select(cell => cell.GetString()))).ToArray();
            var lines = LinesOf(rows).ToList();

            foreach (var word in problem.GroundTruth.GetProperty("word_list").EnumerateArray().Select(word => word.GetString()!))
                Assert.Equal(1, lines.Sum(line => Enumerable.Range(0, line.Length).Count(start => string.CompareOrdinal(line, start, word, 0, word.Length) == 0)));
        }
    }

    [Theory]
    [InlineData("[[CAT (0,0)(0,2)\nAO (0,1)(1,1)]]", 1, 1)]
    [InlineData("[[CAT (0,2)(0,0)\nAO (1,1)(0,1)]]", 1, 1)]
    [InlineData("[[CAT (0,0)(0,3)\nAO (0,1)(1,1)]]", 1, 0)]
    [InlineData("[[CAT (0,0)(1,1)\nAO (0,1)(1,1)]]", 0, 0)]
    public void Ends_that_are_off_pass_officially_and_not_fairly(string answer, double official, double fair)
    {
        Assert.Equal(official, Bootcamps.Named("KorPuzzleWordSearch").Verify(answer, Small).Score);
        Assert.Equal(fair, Bootcamps.Named("KorPuzzleWordSearch").Verify(answer, Small, Ruling.Fair).Score);
    }

    // All rows, columns and diagonals, each in both directions.
    private static IEnumerable<string> LinesOf(string[] rows)
    {
        var side = rows.Length;
        var indices = Enumerable.Range(0, side).ToArray();
        var lines = rows
            .Concat(indices.Select(column => string.Concat(rows.Select(row => row[column]))))
            .Concat(Enumerable.Range(1 - side, (2 * side) - 1).SelectMany(shift => (string[])
            [
                string.Concat(indices.Where(i => i + shift >= 0 && i + shift < side).Select(i => rows[i][i + shift])),
                string.Concat(indices.Where(i => i + shift >= 0 && i + shift < side).Select(i => rows[i][side - 1 - i - shift])),
            ]));
        return lines.SelectMany(line => (string[])[line, string.Concat(line.Reverse())]);
    }
}
