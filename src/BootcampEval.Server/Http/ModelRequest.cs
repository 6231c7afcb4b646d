// A request for a completion, read from its JSON: only what an answer depends on.

using System.Text.Json;

namespace BootcampEval.Server.Http;

/// <summary>What a client asks for.</summary>
internal sealed class ModelRequest : IDisposable
{
    private JsonString _prompt;

    private ModelRequest() { }

    /// <summary>The model's name.</summary>
    public string Model { get; private set; } = "";

    /// <summary>Whether the answer is to be sent as it is produced.</summary>
    public bool IsStreamed { get; private set; }

    /// <summary>Whether a streamed answer ends with its usage.</summary>
    public bool IncludesUsage { get; private set; }

    /// <summary>Most tokens of the answer.</summary>
    public int MostTokens { get; private set; } = int.MaxValue;

    /// <summary>The seed, where one is given and the temperature lets it matter; 0 otherwise.</summary>
    public ulong Seed => _temperature > 0 ? _seed : 0;

    /// <summary>Whitespace-separated words of the whole prompt.</summary>
    public int PromptWords { get; private set; }

    /// <summary>The prompt, or the last user message.</summary>
    public ReadOnlySpan<byte> Prompt => _prompt.Utf8;

    private ulong _seed;
    private double _temperature = 1;

    /// <summary>Reads a request.</summary>
    /// <exception cref="JsonException">The body is not JSON, or not a request: the message says what is wrong.</exception>
    public static ModelRequest Read(ReadOnlySpan<byte> body)
    {
        var request = new ModelRequest();
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("the body must be a JSON object");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName) request.ReadProperty(ref reader);
            if (request.Model.Length == 0) throw new JsonException("'model' is required");
            if (request.MostTokens < 1) throw new JsonException("'max_tokens' must be at least 1");
            return request;
        }
        catch (InvalidOperationException fault)
        {
            request.Dispose();
            throw new JsonException(fault.Message, fault);
        }
        catch (JsonException)
        {
            request.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _prompt.Dispose();
        _prompt = default;
    }

    private void ReadProperty(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("model"u8)) Model = Next(ref reader).GetString() ?? "";
        else if (reader.ValueTextEquals("prompt"u8)) ReadPrompt(ref reader);
        else if (reader.ValueTextEquals("messages"u8)) ReadMessages(ref reader);
        else if (reader.ValueTextEquals("stream"u8)) IsStreamed = Next(ref reader).TokenType == JsonTokenType.True;
        else if (reader.ValueTextEquals("stream_options"u8)) ReadStreamOptions(ref reader);
        else if (reader.ValueTextEquals("max_tokens"u8) || reader.ValueTextEquals("max_completion_tokens"u8)) ReadMostTokens(ref reader);
        else if (reader.ValueTextEquals("temperature"u8)) _temperature = NumberOr(ref reader, 1);
        else if (reader.ValueTextEquals("seed"u8)) _seed = (ulong)(long)NumberOr(ref reader, 0);
        else
        {
            reader.Read();
            reader.Skip();
        }
    }

    private void ReadPrompt(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray) reader.Read();
        if (reader.TokenType != JsonTokenType.String) throw new JsonException("'prompt' must be a string");
        Take(ref reader);
        while (reader.TokenType != JsonTokenType.EndArray && reader.CurrentDepth > 1) reader.Read();
    }

    private void ReadMessages(ref Utf8JsonReader reader)
    {
        if (Next(ref reader).TokenType != JsonTokenType.StartArray) throw new JsonException("'messages' must be an array");
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isContent = reader.ValueTextEquals("content"u8);
                reader.Read();
                if (isContent) ReadContent(ref reader);
                else reader.Skip();
            }
    }

    // A text, or parts of which some are texts. The last one wins: it is the user's.
    private void ReadContent(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String) Take(ref reader);
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            var depth = reader.CurrentDepth;
            while (reader.Read() && reader.CurrentDepth > depth)
            {
                if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("text"u8)) continue;
                if (Next(ref reader).TokenType == JsonTokenType.String) Take(ref reader);
            }
        }
        else reader.Skip();
    }

    private void ReadStreamOptions(ref Utf8JsonReader reader)
    {
        if (Next(ref reader).TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isUsage = reader.ValueTextEquals("include_usage"u8);
            reader.Read();
            if (isUsage) IncludesUsage = reader.TokenType == JsonTokenType.True;
            else reader.Skip();
        }
    }

    private void ReadMostTokens(ref Utf8JsonReader reader)
    {
        var tokens = NumberOr(ref reader, int.MaxValue);
        MostTokens = (int)Math.Clamp(tokens, 0, int.MaxValue);
    }

    private void Take(ref Utf8JsonReader reader)
    {
        _prompt.Dispose();
        _prompt = JsonString.Unescape(ref reader);
        PromptWords += WordCount.Of(_prompt.Utf8);
    }

    private static double NumberOr(ref Utf8JsonReader reader, double otherwise)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number) return reader.GetDouble();
        if (reader.TokenType == JsonTokenType.Null) return otherwise;
        throw new JsonException("a number was expected");
    }

    private static ref Utf8JsonReader Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        return ref reader;
    }
}
