// Evaluations from start to end, over a real socket.

using System.Text.Json;
using System.Text.RegularExpressions;

namespace BootcampEval.EndToEnd.Tests;

public sealed partial class EvaluationTests
{
    [GeneratedRegex(@"dotnet run -c Release --project src/BootcampEval\.Cli -- (?<arguments>[^\r\n]+)", RegexOptions.NonBacktracking)]
    private static partial Regex ReadmeCommand();

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh.md")]
    public async Task The_first_command_of_the_readme_scores_one_and_leaves_every_file(string readme)
    {
        using var place = new Workplace();
        var text = await File.ReadAllTextAsync(Path.Combine(Bootcamp.Repository, readme), TestContext.Current.CancellationToken);
        var arguments = ReadmeCommand().Match(text).Groups["arguments"].Value.Split(' ');
        var ended = (await Bootcamp.Run([.. arguments, "--output_dir", place.Output])).WithExitCode(0);
        Assert.Matches(@"Total Average +1\.0000 ", ended.Output);
        string[] tests = [.. Directory.GetFiles(Path.Combine(Bootcamp.Repository, "examples", "demo")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        Assert.Equal(tests, Directory.GetFiles(Path.Combine(place.Run, "details")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        foreach (var file in new[] { "meta.jsonl", "eval_args.json", "progress.log", "reference_scores.xlsx" }) Assert.True(File.Exists(Path.Combine(place.Run, file)), file);
        Assert.False(File.Exists(Path.Combine(place.Run, "errors.jsonl")));
        Assert.StartsWith("reference_demo_", Path.GetFileName(place.Run), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("completion")]
    [InlineData("chat_completion")]
    public async Task The_guides_example_works_as_it_is_written(string apiMode)
    {
        using var place = new Workplace();
        var tests = await place.TestSet(5);
        using var server = await ModelServerProcess.Start(tests, "--served_model_name", "r1_32B");
        string[] arguments =
        [
            "--url", server.Url, "--api_key", "EMPTY", "--model_name", "r1_32B", "--test_dir", tests, "--max_concurrent_requests", "128", "--template", "r1",
            "--max_tokens", "32768", "--temperature", "0", "--timeout", "6000", "--api_mode", apiMode, "--max_retries", "16", "--max_retrying_delay", "60",
        ];
        (await Bootcamp.Run(["eval", .. arguments], null, place.Folder)).WithExitCode(0);
        Assert.All(Workplace.Details(place.Run), sample => Assert.Equal(1, sample.GetProperty("score").GetDouble()));
        Assert.Equal(20, Workplace.Details(place.Run).Count());
    }

    [Fact]
    public async Task The_files_of_a_run_are_as_the_contract_says()
    {
        using var place = new Workplace();
        var tests = await place.TestSet(6);
        (await Bootcamp.Run("eval", "--model_name", "noisy-50", "--test_dir", tests, "--output_dir", place.Output)).WithExitCode(0);
        JsonElement[] samples = [.. Workplace.Details(place.Run)];
        Assert.All(samples, sample => Assert.Equal(
            ["id", "prompt", "output_len", "score", "extracted_output", "ground_truth", "output"], sample.EnumerateObject().Take(7).Select(member => member.Name)));
        Assert.Equal(Enumerable.Repeat(Enumerable.Range(0, 6), 4).SelectMany(ids => ids), samples.Select(sample => sample.GetProperty("id").GetInt32()));
        JsonElement[] meta = [.. (await File.ReadAllLinesAsync(Path.Combine(place.Run, "meta.jsonl"), TestContext.Current.CancellationToken)).Select(line => JsonElement.Parse(line))];
        Assert.Equal(["bootcamp", "avg_score", "avg_len"], meta[0].EnumerateObject().Take(3).Select(member => member.Name));
        Assert.Equal("Bbehshuffobjectbootcamp", meta[0].GetProperty("bootcamp").GetString());
        foreach (var (line, file) in meta.Zip(samples.Chunk(6)))
            Assert.Equal(file.Average(sample => sample.GetProperty("score").GetDouble()), line.GetProperty("avg_score").GetDouble(), 1e-12);
        var progress = await File.ReadAllLinesAsync(Path.Combine(place.Run, "progress.log"), TestContext.Current.CancellationToken);
        Assert.Equal("Main Progress", progress[0]);
        Assert.All(progress[1..], line => Assert.Matches(@"^\w+: 6/6 \[█{50}\] 100\.0% Elapsed: \d+:\d\d:\d\d Remaining: 0:00:00 ?Completed✔️$", line));
    }

    [Fact]
    public async Task A_noisy_model_is_wrong_on_about_its_share_and_the_same_way_twice()
    {
        using var place = new Workplace();
        var tests = await place.TestSet(120);
        string[] arguments = ["eval", "--model_name", "noisy-30", "--test_dir", tests, "--output_dir"];
        (await Bootcamp.Run([.. arguments, place["a"]])).WithExitCode(0);
        (await Bootcamp.Run([.. arguments, place["b"], "--stream", "off", "--api_mode", "chat_completion"])).WithExitCode(0);
        double[] scores = [.. Workplace.Details(Directory.GetDirectories(place["a"]).Single()).Select(sample => sample.GetProperty("score").GetDouble())];
        Assert.Equal(scores, Workplace.Details(Directory.GetDirectories(place["b"]).Single()).Select(sample => sample.GetProperty("score").GetDouble()));
        Assert.InRange(scores.Average(), 0.62, 0.80);
    }

    [Fact]
    public async Task Eval_args_json_repeats_the_run_and_flags_win_over_it()
    {
        using var place = new Workplace();
        var tests = await place.TestSet(4);
        (await Bootcamp.Run("eval", "--model_name", "reference", "--test_dir", tests, "--limit", "2", "--samples", "2", "--output_dir", place["a"])).WithExitCode(0);
        var config = Path.Combine(Directory.GetDirectories(place["a"]).Single(), "eval_args.json");
        (await Bootcamp.Run("eval", "--config", config, "--output_dir", place["b"])).WithExitCode(0);
        Assert.Equal(4 * 2 * 2, Workplace.Details(Directory.GetDirectories(place["b"]).Single()).Count());
        (await Bootcamp.Run("eval", "--config", config, "--samples", "1", "--output_dir", place["c"])).WithExitCode(0);
        Assert.Equal(4 * 2, Workplace.Details(Directory.GetDirectories(place["c"]).Single()).Count());
    }

    [Fact]
    public async Task A_model_with_slashes_in_its_name_and_a_template_file_are_no_trouble()
    {
        using var place = new Workplace();
        var tests = await place.TestSet(2);
        using var server = await ModelServerProcess.Start(tests, "--served_model_name", "org/../model:x=noisy-0");
        (await Bootcamp.Run("eval", "--url", server.Url, "--model-name", "org/../model:x", "--test-dir", tests, "--output-dir", place.Output,
            "--template", Path.Combine(Bootcamp.Repository, "examples", "templates", "reasoner.json"))).WithExitCode(0);
        Assert.Equal(place.Output, Path.GetDirectoryName(place.Run));
        Assert.Single(Directory.GetFiles(place.Run, "*_scores.xlsx"));
    }

    [Fact]
    public async Task Requests_are_spread_over_several_servers()
    {
        using var place = new Workplace();
        var tests = await place.TestSet(20);
        using var one = await ModelServerProcess.Start(tests);
        using var two = await ModelServerProcess.Start(tests, "--fail_rate", "0.2", "--status", "503");
        (await Bootcamp.Run("eval", "--url", one.Url, "--url", two.Url, "--model_name", "reference", "--test_dir", tests, "--output_dir", place.Output,
            "--max_retrying_delay", "0.05")).WithExitCode(0);
        Assert.Equal(80, Workplace.Details(place.Run).Count());
    }
}
