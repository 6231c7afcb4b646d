// Writes report.html for one run or several.

using System.Text.Json;
using BootcampEval.Engine.Results;
using BootcampEval.Reports.Comparing;
using BootcampEval.Reports.Figures;
using BootcampEval.Sdk;

namespace BootcampEval.Reports.Pages;

/// <summary>Writes the report page: one file, and past <see cref="PartStore.MostSamplesInPage"/> samples a folder of scripts beside it.</summary>
/// <param name="catalog">Tells titles and families, and draws.</param>
/// <param name="audit">Knows flawed rows.</param>
public sealed class ReportWriter(BootcampCatalog catalog, IRowAudit audit)
{
    /// <summary>Writes the page, reading each run once.</summary>
    /// <param name="path">The page. Files beside it go into a folder of the same name with <c>_files</c>.</param>
    /// <param name="runs">At least one; later ones are compared with the first.</param>
    /// <param name="cancellation">Stops; an earlier page stays as it was.</param>
    /// <returns>The numbers of the runs.</returns>
    /// <exception cref="IOException">The page can't be written.</exception>
    /// <exception cref="FormatException">A run's eval_args.json is damaged.</exception>
    /// <exception cref="JsonException">A details file is damaged.</exception>
    public IReadOnlyList<RunFigures> Write(string path, IReadOnlyList<RunDirectory> runs, CancellationToken cancellation = default)
    {
        var folder = Path.GetFileNameWithoutExtension(path) + "_files";
        using var store = new PartStore(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, folder));
        RunEntry[] entries = [.. runs.Select((run, i) => Read(run, $"r{i}", store, cancellation))];
        ComparisonEntry[] comparisons = [.. runs.Skip(1).Select((run, i) => Compare(runs[0], run, i + 1, store, cancellation))];
        store.Close();
        var root = new ReportRoot(store.Beside ? "files" : "embedded", "report", DateTimeOffset.Now, RunArguments.CurrentVersion, entries, comparisons)
        {
            Folder = store.Beside ? folder : null,
        };
        Save(path, root, store.InPage());
        return [.. entries.Select(entry => entry.Summary)];
    }

    private RunEntry Read(RunDirectory run, string key, PartStore store, CancellationToken cancellation)
    {
        var collector = new FiguresCollector(run, catalog);
        var parts = new RunParts(key, catalog, store);
        foreach (var file in run.DetailFiles())
            foreach (var sample in SeenSample.In(run, file, collector.Arguments, audit))
            {
                cancellation.ThrowIfCancellationRequested();
                collector.Add(sample);
                parts.Add(sample);
            }
        return parts.Finish(run, collector.Finish());
    }

    private static ComparisonEntry Compare(RunDirectory a, RunDirectory b, int place, PartStore store, CancellationToken cancellation)
    {
        var name = $"compare/0/{place}";
        var figures = RunComparison.Of(a, b, cancellation);
        store.Put(Part.Pack(name, stream => JsonSerializer.Serialize(stream, figures, PartJson.Dense.ComparisonFigures)));
        return new(0, place, name);
    }

    private static void Save(string path, ReportRoot root, IEnumerable<Part> parts)
    {
        using var page = new AtomicFile(path);
        ReportPage.Write(page.Content, root, parts);
        page.Replace(durable: false);
    }
}
