// The index of a file's samples: what the page filters and sorts by, in columns. And how samples are parted into chunks.

using System.Text.Json.Serialization;
using BootcampEval.Engine.TestSets;
using BootcampEval.Reports.Figures;

namespace BootcampEval.Reports.Pages;

/// <summary>The columns of the samples of one test file.</summary>
internal sealed class SampleIndex
{
    private const int MostSamplesInChunk = 200;
    private const long MostBytesInChunk = 1_000_000;
    private const int ShownOfExtracted = 80;
    private const int ShownOfReason = 160;
    private const int DrawnFlag = 16;

    private readonly Dictionary<string, int> _reasonOf = new(StringComparer.Ordinal) { [""] = 0 };
    private long _bytesInChunk;

    public int N => Id.Count;

    public List<int> Chunks { get; } = [];

    public List<RowId> Id { get; } = [];

    [JsonPropertyName("sample")]
    public List<int>? SampleColumn => Sample.TrueForAll(sample => sample == 0) ? null : Sample;

    public List<string> Sources { get; } = [];

    [JsonPropertyName("source")]
    public List<int>? SourceColumn => Sources.Count > 1 ? Source : null;

    public List<double> Score { get; } = [];

    public List<int> Status { get; } = [];

    public List<int> Flags { get; } = [];

    public List<int> Tokens { get; } = [];

    public List<long?> Latency { get; } = [];

    public List<string?> Extracted { get; } = [];

    public List<int> Reason { get; } = [];

    public List<string> Reasons { get; } = [""];

    [JsonIgnore]
    public List<int> Sample { get; } = [];

    [JsonIgnore]
    public List<int> Source { get; } = [];

    /// <summary>Where the first sample of each chunk begins in the details file.</summary>
    [JsonIgnore]
    public List<long> ChunkStarts { get; } = [];

    /// <summary>Adds the next sample of the file; says whether it opens a new chunk.</summary>
    /// <param name="seen">The sample.</param>
    /// <param name="drawn">Whether it has a picture.</param>
    public bool Add(SeenSample seen, bool drawn)
    {
        var opens = N == 0 || N - Chunks[^1] >= MostSamplesInChunk || _bytesInChunk >= MostBytesInChunk;
        if (opens)
        {
            Chunks.Add(N);
            ChunkStarts.Add(seen.Start);
            _bytesInChunk = 0;
        }
        _bytesInChunk += seen.End - seen.Start;
        var record = seen.Record;
        Id.Add(record.Id);
        Sample.Add(record.Sample);
        Source.Add(SourceOf(record.DataSource));
        Score.Add(record.Score);
        Status.Add((int)record.Status);
        Flags.Add((record.Truncated ? 1 : 0) | (seen.ThinkingOpen ? 2 : 0) | (seen.Empty ? 4 : 0) | (seen.Flaw is null ? 0 : 8) | (drawn ? DrawnFlag : 0));
        Tokens.Add(record.OutputLength);
        Latency.Add(record.LatencyMs > 0 ? (long)Math.Round(record.LatencyMs) : null);
        Extracted.Add(Beginning(record.ExtractedOutput, ShownOfExtracted));
        Reason.Add(NumberOf(Beginning(record.Reason ?? "", ShownOfReason)!));
        return opens;
    }

    /// <summary>Notes which samples from a position on have a picture.</summary>
    public void MarkDrawn(int first, ReadOnlySpan<bool> drawn)
    {
        for (var i = 0; i < drawn.Length; i++)
            if (drawn[i]) Flags[first + i] |= DrawnFlag;
    }

    private int SourceOf(string source)
    {
        var place = Sources.IndexOf(source);
        if (place >= 0) return place;
        Sources.Add(source);
        return Sources.Count - 1;
    }

    private int NumberOf(string reason)
    {
        if (_reasonOf.TryGetValue(reason, out var number)) return number;
        Reasons.Add(reason);
        return _reasonOf[reason] = Reasons.Count - 1;
    }

    private static string? Beginning(string? text, int most) => text is null || text.Length <= most ? text : text[..most];
}
