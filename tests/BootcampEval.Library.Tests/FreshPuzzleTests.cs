// What generate makes: solvable, different, reproducible, harder by level, and free of the flaws that a program can check.

using System.Text.Json;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests;

public sealed class FreshPuzzleTests
{
    private const int PuzzlesPerLevel = 200;

    public static TheoryData<string> Names => Bootcamps.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_puzzle_is_solvable_different_and_reproducible_and_levels_get_harder(string name)
    {
        var bootcamp = Bootcamps.Named(name);
        var measures = new List<double>();
        for (var level = 1; level <= 5; level++)
        {
            var problems = ProblemSource.Of(bootcamp, seed: 20_25, level).Take(PuzzlesPerLevel).ToList();
            Assert.Equal(PuzzlesPerLevel, problems.Select(problem => problem.Prompt).Distinct().Count());
            foreach (var problem in problems) AssertSound(bootcamp, problem);
            AssertSameAgain(problems.Take(10), ProblemSource.Of(bootcamp, seed: 20_25, level).Take(10));
            measures.Add(problems.Average(problem => bootcamp.MeasureOf(problem.GroundTruth)));
        }
        Assert.True(
            measures.Zip(measures.Skip(1)).All(pair => pair.First < pair.Second),
            $"the measure ({bootcamp.Info.Measure}) does not grow with the level: {string.Join(", ", measures.Select(measure => $"{measure:F1}"))}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Ground_truths_have_the_fields_of_the_official_rows(string name)
    {
        var problem = ProblemSource.Of(Bootcamps.Named(name), seed: 1, level: 2).First();
        var official = SharedData.RowsOf(name).Select(row => FieldsOf(row.GroundTruth)).ToHashSet();

        Assert.Contains(FieldsOf(problem.GroundTruth, Bootcamps.FreshFields(name)), official);
    }

    private static void AssertSound(IBootcamp bootcamp, Problem problem)
    {
        Assert.Equal(bootcamp.Info.Name, problem.DataSource);
        Assert.Null(bootcamp.FaultOf(problem.GroundTruth));
        var answer = bootcamp.Solve(problem.GroundTruth);
        Assert.True(answer is not null, $"no answer to: {problem.Prompt}");
        var verdict = bootcamp.Verify(answer, problem.GroundTruth);
        Assert.True(verdict.Score == 1, $"{verdict.Reason}; answer: {answer}; prompt: {problem.Prompt}");
        var again = JsonElement.Parse(problem.GroundTruth.GetRawText());
        Assert.Equal(1, bootcamp.Verify(answer, again).Score);
        Assert.True(bootcamp.Verify(problem.Prompt, problem.GroundTruth).Score == 0, $"the prompt echoed back scores: {problem.Prompt}");
    }

    private static void AssertSameAgain(IEnumerable<Problem> once, IEnumerable<Problem> twice)
    {
        foreach (var (first, second) in once.Zip(twice))
        {
            Assert.Equal(first.Prompt, second.Prompt);
            Assert.Equal(first.GroundTruth.GetRawText(), second.GroundTruth.GetRawText());
        }
    }

    private static string FieldsOf(JsonElement groundTruth, params string[] except) =>
        groundTruth.ValueKind == JsonValueKind.Object
            ? string.Join(' ', groundTruth.EnumerateObject().Select(member => member.Name).Except(except).Order(StringComparer.Ordinal))
            : groundTruth.ValueKind.ToString();
}
