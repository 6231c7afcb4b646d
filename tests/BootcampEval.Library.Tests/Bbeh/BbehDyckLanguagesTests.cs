// The key follows from what the question shows, by a reading of it that shares nothing with the bootcamp.

using System.Text.Json;
using System.Text.RegularExpressions;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Bbeh;

public sealed partial class BbehDyckLanguagesTests
{
    private static readonly IBootcamp Bootcamp = Bootcamps.Named("BbehDyckLanguages");

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void The_record_in_the_question_is_first_wrong_at_the_key(int level)
    {
        foreach (var problem in ProblemSource.Of(Bootcamp, seed: 4, level).Take(100))
        {
            var key = problem.GroundTruth.GetProperty("error_step");
            Assert.Equal(key.ValueKind == JsonValueKind.Null ? [] : [key.GetInt32()], WrongThoughts(problem.Prompt));
        }
    }

    [Fact]
    public void Some_records_are_without_fault()
    {
        var problems = ProblemSource.Of(Bootcamp, seed: 5, level: 2).Take(200).ToList();
        Assert.InRange(problems.Count(problem => problem.GroundTruth.GetProperty("error_step").ValueKind == JsonValueKind.Null), 20, 60);
    }

    [Fact]
    public void The_fair_verdict_reads_the_trace_where_the_key_does_not()
    {
        var truth = JsonElement.Parse("""
            {"input_sequence": "()", "correct_steps": [], "modified_steps": ["Thought 1: x", "Thought 2: stack: empty", "Thought 3: ( ; stack: (",
            "Thought 4: ) ; stack: empty"], "error_step": 4, "error_type": "_skip_closing"}
            """);
        Assert.Equal(1, Bootcamp.Verify("[answer]4[/answer]", truth).Score);
        Assert.Equal(0, Bootcamp.Verify("[answer]No[/answer]", truth).Score);
        Assert.Equal(1, Bootcamp.Verify("[answer]No[/answer]", truth, Ruling.Fair).Score);
        Assert.Equal(0, Bootcamp.Verify("[answer]4[/answer]", truth, Ruling.Fair).Score);
    }

    private static IEnumerable<int> WrongThoughts(string prompt)
    {
        var brackets = Line().Match(prompt).Groups[1].Value;
        for (var i = 0; i < brackets.Length; i++)
        {
            var shown = Regex.Match(prompt, $"(?m)^Thought {i + 3}: (.) ; stack: (.*)$");
            var stack = Reduced(brackets[..(i + 1)]);
            var right = stack.Length == 0 ? "empty" : string.Join(' ', stack.AsEnumerable());
            if (shown.Groups[1].Value != brackets[i].ToString() || shown.Groups[2].Value != right) yield return i + 3;
        }
    }

    // Strikes out closed pairs until none is left.
    private static string Reduced(string brackets)
    {
        for (; ; )
        {
            var shorter = brackets.Replace("()", "").Replace("[]", "").Replace("{}", "").Replace("<>", "");
            if (shorter == brackets) return brackets;
            brackets = shorter;
        }
    }

    [GeneratedRegex(@"The line of brackets:\n(.*)\n")]
    private static partial Regex Line();
}
