// One run as the viewer shows it: its numbers and its parts, made when they are asked for and kept while the files stay as they are.

using System.Buffers;
using System.Text.Json;
using BootcampEval.Engine.Results;
using BootcampEval.Reports.Figures;
using BootcampEval.Reports.Pages;
using BootcampEval.Sdk;

namespace BootcampEval.Reports.Viewing;

/// <summary>A run under view. Safe for concurrent use: one thing is made at a time.</summary>
internal sealed class RunView(string name, RunDirectory run, BootcampCatalog catalog, IRowAudit audit, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (Version At, SampleIndex Index)> _indexes = new(StringComparer.Ordinal);
    private readonly LiveTally _live = new(run, time);
    private (Version At, RunFigures Figures)? _figures;

    /// <summary>The run's folder.</summary>
    public RunDirectory Run => run;

    /// <summary>The run's name as it stands in addresses.</summary>
    public string EscapedName { get; } = Uri.EscapeDataString(name);

    /// <summary>The run's entry in a root.</summary>
    public RunEntry Entry(string key)
    {
        var pulse = RunPulse.Of(run, time);
        var figures = Figures();
        if (pulse.State == "running") figures = figures with { Run = figures.Run with { State = "running", Finished = null } };
        var scored = figures.Bootcamps.ToLookup(bootcamp => bootcamp.File);
        FileEntry[] files = [.. run.DetailFiles().Select(file => new FileEntry(file, (int)scored[file].Sum(bootcamp => bootcamp.Outcomes.Scored),
            $"index?run={EscapedName}&file={Uri.EscapeDataString(file)}", $"samples?run={EscapedName}&file={Uri.EscapeDataString(file)}&chunk="))];
        return new(key, figures, files, File.Exists(run.ErrorsPath) ? $"failures?run={EscapedName}" : null, pulse.State == "running" ? $"/live?run={EscapedName}" : null);
    }

    /// <summary>The run's line in the list; one whose files can't be read is damaged.</summary>
    public ListedRun Listed()
    {
        try
        {
            return ReadListed();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            return new(name, "", "", "damaged", FiguresCollector.StartOf(run.Name), 0, 0, 0, null, null, null, 0);
        }
    }

    private ListedRun ReadListed()
    {
        var pulse = RunPulse.Of(run, time);
        var total = SummaryFile.ReadCurrent(run)?.Total;
        var failures = File.Exists(run.ErrorsPath) ? run.ReadErrors().LongCount() : 0;
        return new(name, pulse.Arguments.Options.ModelName, Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(pulse.Arguments.Options.TestDir)), pulse.State,
            FiguresCollector.StartOf(run.Name), Math.Max(0, pulse.Done - failures), failures, pulse.Expected,
            total?.Mean, total?.Fixed?.Low, total?.Fixed?.High, pulse.Arguments.Files.Sum(file => file.DataSources.Count));
    }

    /// <summary>The index of a file; null when there is no such file.</summary>
    public SampleIndex? Index(string file)
    {
        if (!run.DetailFiles().Contains(file)) return null;
        lock (_lock)
        {
            var at = Version.Of(run.DetailsPath(file));
            if (_indexes.TryGetValue(file, out var known) && known.At == at) return known.Index;
            var index = new SampleIndex();
            var arguments = run.ReadArguments();
            foreach (var seen in SeenSample.In(run, file, arguments, audit)) index.Add(seen, Draws(seen.Record));
            _indexes[file] = (at, index);
            return index;
        }
    }

    /// <summary>A chunk of samples as JSON; null when there is none of that number.</summary>
    public byte[]? Chunk(string file, int number)
    {
        if (Index(file) is not { } index || (uint)number >= (uint)index.Chunks.Count) return null;
        var count = (number + 1 < index.Chunks.Count ? index.Chunks[number + 1] : index.N) - index.Chunks[number];
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json, PartJson.Writing);
        writer.WriteStartArray();
        foreach (var seen in SeenSample.In(run, file, run.ReadArguments(), audit, index.ChunkStarts[number]).Take(count))
            JsonSerializer.Serialize(writer, SampleEntry.Of(seen, PictureEntry.Of(seen.Record, catalog)), PartJson.Dense.SampleEntry);
        writer.WriteEndArray();
        writer.Flush();
        return json.WrittenSpan.ToArray();
    }

    /// <summary>The live state.</summary>
    public LiveState Live()
    {
        lock (_lock) return LiveState.Of(run, RunPulse.Of(run, time), _live.Look());
    }

    // An index says only that a bootcamp draws: drawing each sample for it would take too long.
    private bool Draws(SampleRecord sample) => catalog.TryGet(sample.DataSource, out var bootcamp) && bootcamp.Info.Family is Family.Grids or Family.Arc;

    private RunFigures Figures()
    {
        lock (_lock)
        {
            var at = Version.Of([.. run.DetailFiles().Select(run.DetailsPath), run.ErrorsPath]);
            if (_figures is { } known && known.At == at) return known.Figures;
            var figures = SummaryFile.ReadCurrent(run) ?? FiguresCollector.Read(run, catalog, audit);
            _figures = (at, figures);
            return figures;
        }
    }

    /// <summary>What tells whether files have changed.</summary>
    private readonly record struct Version(long Length, DateTime Written, DateTime Made)
    {
        public static Version Of(params IReadOnlyList<string> paths) => paths.Select(path => new FileInfo(path)).Where(file => file.Exists)
            .Aggregate(default(Version), (all, file) => new(all.Length + file.Length, Later(all.Written, file.LastWriteTimeUtc), Later(all.Made, file.CreationTimeUtc)));

        private static DateTime Later(DateTime left, DateTime right) => left > right ? left : right;
    }
}

/// <summary>A run in the list of runs.</summary>
internal sealed record ListedRun(
    string Name, string Model, string TestSet, string State, DateTimeOffset? Started, long Scored, long Failed, long Expected,
    double? Mean, double? Low, double? High, int Bootcamps);

/// <summary>The list of runs.</summary>
internal sealed record RunList(string Folder, IReadOnlyList<ListedRun> Runs);
