// Reading answers as the servers of the field write them.

using System.Text;
using System.Text.Json;
using BootcampEval.Engine.Models;

namespace BootcampEval.Engine.Tests.Models;

public sealed class AnswerBuilderTests
{
    [Fact]
    public void A_whole_completion_is_read()
    {
        using var answer = Taken("""{"id":"cmpl-1","object":"text_completion","choices":[{"index":0,"text":"42\n","logprobs":null,"finish_reason":"stop","stop_reason":null}],"usage":{"prompt_tokens":5,"total_tokens":9,"completion_tokens":4,"prompt_tokens_details":null}}""");

        Assert.Equal(("42\n", "stop", 4, 5), (answer.Text.ToString(), answer.FinishReason, answer.CompletionTokens, answer.PromptTokens));
        Assert.Null(answer.Reasoning);
    }

    [Theory]
    [InlineData("reasoning_content")]
    [InlineData("reasoning")]
    public void Reasoning_is_kept_apart_from_the_answer(string name)
    {
        using var answer = Taken($$"""{"choices":[{"message":{"role":"assistant","{{name}}":"hmm","content":"42"},"finish_reason":"length"}]}""");

        Assert.Equal(("42", "hmm", "length"), (answer.Text.ToString(), answer.Reasoning, answer.FinishReason));
        Assert.Null(answer.CompletionTokens);
    }

    [Fact]
    public void Reasoning_sent_under_both_names_is_taken_once()
    {
        using var answer = Taken("""{"choices":[{"delta":{"reasoning":"a","reasoning_content":"a"}}]}""", """{"choices":[{"delta":{"reasoning":"b","reasoning_content":"b"}}]}""");

        Assert.Equal("ab", answer.Reasoning);
    }

    [Fact]
    public void Chunks_of_a_stream_add_up_and_usage_comes_last()
    {
        using var answer = Taken(
            """{"choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}],"usage":null}""",
            """{"choices":[{"index":0,"delta":{"content":"4"},"finish_reason":null}]}""",
            """{"choices":[{"index":0,"delta":{"content":"2"},"finish_reason":"stop"}]}""",
            """{"choices":[],"usage":{"prompt_tokens":5,"completion_tokens":2}}""");

        Assert.Equal(("42", "stop", 2, 5), (answer.Text.ToString(), answer.FinishReason, answer.CompletionTokens, answer.PromptTokens));
    }

    [Fact]
    public void Of_usage_in_every_chunk_the_last_counts()
    {
        using var answer = Taken("""{"choices":[{"text":"a"}],"usage":{"completion_tokens":1}}""", """{"choices":[{"text":"b","finish_reason":"stop"}],"usage":{"completion_tokens":2}}""");

        Assert.Equal(2, answer.CompletionTokens);
    }

    [Fact]
    public void A_surrogate_pair_cut_in_two_comes_together()
    {
        using var answer = Taken("""{"choices":[{"text":"\ud83d"}]}""", """{"choices":[{"text":"\ude00"}]}""");

        Assert.Equal("😀", answer.Text.ToString());
    }

    [Theory]
    [InlineData("""{"choices":[{"message":{"content":null},"finish_reason":"stop"}]}""", "")]
    [InlineData("""{"choices":[{"message":{"content":[{"type":"text","text":"a"},{"type":"image"},{"type":"text","text":"b"}]}}]}""", "ab")]
    [InlineData("""{"choices":[{"message":{"content":null,"refusal":"I won't"}}]}""", "I won't")]
    [InlineData("""{"choices":[{"message":{"content":"a","tool_calls":[{"function":{"content":"no","text":"no"}}]}}]}""", "a")]
    [InlineData("""{"choices":[{"text":"a"},{"text":"b"}]}""", "a")]
    [InlineData("""{"model":{"choices":[{"text":"no"}]},"choices":[{"text":"a"}]}""", "a")]
    public void Content_in_other_shapes_is_read(string json, string expected)
    {
        using var answer = Taken(json);

        Assert.True(answer.HasChoice);
        Assert.Equal(expected, answer.Text.ToString());
    }

    [Theory]
    [InlineData("""{"error":{"message":"too long","type":"BadRequest","param":null,"code":400}}""", "too long", 400)]
    [InlineData("""{"error":{"message":"too long","code":"context_length_exceeded"}}""", "too long", null)]
    [InlineData("""{"object":"error","message":"The request queue is full.","type":"ServiceUnavailable","param":null,"code":503}""", "The request queue is full.", 503)]
    [InlineData("""{"error":"model not found"}""", "model not found", null)]
    public void An_error_in_place_of_an_answer_is_seen(string json, string message, int? code)
    {
        using var answer = Taken(json);

        Assert.Equal(new ServerError(message, code), answer.Error);
        Assert.False(answer.HasChoice);
    }

    [Theory]
    [InlineData("""{"error":null,"choices":[{"text":"a"}]}""")]
    [InlineData("""{"object":"chat.completion","choices":[{"text":"a"}]}""")]
    public void What_only_looks_like_an_error_is_none(string json)
    {
        using var answer = Taken(json);

        Assert.Null(answer.Error);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("<html>")]
    [InlineData("{\"choices\":[{\"text\":\"a")]
    public void What_is_no_JSON_object_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => Taken(json).Dispose());

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"choices":[]}""")]
    [InlineData("""{"choices":null}""")]
    [InlineData("""{"choices":"a"}""")]
    [InlineData("""{"choices":{"text":"a"}}""")]
    [InlineData("""{"choices":["a"]}""")]
    public void JSON_of_another_shape_holds_no_choice(string json)
    {
        using var answer = Taken(json);

        Assert.False(answer.HasChoice);
    }

    [Theory]
    [InlineData("""{"detail":[{"loc":["body","top_k"],"msg":"extra fields not permitted"}]}""", """[{"loc":["body","top_k"],"msg":"extra fields not permitted"}]""")]
    [InlineData("""{"detail":"Not Found"}""", "Not Found")]
    [InlineData("<html><head><title>502 Bad Gateway</title></head><body>…", "an HTML page: 502 Bad Gateway")]
    [InlineData("upstream   connect\nerror", "upstream connect error")]
    [InlineData("", "")]
    public void The_error_of_any_body_is_one_line(string body, string expected) => Assert.Equal(expected, ServerError.Read(Encoding.UTF8.GetBytes(body)).Message);

    private static AnswerBuilder Taken(params string[] chunks)
    {
        var answer = new AnswerBuilder();
        foreach (var chunk in chunks) answer.Take(Encoding.UTF8.GetBytes(chunk));
        return answer;
    }
}
