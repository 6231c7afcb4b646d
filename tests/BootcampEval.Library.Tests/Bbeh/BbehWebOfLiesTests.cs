// The answer follows from the question alone: its statements are read here, and every assignment is tried.

using System.Text.RegularExpressions;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Bbeh;

public sealed partial class BbehWebOfLiesTests
{
    private const string Name = "BbehWebOfLies";
    private static readonly IBootcamp Bootcamp = Bootcamps.Named(Name);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void The_statements_are_consistent_and_give_the_answer(int level)
    {
        foreach (var problem in ProblemSource.Of(Bootcamp, seed: 4, level).Take(30))
            Assert.Equal(problem.GroundTruth.GetProperty("solution").EnumerateArray().Select(word => word.GetString()), AnswerFrom(problem.Prompt));
    }

    [Fact]
    public void The_three_words_are_about_equally_frequent()
    {
        var words = ProblemSource.Of(Bootcamp, seed: 5, level: 3).Take(200)
            .SelectMany(problem => problem.GroundTruth.GetProperty("solution").EnumerateArray()).CountBy(word => word.GetString()!).ToDictionary();
        Assert.All(words.Values, count => Assert.InRange(count, 120, 280));
    }

    [Fact]
    public void The_fair_verdict_agrees_with_the_seven_official_keys_that_follow_and_keeps_the_others()
    {
        foreach (var row in SharedData.RowsOf(Name))
            Assert.Equal(1, Bootcamp.Verify(Bootcamp.Solve(row.GroundTruth)!, row.GroundTruth, Ruling.Fair).Score);
    }

    private static string[] AnswerFrom(string prompt)
    {
        var people = People().Match(prompt).Groups[1].Value.Split(", ");
        var known = Known().Match(prompt);
        var asked = Asked().Match(prompt);
        var possible = Enumerable.Range(0, 1 << people.Length)
            .Select(set => people.Where((_, i) => (set & (1 << i)) != 0).ToHashSet())
            .Where(truthful => truthful.Contains(known.Groups[1].Value) == (known.Groups[2].Value == "tells the truth"))
            .Where(truthful => Statement().Matches(prompt).All(said => Holds(said, truthful) == truthful.Contains(said.Groups[1].Value)))
            .ToList();
        Assert.NotEmpty(possible);
        return
        [
            .. asked.Groups.Values.Skip(1).Select(person =>
                possible.TrueForAll(truthful => truthful.Contains(person.Value)) ? "yes" : possible.Exists(truthful => truthful.Contains(person.Value)) ? "unknown" : "no"),
        ];
    }

    private static bool Holds(Match said, HashSet<string> truthful)
    {
        var group = said.Groups[3].Value.Split(", ");
        var lying = said.Groups[4].Value is "lie" or "lies";
        var count = group.Count(person => truthful.Contains(person) != lying);
        return said.Groups[2].Value switch { "exactly one of " => count == 1, "exactly two of " => count == 2, "none of " => count == 0, _ => count == group.Length };
    }

    [GeneratedRegex(@"these \d+ people either always tells the truth or always lies: (.*)\.")]
    private static partial Regex People();

    [GeneratedRegex(@"It is known that (\w+) (tells the truth|lies)\.")]
    private static partial Regex Known();

    [GeneratedRegex(@"About each of (\w+), (\w+) and (\w+), in this order")]
    private static partial Regex Asked();

    [GeneratedRegex(@"(?m)^- (\w+) says: (exactly one of |exactly two of |all of |none of |)([\w, ]+?) (tells the truth|tell the truth|lies|lie)\.$")]
    private static partial Regex Statement();
}
