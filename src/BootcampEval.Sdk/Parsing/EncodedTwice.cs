// Ground truths in which a field may hold the JSON of its value as text.

using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace BootcampEval.Sdk.Parsing;

/// <summary>Reads a value, or a string that holds the JSON of the value; writes the value.</summary>
/// <remarks>The serializer context must know <typeparamref name="T"/>: name it in a <c>[JsonSerializable]</c> of its own.</remarks>
public sealed class EncodedTwice<T> : JsonConverter<T>
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? JsonSerializer.Deserialize(reader.GetString()!, Plain(options))
            : JsonSerializer.Deserialize(ref reader, Plain(options));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, Plain(options));

    private static JsonTypeInfo<T> Plain(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
