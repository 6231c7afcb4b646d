// Reading a details file again on resume: what is scored, what is damaged, what the numbers are so far.

using System.Text.Json;
using BootcampEval.Engine.Json;
using BootcampEval.Engine.TestSets;
using BootcampEval.Sdk;

namespace BootcampEval.Engine.Results;

/// <summary>One intact line of a details file, as far as a resumed run needs it.</summary>
internal readonly record struct ScannedSample(RowId Id, int Sample, string DataSource, SampleFigures Figures, int Length);

/// <summary>Repairs a details file and reads what is in it.</summary>
internal static class DetailScan
{
    /// <summary>Reads all samples of a file. Damaged lines, and a second line of the same sample, are taken out of it.</summary>
    /// <param name="path">The file; nothing happens when there is none.</param>
    /// <param name="seen">The samples found are added to it.</param>
    /// <param name="audit">What is known about flaws of rows.</param>
    /// <param name="found">Called with each sample, in the order in which they stand in the repaired file.</param>
    /// <returns>How many lines were taken out.</returns>
    /// <exception cref="IOException">The file can't be read or repaired.</exception>
    public static long Repair(string path, SampleSet seen, IRowAudit audit, Action<ScannedSample> found)
    {
        File.Delete(path + AtomicFile.Unfinished);
        if (!File.Exists(path)) return 0;
        List<(long Start, long End)> bad = [];
        var endsOpen = false;
        using (var lines = new LineReader(path))
        {
            var sources = new SourceNames(audit);
            while (lines.TryRead(out var line))
            {
                var length = (int)(lines.NextStart - lines.LineStart) + (lines.Terminated ? 0 : 1);
                if (TryRead(line.Span, length, sources, out var sample) && seen.Add(sample.Id, sample.Sample))
                {
                    endsOpen = !lines.Terminated;
                    found(sample);
                }
                else
                {
                    bad.Add((lines.LineStart, lines.NextStart));
                }
            }
        }
        Cut(path, bad, endsOpen);
        return bad.Count;
    }

    private static void Cut(string path, List<(long Start, long End)> bad, bool endsOpen)
    {
        var length = new FileInfo(path).Length;
        if (bad.Count == 1 && bad[0].End == length)
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write);
            RandomAccess.SetLength(file, bad[0].Start);
        }
        else if (bad.Count > 0)
        {
            Rewrite(path, bad, length);
        }
        if (!endsOpen) return;
        using var open = File.OpenHandle(path, FileMode.Open, FileAccess.Write);
        RandomAccess.Write(open, "\n"u8, RandomAccess.GetLength(open));
    }

    private static void Rewrite(string path, List<(long Start, long End)> bad, long length)
    {
        using var target = new AtomicFile(path);
        using (var source = File.OpenRead(path))
        {
            long from = 0;
            var room = new byte[1 << 16];
            foreach (var (start, end) in bad.Append((length, length)))
            {
                source.Position = from;
                for (var left = start - from; left > 0;)
                {
                    var read = source.Read(room, 0, (int)Math.Min(room.Length, left));
                    if (read == 0) break;
                    target.Content.Write(room, 0, read);
                    left -= read;
                }
                from = end;
            }
        }
        target.Replace();
    }

    private static bool TryRead(ReadOnlySpan<byte> line, int length, SourceNames sources, out ScannedSample sample)
    {
        sample = default;
        try
        {
            return Read(line, length, sources, out sample);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Read(ReadOnlySpan<byte> line, int length, SourceNames sources, out ScannedSample sample)
    {
        sample = default;
        var reader = new Utf8JsonReader(line);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
        RowId? id = null;
        string? source = null;
        VerdictStatus? status = null;
        double? score = null;
        int number = 0, outputLength = 0;
        var truncated = false;
        ReadOnlySpan<byte> prompt = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            if (name.SequenceEqual("id"u8))
            {
                id = DetailLine.ReadId(ref reader);
                continue;
            }
            reader.Read();
            if (name.SequenceEqual("prompt"u8)) prompt = reader.ValueSpan;
            else if (name.SequenceEqual("output_len"u8)) reader.TryGetInt32(out outputLength);
            else if (name.SequenceEqual("score"u8) && reader.TokenType == JsonTokenType.Number) score = reader.GetDouble();
            else if (name.SequenceEqual("data_source"u8)) source = sources.NameOf(reader.ValueSpan);
            else if (name.SequenceEqual("status"u8)) status = DetailLine.StatusOf(JsonStrings.Read(reader.ValueSpan));
            else if (name.SequenceEqual("finish_reason"u8)) truncated = reader.TokenType == JsonTokenType.String && reader.ValueSpan.SequenceEqual("length"u8);
            else if (name.SequenceEqual("sample"u8)) reader.TryGetInt32(out number);
            else reader.Skip();
        }
        if (reader.Read() || id is null || source is null || status is null || score is null) return false;
        sample = new(id.Value, number, source, new(score.Value, outputLength, status.Value, truncated, sources.IsFlawed(source, prompt)), length);
        return true;
    }

    /// <summary>The names of the data sources, each made once, and what is known about their rows.</summary>
    private sealed class SourceNames(IRowAudit audit)
    {
        private readonly Dictionary<string, bool> _covered = new(StringComparer.Ordinal);
        private string _last = "";
        private byte[] _lastBytes = [];

        public string NameOf(ReadOnlySpan<byte> content)
        {
            if (content.SequenceEqual(_lastBytes)) return _last;
            _lastBytes = content.ToArray();
            return _last = JsonStrings.Read(content);
        }

        public bool IsFlawed(string source, ReadOnlySpan<byte> prompt)
        {
            if (!_covered.TryGetValue(source, out var covered)) _covered[source] = covered = audit.Covers(source);
            return covered && audit.IsFlawed(source, JsonStrings.Read(prompt));
        }
    }
}
