using BootcampEval.Cli.CommandLine;
using BootcampEval.Engine.Running;

namespace BootcampEval.Cli.Tests;

public sealed class ConfigFileTests
{
    [Fact]
    public void Yaml_sets_options_in_either_spelling()
    {
        var options = Apply("""
            model_name: r1_32B
            test-dir: /data/tests   # a comment
            url:
              - http://a/v1
              - http://b/v1
            max_tokens: 1024
            temperature: 0.6
            stream: off
            skip_bad_rows: true
            sys_prompt: ~
            extra_body: {top_p: 0.9, stop: ["x", 'y'], flag: true}
            """);
        Assert.Equal(("r1_32B", "/data/tests", 1024, 0.6, false, true, null),
            (options.ModelName, options.TestDir, options.MaxTokens, options.Temperature, options.Stream, options.SkipBadRows, options.SysPrompt));
        Assert.Equal(["http://a/v1", "http://b/v1"], options.Urls);
        Assert.Equal("""{"top_p":0.9,"stop":["x","y"],"flag":true}""", options.ExtraBody);
    }

    [Fact]
    public void Json_of_an_earlier_run_is_taken_with_the_facts_it_holds()
    {
        var options = Apply("""{"model_name": "m", "max_tokens": 7, "api_key": "***", "top_p": null, "version": "0.1.0", "files": {"a.jsonl": {}}}""");
        Assert.Equal(("m", 7, EvaluationOptions.NoApiKey, null), (options.ModelName, options.MaxTokens, options.ApiKey, options.TopP));
    }

    [Theory]
    [InlineData("max_token: 5", "'max_token' is no option: did you mean max_tokens?")]
    [InlineData("max_tokens: many", "--max_tokens many: must be a whole number")]
    [InlineData("- a\n- b", "must be a JSON object, or a YAML mapping, of options")]
    [InlineData("", "must be a JSON object, or a YAML mapping, of options")]
    [InlineData("{\"max_tokens\": }", "")]
    [InlineData("a: [1, 2", "")]
    public void What_is_wrong_is_said_with_the_files_name(string text, string message)
    {
        var fault = Assert.Throws<UserFaultException>(() => Apply(text));
        Assert.Contains("options.yaml:", fault.Message, StringComparison.Ordinal);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_said_to_be_missing() =>
        Assert.Contains("--config nowhere.yaml", Assert.Throws<UserFaultException>(() => ConfigFile.Apply("nowhere.yaml", new())).Message, StringComparison.Ordinal);

    private static EvaluationOptions Apply(string text)
    {
        var folder = Directory.CreateTempSubdirectory("bootcamp-config-").FullName;
        try
        {
            var path = Path.Combine(folder, "options.yaml");
            File.WriteAllText(path, text);
            return ConfigFile.Apply(path, new());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
