// Server-sent events, read from a response as they come: https://html.spec.whatwg.org/multipage/server-sent-events.html, with what model servers do besides.

using System.Buffers;

namespace BootcampEval.Engine.Models;

/// <summary>
/// Cuts a stream of bytes into the data of its events, wherever the network cuts it: lines end with LF, CRLF or CR, comments and other fields
/// are passed over, data of several lines is joined, and the last event counts even when the blank line after it is missing.
/// </summary>
internal sealed class EventStream(Stream stream, int mostBytes) : IDisposable
{
    // Rented only while something is in it: thousands of streams wait at a time, and few have anything to say.
    private byte[] _buffer = [];
    private int _start, _end, _searched;
    private bool _atEnd, _afterCarriageReturn, _begun;

    // The data of an event that spans lines; most do not, and are handed out where they lie.
    private ArrayBufferWriter<byte>? _joined;
    private (int Start, int Length) _single;
    private bool _hasData;

    /// <summary>Takes the next event out of what was read.</summary>
    /// <param name="data">The event's data; valid until the next call.</param>
    /// <returns>False when more must be read first, or the stream has ended.</returns>
    public bool TryTake(out ReadOnlySpan<byte> data)
    {
        while (TryTakeLine(out var start, out var length))
        {
            if (length == 0)
            {
                if (TryDispatch(out data)) return true;
            }
            else
            {
                Gather(start, length);
            }
        }
        if (_atEnd && TryDispatch(out data)) return true;
        data = default;
        return false;
    }

    /// <summary>Reads more from the network; false at the end of the stream.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellation)
    {
        if (_atEnd) return false;
        if (!_hasData && _start == _end) LetGo();
        if (_buffer.Length == 0) await stream.ReadAsync(Memory<byte>.Empty, cancellation).ConfigureAwait(false); // waits without a buffer
        MakeRoom();
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellation).ConfigureAwait(false);
        _end += read;
        _atEnd = read == 0;
        return true; // also at the end: a last event may lie there
    }

    /// <inheritdoc/>
    public void Dispose() => LetGo();

    private void LetGo()
    {
        var buffer = _buffer;
        _buffer = [];
        _start = _end = _searched = 0;
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer);
    }

    private bool TryTakeLine(out int start, out int length)
    {
        if (_afterCarriageReturn && _start < _end)
        {
            _afterCarriageReturn = false;
            if (_buffer[_start] == (byte)'\n') _start++;
            _searched = Math.Max(_searched, _start);
        }
        if (!_begun && (_end - _start >= 3 || _atEnd))
        {
            _begun = true;
            if (_buffer.AsSpan(_start, _end - _start).StartsWith("\uFEFF"u8)) _start += 3;
            _searched = Math.Max(_searched, _start);
        }
        start = _start;
        var found = _buffer.AsSpan(_searched, _end - _searched).IndexOfAny((byte)'\n', (byte)'\r');
        if (found >= 0)
        {
            var lineEnd = _searched + found;
            length = lineEnd - start;
            _afterCarriageReturn = _buffer[lineEnd] == (byte)'\r';
            _start = _searched = lineEnd + 1;
            return true;
        }
        _searched = _end;
        length = _end - start;
        if (!_atEnd || length == 0) return false;
        _start = _end;
        return true;
    }

    private void Gather(int start, int length)
    {
        var line = _buffer.AsSpan(start, length);
        if (!line.StartsWith("data:"u8)) return;
        var skipped = line.Length > 5 && line[5] == (byte)' ' ? 6 : 5;
        if (!_hasData)
        {
            _hasData = true;
            _single = (start + skipped, length - skipped);
            return;
        }
        _joined ??= new();
        if (_joined.WrittenCount == 0) _joined.Write(_buffer.AsSpan(_single.Start, _single.Length));
        _joined.Write("\n"u8);
        _joined.Write(line[skipped..]);
    }

    private bool TryDispatch(out ReadOnlySpan<byte> data)
    {
        if (!_hasData)
        {
            data = default;
            return false;
        }
        _hasData = false;
        if (_joined is { WrittenCount: > 0 })
        {
            data = _joined.WrittenSpan;
            _joined = null;
            return true;
        }
        data = _buffer.AsSpan(_single.Start, _single.Length);
        return true;
    }

    // Moves what is not used up to the front, and grows when an event is longer than the buffer.
    private void MakeRoom()
    {
        var keep = _hasData && _joined is null ? _single.Start : _start;
        if (keep > 0)
        {
            _buffer.AsSpan(keep, _end - keep).CopyTo(_buffer);
            _start -= keep;
            _end -= keep;
            _searched -= keep;
            _single.Start -= keep;
        }
        if (_end < _buffer.Length) return;
        if (_buffer.Length >= mostBytes) throw new InvalidDataException($"an event of the stream is longer than {mostBytes} bytes");
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(4096, _buffer.Length * 2));
        _buffer.AsSpan(0, _end).CopyTo(larger);
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
