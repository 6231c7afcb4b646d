// A bootcamp for tests of the engine: the right answer stands in the ground truth.

using System.Text.Json;
using BootcampEval.Sdk;

namespace BootcampEval.Engine.Tests.Harness;

/// <summary>Right is an output that ends with the ground truth's <c>answer</c>; an empty output holds no answer.</summary>
public sealed class Echo(string name = "Echo") : IBootcamp
{
    public BootcampInfo Info { get; } = new(name, Family.Logic, name, "Say the answer.") { AnswerFormat = "text", Measure = "letters" };

    public static BootcampCatalog Catalog { get; } = new([new Echo(), new Echo("Other")]);

    public Verdict Verify(string output, JsonElement groundTruth, Ruling ruling = Ruling.Official)
    {
        if (output.Length == 0) return Verdict.NoAnswer("nothing was said");
        var answer = groundTruth.GetProperty("answer").GetString()!;
        var verdict = output.EndsWith(answer, StringComparison.Ordinal) ? Verdict.Correct
            : output.Contains("half", StringComparison.Ordinal) ? Verdict.Partial(1 / 3.0, "half right")
            : Verdict.Wrong($"it is not {answer}");
        return verdict with { ExtractedOutput = JsonText.Of(output) };
    }

    public string? FaultOf(JsonElement groundTruth) =>
        groundTruth.ValueKind == JsonValueKind.Object && groundTruth.TryGetProperty("answer", out var answer) && answer.ValueKind == JsonValueKind.String ? null : "answer is missing";

    public Problem Generate(PuzzleRandom random, int level) => throw new NotSupportedException();

    public string? Solve(JsonElement groundTruth) => groundTruth.GetProperty("answer").GetString();

    public double MeasureOf(JsonElement groundTruth) => 1;

    public Picture? Draw(JsonElement groundTruth, string? output = null) => null;
}
