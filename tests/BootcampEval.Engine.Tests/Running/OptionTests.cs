// The options: their values, their names, and how they are kept.

using System.Text.Json;
using BootcampEval.Engine.Results;
using BootcampEval.Engine.Running;
using BootcampEval.Engine.Tests.Harness;

namespace BootcampEval.Engine.Tests.Running;

public sealed class OptionTests
{
    private static readonly EvaluationOptions Everything = new()
    {
        Urls = ["http://a:1/v1", "http://b:2/v1"],
        ApiKey = "sk-1",
        ModelName = "org/model",
        TestDir = "tests",
        MaxConcurrentRequests = 7,
        Template = "r1",
        MaxTokens = 5,
        Temperature = 0.7,
        Timeout = TimeSpan.FromSeconds(90),
        RequestTimeout = TimeSpan.FromHours(1),
        ApiMode = ApiMode.ChatCompletion,
        SysPrompt = "Du bist 你 \"gut\"",
        MaxRetries = 3,
        MaxRetryingDelay = TimeSpan.FromSeconds(2.5),
        OutputDir = "o",
        Samples = 4,
        Limit = 9,
        Stream = false,
        TopP = 0.9,
        TopK = 20,
        MinP = 0.1,
        Seed = -5,
        ExtraBody = """{"a":{"b":[1,"x"]}}""",
        Headers = ["X-One=1", "X-Api-Key=hidden"],
        MaxTokensField = "max_completion_tokens",
        WaitTimeout = TimeSpan.FromMinutes(1),
        WaitInterval = TimeSpan.FromMilliseconds(50),
        OnFailure = FailureRule.Zero,
        SkipBadRows = true,
        Bootcamps = ["Echo", "Other"],
    };

    [Fact]
    public void Every_option_but_secrets_comes_back_from_eval_args()
    {
        var path = Path.GetTempFileName();
        new RunArguments(Everything, "1.2", "a{input}b", [new() { Name = "x.jsonl", Sha256 = "ab", Rows = 3, BadRows = 1, LeftOut = 1, DataSources = new Dictionary<string, long> { ["Echo"] = 1 } }]).Write(path);

        var read = RunArguments.Read(path);
        var text = File.ReadAllText(path);
        File.Delete(path);

        foreach (var setting in EvaluationSetting.All.Where(setting => setting.Name is not ("api_key" or "header")))
            Assert.Equal((setting.Name, setting.JsonOf(Everything)), (setting.Name, setting.JsonOf(read.Options)));
        Assert.Equal((EvaluationOptions.NoApiKey, "X-One=1"), (read.Options.ApiKey, Assert.Single(read.Options.Headers)));
        Assert.Equal(("1.2", "a{input}b"), (read.Version, read.PromptFormat));
        Assert.Equal(("x.jsonl", "ab", 3L, 1L, 1L, 1L), (read.Files[0].Name, read.Files[0].Sha256, read.Files[0].Rows, read.Files[0].BadRows, read.Files[0].LeftOut, read.Files[0].RowsToRun));
        Assert.DoesNotContain("sk-1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", text, StringComparison.Ordinal);
        Assert.Contains("\"api_key\": \"***\"", text, StringComparison.Ordinal);
        Assert.Contains("\"timeout\": 90000", text, StringComparison.Ordinal);
        Assert.Equal(text, JsonSerializer.Deserialize<JsonElement>(text).GetRawText() + "\n");
    }

    [Fact]
    public void Every_option_of_the_record_has_a_setting()
    {
        var changed = EvaluationSetting.All.Where(setting => setting.JsonOf(Everything) != setting.JsonOf(new())).Select(setting => setting.Name);

        Assert.Equal(EvaluationSetting.All.Select(setting => setting.Name).Where(name => name != "resume").Order(), changed.Order());
        Assert.Equal(typeof(EvaluationOptions).GetProperties().Length, EvaluationSetting.All.Count);
    }

    [Theory]
    [InlineData("6000", 6000)]
    [InlineData("500ms", 500)]
    [InlineData("1.5s", 1500)]
    [InlineData("10m", 600_000)]
    [InlineData("2h", 7_200_000)]
    [InlineData("0", 0)]
    public void Durations_are_read_and_a_bare_number_is_milliseconds(string text, double milliseconds) =>
        Assert.Equal(milliseconds, EvaluationSetting.Find("timeout")!.Apply(new(), text).Timeout.TotalMilliseconds);

    [Theory]
    [InlineData("timeout", "10 parsecs")]
    [InlineData("timeout", "")]
    [InlineData("timeout", "-5s")]
    [InlineData("timeout", "99999999h")]
    [InlineData("max_tokens", "many")]
    [InlineData("max_tokens", "99999999999")]
    [InlineData("temperature", "NaN")]
    [InlineData("api_mode", "chat")]
    [InlineData("stream", "maybe")]
    [InlineData("on_failure", "ignore")]
    [InlineData("max_retrying_delay", "-1")]
    public void A_text_that_is_no_value_is_refused_with_the_name_of_the_option(string name, string text)
    {
        var fault = Assert.Throws<FormatException>(() => EvaluationSetting.Find(name)!.Apply(new(), text));

        Assert.StartsWith($"--{name} {text}: must be ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Repeated_options_add_up_and_replace_what_was_there()
    {
        var url = EvaluationSetting.Find("url")!;
        var options = url.Apply(url.Apply(new(), "http://a"), ["http://b", "http://c"]);

        Assert.Equal(["http://b", "http://c"], options.Urls);
        Assert.Equal(["A", "B", "C"], EvaluationSetting.Find("bootcamps")!.Apply(new(), ["A,B", " C "]).Bootcamps);
        Assert.Throws<FormatException>(() => EvaluationSetting.Find("max-tokens")!.Apply(new(), ["1", "2"]));
    }

    [Fact]
    public void Every_bad_value_is_named_at_once()
    {
        var bad = new EvaluationOptions
        {
            Urls = ["ftp://x", "nonsense"],
            ApiKey = "a b",
            MaxConcurrentRequests = 0,
            MaxTokens = 0,
            Temperature = -1,
            Timeout = TimeSpan.Zero,
            MaxRetries = -1,
            Samples = 0,
            Limit = 0,
            TopP = 2,
            MinP = -1,
            ExtraBody = "[]",
            Headers = ["nothing", "a b=c", "X=line\nbreak"],
            WaitInterval = TimeSpan.Zero,
        };

        Assert.Equal(
            ["model_name", "test_dir", "url", "url", "api_key", "max_concurrent_requests", "max_tokens", "temperature", "timeout", "max_retries", "samples", "limit", "top_p", "min_p", "wait_interval", "extra_body", "header", "header", "header"],
            bad.Validate().Select(line => line.Split(' ', ':')[0][2..]));
    }

    [Fact]
    public void Options_without_effect_are_named()
    {
        Assert.Empty(new EvaluationOptions { ApiMode = ApiMode.ChatCompletion, SysPrompt = "x" }.WithoutEffect());
        Assert.StartsWith("--sys_prompt", Assert.Single(new EvaluationOptions { SysPrompt = "x" }.WithoutEffect()), StringComparison.Ordinal);
        Assert.StartsWith("--template", Assert.Single(new EvaluationOptions { Template = "r1", SysPrompt = "x", ApiMode = ApiMode.ChatCompletion }.WithoutEffect()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_options_end_the_run_before_anything_else()
    {
        using var run = new TestRun();

        var outcome = await run.RunAsync(run.Options() with { MaxTokens = 0, Template = "r2", Bootcamps = ["Ekko"] });

        Assert.Equal(ExitCode.BadInput, outcome.ExitCode);
        Assert.Equal(
            [
                "--max_tokens 0: must be at least 1",
                "--bootcamps Ekko: there is no such bootcamp; did you mean Echo?",
                "--url is required",
                "--template r2: there is no such file, and no built-in template of that name (r1, qwen, internthinker, chatml)",
            ], outcome.Messages);
    }

    [Fact]
    public async Task Secrets_stand_in_no_file_and_no_message()
    {
        using var run = new TestRun();
        run.Rows("a.jsonl", 30);
        // The server repeats whatever it was told.
        await using var server = new FaultServer(request => TestRun.Said(request) == "1"
            ? Reply.Answer(request, "1")
            : Reply.Json($$$"""{"error":{"message":"{{{request.Headers["Authorization"]}}} {{{request.Headers["X-Token"]}}}"}}""", int.Parse(TestRun.Said(request)) % 2 == 0 ? 400 : 500));

        var outcome = await run.RunAsync(run.Options(server.Url.Replace("//127", "//user:pass%40word@127", StringComparison.Ordinal)) with { ApiKey = "sk-secret", Headers = ["X-Token=hidden"], MaxRetries = 2 });

        Assert.Equal(29, outcome.Summary!.Failed);
        var written = Directory.EnumerateFiles(outcome.Directory!.FullName, "*", SearchOption.AllDirectories).Select(File.ReadAllText).Concat(run.Messages.Lines).Concat(outcome.Messages).ToList();
        Assert.All(written, text => Assert.DoesNotMatch("sk-secret|hidden|pass%40word|pass@word", text));
        Assert.Contains(written, text => text.Contains("Bearer *** ***", StringComparison.Ordinal));
    }
}
