// The number asked for follows from the words that the question lists, and from nothing else.

using System.Text.RegularExpressions;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Words;

public sealed partial class KorPuzzleWordLadderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void The_listed_words_alone_give_the_number(int level)
    {
        foreach (var problem in ProblemSource.Of(Bootcamps.Named("KorPuzzleWordLadder"), seed: 3, level).Take(50))
        {
            var start = problem.GroundTruth.GetProperty("start_word").GetString()!;
            var end = problem.GroundTruth.GetProperty("end_word").GetString()!;
            var words = AllowedWords().Match(problem.Prompt).Groups[1].Value.Split(", ");

            Assert.Equal(problem.GroundTruth.GetProperty("correct_steps").GetInt32(), FewestSteps(start, end, words));
        }
    }

    [GeneratedRegex(@"^Allowed words: ([a-z, ]+)\.$", RegexOptions.Multiline)]
    private static partial Regex AllowedWords();

    // Widens the set of words reached by one change at a time.
    private static int FewestSteps(string start, string end, IReadOnlyCollection<string> words)
    {
        HashSet<string> reached = [start];
        for (var steps = 0; ; steps++)
        {
            if (reached.Contains(end)) return steps;
            var next = words.Where(word => reached.Any(from => from.Where((letter, i) => letter != word[i]).Count() == 1)).ToList();
            if (next.TrueForAll(reached.Contains)) return -1;
            reached.UnionWith(next);
        }
    }
}
