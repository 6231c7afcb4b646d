// The key follows from the swaps in the question, followed here backwards from the one who is asked about.

using System.Text.RegularExpressions;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Bbeh;

public sealed partial class BbehshuffobjectTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void The_swaps_in_the_question_give_the_key(int level)
    {
        foreach (var problem in ProblemSource.Of(Bootcamps.Named("Bbehshuffobject"), seed: 4, level).Take(100))
        {
            var starts = Start().Matches(problem.Prompt).ToDictionary(line => line.Groups[1].Value, line => line.Groups[2].Value);
            Assert.Equal(starts.Count, starts.Values.Distinct().Count());
            var person = Asked().Match(problem.Prompt).Groups[1].Value;
            foreach (var swap in Swap().Matches(problem.Prompt).Reverse())
                person = person == swap.Groups[1].Value ? swap.Groups[2].Value : person == swap.Groups[2].Value ? swap.Groups[1].Value : person;
            Assert.Equal(problem.GroundTruth.GetProperty("correct_answer").GetString(), starts[person]);
        }
    }

    [GeneratedRegex(@"(?m)^- (\w+): (.+)$")]
    private static partial Regex Start();

    [GeneratedRegex(@"(?m)^\d+\. (\w+) and (\w+) swap ")]
    private static partial Regex Swap();

    [GeneratedRegex(@"Which of the .+ does (\w+) have after the last swap")]
    private static partial Regex Asked();
}
