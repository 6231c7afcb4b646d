// Files that are replaced as a whole: a reader, or a power cut, never sees half of one.

namespace BootcampEval.Engine.Results;

/// <summary>
/// A file that is written beside the one it replaces, and put in its place in one step when it is whole. One that is given up leaves nothing
/// behind: a full disk must not stay full of halves.
/// </summary>
internal sealed class AtomicFile : IDisposable
{
    /// <summary>How the names of unfinished files end.</summary>
    public const string Unfinished = ".tmp";

    private readonly string _path;
    private bool _replaced;

    /// <summary>Begins to write a file.</summary>
    /// <param name="path">The file that it is to replace, or to become.</param>
    /// <exception cref="IOException">The folder is gone.</exception>
    public AtomicFile(string path)
    {
        _path = path;
        Content = new(path + Unfinished, FileMode.Create, FileAccess.Write, FileShare.Read);
    }

    /// <summary>What is written.</summary>
    public FileStream Content { get; }

    /// <summary>Replaces a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">Its new content.</param>
    /// <param name="durable">Whether the content must survive a power cut from here on; costs a wait for the disk.</param>
    /// <exception cref="IOException">The disk is full, or the folder is gone; the file stays as it was.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, bool durable = true)
    {
        using var file = new AtomicFile(path);
        file.Content.Write(content);
        file.Replace(durable);
    }

    /// <summary>The file is whole: it takes its place.</summary>
    /// <param name="durable">Whether the content must survive a power cut from here on.</param>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Replace(bool durable = true)
    {
        Content.Flush(durable);
        Content.Dispose();
        File.Move(_path + Unfinished, _path, overwrite: true);
        _replaced = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_replaced) return;
        try
        {
            Content.Dispose();
        }
        catch (IOException)
        {
            // What could not be written any more is given up.
        }
        File.Delete(_path + Unfinished);
    }
}
