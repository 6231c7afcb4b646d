// Bringing a details file into order: by an index of its lines, never by holding the lines.

using System.Buffers;
using BootcampEval.Engine.Json;
using BootcampEval.Engine.TestSets;
using Microsoft.Win32.SafeHandles;

namespace BootcampEval.Engine.Results;

/// <summary>Sorts the lines of a details file by id, then sample.</summary>
/// <remarks>
/// Lines stand nearly in order: each is displaced by no more than what was in flight, and waiting to be tried again, when it was scored. So a
/// window of the index is enough, except where a sample waited very long; only then is the whole index held.
/// </remarks>
internal sealed class DetailSort
{
    /// <summary>How many lines the window holds.</summary>
    internal const int Window = 1 << 16;

    private const int LinesAtOnce = 1024;

    private readonly string _path;
    private readonly bool _withSamples;

    private DetailSort(string path, bool withSamples)
    {
        _path = path;
        _withSamples = withSamples;
    }

    /// <summary>Sorts a file.</summary>
    /// <param name="path">The file; every line of it is a sample.</param>
    /// <param name="withSamples">Whether rows have several samples.</param>
    /// <param name="window">How many lines of the index are held at first.</param>
    /// <exception cref="IOException">The disk is full: the file stays as it was.</exception>
    public static void Sort(string path, bool withSamples, int window = Window)
    {
        var sort = new DetailSort(path, withSamples);
        if (!sort.TryCopyInOrder(sort.InWindows(window))) sort.TryCopyInOrder(sort.Index().Order());
    }

    // False when the lines turn out not to be in order; the file stays as it was then.
    private bool TryCopyInOrder(IEnumerable<Line> lines)
    {
        using var target = new AtomicFile(_path);
        using (var source = File.OpenHandle(_path))
        {
            Line? last = null;
            long written = 0;
            foreach (var some in lines.Chunk(LinesAtOnce))
            {
                if (last?.CompareTo(some[0]) > 0) return false;
                for (var i = 1; i < some.Length; i++)
                    if (some[i - 1].CompareTo(some[i]) > 0) return false;
                written += Copy(source, target.Content.SafeFileHandle, some, written);
                last = some[^1];
            }
        }
        target.Replace();
        return true;
    }

    private IEnumerable<Line> InWindows(int window)
    {
        var waiting = new PriorityQueue<Line, Line>();
        foreach (var line in Index())
        {
            if (waiting.Count < window) waiting.Enqueue(line, line);
            else yield return waiting.EnqueueDequeue(line, line);
        }
        while (waiting.TryDequeue(out var line, out _)) yield return line;
    }

    private IEnumerable<Line> Index()
    {
        using var lines = new LineReader(_path);
        while (lines.TryRead(out var line))
        {
            var (id, sample) = DetailLine.ReadKey(line.Span, _withSamples);
            yield return new(id, lines.LineStart, sample, (int)(lines.NextStart - lines.LineStart));
        }
    }

    private static long Copy(SafeFileHandle source, SafeFileHandle target, Line[] lines, long at)
    {
        const int Most = 1 << 16;
        var start = at;
        for (var first = 0; first < lines.Length;)
        {
            int next = first, bytes = 0;
            while (next < lines.Length && (next == first || bytes + lines[next].Length <= Most)) bytes += lines[next++].Length;
            var room = ArrayPool<byte>.Shared.Rent(bytes);
            Gather(source, lines.AsSpan(first, next - first), room);
            RandomAccess.Write(target, room.AsSpan(0, bytes), at);
            ArrayPool<byte>.Shared.Return(room);
            at += bytes;
            first = next;
        }
        return at - start;
    }

    // Lines that lie side by side are read at once.
    private static void Gather(SafeFileHandle source, ReadOnlySpan<Line> lines, Span<byte> room)
    {
        for (var first = 0; first < lines.Length;)
        {
            int next = first, bytes = 0;
            while (next < lines.Length && lines[next].Offset == lines[first].Offset + bytes) bytes += lines[next++].Length;
            ReadFully(source, room[..bytes], lines[first].Offset);
            room = room[bytes..];
            first = next;
        }
    }

    private static void ReadFully(SafeFileHandle source, Span<byte> room, long offset)
    {
        while (!room.IsEmpty)
        {
            var read = RandomAccess.Read(source, room, offset);
            if (read == 0) throw new IOException("a details file became shorter while it was sorted");
            room = room[read..];
            offset += read;
        }
    }

    private readonly record struct Line(RowId Id, long Offset, int Sample, int Length) : IComparable<Line>
    {
        public int CompareTo(Line other) => Id.CompareTo(other.Id) is var order && order != 0 ? order : Sample.CompareTo(other.Sample);
    }
}
