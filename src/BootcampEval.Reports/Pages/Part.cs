// The named pieces of JSON that a page is fed with, and how they are packed into it or beside it.

using System.IO.Compression;
using System.Text;

namespace BootcampEval.Reports.Pages;

/// <summary>A part: gzip of JSON, which stands in a page as base64.</summary>
internal sealed record Part(string Name, byte[] Packed)
{
    /// <summary>Packs JSON.</summary>
    public static Part Pack(string name, ReadOnlySpan<byte> json)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(json);
        return new(name, packed.ToArray());
    }

    /// <summary>The part as an element inside the page.</summary>
    public string AsElement() => $"<script type=\"text/plain\" data-part=\"{Name}\">{Convert.ToBase64String(Packed)}</script>\n";

    /// <summary>The name of the part's script beside the page.</summary>
    public string FileName => Name.Replace('/', '-') + ".js";

    /// <summary>The part as a script beside the page.</summary>
    public string AsScript() => $"bootcampPart(\"{Name}\",\"{Convert.ToBase64String(Packed)}\");\n";
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
    /// <param name="name">Its name.</param>
    /// <param name="json">Its JSON.</param>
    /// <param name="samples">How many samples it holds.</param>
    public void Put(string name, ReadOnlySpan<byte> json, int samples = 0) => Put(Part.Pack(name, json), samples);

    /// <summary>Takes a part that is packed already.</summary>
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

    private void Save(Part part) => File.WriteAllText(Path.Combine(folder, part.FileName), part.AsScript(), new UTF8Encoding(false));
}
