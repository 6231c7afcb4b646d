// summary.json: written with the other reports, and read again while nothing has changed since.

using System.Text;
using System.Text.Json;
using BootcampEval.Engine.Results;
using BootcampEval.Reports.Figures;

namespace BootcampEval.Reports;

/// <summary>summary.json.</summary>
internal static class SummaryFile
{
    /// <summary>Writes it.</summary>
    /// <exception cref="IOException">It can't be written; what was there stays.</exception>
    public static void Write(string path, RunFigures figures) =>
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(figures, FiguresJson.Readable.RunFigures) + "\n"));

    /// <summary>The numbers in it; null unless it was written by this version, after the last sample, with the options that the run has now.</summary>
    public static RunFigures? ReadCurrent(RunDirectory run)
    {
        if (!IsCurrent(run, run.SummaryPath)) return null;
        try
        {
            var figures = JsonSerializer.Deserialize(File.ReadAllBytes(run.SummaryPath), FiguresJson.Readable.RunFigures);
            if (figures?.Program != RunArguments.CurrentVersion) return null;
            using var options = JsonDocument.Parse(File.ReadAllBytes(run.ArgumentsPath));
            return JsonElement.DeepEquals(figures.Run.Options, options.RootElement) ? figures : null;
        }
        catch (JsonException)
        {
            return null; // Another version's: its numbers are reckoned anew.
        }
    }

    /// <summary>Whether a report is there and was written after the last sample.</summary>
    public static bool IsCurrent(RunDirectory run, string report)
    {
        if (!File.Exists(report)) return false;
        var written = File.GetLastWriteTimeUtc(report);
        return !run.DetailFiles().Any(file => File.GetLastWriteTimeUtc(run.DetailsPath(file)) > written);
    }
}
