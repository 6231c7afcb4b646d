// Makes the parts of one run while its samples pass by.

using System.Buffers;
using System.Text.Json;
using BootcampEval.Engine.Results;
using BootcampEval.Reports.Figures;
using BootcampEval.Sdk;

namespace BootcampEval.Reports.Pages;

/// <summary>
/// Builds the indexes, the chunks and the failures of a run, and puts them into a store. Samples come file by file. Parts are drawn, written and
/// packed on the thread pool, a few at a time, and stored in order. A file of very many samples has several indexes, each an entry of its own.
/// </summary>
/// <param name="key">The run's key in the page: <c>r0</c>.</param>
/// <param name="catalog">Draws pictures.</param>
/// <param name="store">Where the parts go.</param>
/// <param name="mostInIndex">How many samples an index holds.</param>
internal sealed class RunParts(string key, BootcampCatalog catalog, PartStore store, int mostInIndex = RunParts.MostSamplesInIndex)
{
    /// <summary>How many samples an index holds: what is held at a time is bounded by it.</summary>
    public const int MostSamplesInIndex = 20_000;

    private const int MostFailures = 10_000;

    private readonly List<FileEntry> _files = [];
    private readonly Queue<Task<Packed>> _packing = [];
    private SampleIndex _index = new();
    private List<Task<Packed>> _chunks = [];
    private List<SeenSample> _chunk = [];

    /// <summary>Takes the next sample.</summary>
    public void Add(SeenSample seen)
    {
        if (_files.Count == 0 || _files[^1].File != seen.File || _index.N >= mostInIndex) Open(seen.File);
        if (_index.Add(seen, drawn: false)) CloseChunk();
        _chunk.Add(seen);
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
        store.Put($"{key}/failures", JsonSerializer.SerializeToUtf8Bytes(failures, PartJson.Dense.FailureList));
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
        var (name, index, chunks) = (_files[^1].Index, _index, _chunks);
        Enqueue(PackAsync(name, index, chunks));
        (_index, _chunks) = (new(), []);
    }

    private void CloseChunk()
    {
        if (_chunk.Count == 0) return;
        var (name, samples) = ($"{_files[^1].Chunks}{_chunks.Count}", _chunk);
        var packing = Task.Run(() => Pack(name, samples));
        _chunks.Add(packing);
        Enqueue(packing);
        _chunk = [];
    }

    private void Enqueue(Task<Packed> packing)
    {
        _packing.Enqueue(packing);
        if (_packing.Count > 2 * Environment.ProcessorCount) StoreFirst();
    }

    private void StoreFirst()
    {
        var packed = _packing.Dequeue().GetAwaiter().GetResult();
        store.Put(packed.Part, packed.Drawn.Length);
    }

    private Packed Pack(string name, List<SeenSample> samples)
    {
        var drawn = new bool[samples.Count];
        var json = new ArrayBufferWriter<byte>();
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
        return new(Part.Pack(name, json.WrittenSpan), drawn);
    }

    // An index says which samples are drawn: that is known when its chunks are packed.
    private static async Task<Packed> PackAsync(string name, SampleIndex index, List<Task<Packed>> chunks)
    {
        for (var i = 0; i < chunks.Count; i++) index.MarkDrawn(index.Chunks[i], (await chunks[i].ConfigureAwait(false)).Drawn);
        return new(Part.Pack(name, JsonSerializer.SerializeToUtf8Bytes(index, PartJson.Dense.SampleIndex)), []);
    }

    /// <summary>A packed part, and which of its samples have a picture: none for an index.</summary>
    private sealed record Packed(Part Part, bool[] Drawn);
}
