// The words of a fresh crossword fit in one way, shown by trying them in every line.

using System.Text.Json;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Words;

public sealed class KorPuzzleWordscapesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void The_words_fit_into_the_pattern_in_one_way_and_that_is_the_stored_grid(int level)
    {
        foreach (var problem in ProblemSource.Of(Bootcamps.Named("KorPuzzleWordscapes"), seed: 6, level).Take(30))
        {
            var truth = problem.GroundTruth;
            var pattern = Rows(truth.GetProperty("grid"));
            var lines = LinesOf(pattern, across: true).Select(line => (line, Texts(truth.GetProperty("across"))))
                .Concat(LinesOf(pattern, across: false).Select(line => (line, Texts(truth.GetProperty("down")))))
                .ToList();
            var fillings = new List<string>();

            Fill(lines, 0, [], [], pattern, fillings);

            Assert.Equal([Shown(Rows(truth.GetProperty("__solution__")))], fillings);
        }
    }

    private static void Fill(
        List<(List<Cell> Cells, string[] Words)> lines, int next, HashSet<(bool, string)> used, Dictionary<Cell, char> letters, string[][] pattern, List<string> fillings)
    {
        if (next == lines.Count)
        {
            fillings.Add(Shown([.. pattern.Select((row, r) => row.Select((cell, c) => cell == "X" ? letters[new(r, c)].ToString() : cell).ToArray())]));
            return;
        }
        var (cells, words) = lines[next];
        var isAcross = cells[0].Row == cells[1].Row;
        foreach (var word in words.Where(word => word.Length == cells.Count && !used.Contains((isAcross, word))))
        {
            if (cells.Where((cell, i) => letters.TryGetValue(cell, out var letter) && letter != word[i]).Any()) continue;
            var fresh = cells.Where(cell => !letters.ContainsKey(cell)).ToList();
            for (var i = 0; i < cells.Count; i++) letters[cells[i]] = word[i];
            used.Add((isAcross, word));
            Fill(lines, next + 1, used, letters, pattern, fillings);
            used.Remove((isAcross, word));
            foreach (var cell in fresh) letters.Remove(cell);
        }
    }

    // Runs of two or more X cells.
    private static IEnumerable<List<Cell>> LinesOf(string[][] pattern, bool across)
    {
        var (lines, length) = across ? (pattern.Length, pattern[0].Length) : (pattern[0].Length, pattern.Length);
        for (var line = 0; line < lines; line++)
        {
            var run = new List<Cell>();
            for (var i = 0; i <= length; i++)
            {
                var cell = across ? new Cell(line, i) : new Cell(i, line);
                if (i < length && pattern[cell.Row][cell.Column] == "X")
                {
                    run.Add(cell);
                    continue;
                }
                if (run.Count > 1) yield return run;
                run = [];
            }
        }
    }

    private static string[][] Rows(JsonElement rows) => [.. rows.EnumerateArray().Select(Texts)];

    private static string[] Texts(JsonElement texts) => [.. texts.EnumerateArray().Select(text => text.GetString()!)];

    private static string Shown(string[][] rows) => string.Join('\n', rows.Select(row => string.Join(' ', row)));
}
