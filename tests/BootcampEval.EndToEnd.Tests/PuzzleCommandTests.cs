// generate, list, show, score: what needs no model.

using System.Text.Json;

namespace BootcampEval.EndToEnd.Tests;

public sealed class PuzzleCommandTests
{
    [Fact]
    public async Task Help_names_every_command()
    {
        var help = (await Bootcamp.Run("--help")).WithExitCode(0);
        foreach (var command in new[] { "eval", "generate", "list", "show", "score", "serve-model" }) Assert.Contains($"  {command} ", help.Output, StringComparison.Ordinal);
        Assert.Contains("--max_concurrent_requests", (await Bootcamp.Run("eval", "--help")).WithExitCode(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_command_and_a_wrong_one_are_bad_usage()
    {
        Assert.Contains("Usage:", (await Bootcamp.Run()).WithExitCode(1).Output, StringComparison.Ordinal);
        Assert.Contains("Did you mean eval?", (await Bootcamp.Run("evil")).WithExitCode(1).Errors, StringComparison.Ordinal);
        Assert.Contains("Did you mean --count?", (await Bootcamp.Run("generate", "--out", "x", "--coun", "3")).WithExitCode(1).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_shows_the_same_bootcamps_in_every_format()
    {
        var json = JsonElement.Parse((await Bootcamp.Run("list", "--format", "json")).WithExitCode(0).Output);
        var plain = (await Bootcamp.Run("list")).WithExitCode(0).Output;
        var markdown = (await Bootcamp.Run("list", "--format", "markdown")).WithExitCode(0).Output;
        Assert.NotEqual(0, json.GetArrayLength());
        foreach (var bootcamp in json.EnumerateArray())
        {
            Assert.Contains(bootcamp.GetProperty("name").GetString()!, plain, StringComparison.Ordinal);
            Assert.Contains($"| `{bootcamp.GetProperty("name").GetString()}` |", markdown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Show_shows_a_puzzle_from_all_sides_and_the_same_one_for_a_seed()
    {
        var shown = (await Bootcamp.Run("show", "Sudoku", "--seed", "3", "--level", "1")).WithExitCode(0).Output;
        Assert.Contains("ground truth", shown, StringComparison.Ordinal);
        Assert.Contains("│", shown, StringComparison.Ordinal);
        Assert.Contains("score 1, correct", shown, StringComparison.Ordinal);
        Assert.Equal(shown, (await Bootcamp.Run("show", "Sudoku", "--seed", "3", "--level", "1")).Output);
        Assert.NotEqual(shown, (await Bootcamp.Run("show", "Sudoku", "--seed", "4", "--level", "1")).Output);
        Assert.Contains("no answer found", (await Bootcamp.Run("show", "Sudoku", "--answer", "I give up")).WithExitCode(0).Output, StringComparison.Ordinal);
        Assert.Contains("did you mean Sudoku", (await Bootcamp.Run("show", "Sodoku")).WithExitCode(1).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Generate_writes_the_same_files_for_a_seed()
    {
        using var place = new Workplace();
        string[] arguments = ["generate", "--bootcamps", Workplace.SomeBootcamps, "--count", "6", "--level", "1-3", "--seed", "9", "--out"];
        (await Bootcamp.Run([.. arguments, place["one"]])).WithExitCode(0);
        (await Bootcamp.Run([.. arguments, place["two"]])).WithExitCode(0);
        string[] files = [.. Directory.GetFiles(place["one"]).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        Assert.Equal(["Bbehshuffobject.jsonl", "KorLogicFormalFallacies.jsonl", "KorPuzzleWordLadder.jsonl", "Sudoku.jsonl"], files);
        foreach (var file in files)
        {
            var text = await File.ReadAllTextAsync(Path.Combine(place["one"], file), TestContext.Current.CancellationToken);
            Assert.Equal(6, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct().Count());
            Assert.Equal(text, await File.ReadAllTextAsync(Path.Combine(place["two"], file), TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("--count", "0")]
    [InlineData("--level", "6")]
    [InlineData("--level", "3-2")]
    [InlineData("--seed", "x")]
    [InlineData("--bootcamps", "Sudoku,Nothing,Sodoku")]
    public async Task Generate_refuses_bad_values(string option, string value)
    {
        using var place = new Workplace();
        (await Bootcamp.Run("generate", "--out", place["tests"], option, value)).WithExitCode(1);
        Assert.False(Directory.Exists(place["tests"]));
    }

    [Fact]
    public async Task Score_judges_answers_in_their_order_and_tells_bad_lines()
    {
        using var place = new Workplace();
        var row = (await File.ReadAllLinesAsync(Path.Combine(await place.TestSet(1, "KorLogicFormalFallacies"), "KorLogicFormalFallacies.jsonl"), TestContext.Current.CancellationToken))[0];
        var response = row[..^1] + ",\"output\":\"no idea\"}";
        var responses = place.Write("responses.jsonl", $"{response}\nno json\n{response}\n");
        var scored = (await Bootcamp.Run("score", "--responses", responses)).WithExitCode(1);
        Assert.Contains("responses.jsonl:2: not JSON", scored.Errors, StringComparison.Ordinal);
        Assert.Contains("Total Average", scored.Errors, StringComparison.Ordinal);
        Assert.Equal([0, 2], scored.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line).GetProperty("id").GetInt32()));
        (await Bootcamp.Run("score", "--responses", responses, "--out", place["verdicts.jsonl"])).WithExitCode(1);
        Assert.Equal(scored.Output, await File.ReadAllTextAsync(place["verdicts.jsonl"], TestContext.Current.CancellationToken));
        Assert.Contains("there is no such file", (await Bootcamp.Run("score", "--responses", place["nothing"])).WithExitCode(1).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_model_refuses_bad_values_and_a_taken_port()
    {
        using var place = new Workplace();
        var tests = await place.TestSet(1, "KorLogicFormalFallacies");
        foreach (var (option, value) in new[] { ("--port", "70000"), ("--fail_rate", "1.5"), ("--latency", "soon"), ("--status", "200"), ("--host", "here"), ("--served_model_name", "x=y") })
            (await Bootcamp.Run("serve-model", "--test_dir", tests, option, value)).WithExitCode(1);
        Assert.Contains("no such folder", (await Bootcamp.Run("serve-model", "--test_dir", place["nothing"])).WithExitCode(1).Errors, StringComparison.Ordinal);
        using var server = await ModelServerProcess.Start(tests);
        Assert.Contains("address already in use", (await Bootcamp.Run("serve-model", "--test_dir", tests, "--port", $"{new Uri(server.Url).Port}")).WithExitCode(1).Errors, StringComparison.Ordinal);
    }
}
