// One answer as it comes together from a response: whole, or in the chunks of a stream.

using System.Text.Json;
using BootcampEval.Engine.Json;

namespace BootcampEval.Engine.Models;

/// <summary>
/// Reads the JSON of both APIs, whole bodies and chunks alike, as vLLM, SGLang, llama.cpp's server and OpenAI write them. One pass over the
/// bytes, no object model; members that are not known are passed over.
/// </summary>
internal sealed class AnswerBuilder : IDisposable
{
    private readonly TextBuilder _reasoning = new();

    /// <summary>The answer's text.</summary>
    public TextBuilder Text { get; } = new();

    /// <summary>Why the answer ended; null while it has not, or the server does not say.</summary>
    public string? FinishReason { get; private set; }

    /// <summary>Tokens of the answer; null when the server does not say.</summary>
    public int? CompletionTokens { get; private set; }

    /// <summary>Tokens of the prompt; null when the server does not say.</summary>
    public int? PromptTokens { get; private set; }

    /// <summary>Whether any choice was seen.</summary>
    public bool HasChoice { get; private set; }

    /// <summary>What went wrong, when the server says so in place of an answer.</summary>
    public ServerError? Error { get; private set; }

    /// <summary>Characters of answer and reasoning so far.</summary>
    public int Length => Text.Length + _reasoning.Length;

    /// <summary>Reasoning that came apart from the answer; null when none did.</summary>
    public string? Reasoning => _reasoning.Length > 0 ? _reasoning.ToString() : null;

    /// <summary>Takes in a body or a chunk.</summary>
    /// <exception cref="JsonException">It is not a JSON object.</exception>
    public void Take(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("it is not a JSON object");
        var saysError = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("choices"u8)) TakeChoices(ref reader);
            else if (reader.ValueTextEquals("usage"u8)) TakeUsage(ref reader);
            else if (reader.ValueTextEquals("error"u8)) saysError |= reader.Read() && IsSomething(ref reader);
            else if (reader.ValueTextEquals("object"u8)) saysError |= reader.Read() && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("error"u8);
            else Skip(ref reader);
        }
        if (saysError) Error = ServerError.Read(json);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Text.Dispose();
        _reasoning.Dispose();
    }

    private void TakeChoices(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }
        // Only one choice is ever asked for: should a server send more, the first counts.
        for (var first = true; reader.Read() && reader.TokenType != JsonTokenType.EndArray; first = false)
        {
            if (first && reader.TokenType == JsonTokenType.StartObject) TakeChoice(ref reader);
            else reader.Skip();
        }
    }

    private void TakeChoice(ref Utf8JsonReader reader)
    {
        HasChoice = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("text"u8)) AppendString(ref reader, Text);
            else if (reader.ValueTextEquals("delta"u8) || reader.ValueTextEquals("message"u8)) TakeMessage(ref reader);
            else if (reader.ValueTextEquals("finish_reason"u8))
            {
                reader.Read();
                if (reader.TokenType == JsonTokenType.String && !reader.ValueSpan.IsEmpty) FinishReason = NameOf(ref reader);
                else reader.Skip();
            }
            else Skip(ref reader);
        }
    }

    private void TakeMessage(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }
        // Some versions send the same reasoning under both of its names: the first that comes is taken.
        var hadReasoning = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("content"u8)) AppendContent(ref reader, Text);
            else if (reader.ValueTextEquals("refusal"u8)) AppendString(ref reader, Text);
            else if (!hadReasoning && (reader.ValueTextEquals("reasoning"u8) || reader.ValueTextEquals("reasoning_content"u8)))
            {
                var before = _reasoning.Length;
                AppendString(ref reader, _reasoning);
                hadReasoning = _reasoning.Length > before;
            }
            else Skip(ref reader);
        }
    }

    /// <summary>Content is a text, null, or a list of parts of which those with a <c>text</c> count.</summary>
    private static void AppendContent(ref Utf8JsonReader reader, TextBuilder text)
    {
        var beforeValue = reader;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader = beforeValue;
            AppendString(ref reader, text);
            return;
        }
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("text"u8)) AppendString(ref reader, text);
                else Skip(ref reader);
            }
        }
    }

    private void TakeUsage(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("completion_tokens"u8)) CompletionTokens = Count(ref reader) ?? CompletionTokens;
            else if (reader.ValueTextEquals("prompt_tokens"u8)) PromptTokens = Count(ref reader) ?? PromptTokens;
            else Skip(ref reader);
        }
    }

    private static int? Count(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var count) && count is >= 0 and <= int.MaxValue) return (int)count;
        reader.Skip();
        return null;
    }

    private static void AppendString(ref Utf8JsonReader reader, TextBuilder text)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String) text.AppendEscaped(reader.ValueSpan);
        else reader.Skip();
    }

    private static bool IsSomething(ref Utf8JsonReader reader)
    {
        var something = reader.TokenType is not (JsonTokenType.Null or JsonTokenType.False);
        reader.Skip();
        return something;
    }

    private static void Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private static string NameOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("stop"u8) ? "stop" : reader.ValueTextEquals("length"u8) ? "length" : JsonStrings.Read(ref reader);
}
