// Fresh puzzles of the defined operations, for tests that solve them in ways of their own.

using System.Text.Json;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Operations;

internal static class FreshOperations
{
    /// <summary>Puzzles of all levels.</summary>
    public static IEnumerable<Problem> Of(string name, int perLevel = 40) =>
        Enumerable.Range(1, 5).SelectMany(level => ProblemSource.Of(Bootcamps.Named(name), seed: 31, level).Take(perLevel));

    /// <summary>Holds that an answer scores 1, and says which one does not.</summary>
    public static void AssertAccepted(Problem problem, string answer)
    {
        var verdict = Bootcamps.Named(problem.DataSource).Verify(answer, problem.GroundTruth);
        Assert.True(verdict.Score == 1, $"{answer} is not accepted: {verdict.Reason}\n{problem.Prompt}");
    }

    /// <summary>Holds that an answer scores 0.</summary>
    public static void AssertRefused(Problem problem, string answer)
    {
        var verdict = Bootcamps.Named(problem.DataSource).Verify(answer, problem.GroundTruth);
        Assert.True(verdict.Score == 0, $"{answer} is accepted\n{problem.Prompt}");
    }

    public static int Int(this JsonElement truth, string field) => truth.GetProperty(field).GetInt32();

    public static double Double(this JsonElement truth, string field) => truth.GetProperty(field).GetDouble();

    public static string Text(this JsonElement truth, string field) => truth.GetProperty(field).GetString()!;

    public static int[] Ints(this JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetInt32())];
}
