// Files that are replaced as a whole: a reader, or a power cut, never sees half of one.

namespace BootcampEval.Engine.Results;

/// <summary>Writes a whole file beside the old one and puts it in its place in one step.</summary>
internal static class AtomicFile
{
    /// <summary>How the names of unfinished files end.</summary>
    public const string Unfinished = ".tmp";

    /// <summary>Replaces a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">Its new content.</param>
    /// <param name="durable">Whether the content must survive a power cut from here on; costs a wait for the disk.</param>
    /// <exception cref="IOException">The disk is full, or the folder is gone.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, bool durable = true)
    {
        var unfinished = path + Unfinished;
        using (var file = File.OpenHandle(unfinished, FileMode.Create, FileAccess.Write, preallocationSize: 0))
        {
            RandomAccess.Write(file, content, 0);
            if (durable) RandomAccess.FlushToDisk(file);
        }
        File.Move(unfinished, path, overwrite: true);
    }
}
