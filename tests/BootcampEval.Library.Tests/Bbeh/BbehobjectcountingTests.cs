// The key is what a careful reader of the list adds up.

using System.Globalization;
using System.Text.RegularExpressions;
using BootcampEval.Library.Bbeh;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Bbeh;

public sealed partial class BbehobjectcountingTests
{
    private static readonly IBootcamp Bootcamp = Bootcamps.Named("Bbehobjectcounting");

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void The_list_in_the_question_adds_up_to_the_key(int level)
    {
        foreach (var problem in ProblemSource.Of(Bootcamp, seed: 4, level).Take(100))
        {
            var classes = Asked().Match(problem.Prompt);
            var (p, q) = (Total(problem.Prompt, classes.Groups[1].Value), Total(problem.Prompt, classes.Groups[2].Value));
            var expected = problem.Prompt.Contains("P + Q", StringComparison.Ordinal) ? p + q : Math.Abs(p - q);
            Assert.Equal(expected, problem.GroundTruth.GetProperty("correct_answer").GetInt32());
        }
    }

    [Fact]
    public void Every_note_leads_to_the_number_before_it()
    {
        foreach (var problem in ProblemSource.Of(Bootcamp, seed: 5, level: 5).Take(20))
            foreach (Match line in Mine().Matches(problem.Prompt))
            {
                var changes = Change().Matches(line.Groups[3].Value).Sum(change => Number(change.Groups[2]) * (change.Groups[1].Value == "gave" ? -1 : 1));
                Assert.Equal(Number(line.Groups[1]), Number(Start().Match(line.Groups[3].Value).Groups[1]) + changes);
            }
    }

    [Fact]
    public void No_thing_belongs_to_two_classes()
    {
        var things = Bbehobjectcounting.Classes.Values.SelectMany(things => things).ToList();
        Assert.Equal(things.Count, things.Distinct().Count());
    }

    private static int Total(string prompt, string category) =>
        Mine().Matches(prompt).Where(line => Bbehobjectcounting.Classes[category].Contains(line.Groups[2].Value)).Sum(line => Number(line.Groups[1]));

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("two classes of things: (.+) and (.+)\\.")]
    private static partial Regex Asked();

    [GeneratedRegex(@"(?m)^I have (\d+) ([a-z ]+) \((.*)\)\.$")]
    private static partial Regex Mine();

    [GeneratedRegex(@"began with (\d+)")]
    private static partial Regex Start();

    [GeneratedRegex(@"then (got|gave) (\d+)")]
    private static partial Regex Change();
}
