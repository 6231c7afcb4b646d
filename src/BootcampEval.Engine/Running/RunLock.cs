// Two processes must not go on with the same run.

namespace BootcampEval.Engine.Running;

/// <summary>Holds a run's folder for one process. It is let go when the process ends, however it ends.</summary>
internal sealed class RunLock : IDisposable
{
    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    /// <summary>Takes hold of a folder.</summary>
    /// <returns>Null when another process holds it.</returns>
    /// <exception cref="UnauthorizedAccessException">The folder can't be written to.</exception>
    public static RunLock? TryTake(string folder)
    {
        try
        {
            return new(new(Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
