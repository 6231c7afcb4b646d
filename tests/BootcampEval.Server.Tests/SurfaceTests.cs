// The OpenAI-compatible surface, request by request.

using System.Net;
using System.Text.Json;

namespace BootcampEval.Server.Tests;

public sealed class SurfaceTests
{
    [Fact]
    public async Task Models_lists_own_models_and_aliases()
    {
        await using var set = await ServedTestSet.Start(1, options => options with { Aliases = new Dictionary<string, string> { ["r1_32B"] = "reference" } });
        using var json = JsonDocument.Parse(await set.Client.GetStringAsync(new Uri("models", UriKind.Relative), TestContext.Current.CancellationToken));
        string?[] names = [.. json.RootElement.GetProperty("data").EnumerateArray().Select(model => model.GetProperty("id").GetString())];
        Assert.Contains("r1_32B", names);
        Assert.Contains("reference", names);
        Assert.Contains("noisy-30", names);
    }

    [Fact]
    public async Task A_completion_carries_its_finish_reason_and_usage_in_words()
    {
        await using var set = await ServedTestSet.Start(1);
        using var response = await set.Post(new { model = "reference", prompt = $"one two {set.Problems[0].Prompt}" });
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("text_completion", json.RootElement.GetProperty("object").GetString());
        Assert.Equal("stop", json.RootElement.GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        Assert.Equal(4, json.RootElement.GetProperty("usage").GetProperty("completion_tokens").GetInt32());
        var words = set.Problems[0].Prompt.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length;
        Assert.Equal(2 + words, json.RootElement.GetProperty("usage").GetProperty("prompt_tokens").GetInt32());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stream_gives_the_same_text_in_pieces_then_finish_reason_usage_and_end(bool isChat)
    {
        await using var set = await ServedTestSet.Start(1, options => options with { WordsPerChunk = 2 });
        var prompt = set.Problems[0].Prompt;
        using var response = await set.Post(isChat
            ? new { model = "reference", stream = true, stream_options = new { include_usage = true }, messages = new[] { new { role = "user", content = prompt } } }
            : new { model = "reference", stream = true, stream_options = new { include_usage = true }, prompt });
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        var events = await ServedTestSet.Events(response);
        Assert.Equal("[DONE]", events[^1]);
        JsonElement[] pieces = [.. events[..^1].Select(data => JsonDocument.Parse(data).RootElement)];
        Assert.Equal(4, pieces[^1].GetProperty("usage").GetProperty("completion_tokens").GetInt32());
        JsonElement[] choices = [.. pieces[..^1].Select(piece => piece.GetProperty("choices")[0])];
        Assert.Equal("stop", choices[^1].GetProperty("finish_reason").GetString());
        Assert.All(choices[..^1], choice => Assert.Equal(JsonValueKind.Null, choice.GetProperty("finish_reason").ValueKind));
        var text = string.Concat(choices.Select(choice => isChat
            ? choice.GetProperty("delta").TryGetProperty("content", out var content) ? content.GetString() : ""
            : choice.GetProperty("text").GetString()));
        Assert.Equal(await set.Complete(prompt), text);
        Assert.True(choices.Length >= 3);
    }

    [Fact]
    public async Task Too_few_tokens_cut_the_answer_off()
    {
        await using var set = await ServedTestSet.Start(1);
        using var response = await set.Post(new { model = "reference", prompt = set.Problems[0].Prompt, max_tokens = 2 });
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("It is ", json.RootElement.GetProperty("choices")[0].GetProperty("text").GetString());
        Assert.Equal("length", json.RootElement.GetProperty("choices")[0].GetProperty("finish_reason").GetString());
    }

    [Fact]
    public async Task A_model_that_is_not_served_is_not_found()
    {
        await using var set = await ServedTestSet.Start(1);
        using var response = await set.Post(new { model = "gpt", prompt = "x" });
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("`gpt` does not exist", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"model\":")]
    [InlineData("{\"prompt\":\"x\"}")]
    [InlineData("{\"model\":\"reference\",\"prompt\":5}")]
    [InlineData("{\"model\":\"reference\",\"prompt\":\"x\",\"max_tokens\":0}")]
    public async Task A_body_that_is_no_request_is_refused_with_what_is_wrong(string body)
    {
        await using var set = await ServedTestSet.Start(1);
        using var content = new StringContent(body);
        using var response = await set.Client.PostAsync(new Uri("completions", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.NotEmpty(json.RootElement.GetProperty("error").GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task A_key_is_asked_for_where_one_is_set()
    {
        await using var set = await ServedTestSet.Start(1, options => options with { ApiKey = "sk-1" });
        using var without = await set.Client.GetAsync(new Uri("models", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        set.Client.DefaultRequestHeaders.Authorization = new("Bearer", "sk-1");
        using var with = await set.Client.GetAsync(new Uri("models", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
    }

    [Fact]
    public async Task Prompts_of_megabytes_pass()
    {
        await using var set = await ServedTestSet.Start(1);
        var output = await set.Complete(new string('x', 5_000_000) + set.Problems[0].Prompt);
        Assert.Contains("[answer]", output, StringComparison.Ordinal);
    }
}
