// Ids of rows as they stand in test files: numbers or strings.

using System.Text.Json;
using System.Text.Json.Serialization;
using BootcampEval.Engine.TestSets;

namespace BootcampEval.Reports.Pages;

internal sealed class RowIdJson : JsonConverter<RowId>
{
    public override RowId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? new(reader.GetInt64()) : new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, RowId value, JsonSerializerOptions options)
    {
        if (value.IsText) writer.WriteStringValue(value.Text);
        else writer.WriteNumberValue(value.Number);
    }
}
