// The scored samples of one test file, as they come, and in order when all are there.

using BootcampEval.Engine.TestSets;
using Microsoft.Win32.SafeHandles;

namespace BootcampEval.Engine.Results;

/// <summary>Appends to a details file. What was appended survives the end of the process at once, and a power cut within a second.</summary>
internal sealed class DetailLog : IDisposable
{
    /// <summary>A larger file stays in the order of completion.</summary>
    public const long MostBytesSorted = 1L << 30;

    private readonly string _path;
    private SafeFileHandle? _file;
    private (RowId Id, int Sample)? _last;
    private long _length;
    private bool _inOrder = true, _withSamples, _unflushed;

    /// <summary>Makes a log; the file is made with the first line.</summary>
    public DetailLog(string path) => _path = path;

    /// <summary>A line that is in the file already, or is about to be appended: told of in the order in which they stand in the file.</summary>
    /// <param name="id">The row's id.</param>
    /// <param name="sample">Which sample of the row.</param>
    /// <param name="length">The line's length in bytes, its line break included.</param>
    public void Note(RowId id, int sample, int length)
    {
        _inOrder &= _last is not { } last || last.Id < id || (last.Id == id && last.Sample < sample);
        _withSamples |= sample > 0;
        _last = (id, sample);
        _length += length;
    }

    /// <summary>Appends lines that were noted, at once.</summary>
    /// <exception cref="IOException">The disk is full, or the file is gone.</exception>
    public void Append(IReadOnlyList<ReadOnlyMemory<byte>> lines)
    {
        _file ??= File.OpenHandle(_path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        RandomAccess.Write(_file, lines, _length - lines.Sum(line => (long)line.Length));
        _unflushed = true;
    }

    /// <summary>Makes sure that what was appended survives a power cut.</summary>
    public void Flush()
    {
        if (!_unflushed || _file is null) return;
        RandomAccess.FlushToDisk(_file);
        _unflushed = false;
    }

    /// <summary>All samples are there: brings them into order.</summary>
    /// <exception cref="IOException">The disk is full: the file stays as it was.</exception>
    public void Complete()
    {
        var sort = !_inOrder && _length <= MostBytesSorted;
        if (!sort) Flush(); // a sorted file is flushed as it is written
        Dispose();
        if (sort) DetailSort.Sort(_path, _withSamples);
        _inOrder = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file?.Dispose();
        _file = null;
    }
}
