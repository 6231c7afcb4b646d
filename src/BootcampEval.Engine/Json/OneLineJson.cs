// JSON from elsewhere, made fit for a line of ours: no line breaks, non-ASCII text as itself.

using System.Text.Json;

namespace BootcampEval.Engine.Json;

/// <summary>Appends JSON that others wrote. What is fit as it stands, which most is, is copied.</summary>
internal static class OneLineJson
{
    /// <summary>Appends a JSON value.</summary>
    /// <param name="line">Where to.</param>
    /// <param name="json">The value; known to be JSON.</param>
    public static void Append(Utf8Buffer line, ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\u"u8) < 0 && !json.ContainsAnyInRange((byte)0, (byte)0x1f)) line.Append(json);
        else Rewrite(line, json);
    }

    private static void Rewrite(Utf8Buffer line, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var needsComma = false;
        while (reader.Read())
        {
            var closes = reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray;
            if (needsComma && !closes) line.Append(", "u8);
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    JsonStrings.Append(line, JsonStrings.Read(ref reader));
                    line.Append(": "u8);
                    break;
                case JsonTokenType.String:
                    JsonStrings.Append(line, JsonStrings.Read(ref reader));
                    break;
                default:
                    line.Append(reader.ValueSpan);
                    break;
            }
            needsComma = reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.PropertyName);
        }
    }
}
