// What is wrong with test files, told all at once and before anything is asked.

using System.Text;
using BootcampEval.Engine.Running;
using BootcampEval.Engine.Tests.Harness;

namespace BootcampEval.Engine.Tests.TestSets;

public sealed class TestSetTests
{
    private const string Nowhere = "http://127.0.0.1:1/v1";

    [Fact]
    public async Task Every_bad_row_is_told_of_with_its_line_before_anything_is_asked()
    {
        using var run = new TestRun();
        run.Lines("a.jsonl",
            TestRun.Row("say 0", "0"),
            "",
            """{"data_source":"Echo","prompt":"x","ground_truth":{"answer":"y"}""",
            """["data_source"]""",
            """{"prompt":5,"ground_truth":null}""",
            """{"data_source":"Echo","prompt":"x"}""",
            """{"data_source":"Ecko","prompt":"x","ground_truth":{}}""",
            """{"data_source":"Ecko","prompt":"x","ground_truth":{}}""",
            """{"data_source":"Echo","prompt":"x","ground_truth":{"answers":"y"}}""",
            """{"data_source":"Echo","prompt":"x","ground_truth":{"answer":"y"},"id":1.5}""",
            """{"data_source":"Echo","prompt":"x","ground_truth":{"answer":"y"},"id":0}""",
            """{"data_source":"Echo","prompt":"x","ground_truth":{"answer":"y"}} {}""");
        run.Lines("b.jsonl", "nonsense");

        var outcome = await run.RunAsync(run.Options(Nowhere));

        Assert.Equal(ExitCode.BadInput, outcome.ExitCode);
        Assert.Equal(
            [
                "a.jsonl:3: is not valid JSON: Expected depth to be zero at the end of the JSON payload. There is an open JSON object or array that should be closed, at byte 64",
                "a.jsonl:4: must be a JSON object, not an array",
                "a.jsonl:5: data_source is missing; prompt must be a string, not a number",
                "a.jsonl:6: ground_truth is missing",
                "a.jsonl:7: unknown data_source \"Ecko\", here and on 1 more rows; did you mean Echo?",
                "a.jsonl:9: Echo can't read the ground_truth: answer is missing",
                "a.jsonl:10: id must be a whole number or a string, not another number",
                "a.jsonl:11: id 0 stands on an earlier row, too",
                "a.jsonl:12: is not valid JSON: '{' is invalid after a single JSON value. Expected end of data, at byte 66",
                "b.jsonl:1: is not valid JSON: 'nonsense' is an invalid JSON literal. Expected the literal 'null', at byte 1",
            ], outcome.Messages);
        Assert.Null(outcome.Directory);
        Assert.False(Directory.Exists(Path.Combine(run.Folder, "out")));
    }

    [Fact]
    public async Task Bad_rows_are_left_out_counted_and_listed_when_asked_for()
    {
        using var run = new TestRun();
        run.Lines("a.jsonl", TestRun.Row("say 0", "0"), "nonsense", TestRun.Row("say 2", "2"));
        await using var server = new FaultServer(request => Reply.Answer(request, TestRun.Said(request)));

        var outcome = await run.RunAsync(run.Options(server.Url) with { SkipBadRows = true });

        Assert.Equal((ExitCode.AllScored, 1L, 2L), (outcome.ExitCode, outcome.Summary!.BadRows, outcome.Summary.Scored));
        Assert.StartsWith("a.jsonl:2: is not valid JSON", Assert.Single(outcome.Summary.BadRowMessages), StringComparison.Ordinal);
        Assert.Equal([0, 2], TestRun.Details(outcome, "a.jsonl").Select(sample => sample.Id.Number));
    }

    [Fact]
    public async Task Byte_order_marks_line_breaks_and_blank_lines_make_no_difference()
    {
        using var run = new TestRun();
        var rows = $"\uFEFF{TestRun.Row("say 0", "0")}\r\n\r\n   \n{TestRun.Row("say 1", "1")}\r\n{TestRun.Row("say 2", "2")}";
        await File.WriteAllTextAsync(Path.Combine(run.Tests, "a.jsonl"), rows, TestContext.Current.CancellationToken);
        await using var server = new FaultServer(request => Reply.Answer(request, TestRun.Said(request)));

        var outcome = await run.RunAsync(run.Options(server.Url));

        Assert.Equal([0, 1, 2], TestRun.Details(outcome, "a.jsonl").Select(sample => sample.Id.Number));
    }

    [Fact]
    public async Task A_ground_truth_inside_a_string_is_decoded_and_one_with_line_breaks_stays_on_its_line()
    {
        using var run = new TestRun();
        run.Lines("a.jsonl", """{"data_source":"Echo","prompt":"say 1","ground_truth":"{\n  \"answer\": \"\\u4f60 1\"\n}"}""");
        await using var server = new FaultServer(request => Reply.Answer(request, "你 1"));

        var outcome = await run.RunAsync(run.Options(server.Url));

        var lines = await File.ReadAllLinesAsync(outcome.Directory!.DetailsPath("a.jsonl"), TestContext.Current.CancellationToken);
        Assert.Contains("\"ground_truth\": {\"answer\": \"你 1\"}, ", Assert.Single(lines), StringComparison.Ordinal);
        Assert.Equal(1, outcome.Summary!.TotalAverage);
    }

    [Fact]
    public async Task Given_ids_are_kept_and_order_the_details_numbers_before_texts()
    {
        using var run = new TestRun();
        string[] ids = ["\"b\"", "10", "\"a\"", "9"];
        run.Lines("a.jsonl", [.. ids.Select(id => $$$"""{"id":{{{id}}},"data_source":"Echo","prompt":"say 1","ground_truth":{"answer":"1"}}""")]);
        await using var server = new FaultServer(request => Reply.Answer(request, "1"));

        var outcome = await run.RunAsync(run.Options(server.Url));

        Assert.Equal(["9", "10", "a", "b"], TestRun.Details(outcome, "a.jsonl").Select(sample => sample.Id.Text));
        Assert.StartsWith("{\"id\": \"a\", \"prompt\": ", (await File.ReadAllLinesAsync(outcome.Directory!.DetailsPath("a.jsonl"), TestContext.Current.CancellationToken))[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_may_mix_data_sources_and_each_has_its_own_numbers()
    {
        using var run = new TestRun();
        run.Lines("a.jsonl", TestRun.Row("say 0", "0", "Other"), TestRun.Row("say 1", "1"), TestRun.Row("say 2", "2", "Other"));
        await using var server = new FaultServer(request => Reply.Answer(request, "2"));

        var outcome = await run.RunAsync(run.Options(server.Url));

        Assert.Equal([("Echobootcamp", 1L, 0.0), ("Otherbootcamp", 2L, 0.5)], outcome.Summary!.Bootcamps.Select(bootcamp => (bootcamp.Bootcamp, bootcamp.N, bootcamp.AvgScore!.Value)));
    }

    [Fact]
    public async Task Rows_of_bootcamps_that_are_not_asked_for_are_left_out_and_counted()
    {
        using var run = new TestRun();
        run.Lines("a.jsonl", TestRun.Row("say 0", "0", "Unheard"), TestRun.Row("say 1", "1"), TestRun.Row("say 2", "2", "Other"), TestRun.Row("say 3", "3"));
        await using var server = new FaultServer(request => Reply.Answer(request, TestRun.Said(request)));

        var outcome = await run.RunAsync(run.Options(server.Url) with { Bootcamps = ["Echo"] });

        Assert.Equal(2, outcome.Summary!.RowsLeftOut);
        Assert.Equal([1, 3], TestRun.Details(outcome, "a.jsonl").Select(sample => sample.Id.Number));
    }

    [Fact]
    public async Task A_limit_takes_the_first_rows_of_each_file()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 10);
        run.Rows("b.jsonl", 2);
        await using var server = new FaultServer(request => Reply.Answer(request, TestRun.Said(request)));

        var outcome = await run.RunAsync(run.Options(server.Url) with { Limit = 3 });

        Assert.Equal([3L, 2L], outcome.Summary!.Bootcamps.Select(bootcamp => bootcamp.N));
        Assert.Equal([10L, 2L], outcome.Directory!.ReadArguments().Files.Select(file => file.Rows));
    }

    [Fact]
    public async Task One_file_may_stand_for_a_folder_and_other_files_are_named_as_skipped()
    {
        using var run = new TestRun();
        run.Rows("a b 你.jsonl", 2);
        run.Lines("notes.txt", "no test");
        await using var server = new FaultServer(request => Reply.Answer(request, TestRun.Said(request)));

        var folder = await run.RunAsync(run.Options(server.Url));
        var file = await run.RunAsync(run.Options(server.Url) with { TestDir = Path.Combine(run.Tests, "a b 你.jsonl") });

        Assert.Contains("Information: not test files, and skipped: notes.txt", run.Messages.Lines);
        Assert.Equal(2, folder.Summary!.Scored);
        Assert.Equal(2, file.Summary!.Scored);
        Assert.StartsWith("m_a b 你_", file.Directory!.Name, StringComparison.Ordinal);
        Assert.Equal(["a b 你.jsonl"], file.Directory.DetailFiles());
    }

    [Theory]
    [InlineData("missing", "there is no such folder or file")]
    [InlineData(".", "no .jsonl file is in it")]
    public async Task A_test_folder_without_tests_is_told_of(string path, string message)
    {
        using var run = new TestRun();

        var outcome = await run.RunAsync(run.Options(Nowhere) with { TestDir = Path.Combine(run.Tests, path) });

        Assert.Equal(ExitCode.BadInput, outcome.ExitCode);
        Assert.EndsWith(message, Assert.Single(outcome.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_UTF_8_is_told_of()
    {
        using var run = new TestRun();
        await File.WriteAllBytesAsync(Path.Combine(run.Tests, "a.jsonl"), Encoding.Latin1.GetBytes(TestRun.Row("é", "1").Replace("\\u00E9", "é", StringComparison.Ordinal)), TestContext.Current.CancellationToken);

        var outcome = await run.RunAsync(run.Options(Nowhere));

        Assert.Equal("a.jsonl:1: is not valid UTF-8", Assert.Single(outcome.Messages));
    }

    [Fact]
    public async Task Hostile_prompts_reach_the_server_as_they_are()
    {
        using var run = new TestRun();
        string[] prompts = ["{input} {\"a\": {}} {{x}}", "nul \0 and \u0001", new string('你', 5_000_000 / 3), "</s><|im_end|>", "\\ud800 \\n"];
        run.Lines("a.jsonl", [.. prompts.Select(prompt => TestRun.Row(prompt, "1")), """{"data_source":"Echo","prompt":"lone \ud800 half","ground_truth":{"answer":"1"}}"""]);
        await using var server = new FaultServer(request => Reply.Answer(request, "1"));

        var outcome = await run.RunAsync(run.Options(server.Url));

        Assert.Equal(1, outcome.Summary!.TotalAverage);
        var sent = server.Requests.Select(request => request.Body).ToList();
        Assert.All(prompts, prompt => Assert.Contains(sent, body => ServerSees(body, prompt)));
        Assert.Contains(sent, body => body.Contains("""lone \ud800 half""", StringComparison.Ordinal));
        Assert.Equal([.. prompts, "lone \ud800 half"], TestRun.Details(outcome, "a.jsonl").Select(sample => sample.Prompt));

        static bool ServerSees(string body, string prompt) =>
            !body.Contains("\\ud800 half", StringComparison.Ordinal)
            && System.Text.Json.JsonElement.Parse(body).GetProperty("prompt").GetString() == $"<|im_start|>user\n{prompt}<|im_end|>\n<|im_start|>assistant\n";
    }
}
