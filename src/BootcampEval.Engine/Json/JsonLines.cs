// Appending the members of one JSON line, in the order in which they are to be read.

using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BootcampEval.Engine.Json;

/// <summary>Writes <c>{"a": 1, "b": "text"}</c> lines member by member.</summary>
internal static class JsonLines
{
    /// <summary>Begins a line.</summary>
    public static void Begin(this Utf8Buffer line) => line.Append((byte)'{');

    /// <summary>Ends a line, with its line break.</summary>
    public static void End(this Utf8Buffer line) => line.Append("}\n"u8);

    /// <summary>Appends a name; the value must follow.</summary>
    public static void Name(this Utf8Buffer line, ReadOnlySpan<byte> name)
    {
        line.Append(line.Length > 0 && line.Written[^1] == (byte)'{' ? "\""u8 : ", \""u8);
        line.Append(name);
        line.Append("\": "u8);
    }

    /// <summary>Appends a text, or null.</summary>
    public static void Member(this Utf8Buffer line, ReadOnlySpan<byte> name, string? text)
    {
        line.Name(name);
        if (text is null) line.Append("null"u8);
        else JsonStrings.Append(line, text);
    }

    /// <summary>Appends a whole number, or null.</summary>
    public static void Member(this Utf8Buffer line, ReadOnlySpan<byte> name, long? number)
    {
        line.Name(name);
        if (number is null)
        {
            line.Append("null"u8);
            return;
        }
        Utf8Formatter.TryFormat(number.Value, line.GetSpan(20), out var written);
        line.Advance(written);
    }

    /// <summary>Appends a number in its shortest exact form, or null.</summary>
    public static void Member(this Utf8Buffer line, ReadOnlySpan<byte> name, double? number)
    {
        line.Name(name);
        if (number is null || !double.IsFinite(number.Value))
        {
            line.Append("null"u8);
            return;
        }
        number.Value.TryFormat(line.GetSpan(32), out var written, provider: CultureInfo.InvariantCulture);
        line.Advance(written);
    }

    /// <summary>Appends JSON text as it is.</summary>
    public static void Raw(this Utf8Buffer line, ReadOnlySpan<byte> name, string json)
    {
        line.Name(name);
        line.Advance(Encoding.UTF8.GetBytes(json, line.GetSpan(Encoding.UTF8.GetMaxByteCount(json.Length))));
    }

    /// <summary>
    /// Appends JSON text that a bootcamp wrote, or null. One from elsewhere may write what is no JSON: it must not break the line, and is
    /// appended as the text that it is.
    /// </summary>
    public static void Foreign(this Utf8Buffer line, ReadOnlySpan<byte> name, string? json)
    {
        var before = line.Length;
        line.Raw(name, json ?? "null");
        if (json is null || IsOneLineOfJson(line.Written[^Encoding.UTF8.GetByteCount(json)..])) return;
        line.CutTo(before);
        line.Member(name, json);
    }

    private static bool IsOneLineOfJson(ReadOnlySpan<byte> json)
    {
        if (json.ContainsAny((byte)'\n', (byte)'\r')) return false;
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read()) return false;
            reader.Skip();
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
