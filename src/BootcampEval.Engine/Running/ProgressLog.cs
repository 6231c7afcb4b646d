// progress.log: how far each test file is, for whoever looks into the run's folder.

using System.Globalization;
using System.Text;
using BootcampEval.Engine.Results;

namespace BootcampEval.Engine.Running;

/// <summary>Keeps progress.log current within a second. Its cost grows with the number of files, never of samples.</summary>
internal sealed class ProgressLog(string path, IReadOnlyList<FileRun> files, TimeProvider time)
{
    private const int Cells = 50;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Rewrites the file until cancelled. A full disk is no reason to stop: the details will tell.</summary>
    public async Task KeepAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false)) TryWrite();
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }

    /// <summary>Rewrites the file now; false when that can't be done.</summary>
    public bool TryWrite()
    {
        try
        {
            AtomicFile.Write(path, Encoding.UTF8.GetBytes(Render(files.Select(file => file.Progress()))), durable: false);
            return true;
        }
        catch (Exception fault) when (DiskFault.Is(fault))
        {
            return false;
        }
    }

    /// <summary>The text of the file.</summary>
    internal static string Render(IEnumerable<FileProgress> files)
    {
        var text = new StringBuilder("Main Progress\n");
        foreach (var file in files)
        {
            var share = file.Total == 0 ? 1 : (double)file.Done / file.Total;
            var filled = file.Total == 0 ? Cells : (int)(file.Done * Cells / file.Total);
            text.Append(CultureInfo.InvariantCulture, $"{file.Name}: {file.Done}/{file.Total} [");
            text.Append('█', filled).Append('-', Cells - filled);
            text.Append(CultureInfo.InvariantCulture, $"] {Math.Floor(share * 1000) / 10:0.0}% Elapsed: {Duration.Clock(file.Elapsed)} Remaining: ");
            text.Append(file.Remaining is { } remaining ? Duration.Clock(remaining) : "?");
            if (file.Finished) text.Append(" Completed✔️");
            text.Append('\n');
        }
        return text.ToString();
    }
}
