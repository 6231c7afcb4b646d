// What is written at the end of a run, from one reading of it: summary.json, report.html and the workbook.

using System.Text.Json;
using BootcampEval.Engine.Results;
using BootcampEval.Reports.Figures;
using BootcampEval.Reports.Pages;
using BootcampEval.Sdk;

namespace BootcampEval.Reports;

/// <summary>All reports of a run.</summary>
/// <param name="catalog">Tells titles and families, and draws.</param>
/// <param name="audit">Knows flawed rows.</param>
public sealed class RunReports(BootcampCatalog catalog, IRowAudit audit) : IRunReport
{
    /// <summary>The numbers of the run; null before they are reckoned.</summary>
    public RunFigures? Figures { get; private set; }

    /// <inheritdoc/>
    public string Files => "report.html, summary.json and the workbook";

    /// <inheritdoc/>
    /// <remarks>Reports that are there and tell of the same samples stay as they are: to go on with a run that is done costs no more than to see that it is.</remarks>
    public async Task WriteAsync(RunDirectory directory, RunSummary summary, CancellationToken cancellation)
    {
        Figures = Written(directory, summary);
        if (Figures is not null) return;
        Figures = await Task.Run(() => Read(directory, cancellation), cancellation);
        await WriteNumbersAsync(directory, Figures, cancellation);
    }

    /// <summary>Writes the numbers of a run into its folder: summary.json and the workbook.</summary>
    /// <exception cref="IOException">They can't be written.</exception>
    public static async Task WriteNumbersAsync(RunDirectory directory, RunFigures figures, CancellationToken cancellation)
    {
        SummaryFile.Write(directory.SummaryPath, figures);
        await Workbook.WriteAsync(directory.ScoresPath(figures.Run.Model), figures, cancellation);
    }

    // Failed samples may have failed of something else this time: only a run without any is known not to have changed.
    private static RunFigures? Written(RunDirectory directory, RunSummary summary)
    {
        if (!summary.Complete || summary.Failed > 0 || SummaryFile.ReadCurrent(directory) is not { } figures) return null;
        var same = figures.Run.Failed == 0 && figures.Run.Scored == summary.Expected && figures.Run.BadRows == summary.BadRows;
        return same && SummaryFile.IsCurrent(directory, directory.HtmlPath) && SummaryFile.IsCurrent(directory, directory.ScoresPath(figures.Run.Model)) ? figures : null;
    }

    // Whoever runs the evaluation tells of what could not be written, and goes on.
    private RunFigures Read(RunDirectory directory, CancellationToken cancellation)
    {
        try
        {
            return new ReportWriter(catalog, audit).Write(directory.HtmlPath, [directory], cancellation)[0];
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            throw new IOException(fault.Message, fault);
        }
    }
}
