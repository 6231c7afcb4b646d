// The flawed rows of a folder of test files.

using System.Text.Json;
using BootcampEval.Engine.Results;
using BootcampEval.Engine.Results.Audit;
using BootcampEval.Sdk;

namespace BootcampEval.Engine.Tests.Audit;

public sealed class FolderAuditTests
{
    [Fact]
    public void Flawed_rows_are_listed_with_their_place()
    {
        var folder = Directory.CreateTempSubdirectory("bootcamp-audit-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "a.jsonl"), """
                {"data_source": "Any", "prompt": "good", "ground_truth": 1}

                {"data_source": "Any", "prompt": "bad", "ground_truth": 1, "id": "x"}
                not JSON
                """);
            var audit = FolderAudit.Of(folder.FullName, new BootcampCatalog([new AnyBootcamp()]), new BadPrompt(), TestContext.Current.CancellationToken);
            Assert.Equal(("a.jsonl", 3L, "x"), (audit.Flawed.Single().File, audit.Flawed.Single().Line, audit.Flawed.Single().Id.Text));
            Assert.Equal((2L, 1L), (audit.Rows["Any"], audit.Unread));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class BadPrompt : IRowAudit
    {
        public bool Covers(string dataSource) => true;

        public bool IsFlawed(string dataSource, string prompt) => prompt == "bad";

        public RowFlaw? FlawOf(string dataSource, string prompt, JsonElement groundTruth) => prompt == "bad" ? new([FlawKind.Leaked], "it is bad") : null;
    }

    private sealed class AnyBootcamp : IBootcamp
    {
        public BootcampInfo Info { get; } = new("Any", Family.Words, "", "") { AnswerFormat = "", Measure = "" };

        public Verdict Verify(string output, JsonElement groundTruth, Ruling ruling = Ruling.Official) => Verdict.Correct;

        public string? FaultOf(JsonElement groundTruth) => null;

        public Problem Generate(PuzzleRandom random, int level) => new("Any", "", default);

        public string? Solve(JsonElement groundTruth) => "";

        public double MeasureOf(JsonElement groundTruth) => 0;

        public Picture? Draw(JsonElement groundTruth, string? output = null) => null;
    }
}
