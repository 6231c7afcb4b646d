// Runs that are stopped, that fail in part, and that go on.

using System.Text.Json;

namespace BootcampEval.EndToEnd.Tests;

public sealed class StoppingTests
{
    [Fact]
    public async Task A_killed_run_goes_on_where_it_was_and_asks_for_nothing_twice()
    {
        using var place = new Workplace();
        var tests = await place.TestSet(40);
        using var server = await ModelServerProcess.Start(tests, "--latency", "20ms");
        string[] arguments = ["eval", "--url", server.Url, "--model_name", "noisy-40", "--test_dir", tests, "--output_dir", place.Output, "--max_concurrent_requests", "4"];
        using (var run = Bootcamp.Start(arguments))
        {
            await UntilScored(place, 20);
            run.Kill();
            await run.Finish();
        }
        var before = Scored(place.Run);
        Assert.InRange(before.Count, 20, 159);
        (await Bootcamp.Run("eval", "--resume", place.Run)).WithExitCode(0);
        JsonElement[] samples = [.. Workplace.Details(place.Run)];
        Assert.Equal(160, samples.Select(sample => (sample.GetProperty("data_source").GetString(), sample.GetProperty("id").GetInt32())).Distinct().Count());
        Assert.Equal(160, samples.Length);
        // What was scored before the kill is kept as it was, times included: it was not asked for again.
        Assert.Empty(before.Except(samples.Select(sample => sample.GetRawText())));
        (await Bootcamp.Run("eval", "--resume", place.Run)).WithExitCode(0);
    }

    [Fact]
    public async Task Ctrl_C_ends_a_run_in_order_and_says_how_to_go_on()
    {
        using var place = new Workplace();
        var tests = await place.TestSet(40);
        using var server = await ModelServerProcess.Start(tests, "--latency", "20ms");
        using var run = Bootcamp.Start(["eval", "--url", server.Url, "--model_name", "reference", "--test_dir", tests, "--output_dir", place.Output, "--max_concurrent_requests", "4"]);
        await UntilScored(place, 20);
        await run.Interrupt();
        var ended = (await run.Finish()).WithExitCode(3);
        Assert.Contains("bootcamp eval --resume", ended.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(place.Run, "meta.jsonl")));
        Assert.True(File.Exists(Path.Combine(place.Run, "reference_scores.xlsx")));
        (await Bootcamp.Run("eval", "--resume", place.Run)).WithExitCode(0);
        Assert.Equal(160, Workplace.Details(place.Run).Count());
    }

    [Fact]
    public async Task Ctrl_C_ends_other_commands_and_leaves_no_half_file()
    {
        using var place = new Workplace();
        using var run = Bootcamp.Start(["generate", "--out", place["tests"], "--bootcamps", "Sudoku", "--level", "5", "--count", "1000000"]);
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!File.Exists(place["tests/Sudoku.jsonl.tmp"])) await looks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        await run.Interrupt();
        Assert.Contains("stopped", (await run.Finish()).WithExitCode(130).Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(place["tests"]));
    }

    [Fact]
    public async Task Samples_that_fail_are_told_and_tried_again_on_resume()
    {
        using var place = new Workplace();
        var tests = await place.TestSet(10, "KorLogicFormalFallacies");
        using (var server = await ModelServerProcess.Start(tests, "--fail_rate", "0.5", "--status", "400"))
        {
            var ended = (await Bootcamp.Run("eval", "--url", server.Url, "--model_name", "reference", "--test_dir", tests, "--output_dir", place.Output)).WithExitCode(2);
            Assert.Contains("errors.jsonl", ended.Output, StringComparison.Ordinal);
        }
        var errors = await File.ReadAllLinesAsync(Path.Combine(place.Run, "errors.jsonl"), TestContext.Current.CancellationToken);
        Assert.Equal(10, errors.Length + Workplace.Details(place.Run).Count());
        Assert.All(errors, line => Assert.Contains("a failure was asked for", line, StringComparison.Ordinal));
        using var healthy = await ModelServerProcess.Start(tests);
        (await Bootcamp.Run("eval", "--resume", place.Run, "--url", healthy.Url)).WithExitCode(0);
        Assert.Equal(10, Workplace.Details(place.Run).Count());
        Assert.False(File.Exists(Path.Combine(place.Run, "errors.jsonl")));
    }

    [Fact]
    public async Task Faults_that_pass_are_retried_until_all_is_scored()
    {
        using var place = new Workplace();
        var tests = await place.TestSet(50);
        using var server = await ModelServerProcess.Start(tests, "--fail_rate", "0.1", "--status", "503", "--disconnect_rate", "0.1", "--malformed_rate", "0.1", "--max_concurrent", "16");
        (await Bootcamp.Run("eval", "--url", server.Url, "--model_name", "reference", "--test_dir", tests, "--output_dir", place.Output,
            "--max_retrying_delay", "0.1", "--max_retries", "100")).WithExitCode(0);
        Assert.Equal(200, Workplace.Details(place.Run).Count());
        Assert.All(Workplace.Details(place.Run), sample => Assert.Equal(1, sample.GetProperty("score").GetDouble()));
    }

    [Fact]
    public async Task Other_data_or_options_are_refused_on_resume()
    {
        using var place = new Workplace();
        var tests = await place.TestSet(3, "KorLogicFormalFallacies");
        (await Bootcamp.Run("eval", "--model_name", "reference", "--test_dir", tests, "--output_dir", place.Output)).WithExitCode(0);
        Assert.Contains("max_tokens", (await Bootcamp.Run("eval", "--resume", place.Run, "--max_tokens", "7")).WithExitCode(1).Errors, StringComparison.Ordinal);
        await File.AppendAllTextAsync(Path.Combine(tests, "KorLogicFormalFallacies.jsonl"), "\n", TestContext.Current.CancellationToken);
        Assert.Contains("KorLogicFormalFallacies.jsonl", (await Bootcamp.Run("eval", "--resume", place.Run)).WithExitCode(1).Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--api_key", null)]
    [InlineData(null, "BOOTCAMP_API_KEY")]
    [InlineData(null, "OPENAI_API_KEY")]
    public async Task The_key_stands_in_no_file_and_no_message(string? option, string? variable)
    {
        const string Key = "sk-very-secret-4711";
        using var place = new Workplace();
        var tests = await place.TestSet(10, "KorLogicFormalFallacies");
        using var server = await ModelServerProcess.Start(tests, "--api_key", Key, "--fail_rate", "0.3", "--status", "400");
        string[] key = option is null ? [] : [option, Key];
        var ended = (await Bootcamp.Run(
            ["eval", "--url", server.Url, "--model_name", "reference", "--test_dir", tests, "--output_dir", place.Output, "--log_level", "debug", .. key],
            variable is null ? null : new() { [variable] = Key })).WithExitCode(2);
        Assert.DoesNotContain(Key, ended.All, StringComparison.Ordinal);
        foreach (var file in Directory.GetFiles(place.Run, "*", SearchOption.AllDirectories))
            Assert.DoesNotContain(Key, await File.ReadAllTextAsync(file, System.Text.Encoding.Latin1, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("\"api_key\": \"***\"", await File.ReadAllTextAsync(Path.Combine(place.Run, "eval_args.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    // The lines on disk are looked at until there are enough of them.
    private static async Task UntilScored(Workplace place, int samples)
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (await looks.WaitForNextTickAsync(TestContext.Current.CancellationToken))
            if (Directory.Exists(place.Output) && Directory.GetDirectories(place.Output) is [var run] && Scored(run).Count >= samples) return;
    }

    private static HashSet<string> Scored(string run)
    {
        var details = Path.Combine(run, "details");
        if (!Directory.Exists(details)) return [];
        return [.. Directory.GetFiles(details, "*.jsonl").SelectMany(WholeLines)];
    }

    private static IEnumerable<string> WholeLines(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file);
        var text = reader.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
