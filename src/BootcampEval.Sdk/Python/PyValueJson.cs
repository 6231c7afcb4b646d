// Ground truths may hold values of several types in one field: they are read as Python's JSON reads them.

using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BootcampEval.Sdk.Python;

/// <summary>Reads and writes a <see cref="PyValue"/> as JSON: whole numbers stay integers, <c>null</c> is <c>None</c>.</summary>
public sealed class PyValueJson : JsonConverter<PyValue>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override PyValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PyJson.TryParse(JsonElement.ParseValue(ref reader).GetRawText(), out var value) ? value : throw new JsonException("a value is not readable");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PyValue value, JsonSerializerOptions options)
    {
        var json = new StringBuilder();
        value.AppendTo(json);
        writer.WriteRawValue(json.ToString());
    }
}
