// The seam for what is written at the end of a run: the workbook, the HTML page.

namespace BootcampEval.Engine.Results;

/// <summary>Writes a report of a run into its folder. Called once the details and meta.jsonl are on disk, also for a run that was stopped.</summary>
public interface IRunReport
{
    /// <summary>The names of what it writes, for messages.</summary>
    string Files { get; }

    /// <summary>Writes the report.</summary>
    /// <param name="directory">The run's folder: it knows the name of every file.</param>
    /// <param name="summary">The run's numbers.</param>
    /// <param name="cancellation">Cancelled when the person wants to stop at once.</param>
    Task WriteAsync(RunDirectory directory, RunSummary summary, CancellationToken cancellation);
}
