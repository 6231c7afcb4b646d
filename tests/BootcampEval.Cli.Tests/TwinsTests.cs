using System.CommandLine;
using BootcampEval.Cli.CommandLine;
using BootcampEval.Cli.Commands;
using BootcampEval.Engine.Running;

namespace BootcampEval.Cli.Tests;

public sealed class TwinsTests
{
    private static readonly RootCommand s_root = new() { new EvalCommand(), new ServeModelCommand(), new GenerateCommand() };

    [Fact]
    public void Every_option_of_eval_has_a_kebab_case_twin()
    {
        foreach (var setting in EvaluationSetting.All)
            Assert.Equal([$"--{setting.Name}", "x"], Twins.Resolve([$"--{setting.Name.Replace('_', '-')}", "x"], s_root));
    }

    [Theory]
    [InlineData("--max-tokens=5", "--max_tokens=5")]
    [InlineData("--fail-rate", "--fail_rate")]
    [InlineData("--model_name", "--model_name")]
    [InlineData("--no-such-option", "--no-such-option")]
    [InlineData("--sys_prompt=be-good --max-tokens", "--sys_prompt=be-good --max-tokens")]
    [InlineData("max-tokens", "max-tokens")]
    [InlineData("--", "--")]
    public void Only_options_are_renamed(string argument, string resolved) => Assert.Equal([resolved], Twins.Resolve([argument], s_root));
}
