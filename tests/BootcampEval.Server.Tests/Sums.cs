// A bootcamp small enough to see through: what is the sum of two numbers?

using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;

namespace BootcampEval.Server.Tests;

/// <summary>Sums of two numbers. A negative first number stands for a puzzle that has no answer.</summary>
internal sealed partial class Sums : Bootcamp<Sums.Puzzle, string>
{
    internal sealed record Puzzle([property: JsonPropertyName("a")] int A, [property: JsonPropertyName("b")] int B);

    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class Json : JsonSerializerContext;

    public static BootcampCatalog Catalog { get; } = new([new Sums()]);

    public override BootcampInfo Info { get; } = new("Sums", Family.Operations, "Sums", "Add two numbers.") { AnswerFormat = "[answer]5[/answer]", Measure = "digits" };

    protected override JsonTypeInfo<Puzzle> PuzzleJson => Json.Default.Puzzle;

    protected override Extraction<string> Extract(string output) => Tagged.Last(output, "[answer]", "[/answer]");

    protected override Verdict Judge(string answer, Puzzle puzzle) =>
        answer == (puzzle.A + puzzle.B).ToString(CultureInfo.InvariantCulture) ? Verdict.Correct : Verdict.Wrong("not the sum");

    protected override Puzzle Generate(PuzzleRandom random, int level) => new(random.Below(1 << (4 * level)), random.Below(1 << (4 * level)));

    protected override string Ask(Puzzle puzzle) => $"What is {puzzle.A} + {puzzle.B}?\nAnswer as [answer]...[/answer], \"{{input}}\" is no placeholder here, 好.";

    protected override string? Solve(Puzzle puzzle) => puzzle.A < 0 ? null : $"It is easy: [answer]{puzzle.A + puzzle.B}[/answer]";

    protected override double Measure(Puzzle puzzle) => puzzle.A + puzzle.B;
}
