// The count follows from the question alone, read here line by line.

using System.Globalization;
using System.Text.RegularExpressions;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Bbeh;

public sealed partial class BbehobjectpropertiesTests
{
    private static readonly IBootcamp Bootcamp = Bootcamps.Named("Bbehobjectproperties");

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void The_question_alone_gives_the_count(int level)
    {
        foreach (var problem in ProblemSource.Of(Bootcamp, seed: 4, level).Take(100))
            Assert.Equal(problem.GroundTruth.GetProperty("correct_answer").GetInt32(), CountFrom(problem.Prompt));
    }

    [Fact]
    public void A_text_as_key_is_compared_without_regard_to_case()
    {
        var truth = System.Text.Json.JsonElement.Parse(
            """{"initial_objects": [], "color_blocks": [], "steps": [], "final_objects": [], "correct_answer": "unknown", "question": {}}""");
        Assert.Equal(1, Bootcamp.Verify("[answer]UNKNOWN[/answer]", truth).Score);
        Assert.Equal(0, Bootcamp.Verify("[answer]0[/answer]", truth).Score);
        Assert.Equal(1, Bootcamp.Verify(Bootcamp.Solve(truth)!, truth).Score);
    }

    private static int CountFrom(string prompt)
    {
        var items = Item().Matches(prompt).Select(line => new Dictionary<string, string>
        {
            ["size"] = line.Groups[1].Value,
            ["origin"] = line.Groups[2].Value,
            ["material"] = line.Groups[3].Value,
            ["smell"] = line.Groups[4].Value,
        }).ToList();
        foreach (Match run in Colors().Matches(prompt))
        {
            var from = Number(run.Groups[1]);
            for (var i = from; i <= (run.Groups[2].Success ? Number(run.Groups[2]) : from); i++) items[i - 1]["color"] = run.Groups[3].Value;
        }
        Assert.All(items, item => Assert.Equal(5, item.Count));
        foreach (Match step in Step().Matches(prompt)) Change(items, step.Groups[1].Value);
        var conditions = Condition().Matches(prompt);
        return items.Count(item => conditions.All(condition =>
            condition.Groups[2].Success
                ? item[condition.Groups[1].Value] != condition.Groups[3].Value
                : condition.Groups[3].Value.Split(" or ").Contains(item[condition.Groups[1].Value])));
    }

    private static void Change(List<Dictionary<string, string>> items, string step)
    {
        if (Exchange().Match(step) is { Success: true } size)
            foreach (var item in items.Where(item => item["size"] == size.Groups[1].Value)) item["size"] = size.Groups[2].Value;
        else if (Remake().Match(step) is { Success: true } material)
            foreach (var item in items.Where(item => item["material"] == material.Groups[1].Value)) item["material"] = material.Groups[2].Value;
        else
        {
            var copy = Copy().Match(step);
            Assert.True(copy.Success, step);
            var copies = items.Where(item => item["color"] == copy.Groups[1].Value)
                .Select(item => new Dictionary<string, string>(item) { ["color"] = copy.Groups[2].Value }).ToList();
            Assert.NotEmpty(copies);
            items.AddRange(copies);
        }
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?m)^\d+\. \w+: size (\w+), from (\w+), made of (\w+), smells of (\w+)$")]
    private static partial Regex Item();

    [GeneratedRegex(@"items? (\d+)(?: to (\d+))? (?:is|are) (\w+)")]
    private static partial Regex Colors();

    [GeneratedRegex(@"(?m)^\d+\. (I .*)$")]
    private static partial Regex Step();

    [GeneratedRegex(@"^I exchanged every (\w+) item for one that is (\w+) ")]
    private static partial Regex Exchange();

    [GeneratedRegex(@"^I had every (\w+) item remade in (\w+),")]
    private static partial Regex Remake();

    [GeneratedRegex(@"^I added one copy of every (\w+) item; each copy is (\w+) ")]
    private static partial Regex Copy();

    [GeneratedRegex(@"(?m)^- its (\w+) is (not )?(.+)$")]
    private static partial Regex Condition();
}
