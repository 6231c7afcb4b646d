// A run's folder made from samples that are scored already: answers made elsewhere, or an earlier run's answers judged again.

using BootcampEval.Engine.Json;
using BootcampEval.Engine.Running;
using BootcampEval.Engine.TestSets;

namespace BootcampEval.Engine.Results;

/// <summary>Writes a run's folder in one go: details, meta.jsonl, progress.log, and eval_args.json at last, which makes it one.</summary>
/// <param name="directory">The new folder.</param>
/// <param name="samplesPerRow">Samples a row, at most.</param>
/// <param name="audit">What is known about flaws of rows.</param>
public sealed class RunWriter(RunDirectory directory, int samplesPerRow, IRowAudit audit) : IDisposable
{
    private readonly SortedDictionary<(string File, string DataSource), ScoreTally> _tallies = new(ByFile);
    private readonly Utf8Buffer _line = new();
    private FileStream? _details;
    private string? _file;

    /// <summary>Appends a sample to its file. Samples come file by file, in the order in which they are to stand there.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Add(string file, SampleRecord sample)
    {
        if (file != _file)
        {
            _details?.Dispose();
            _details = new(directory.DetailsPath(file), FileMode.Append, FileAccess.Write, FileShare.Read, 1 << 16);
            _file = file;
        }
        _line.Clear();
        DetailLine.Append(_line, sample);
        _details!.Write(_line.Written);
        var flawed = audit.Covers(sample.DataSource) && audit.IsFlawed(sample.DataSource, sample.Prompt);
        TallyOf(file, sample.DataSource).Add(new(sample.Score, sample.OutputLength, sample.Status, sample.Truncated, flawed), sample.Id);
    }

    /// <summary>Counts a sample that failed.</summary>
    public void AddFailure(string file, string dataSource, RowId row) => TallyOf(file, dataSource).AddFailure(row);

    /// <summary>Writes what is made of the details.</summary>
    /// <param name="arguments">What eval_args.json is to hold.</param>
    /// <exception cref="IOException">The disk is full.</exception>
    public RunSummary Finish(RunArguments arguments)
    {
        Dispose();
        var samples = arguments.Options.Samples;
        var summary = new RunSummary
        {
            ModelName = arguments.Options.ModelName,
            Bootcamps = [.. _tallies.Select(tally => tally.Value.Summarize(tally.Key.DataSource, tally.Key.File, arguments.Options.OnFailure))],
            OnFailure = arguments.Options.OnFailure,
            BadRows = arguments.Files.Sum(mark => mark.BadRows),
            Expected = arguments.Files.Sum(mark => mark.RowsToRun) * samples,
        };
        var done = summary.Bootcamps.ToLookup(bootcamp => bootcamp.File);
        AtomicFile.Write(directory.ProgressPath, System.Text.Encoding.UTF8.GetBytes(ProgressLog.Render(arguments.Files.Select(mark => new FileProgress
        {
            Name = Path.GetFileNameWithoutExtension(mark.Name),
            Total = mark.RowsToRun * samples,
            Done = Math.Min(mark.RowsToRun * samples, done[mark.Name].Sum(bootcamp => bootcamp.Scored + bootcamp.Failed)),
            Failed = done[mark.Name].Sum(bootcamp => bootcamp.Failed),
            Elapsed = TimeSpan.Zero,
            Remaining = TimeSpan.Zero,
            Started = true,
        }))));
        MetaLine.WriteAll(directory.MetaPath, summary.Bootcamps);
        arguments.Write(directory.ArgumentsPath);
        return summary;
    }

    /// <summary>Closes the details.</summary>
    public void Dispose()
    {
        _details?.Dispose();
        _details = null;
        _line.Dispose();
    }

    private static Comparer<(string File, string DataSource)> ByFile { get; } = Comparer<(string File, string DataSource)>.Create(
        (left, right) => string.CompareOrdinal(left.File, right.File) is var order && order != 0 ? order : string.CompareOrdinal(left.DataSource, right.DataSource));

    private ScoreTally TallyOf(string file, string dataSource) =>
        _tallies.TryGetValue((file, dataSource), out var tally) ? tally : _tallies[(file, dataSource)] = new(samplesPerRow);
}
