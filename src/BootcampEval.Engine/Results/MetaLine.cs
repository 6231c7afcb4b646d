// The numbers of a bootcamp as a line of meta.jsonl, and back.

using System.Text.Json;
using BootcampEval.Engine.Json;

namespace BootcampEval.Engine.Results;

/// <summary>Writes and reads the lines of meta.jsonl.</summary>
internal static class MetaLine
{
    /// <summary>Replaces the file.</summary>
    public static void WriteAll(string path, IReadOnlyList<BootcampSummary> bootcamps)
    {
        using var lines = new Utf8Buffer();
        foreach (var bootcamp in bootcamps) Append(lines, bootcamp);
        AtomicFile.Write(path, lines.Written);
    }

    /// <summary>Reads the file; empty when there is none.</summary>
    public static IReadOnlyList<BootcampSummary> ReadAll(string path)
    {
        if (!File.Exists(path)) return [];
        List<BootcampSummary> all = [];
        using var lines = new LineReader(path);
        while (lines.TryRead(out var line))
            if (!line.IsEmpty) all.Add(Read(line));
        return all;
    }

    private static void Append(Utf8Buffer line, BootcampSummary bootcamp)
    {
        line.Begin();
        line.Member("bootcamp"u8, bootcamp.Bootcamp);
        line.Member("avg_score"u8, bootcamp.AvgScore);
        line.Member("avg_len"u8, bootcamp.AvgLen);
        line.Member("data_source"u8, bootcamp.DataSource);
        line.Member("file"u8, bootcamp.File);
        line.Member("n"u8, bootcamp.N);
        line.Member("failed"u8, bootcamp.Failed);
        line.Member("stderr"u8, bootcamp.StdErr);
        line.Member("no_answer"u8, bootcamp.NoAnswer);
        line.Member("truncated"u8, bootcamp.Truncated);
        line.Member("flawed"u8, bootcamp.Flawed);
        line.Member("avg_score_sound"u8, bootcamp.AvgScoreSound);
        line.Member("scored"u8, bootcamp.Scored);
        line.End();
    }

    private static BootcampSummary Read(ReadOnlyMemory<byte> line)
    {
        using var document = JsonDocument.Parse(line);
        var json = document.RootElement;
        return new()
        {
            DataSource = JsonStrings.Read(json.GetProperty("data_source")),
            File = JsonStrings.Read(json.GetProperty("file")),
            N = Count("n"),
            Scored = Count("scored"),
            Failed = Count("failed"),
            AvgScore = Number("avg_score"),
            AvgLen = Number("avg_len"),
            StdErr = Number("stderr"),
            NoAnswer = Count("no_answer"),
            Truncated = Count("truncated"),
            Flawed = Count("flawed"),
            AvgScoreSound = Number("avg_score_sound"),
        };

        long Count(string name) => json.GetProperty(name).GetInt64();
        double? Number(string name) => json.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;
    }
}
