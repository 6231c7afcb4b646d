// The named pieces of JSON that a page is fed with, and how they are packed into it or beside it.

using System.Buffers;
using System.Buffers.Text;
using System.IO.Compression;
using System.Text;

namespace BootcampEval.Reports.Pages;

/// <summary>A part: gzip of JSON, which stands in a page as base64.</summary>
internal sealed record Part(string Name, byte[] Packed)
{
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
        return new(name, packed.ToArray());
    }

    /// <summary>Writes the part as an element inside the page.</summary>
    public void WriteElement(Stream page) => Write(page, $"<script type=\"text/plain\" data-part=\"{Name}\">", "</script>\n");

    /// <summary>Writes the part as a script beside the page.</summary>
    public void WriteScript(Stream script) => Write(script, $"bootcampPart(\"{Name}\",\"", "\");\n");

    private void Write(Stream target, string before, string after)
    {
        target.Write(Encoding.UTF8.GetBytes(before));
        var base64 = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(Packed.Length));
        Base64.EncodeToUtf8(Packed, base64, out _, out var length);
        target.Write(base64, 0, length);
        ArrayPool<byte>.Shared.Return(base64);
        target.Write(Encoding.UTF8.GetBytes(after));
    }
}

/// <summary>
/// Takes parts as they are made. They are kept for the page as long as it stays small; past the bounds all of them go into files beside the page.
/// </summary>
/// <param name="folder">The folder for files beside the page; made when needed, emptied of an earlier report's parts.</param>
/// <param name="mostSamples">Up to this many samples stay in the page.</param>
/// <param name="mostBytes">Up to this many packed bytes stay in the page.</param>
internal sealed class PartStore(string folder, long mostSamples = PartStore.MostSamplesInPage, long mostBytes = 48_000_000)
{
    /// <summary>Up to this many samples make a single file.</summary>
    public const long MostSamplesInPage = 20_000;

    private readonly List<Part> _kept = [];
    private long _samples, _bytes;

    /// <summary>Whether the parts lie in files beside the page.</summary>
    public bool Beside { get; private set; }

    /// <summary>The parts that belong into the page.</summary>
    public IReadOnlyList<Part> Kept => _kept;

    /// <summary>Takes a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="samples">How many samples it holds.</param>
    public void Put(Part part, int samples = 0)
    {
        _samples += samples;
        _bytes += part.Packed.Length;
        if (Beside)
        {
            Save(part);
            return;
        }
        _kept.Add(part);
        if (_samples <= mostSamples && _bytes <= mostBytes) return;
        Beside = true;
        Clear();
        Directory.CreateDirectory(folder);
        _kept.ForEach(Save);
        _kept.Clear();
    }

    /// <summary>Removes the parts of an earlier report, when this one has none beside it.</summary>
    public void Close()
    {
        if (!Beside) Clear();
    }

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
