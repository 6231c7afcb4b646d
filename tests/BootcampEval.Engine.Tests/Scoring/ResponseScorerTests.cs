// Verdicts for answers made elsewhere.

using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Engine.Scoring;
using BootcampEval.Engine.TestSets;
using BootcampEval.Sdk;

namespace BootcampEval.Engine.Tests.Scoring;

public sealed partial class ResponseScorerTests
{
    [Fact]
    public async Task Verdicts_come_in_the_order_of_the_responses_whatever_their_number()
    {
        const int Lines = 25_000;
        var responses = string.Join('\n', Enumerable.Range(0, Lines).Select(i => Line($"w{i}", i % 3 == 0 ? $"w{i}" : "x")));
        var (summary, verdicts, bad) = await Score(responses);
        Assert.Equal((Lines, 0), (summary.Scored, bad.Count));
        Assert.Equal(Enumerable.Range(0, Lines), verdicts.Select(verdict => verdict.GetProperty("id").GetInt32()));
        Assert.Equal(Enumerable.Range(0, Lines).Select(i => i % 3 == 0 ? 1.0 : 0.0), verdicts.Select(verdict => verdict.GetProperty("score").GetDouble()));
        Assert.Equal(8334.0 / Lines, summary.TotalAverage);
    }

    [Fact]
    public async Task A_verdict_has_all_its_members_in_order()
    {
        var (_, verdicts, _) = await Score(Line("好\ud83d", "\\ud83d", id: "\"r-7\""));
        Assert.Equal("""{"id": "r-7", "data_source": "Echo", "score": 0, "extracted_output": "\ud83d", "status": "wrong", "reason": "said otherwise"}""", verdicts.Single().GetRawText());
    }

    [Fact]
    public async Task Bad_lines_are_told_with_their_number_and_the_others_scored()
    {
        string[] lines =
        [
            "\uFEFF" + Line("a", "a"), "", "{\"data_source\":", "[]", """{"data_source":"Ecko","ground_truth":{},"output":""}""",
            """{"data_source":"Echo","output":""}""", """{"data_source":"Echo","ground_truth":{"word":1},"output":""}""",
            """{"data_source":"Echo","ground_truth":{"word":"a"}}""", """{"data_source":"Echo","ground_truth":{"word":"a"},"output":5}""",
            """{"data_source":"Echo","ground_truth":"{\"word\":\"a\"}","output":"a","id":{}}""", """{"data_source":"Echo","ground_truth":"{\"word\":\"a\"}","output":"a"}""",
        ];
        var (summary, verdicts, bad) = await Score(string.Join("\r\n", lines));
        Assert.Equal([3, 4, 5, 6, 7, 8, 9, 10], bad.Select(line => line.Number));
        Assert.Contains("did you mean Echo?", bad[2].Fault, StringComparison.Ordinal);
        Assert.Equal((2, 8), (summary.Scored, summary.Bad));
        Assert.Equal([0, 9], verdicts.Select(verdict => verdict.GetProperty("id").GetInt32()));
        Assert.All(verdicts, verdict => Assert.Equal(1, verdict.GetProperty("score").GetDouble()));
    }

    [Fact]
    public async Task An_empty_file_has_no_verdicts()
    {
        var (summary, verdicts, _) = await Score("");
        Assert.Empty(verdicts);
        Assert.Null(summary.TotalAverage);
    }

    [Fact]
    public void Fresh_test_files_are_the_same_for_a_seed_and_spread_over_levels()
    {
        var folder = Directory.CreateTempSubdirectory("bootcamp-fresh-").FullName;
        try
        {
            var text = Write(10, 1);
            Assert.Equal(text, Write(10, 1));
            Assert.NotEqual(text, Write(10, 2));
            Assert.Equal(["1", "1", "1", "2", "2", "2", "3", "3", "3", "3"],
                text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line).GetProperty("prompt").GetString()!.Split(' ')[1]));
            Assert.Contains("好", text, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        string Write(int count, ulong seed)
        {
            TestFileWriter.Write(folder, new Echo(), count, [1, 2, 3], seed, TestContext.Current.CancellationToken);
            return File.ReadAllText(Path.Combine(folder, "Echo.jsonl"));
        }
    }

    private static string Line(string word, string output, string? id = null) =>
        $$"""{"data_source":"Echo","ground_truth":{"word":"{{word}}"},"output":"{{output}}"{{(id is null ? "" : $",\"id\":{id}")}}}""";

    private static async Task<(ScoringSummary Summary, JsonElement[] Verdicts, List<(long Number, string Fault)> Bad)> Score(string responses)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, responses, new UTF8Encoding(false), TestContext.Current.CancellationToken);
            using var verdicts = new MemoryStream();
            List<(long, string)> bad = [];
            var summary = await new ResponseScorer(new([new Echo()])).ScoreAsync(path, verdicts, (line, fault) => bad.Add((line, fault)), TestContext.Current.CancellationToken);
            var lines = Encoding.UTF8.GetString(verdicts.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return (summary, [.. lines.Select(line => JsonElement.Parse(line))], bad);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A bootcamp that wants a word said.</summary>
    private sealed partial class Echo : Bootcamp<Echo.Puzzle, string>
    {
        public sealed record Puzzle([property: JsonPropertyName("word")] string Word);

        [JsonSerializable(typeof(Puzzle))]
        private sealed partial class Json : JsonSerializerContext;

        public override BootcampInfo Info { get; } = new("Echo", Family.Words, "Echo", "Say the word.") { AnswerFormat = "word", Measure = "letters" };

        protected override JsonTypeInfo<Puzzle> PuzzleJson => Json.Default.Puzzle;

        protected override Extraction<string> Extract(string output) => output;

        protected override Verdict Judge(string answer, Puzzle puzzle) => answer == puzzle.Word ? Verdict.Correct : Verdict.Wrong("said otherwise");

        protected override Puzzle Generate(PuzzleRandom random, int level) => new($"{level} 好 {random.NextBits()}");

        protected override string Ask(Puzzle puzzle) => $"Say {puzzle.Word}";

        protected override string? Solve(Puzzle puzzle) => puzzle.Word;

        protected override double Measure(Puzzle puzzle) => puzzle.Word.Length;
    }
}
