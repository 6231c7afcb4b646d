// Fresh problems of all levels, for the tests that solve them a second way.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Logic;

internal static class FreshProblems
{
    /// <summary>Problems of a bootcamp, the same number from each level.</summary>
    public static IEnumerable<Problem> Of(string bootcamp, int perLevel = 60, ulong seed = 5) =>
        Enumerable.Range(1, 5).SelectMany(level => ProblemSource.Of(Bootcamps.Named(bootcamp), seed, level).Take(perLevel));

    /// <summary>A field of the ground truth, as text.</summary>
    public static string Text(this Problem problem, string field) => problem.GroundTruth.GetProperty(field).GetString()!;

    /// <summary>A field of the ground truth, as texts.</summary>
    public static string[] Texts(this Problem problem, string field) => [.. problem.GroundTruth.GetProperty(field).EnumerateArray().Select(item => item.GetString()!)];

    /// <summary>Whether the ground truth has a field.</summary>
    public static bool Has(this Problem problem, string field) => problem.GroundTruth.TryGetProperty(field, out _);

    /// <summary>The lines of the prompt, without white space at their ends.</summary>
    public static string[] Lines(this Problem problem) => problem.Prompt.Split('\n', StringSplitOptions.TrimEntries);

    /// <summary>What stands behind a label at the beginning of a line of the prompt.</summary>
    public static string Labelled(this Problem problem, string label) =>
        problem.Lines().Single(line => line.StartsWith(label, StringComparison.Ordinal))[label.Length..].Trim();

    /// <summary>The score of an answer.</summary>
    public static double ScoreOf(this Problem problem, string output) => Bootcamps.Named(problem.DataSource).Verify(output, problem.GroundTruth).Score;
}
