// Lines of files of any size, one at a time, without a string made of any.

using Microsoft.Win32.SafeHandles;

namespace BootcampEval.Engine.Json;

/// <summary>Reads a file line by line. A line ends with LF or CRLF; a byte order mark at the beginning is left out.</summary>
internal sealed class LineReader : IDisposable
{
    private readonly SafeFileHandle _file;
    private byte[] _buffer;
    private int _start, _end;
    private long _filled;
    private bool _atEnd;

    /// <summary>Opens a file. What others write to it meanwhile is read, too.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file can't be read.</exception>
    public LineReader(string path, int bufferSize = 64 * 1024)
    {
        _file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
        _buffer = new byte[bufferSize];
    }

    /// <summary>Called with all bytes of the file, once, in order, as they are read.</summary>
    public Action<ReadOnlySpan<byte>>? OnBytes { get; init; }

    /// <summary>Where in the file reading begins: the start of a line, which then counts as the first.</summary>
    public long From
    {
        init => NextStart = _filled = value;
    }

    /// <summary>The 1-based number of the line read last.</summary>
    public long LineNumber { get; private set; }

    /// <summary>Where the line read last begins in the file.</summary>
    public long LineStart { get; private set; }

    /// <summary>Where the line after the one read last begins in the file.</summary>
    public long NextStart { get; private set; }

    /// <summary>Whether the line read last ended with a line break.</summary>
    public bool Terminated { get; private set; }

    /// <summary>Reads the next line.</summary>
    /// <param name="line">The line without its line break; valid until the next call.</param>
    /// <returns>False at the end of the file.</returns>
    public bool TryRead(out ReadOnlyMemory<byte> line)
    {
        for (var searched = 0; ;)
        {
            var unread = _buffer.AsSpan(_start, _end - _start);
            var found = unread[searched..].IndexOf((byte)'\n');
            if (found >= 0)
            {
                line = Take(searched + found, 1);
                return true;
            }
            searched = unread.Length;
            if (_atEnd)
            {
                if (unread.IsEmpty)
                {
                    line = default;
                    return false;
                }
                line = Take(unread.Length, 0);
                return true;
            }
            Fill();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private ReadOnlyMemory<byte> Take(int length, int lineBreak)
    {
        LineNumber++;
        LineStart = NextStart;
        NextStart += length + lineBreak;
        Terminated = lineBreak > 0;
        var line = _buffer.AsMemory(_start, length);
        _start += length + lineBreak;
        if (LineStart == 0 && line.Span.StartsWith("\uFEFF"u8)) line = line[3..];
        return line.Length > 0 && line.Span[^1] == (byte)'\r' ? line[..^1] : line;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }
        if (_end == _buffer.Length) Array.Resize(ref _buffer, (int)Math.Min(Array.MaxLength, _buffer.Length * 2L));
        if (_end == _buffer.Length) throw new IOException($"line {LineNumber + 1} is longer than {Array.MaxLength} bytes");
        var read = RandomAccess.Read(_file, _buffer.AsSpan(_end), _filled);
        _atEnd = read == 0;
        OnBytes?.Invoke(_buffer.AsSpan(_end, read));
        _end += read;
        _filled += read;
    }
}
