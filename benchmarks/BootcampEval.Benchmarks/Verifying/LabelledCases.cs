// Outputs to verify: real ones where they are at hand, made ones where not.

using System.Text.Json;
using BootcampEval.Sdk;

namespace BootcampEval.Benchmarks.Verifying;

/// <summary>Outputs with the ground truths they are verified against.</summary>
internal static class LabelledCases
{
    /// <summary>The labelled cases of a bootcamp, evenly spread over their file, or right answers to fresh puzzles when there is no <c>shared/</c>.</summary>
    public static IReadOnlyList<(string Output, JsonElement GroundTruth)> Of(IBootcamp bootcamp) => FindShared() is { } shared ? Read(shared, bootcamp.Info.Name) : Make(bootcamp);

    private static List<(string, JsonElement)> Read(string shared, string name)
    {
        var truths = new Dictionary<string, JsonElement[]>(StringComparer.Ordinal);
        var cases = new List<(string, JsonElement)>();
        string[] lines = [.. File.ReadLines(Path.Combine(shared, "conformance", name + ".jsonl"))];
        for (var i = 0; i < lines.Length; i += Math.Max(1, lines.Length / 100))
        {
            var labelled = JsonElement.Parse(lines[i]);
            var file = labelled.GetProperty("file").GetString()!;
            if (!truths.TryGetValue(file, out var rows)) truths.Add(file, rows = [.. File.ReadLines(Path.Combine(shared, "eval_data", file)).Select(line => JsonElement.Parse(line).GetProperty("ground_truth"))]);
            if (TextOf(labelled.GetProperty("output")) is { } output) cases.Add((output, rows[labelled.GetProperty("id").GetInt32()]));
        }
        return cases;
    }

    // A few outputs hold lone surrogates, which the JSON reader refuses.
    private static string? TextOf(JsonElement output)
    {
        try
        {
            return output.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static List<(string, JsonElement)> Make(IBootcamp bootcamp) =>
        [.. ProblemSource.Of(bootcamp, seed: 1, level: 2).Take(25).Select(problem => (bootcamp.Solve(problem.GroundTruth) ?? "", problem.GroundTruth))];

    private static string? FindShared()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared") is var shared && Directory.Exists(Path.Combine(shared, "conformance"))) return shared;
        return null;
    }
}
