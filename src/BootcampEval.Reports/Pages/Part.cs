// The named pieces of JSON that a page is fed with, and how they are packed into it or beside it.

using System.Buffers;
using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using BootcampEval.Engine.Json;
using BootcampEval.Engine.Results;

namespace BootcampEval.Reports.Pages;

/// <summary>A part: gzip of JSON, which stands in a page as base64. Its memory is rented, and given back when it is stored.</summary>
internal sealed record Part(string Name, Utf8Buffer Packed) : IDisposable
{
    private const int MostKept = 1 << 20;

    [ThreadStatic]
    private static MemoryStream? t_room;

    /// <summary>The name of the part's script beside the page.</summary>
    public string FileName => Name.Replace('/', '-') + ".js";

    /// <summary>Packs JSON as it is written.</summary>
    public static Part Pack(string name, Action<Stream> write)
    {
        var packed = t_room ??= new();
        packed.SetLength(0);
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) write(gzip);
        var copy = new Utf8Buffer((int)packed.Length);
        copy.Append(packed.GetBuffer().AsSpan(0, (int)packed.Length));
        if (packed.Capacity > MostKept) t_room = null;
        return new(name, copy);
    }

    /// <inheritdoc/>
    public void Dispose() => Packed.Dispose();

    /// <summary>Writes the part as an element inside the page.</summary>
    public void WriteElement(Stream page) => Write(page, $"<script type=\"text/plain\" data-part=\"{Name}\">", "</script>\n");

    /// <summary>Writes the part as a script beside the page.</summary>
    public void WriteScript(Stream script) => Write(script, $"bootcampPart(\"{Name}\",\"", "\");\n");

    private void Write(Stream target, string before, string after)
    {
        target.Write(Encoding.UTF8.GetBytes(before));
        var base64 = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(Packed.Length));
        Base64.EncodeToUtf8(Packed.Written, base64, out _, out var length);
        target.Write(base64, 0, length);
        ArrayPool<byte>.Shared.Return(base64);
        target.Write(Encoding.UTF8.GetBytes(after));
    }
}

/// <summary>
/// Takes parts as they are made. They wait in a file of their own, not in memory; as long as they are few they go into the page, and past the
/// bounds all of them go into files beside it.
/// </summary>
/// <param name="folder">The folder for files beside the page; made when needed, emptied of an earlier report's parts.</param>
/// <param name="mostSamples">Up to this many samples stay in the page.</param>
/// <param name="mostBytes">Up to this many packed bytes stay in the page.</param>
internal sealed class PartStore(string folder, long mostSamples = PartStore.MostSamplesInPage, long mostBytes = 48_000_000) : IDisposable
{
    /// <summary>Up to this many samples make a single file.</summary>
    public const long MostSamplesInPage = 20_000;

    private readonly List<(string Name, int Length)> _waiting = [];
    private FileStream? _waitingRoom;
    private long _samples;

    /// <summary>Whether the parts lie in files beside the page.</summary>
    public bool Beside { get; private set; }

    /// <summary>Stores a part.</summary>
    /// <param name="part">The part; it is given back.</param>
    /// <param name="samples">How many samples it holds.</param>
    public void Put(Part part, int samples = 0)
    {
        using var stored = part;
        if (Beside)
        {
            Save(part);
            return;
        }
        _samples += samples;
        _waitingRoom ??= new(folder + AtomicFile.Unfinished, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 1 << 16, FileOptions.DeleteOnClose);
        _waitingRoom.Write(part.Packed.Written);
        _waiting.Add((part.Name, part.Packed.Length));
        if (_samples <= mostSamples && _waitingRoom.Length <= mostBytes) return;
        Clear();
        Directory.CreateDirectory(folder);
        foreach (var waiting in InPage()) Save(waiting);
        _waiting.Clear();
        Beside = true;
    }

    /// <summary>The parts that belong into the page, each to be used before the next. No more are put once they are asked for.</summary>
    public IEnumerable<Part> InPage()
    {
        if (_waitingRoom is null) yield break;
        _waitingRoom.Position = 0;
        foreach (var (name, length) in _waiting)
        {
            using var packed = new Utf8Buffer(length);
            _waitingRoom.ReadExactly(packed.GetSpan(length)[..length]);
            packed.Advance(length);
            yield return new(name, packed);
        }
    }

    /// <summary>Removes the parts of an earlier report, when this one has none beside it.</summary>
    public void Close()
    {
        if (!Beside) Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => _waitingRoom?.Dispose();

    private void Clear()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private void Save(Part part)
    {
        using var script = new FileStream(Path.Combine(folder, part.FileName), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        part.WriteScript(script);
    }
}
