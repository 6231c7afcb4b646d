// A failed sample as a line of errors.jsonl, and back.

using System.Globalization;
using System.Text.Json;
using BootcampEval.Engine.Json;
using BootcampEval.Engine.TestSets;

namespace BootcampEval.Engine.Results;

/// <summary>Writes and reads the lines of errors.jsonl.</summary>
internal static class FailureLine
{
    /// <summary>Appends a failed sample as one line.</summary>
    public static void Append(Utf8Buffer line, FailureRecord failure)
    {
        line.Begin();
        if (failure.Id.IsText) line.Member("id"u8, failure.Id.Text);
        else line.Member("id"u8, failure.Id.Number);
        line.Member("file"u8, failure.File);
        line.Member("sample"u8, (long)failure.Sample);
        line.Member("attempts"u8, (long)failure.Attempts);
        line.Member("error"u8, failure.Error);
        line.Member("at"u8, failure.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fffK", CultureInfo.InvariantCulture));
        line.End();
    }

    /// <summary>Reads all lines of a file; a half-written last one is left out.</summary>
    public static IEnumerable<FailureRecord> ReadAll(string path)
    {
        using var lines = new LineReader(path);
        while (lines.TryRead(out var line))
            if (!line.IsEmpty && lines.Terminated) yield return Read(line);
    }

    private static FailureRecord Read(ReadOnlyMemory<byte> line)
    {
        using var document = JsonDocument.Parse(line);
        var json = document.RootElement;
        var id = json.GetProperty("id");
        return new(
            id.ValueKind == JsonValueKind.Number ? new RowId(id.GetInt64()) : new RowId(JsonStrings.Read(id)),
            JsonStrings.Read(json.GetProperty("file")),
            json.GetProperty("sample").GetInt32(),
            json.GetProperty("attempts").GetInt32(),
            JsonStrings.Read(json.GetProperty("error")),
            json.GetProperty("at").GetDateTimeOffset());
    }
}
