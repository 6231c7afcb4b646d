// The answer follows from the question alone: its calendars are read here and intersected as lists of stretches.

using System.Globalization;
using System.Text.RegularExpressions;
using BootcampEval.Library.Bbeh;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Bbeh;

public sealed partial class BbehTemporalSequencesTests
{
    private static readonly IBootcamp Bootcamp = Bootcamps.Named("BbehTemporalSequences");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void The_calendars_in_the_question_give_the_answer(int level)
    {
        foreach (var problem in ProblemSource.Of(Bootcamp, seed: 4, level).Take(60))
        {
            var solution = problem.GroundTruth.GetProperty("solution");
            Assert.Equal((solution.GetProperty("max_duration").GetInt32(), solution.GetProperty("count").GetInt32()), AnswerFrom(problem.Prompt));
        }
    }

    [Fact]
    public void Every_kind_of_rule_occurs()
    {
        var prompts = string.Concat(ProblemSource.Of(Bootcamp, seed: 5, level: 3).Take(60).Select(problem => problem.Prompt));
        foreach (var words in new[] { "takes lunch", "ahead of", "behind", "gives up", "without any booking" }) Assert.Contains(words, prompts, StringComparison.Ordinal);
    }

    [Fact]
    public void Free_stretches_are_what_bookings_leave()
    {
        Assert.Equal([[540, 600], [660, 700], [720, 1080]], WeekPlan.Complement([[600, 660], [700, 720]]));
        Assert.Equal([[540, 1080]], WeekPlan.Complement([]));
        Assert.Empty(WeekPlan.Complement([[540, 800], [700, 1080]]));
    }

    private static (int Length, int Count) AnswerFrom(string prompt)
    {
        var lengths = new List<int>();
        var people = Person().Matches(prompt);
        foreach (var day in WeekPlan.Days)
        {
            List<(int From, int To)> common = [(-10_000, 10_000)];
            foreach (Match person in people) common = Intersect(common, FreeOf(prompt, person.Groups[1].Value, day, person.Groups[2].Value));
            lengths.AddRange(common.Select(stretch => stretch.To - stretch.From));
        }
        var longest = lengths.Max();
        return (longest, lengths.Count(length => length == longest));
    }

    private static List<(int From, int To)> FreeOf(string prompt, string name, string day, string calendar)
    {
        var busy = Block().Matches(Regex.Match(calendar, $"(?m)^- {day}: (.*)$").Groups[1].Value)
            .Select(block => (From: Minutes(block, 1), To: Minutes(block, 3))).ToList();
        int Amount(string pattern) => Regex.Match(prompt, $"(?m)^- {name}{pattern}") is { Success: true } rule ? int.Parse(rule.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var cleared = Amount(" gives up any booking that lasts ([0-9]+) minutes");
        busy.RemoveAll(block => block.To - block.From <= cleared);
        var lunch = Regex.Match(prompt, $"(?m)^- {name} also takes lunch on {day} from ([0-9:]+ to [0-9:]+)");
        if (lunch.Success) busy.Add((Minutes(Block().Match(lunch.Groups[1].Value), 1), Minutes(Block().Match(lunch.Groups[1].Value), 3)));
        var hours = Amount("'s clock is ([0-9]+) hours? ahead") - Amount("'s clock is ([0-9]+) hours? behind");
        var buffer = Amount(" needs ([0-9]+) minutes without");
        List<(int From, int To)> free = [(540, 1080)];
        foreach (var block in busy) free = Intersect(free, [(-10_000, block.From), (block.To, 10_000)]);
        return [.. free.Select(stretch => (From: stretch.From + buffer - (60 * hours), To: stretch.To - buffer - (60 * hours))).Where(stretch => stretch.To > stretch.From)];
    }

    private static List<(int From, int To)> Intersect(List<(int From, int To)> left, List<(int From, int To)> right) =>
    [
        .. from a in left
           from b in right
           let both = (From: Math.Max(a.From, b.From), To: Math.Min(a.To, b.To))
           where both.To > both.From
           select both,
    ];

    private static int Minutes(Match block, int group) =>
        (int.Parse(block.Groups[group].ValueSpan, CultureInfo.InvariantCulture) * 60) + int.Parse(block.Groups[group + 1].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?m)^(\w+):\n((?:- \w+day: .*\n?){5})")]
    private static partial Regex Person();

    [GeneratedRegex(@"([0-9]+):([0-9]+) to ([0-9]+):([0-9]+)")]
    private static partial Regex Block();
}
