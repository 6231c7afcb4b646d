// What the file system throws when it can't do what it is asked.

namespace BootcampEval.Engine.Running;

/// <summary>Tells faults of disks from faults of the program.</summary>
internal static class DiskFault
{
    /// <summary>Whether an exception comes from the file system: a full disk, a missing right, a folder that is gone, a limit on the size of files.</summary>
    /// <remarks>A file that may grow no further (EFBIG) is told of by <see cref="ArgumentOutOfRangeException"/>, by all of .NET's file APIs.</remarks>
    public static bool Is(Exception fault) => fault is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException;
}
