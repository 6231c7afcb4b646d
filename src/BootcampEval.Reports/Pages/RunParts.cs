// Makes the parts of one run while its samples pass by.

using System.Buffers;
using System.Text.Json;
using BootcampEval.Engine.Results;
using BootcampEval.Reports.Figures;
using BootcampEval.Sdk;

namespace BootcampEval.Reports.Pages;

/// <summary>
/// Builds the indexes, the chunks and the failures of a run, and puts them into a store. Samples come file by file. Chunks are drawn, written and
/// packed on the thread pool, a few at a time, and stored in order.
/// </summary>
/// <param name="key">The run's key in the page: <c>r0</c>.</param>
/// <param name="catalog">Draws pictures.</param>
/// <param name="store">Where the parts go.</param>
internal sealed class RunParts(string key, BootcampCatalog catalog, PartStore store)
{
    private const int MostFailures = 10_000;

    private readonly List<FileEntry> _files = [];
    private readonly Queue<Task<Chunk>> _packing = [];
    private List<SeenSample> _chunk = [];
    private SampleIndex _index = new();
    private int _chunkNumber;

    /// <summary>Takes the next sample.</summary>
    public void Add(SeenSample seen)
    {
        if (_files.Count == 0 || _files[^1].File != seen.File) OpenFile(seen.File);
        if (_index.Add(seen, drawn: false)) CloseChunk();
        _chunk.Add(seen);
    }

    /// <summary>Closes the last file, writes the failures, and gives the run's entry for the root.</summary>
    public RunEntry Finish(RunDirectory run, RunFigures figures)
    {
        CloseFile();
        return new(key, figures, _files, PutFailures(run), null);
    }

    private string? PutFailures(RunDirectory run)
    {
        if (FailureList.Of(run, MostFailures) is not { N: > 0 } failures) return null;
        store.Put($"{key}/failures", JsonSerializer.SerializeToUtf8Bytes(failures, PartJson.Dense.FailureList));
        return $"{key}/failures";
    }

    private void OpenFile(string file)
    {
        CloseFile();
        _files.Add(new(file, 0, $"{key}/index/{_files.Count}", $"{key}/samples/{_files.Count}/"));
    }

    private void CloseFile()
    {
        if (_files.Count == 0) return;
        CloseChunk();
        while (_packing.Count > 0) StoreFirst();
        _files[^1] = _files[^1] with { Samples = _index.N };
        store.Put(_files[^1].Index, JsonSerializer.SerializeToUtf8Bytes(_index, PartJson.Dense.SampleIndex));
        _index = new();
        _chunkNumber = 0;
    }

    private void CloseChunk()
    {
        if (_chunk.Count == 0) return;
        var (name, number, samples) = ($"{_files[^1].Chunks}{_chunkNumber}", _chunkNumber, _chunk);
        _packing.Enqueue(Task.Run(() => Pack(name, number, samples)));
        _chunk = [];
        _chunkNumber++;
        if (_packing.Count > Environment.ProcessorCount + 1) StoreFirst();
    }

    private void StoreFirst()
    {
        var chunk = _packing.Dequeue().GetAwaiter().GetResult();
        _index.MarkDrawn(_index.Chunks[chunk.Number], chunk.Drawn);
        store.Put(chunk.Part, chunk.Drawn.Length);
    }

    private Chunk Pack(string name, int number, List<SeenSample> samples)
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
        return new(number, Part.Pack(name, json.WrittenSpan), drawn);
    }

    /// <summary>A packed chunk, and which of its samples have a picture.</summary>
    private sealed record Chunk(int Number, Part Part, bool[] Drawn);
}
