// Whatever arrangement of the listed words uses the letters is accepted, and the listed words are the only ones.

using System.Text.RegularExpressions;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Words;

public sealed partial class KorPuzzleConnectWordsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void Every_choice_of_listed_words_that_uses_the_letters_scores(int level)
    {
        var bootcamp = Bootcamps.Named("KorPuzzleConnectWords");
        foreach (var problem in ProblemSource.Of(bootcamp, seed: 2, level).Take(30))
        {
            var letters = string.Concat(problem.GroundTruth.GetProperty("letters").EnumerateArray().Select(letter => letter.GetString()));
            int[] lengths = [.. problem.GroundTruth.GetProperty("word_lengths").EnumerateArray().Select(length => length.GetInt32())];
            var listed = ListedWords().Match(problem.Prompt).Groups[1].Value.Split(", ");

            var arrangements = Arrangements(listed, letters, lengths).ToList();

            Assert.Contains(bootcamp.Solve(problem.GroundTruth), arrangements.Select(words => $"[[{words}]]"));
            Assert.All(arrangements, words => Assert.Equal(1, bootcamp.Verify($"[[{words}]]", problem.GroundTruth).Score));
        }
    }

    [GeneratedRegex(@"do not count, English or not:\n([A-Z, ]+)\n")]
    private static partial Regex ListedWords();

    private static IEnumerable<string> Arrangements(string[] listed, string letters, ReadOnlyMemory<int> lengths)
    {
        if (lengths.Length == 0) return letters == "" ? [""] : [];
        var length = lengths.Span[0];
        return listed.Where(word => word.Length == length && Without(letters, word) is not null)
            .SelectMany(word => Arrangements(listed, Without(letters, word)!, lengths[1..]).Select(rest => $"{word} {rest}".TrimEnd()));
    }

    private static string? Without(string letters, string word)
    {
        foreach (var letter in word)
        {
            var at = letters.IndexOf(letter, StringComparison.Ordinal);
            if (at < 0) return null;
            letters = letters.Remove(at, 1);
        }
        return letters;
    }
}
