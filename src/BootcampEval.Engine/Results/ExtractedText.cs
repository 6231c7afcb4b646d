// What was read as the answer, fit to stand in a line of JSON.

using System.Text.Json;
using BootcampEval.Sdk;

namespace BootcampEval.Engine.Results;

/// <summary>Makes sure of the JSON of answers.</summary>
internal static class ExtractedText
{
    /// <summary>The answer as JSON text in one line. A bootcamp from elsewhere may extract what is no JSON: that becomes a JSON string.</summary>
    public static string? IntactExtracted(this Verdict verdict)
    {
        if (verdict.ExtractedOutput is not { } extracted) return null;
        try
        {
            if (!extracted.AsSpan().ContainsAny('\n', '\r') && JsonElement.Parse(extracted).ValueKind != JsonValueKind.Undefined) return extracted;
        }
        catch (JsonException)
        {
            // Shown as the text that it is.
        }
        return JsonText.Of(extracted);
    }
}
