// A bootcamp for the tests of reports: the answer is 1, drawn in a grid of one row.

using System.Text.Json;
using BootcampEval.Sdk;

namespace BootcampEval.Reports.Tests;

/// <summary>Right is an output that ends with 1.</summary>
internal sealed class ToyBootcamp : IBootcamp
{
    public static BootcampCatalog Catalog { get; } = new([new ToyBootcamp()]);

    public BootcampInfo Info { get; } = new("Toy", Family.Grids, "A toy", "Say 1.") { AnswerFormat = "1", Measure = "nothing" };

    public Verdict Verify(string output, JsonElement groundTruth, Ruling ruling = Ruling.Official) => output.Trim() switch
    {
        { Length: 0 } => Verdict.NoAnswer("there is nothing"),
        [.., '1'] => Verdict.Correct with { ExtractedOutput = "1" },
        _ => Verdict.Wrong("it is not 1", new Cell(0, 1)) with { ExtractedOutput = "0" },
    };

    public string? FaultOf(JsonElement groundTruth) => null;

    public Problem Generate(PuzzleRandom random, int level) => new("Toy", "Say 1.", JsonElement.Parse("1"));

    public string? Solve(JsonElement groundTruth) => "1";

    public double MeasureOf(JsonElement groundTruth) => 0;

    public Picture? Draw(JsonElement groundTruth, string? output = null)
    {
        var picture = new Picture(1, 2) { RowLabels = ["r"], Region = cell => cell.Column };
        picture.Set(new(0, 0), "<b>", CellMark.Given);
        picture.Set(new(0, 1), output?.Trim()[^1..] ?? "", output?.Trim() is [.., '1'] ? CellMark.Answer : CellMark.Wrong);
        return picture;
    }
}
