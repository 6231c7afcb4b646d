// Makes the parts of one run while its samples pass by.

using System.Text.Json;
using BootcampEval.Engine.Json;
using BootcampEval.Engine.Results;
using BootcampEval.Reports.Figures;
using BootcampEval.Sdk;

namespace BootcampEval.Reports.Pages;

/// <summary>
/// Builds the indexes, the chunks and the failures of a run, and puts them into a store. Samples come file by file. They are drawn, written and
/// packed on the thread pool, a few at a time, so that none is held for long; parts are stored in order. A file of very many samples has several
/// indexes, each an entry of its own.
/// </summary>
/// <param name="key">The run's key in the page: <c>r0</c>.</param>
/// <param name="catalog">Draws pictures.</param>
/// <param name="store">Where the parts go.</param>
/// <param name="mostInIndex">How many samples an index holds.</param>
internal sealed class RunParts(string key, BootcampCatalog catalog, PartStore store, int mostInIndex = RunParts.MostSamplesInIndex)
{
    /// <summary>How many samples an index holds: what is held at a time is bounded by it.</summary>
    public const int MostSamplesInIndex = 4_000;

    private const int MostFailures = 10_000;
    private const int MostBytesAtOnce = 32 * 1024;
    private static readonly int MostAtWork = 2 * Environment.ProcessorCount;

    private readonly List<FileEntry> _files = [];
    private readonly Queue<Task<Packed>> _packing = [];
    private readonly Queue<Task> _writing = [];
    private SampleIndex _index = new();
    private List<List<Task<Written>>> _chunks = [];
    private List<Task<Written>> _chunk = [];
    private List<SeenSample> _samples = [];
    private long _bytes;

    /// <summary>Takes the next sample.</summary>
    public void Add(SeenSample seen)
    {
        if (_files.Count == 0 || _files[^1].File != seen.File || _index.N >= mostInIndex) Open(seen.File);
        if (_index.Add(seen, drawn: false)) CloseChunk();
        _samples.Add(seen);
        _bytes += seen.End - seen.Start;
        if (_bytes >= MostBytesAtOnce) Write();
    }

    /// <summary>Closes the last file, writes the failures, and gives the run's entry for the root.</summary>
    public RunEntry Finish(RunDirectory run, RunFigures figures)
    {
        CloseIndex();
        while (_packing.Count > 0) StoreFirst();
        return new(key, figures, _files, PutFailures(run), null);
    }

    private string? PutFailures(RunDirectory run)
    {
        if (FailureList.Of(run, MostFailures) is not { N: > 0 } failures) return null;
        store.Put(Part.Pack($"{key}/failures", stream => JsonSerializer.Serialize(stream, failures, PartJson.Dense.FailureList)));
        return $"{key}/failures";
    }

    private void Open(string file)
    {
        CloseIndex();
        _files.Add(new(file, 0, $"{key}/index/{_files.Count}", $"{key}/samples/{_files.Count}/"));
    }

    private void CloseIndex()
    {
        if (_files.Count == 0) return;
        CloseChunk();
        _files[^1] = _files[^1] with { Samples = _index.N };
        Enqueue(PackAsync(_files[^1].Index, _index, _chunks));
        (_index, _chunks) = (new(), []);
    }

    private void CloseChunk()
    {
        Write();
        if (_chunk.Count == 0) return;
        Enqueue(PackAsync($"{_files[^1].Chunks}{_chunks.Count}", _chunk));
        _chunks.Add(_chunk);
        _chunk = [];
    }

    private void Write()
    {
        if (_samples.Count == 0) return;
        var samples = _samples;
        (_samples, _bytes) = ([], 0);
        var writing = Task.Run(() => Write(samples));
        _chunk.Add(writing);
        _writing.Enqueue(writing);
        if (_writing.Count > MostAtWork) _writing.Dequeue().GetAwaiter().GetResult();
    }

    private void Enqueue(Task<Packed> packing)
    {
        _packing.Enqueue(packing);
        if (_packing.Count > MostAtWork) StoreFirst();
    }

    private void StoreFirst()
    {
        var packed = _packing.Dequeue().GetAwaiter().GetResult();
        store.Put(packed.Part, packed.Samples);
    }

    private Written Write(List<SeenSample> samples)
    {
        var drawn = new bool[samples.Count];
        var json = new Utf8Buffer(1 << 15);
        using (var writer = new Utf8JsonWriter(json, PartJson.Writing))
        {
            writer.WriteStartArray();
            for (var i = 0; i < drawn.Length; i++)
            {
                var picture = PictureEntry.Of(samples[i].Record, catalog);
                drawn[i] = picture is not null;
                JsonSerializer.Serialize(writer, SampleEntry.Of(samples[i], picture), PartJson.Dense.SampleEntry);
            }
            writer.WriteEndArray();
        }
        return new(json, drawn);
    }

    private static async Task<Packed> PackAsync(string name, List<Task<Written>> chunk)
    {
        var all = await Task.WhenAll(chunk).ConfigureAwait(false);
        var part = Part.Pack(name, stream =>
        {
            stream.WriteByte((byte)'[');
            foreach (var (place, written) in all.Index())
            {
                if (place > 0) stream.WriteByte((byte)',');
                stream.Write(written.Array.Written[1..^1]);
                written.Array.Dispose();
            }
            stream.WriteByte((byte)']');
        });
        return new(part, all.Sum(written => written.Drawn.Length));
    }

    // An index says which samples are drawn: that is known when they are written.
    private static async Task<Packed> PackAsync(string name, SampleIndex index, List<List<Task<Written>>> chunks)
    {
        var first = 0;
        foreach (var writing in chunks.SelectMany(chunk => chunk))
        {
            var drawn = (await writing.ConfigureAwait(false)).Drawn;
            index.MarkDrawn(first, drawn);
            first += drawn.Length;
        }
        return new(Part.Pack(name, stream => JsonSerializer.Serialize(stream, index, PartJson.Dense.SampleIndex)), 0);
    }

    /// <summary>Some samples as a JSON array, and which of them have a picture.</summary>
    private sealed record Written(Utf8Buffer Array, bool[] Drawn);

    /// <summary>A packed part, and how many whole samples it holds: none for an index.</summary>
    private sealed record Packed(Part Part, int Samples);
}
