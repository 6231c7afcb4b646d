// Bringing a details file into order: by an index of its lines, never by holding the lines.

using System.Buffers;
using BootcampEval.Engine.Json;
using BootcampEval.Engine.TestSets;
using Microsoft.Win32.SafeHandles;

namespace BootcampEval.Engine.Results;

/// <summary>Sorts the lines of a details file by id, then sample.</summary>
internal static class DetailSort
{
    /// <summary>Sorts a file.</summary>
    /// <param name="path">The file; every line of it is a sample.</param>
    /// <param name="count">How many lines it has.</param>
    /// <param name="withSamples">Whether rows have several samples.</param>
    /// <exception cref="IOException">The disk is full: the file stays as it was.</exception>
    public static void Sort(string path, int count, bool withSamples)
    {
        var lines = IndexOf(path, count, withSamples);
        lines.Sort();
        var unfinished = path + AtomicFile.Unfinished;
        var room = ArrayPool<byte>.Shared.Rent(1 << 20);
        try
        {
            using (var source = File.OpenHandle(path))
            using (var target = File.OpenHandle(unfinished, FileMode.Create, FileAccess.Write))
            {
                long written = 0;
                for (var first = 0; first < lines.Count;)
                {
                    var (bytes, next) = Gather(source, lines, first, ref room);
                    RandomAccess.Write(target, room.AsSpan(0, bytes), written);
                    written += bytes;
                    first = next;
                }
                RandomAccess.FlushToDisk(target);
            }
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    private static List<Line> IndexOf(string path, int count, bool withSamples)
    {
        var index = new List<Line>(count);
        using var lines = new LineReader(path);
        while (lines.TryRead(out var line))
        {
            var (id, sample) = DetailLine.ReadKey(line.Span, withSamples);
            index.Add(new(id, lines.LineStart, sample, (int)(lines.NextStart - lines.LineStart)));
        }
        return index;
    }

    // As many lines as the room holds; those that lie side by side are read at once.
    private static (int Bytes, int Next) Gather(SafeFileHandle source, List<Line> lines, int first, ref byte[] room)
    {
        if (lines[first].Length > room.Length)
        {
            ArrayPool<byte>.Shared.Return(room);
            room = ArrayPool<byte>.Shared.Rent(lines[first].Length);
        }
        var bytes = 0;
        var next = first;
        while (next < lines.Count && bytes + lines[next].Length <= room.Length)
        {
            var start = lines[next].Offset;
            var length = 0;
            while (next < lines.Count && lines[next].Offset == start + length && bytes + length + lines[next].Length <= room.Length) length += lines[next++].Length;
            ReadFully(source, room.AsSpan(bytes, length), start);
            bytes += length;
        }
        return (bytes, next);
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
