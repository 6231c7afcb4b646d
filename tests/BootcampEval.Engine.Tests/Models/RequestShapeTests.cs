// What is sent.

using System.Text;
using System.Text.Json;
using BootcampEval.Engine.Json;
using BootcampEval.Engine.Models;
using BootcampEval.Engine.Running;

namespace BootcampEval.Engine.Tests.Models;

public sealed class RequestShapeTests
{
    private static readonly Dialect Streaming = new(true, true, "max_tokens");

    [Fact]
    public void A_completion_holds_the_templated_prompt_and_the_stop_words() =>
        Assert.Equal(
            """{"model":"m","prompt":"<|im_start|>user\n1 < 2 你<|im_end|>\n<|im_start|>assistant\n","max_tokens":32768,"temperature":0,"stop":["<|im_end|>","<|endoftext|>"],"stream":true,"stream_options":{"include_usage":true}}""",
            BodyOf(new(), "chatml", Streaming, "1 < 2 你"));

    [Fact]
    public void A_plain_request_does_not_mention_streams() =>
        Assert.Equal("""{"model":"m","prompt":"<｜begin▁of▁sentence｜><｜User｜>x<｜Assistant｜><think>\n","max_completion_tokens":5,"temperature":0.6,"stop":["<｜end▁of▁sentence｜>"]}""",
            BodyOf(new() { MaxTokens = 5, Temperature = 0.6 }, "r1", new(false, true, "max_completion_tokens"), "x"));

    [Theory]
    [InlineData("chatml", null, """[{"role":"user","content":"x"}]""")]
    [InlineData("qwen", null, """[{"role":"system","content":"You are a helpful assistant."},{"role":"user","content":"x"}]""")]
    [InlineData("qwen", "Be brief.", """[{"role":"system","content":"Be brief."},{"role":"user","content":"x"}]""")]
    [InlineData("qwen", "", """[{"role":"user","content":"x"}]""")]
    public void A_chat_holds_the_given_system_prompt_or_the_templates_own(string template, string? systemPrompt, string messages) =>
        Assert.Equal($$"""{"model":"m","messages":{{messages}},"max_tokens":32768,"temperature":0}""",
            BodyOf(new() { ApiMode = ApiMode.ChatCompletion, SysPrompt = systemPrompt }, template, new(false, false, "max_tokens"), "x"));

    [Fact]
    public void Sampling_options_are_sent_only_when_given_and_the_extra_body_wins()
    {
        var body = JsonElement.Parse(BodyOf(new()
        {
            TopP = 0.9,
            TopK = 20,
            MinP = 0.05,
            Seed = 41,
            ExtraBody = """{"temperature":null,"top_k":5,"chat_template_kwargs":{"enable_thinking":false}}""",
        }, "chatml", Streaming, "x", sample: 1));

        Assert.Equal(["model", "prompt", "max_tokens", "top_p", "min_p", "stop", "stream", "stream_options", "top_k", "chat_template_kwargs", "seed"], body.EnumerateObject().Select(member => member.Name));
        Assert.Equal((0.9, 5, 42), (body.GetProperty("top_p").GetDouble(), body.GetProperty("top_k").GetInt32(), body.GetProperty("seed").GetInt32()));
    }

    [Fact]
    public void Only_the_placeholder_of_the_template_is_replaced()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, """{"chat_template":"<{a}>{input}</{b}>","system_prompt":"S","stop_words":["!"]}""");
        var template = Template.Load(path);
        File.Delete(path);

        Assert.Equal(("<{a}>", "</{b}>", "S", "!"), (template.Before, template.After, template.SystemPrompt, Assert.Single(template.StopWords)));
        Assert.StartsWith("""{"model":"m","prompt":"<{a}>{input} {b} \"x\"</{b}>",""", BodyOf(new(), template, Streaming, "{input} {b} \"x\""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"chat_template":"no placeholder"}""")]
    [InlineData("""{"chat_template":"{input}{input}"}""")]
    [InlineData("""{"chat_template":5}""")]
    [InlineData("""{"chat_template":"{input}","stop_words":"x"}""")]
    [InlineData("not JSON")]
    public void A_file_that_is_no_template_is_refused_with_what_one_is(string content)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, content);

        var fault = Assert.Throws<FormatException>(() => Template.Load(path));
        File.Delete(path);

        Assert.StartsWith($"--template {path}: must be a JSON object with chat_template (a text with {{input}} once)", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_built_in_templates_have_the_formats_of_their_models()
    {
        Assert.Equal("<|im_start|>system\nYou are a helpful assistant.<|im_end|>\n<|im_start|>user\n", Template.Load("qwen").Before);
        Assert.StartsWith("<|im_start|>system\nYou are an expert reasoner.", Template.Load("internthinker").Before, StringComparison.Ordinal);
        Assert.Contains("<think>...</think>", Template.Load("internthinker").SystemPrompt, StringComparison.Ordinal);
        Assert.All(["qwen", "internthinker", "chatml"], name => Assert.Equal("<|im_end|>\n<|im_start|>assistant\n", Template.Load(name).After));
        Assert.All(["qwen", "internthinker", "chatml"], name => Assert.Equal(["<|im_end|>", "<|endoftext|>"], Template.Load(name).StopWords));
        Assert.Null(Template.Load("chatml").SystemPrompt);
    }

    private static string BodyOf(EvaluationOptions options, string template, Dialect dialect, string prompt, int sample = 0) => BodyOf(options, Template.Load(template), dialect, prompt, sample);

    private static string BodyOf(EvaluationOptions options, Template template, Dialect dialect, string prompt, int sample = 0)
    {
        using var body = new Utf8Buffer();
        new RequestShape(options with { ModelName = "m" }, template, dialect).Write(body, prompt, sample);
        return Encoding.UTF8.GetString(body.Written);
    }
}
