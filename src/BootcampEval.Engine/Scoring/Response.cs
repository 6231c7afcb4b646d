// An answer made elsewhere: a line of a responses file.

using System.Text.Json;
using BootcampEval.Engine.Json;
using BootcampEval.Sdk;

namespace BootcampEval.Engine.Scoring;

/// <summary>A line of a responses file: which puzzle, and what was answered.</summary>
/// <param name="Id">The id as JSON text; null when none is given.</param>
/// <param name="Bootcamp">The bootcamp that judges it.</param>
/// <param name="GroundTruth">What it is judged against; one that the bootcamp can read.</param>
/// <param name="Output">The answer.</param>
internal sealed record Response(string? Id, IBootcamp Bootcamp, JsonElement GroundTruth, string Output)
{
    /// <summary>Reads a line.</summary>
    /// <exception cref="JsonException">The line is no response; the message says why, for a person.</exception>
    public static Response Read(ReadOnlySpan<byte> line, BootcampCatalog catalog)
    {
        var json = Parse(line);
        if (json.ValueKind != JsonValueKind.Object) throw new JsonException("not a JSON object");
        var dataSource = Text(json, "data_source");
        if (!catalog.TryGet(dataSource, out var bootcamp))
        {
            var closest = catalog.Suggest(dataSource, 1);
            throw new JsonException($"unknown data_source '{dataSource}'{(closest.Count > 0 ? $": did you mean {closest[0]}?" : "")}");
        }
        if (!json.TryGetProperty("ground_truth", out var groundTruth)) throw new JsonException("ground_truth is missing");
        groundTruth = Decoded(groundTruth);
        if (bootcamp.FaultOf(groundTruth) is { } fault) throw new JsonException($"ground_truth: {fault}");
        return new(Id: IdOf(json), bootcamp, groundTruth, Text(json, "output"));
    }

    private static JsonElement Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonElement.Parse(line);
        }
        catch (JsonException fault)
        {
            throw new JsonException($"not JSON: {fault.Message.Split(" LineNumber", 2)[0]}", fault);
        }
    }

    private static string Text(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value)) throw new JsonException($"{name} is missing");
        return value.ValueKind == JsonValueKind.String ? JsonStrings.Read(value) : throw new JsonException($"{name} is not a string");
    }

    private static string? IdOf(JsonElement json)
    {
        if (!json.TryGetProperty("id", out var id) || id.ValueKind == JsonValueKind.Null) return null;
        return id.ValueKind is JsonValueKind.String or JsonValueKind.Number ? id.GetRawText() : throw new JsonException("id is neither a string nor a number");
    }

    // A string that itself holds a JSON object stands for the object.
    private static JsonElement Decoded(JsonElement groundTruth)
    {
        if (groundTruth.ValueKind != JsonValueKind.String || !JsonStrings.Read(groundTruth).AsSpan().TrimStart().StartsWith('{')) return groundTruth;
        try
        {
            return JsonElement.Parse(JsonStrings.Read(groundTruth));
        }
        catch (JsonException)
        {
            return groundTruth;
        }
    }
}
