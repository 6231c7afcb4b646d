// Makes the parts of one run while its samples pass by.

using System.Buffers;
using System.Text.Json;
using BootcampEval.Engine.Results;
using BootcampEval.Reports.Figures;
using BootcampEval.Sdk;

namespace BootcampEval.Reports.Pages;

/// <summary>Builds the indexes, the chunks and the failures of a run, and puts them into a store. Samples come file by file.</summary>
/// <param name="key">The run's key in the page: <c>r0</c>.</param>
/// <param name="catalog">Draws pictures.</param>
/// <param name="store">Where the parts go.</param>
internal sealed class RunParts(string key, BootcampCatalog catalog, PartStore store)
{
    private const int MostFailures = 10_000;

    private readonly List<FileEntry> _files = [];
    private readonly ArrayBufferWriter<byte> _chunk = new();
    private SampleIndex _index = new();
    private Utf8JsonWriter? _writer;
    private int _chunkNumber;

    /// <summary>Takes the next sample.</summary>
    public void Add(SeenSample seen)
    {
        if (_files.Count == 0 || _files[^1].File != seen.File) OpenFile(seen.File);
        var picture = PictureEntry.Of(seen.Record, catalog);
        if (_index.Add(seen, picture is not null)) CloseChunk();
        if (_writer is null)
        {
            _writer = new(_chunk, PartJson.Writing);
            _writer.WriteStartArray();
        }
        JsonSerializer.Serialize(_writer, SampleEntry.Of(seen, picture), PartJson.Dense.SampleEntry);
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
        _files[^1] = _files[^1] with { Samples = _index.N };
        store.Put(_files[^1].Index, JsonSerializer.SerializeToUtf8Bytes(_index, PartJson.Dense.SampleIndex));
        _index = new();
        _chunkNumber = 0;
    }

    private void CloseChunk()
    {
        if (_writer is null) return;
        _writer.WriteEndArray();
        _writer.Dispose();
        _writer = null;
        var next = _chunkNumber + 1 < _index.Chunks.Count ? _index.Chunks[_chunkNumber + 1] : _index.N;
        store.Put($"{_files[^1].Chunks}{_chunkNumber}", _chunk.WrittenSpan, next - _index.Chunks[_chunkNumber]);
        _chunk.ResetWrittenCount();
        _chunkNumber++;
    }
}
