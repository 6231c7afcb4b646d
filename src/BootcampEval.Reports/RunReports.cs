// What is written at the end of a run, from one reading of it: summary.json, report.html and the workbook.

using System.Text;
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
    public async Task WriteAsync(RunDirectory directory, RunSummary summary, CancellationToken cancellation)
    {
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

/// <summary>summary.json.</summary>
internal static class SummaryFile
{
    public static void Write(string path, RunFigures figures) =>
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(figures, FiguresJson.Readable.RunFigures) + "\n"));
}
