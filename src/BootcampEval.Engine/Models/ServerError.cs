// What went wrong, in a server's own words, whatever shape it gives them.

using System.Globalization;
using System.Text;
using System.Text.Json;
using BootcampEval.Engine.Json;

namespace BootcampEval.Engine.Models;

/// <summary>What a server said went wrong.</summary>
/// <param name="Message">In its own words, shortened.</param>
/// <param name="Code">The HTTP status that it names, when it names one.</param>
internal sealed record ServerError(string Message, int? Code)
{
    private const int Longest = 500;

    /// <summary>Reads the error out of a body, whatever its shape: OpenAI's, SGLang's, FastAPI's, an HTML page, plain text.</summary>
    public static ServerError Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            var json = JsonElement.ParseValue(ref reader);
            return json.ValueKind == JsonValueKind.String ? new(Shortened(JsonStrings.Read(json)), null) : FromJson(json);
        }
        catch (JsonException)
        {
            return new(FromText(Encoding.UTF8.GetString(body[..Math.Min(body.Length, 64 * 1024)])), null);
        }
    }

    private static ServerError FromJson(JsonElement json)
    {
        var error = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("error", out var inner)
            && inner.ValueKind is JsonValueKind.Object or JsonValueKind.String ? inner : json;
        if (error.ValueKind == JsonValueKind.Object)
        {
            foreach (var name in (ReadOnlySpan<string>)["message", "detail", "msg", "error_description"])
            {
                if (!error.TryGetProperty(name, out var message)) continue;
                return new(message.ValueKind == JsonValueKind.String ? Shortened(JsonStrings.Read(message)) : Shortened(message.GetRawText()), CodeOf(error) ?? CodeOf(json));
            }
        }
        return new(error.ValueKind == JsonValueKind.String ? Shortened(JsonStrings.Read(error)) : Shortened(error.GetRawText()), CodeOf(json));
    }

    private static int? CodeOf(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return null;
        foreach (var name in (ReadOnlySpan<string>)["code", "status", "status_code"])
        {
            if (!json.TryGetProperty(name, out var code)) continue;
            if (code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number) && number is >= 400 and < 600) return number;
            if (code.ValueKind == JsonValueKind.String && int.TryParse(JsonStrings.Read(code), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is >= 400 and < 600) return number;
        }
        return null;
    }

    private static string FromText(string text)
    {
        var title = Between(text, "<title>", "</title>") ?? Between(text, "<h1>", "</h1>");
        if (title is not null) return Shortened($"an HTML page: {title}");
        return text.Length == 0 ? "" : Shortened(text);
    }

    private static string? Between(string text, string open, string close)
    {
        var start = text.IndexOf(open, StringComparison.OrdinalIgnoreCase);
        if (start < 0) return null;
        start += open.Length;
        var end = text.IndexOf(close, start, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? null : text[start..end].Trim();
    }

    /// <summary>One line of bounded length.</summary>
    public static string Shortened(string text)
    {
        var beginning = text.Length > Longest * 4 ? text[..(Longest * 4)] : text;
        var line = string.Join(' ', beginning.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : line[..Longest] + "…";
    }
}
