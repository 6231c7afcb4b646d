// The folder that a run leaves: it owns the name of every file in it, and opens it for reading.

using System.Globalization;
using System.Text;
using System.Text.Json;
using BootcampEval.Engine.Json;
using BootcampEval.Engine.Running;

namespace BootcampEval.Engine.Results;

/// <summary>A run's folder.</summary>
public sealed class RunDirectory
{
    private RunDirectory(string path) => FullName = System.IO.Path.GetFullPath(path);

    /// <summary>The folder's full path.</summary>
    public string FullName { get; }

    /// <summary>The folder's name: <c>{model_name}_{test_dir name}_{yyyyMMdd_HHmmss}</c>.</summary>
    public string Name => System.IO.Path.GetFileName(FullName);

    /// <summary>The folder of the scored samples.</summary>
    public string DetailsFolder => PathOf("details");

    /// <summary>The numbers per test file and data source.</summary>
    public string MetaPath => PathOf("meta.jsonl");

    /// <summary>What the run was started with.</summary>
    public string ArgumentsPath => PathOf("eval_args.json");

    /// <summary>How far the run is.</summary>
    public string ProgressPath => PathOf("progress.log");

    /// <summary>The samples that failed; there only when there is one.</summary>
    public string ErrorsPath => PathOf("errors.jsonl");

    /// <summary>The page for people.</summary>
    public string HtmlPath => PathOf("report.html");

    /// <summary>All numbers, for programs.</summary>
    public string SummaryPath => PathOf("summary.json");

    /// <summary>The workbook.</summary>
    public string ScoresPath(string modelName) => PathOf(SafeName(modelName) + "_scores.xlsx");

    /// <summary>The scored samples of a test file.</summary>
    /// <param name="file">The test file's name, without its folder.</param>
    public string DetailsPath(string file) => System.IO.Path.Combine(DetailsFolder, file);

    /// <summary>A path in the folder.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(FullName, name);

    /// <summary>Makes the folder of a new run.</summary>
    /// <exception cref="IOException">It can't be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be made.</exception>
    public static RunDirectory Create(EvaluationOptions options, DateTimeOffset now)
    {
        var tests = System.IO.Path.GetFileNameWithoutExtension(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(options.TestDir)));
        var name = string.Create(CultureInfo.InvariantCulture, $"{SafeName(options.ModelName)}_{SafeName(tests)}_{now:yyyyMMdd_HHmmss}");
        var path = System.IO.Path.Combine(options.OutputDir, name);
        for (var again = 2; Directory.Exists(path); again++) path = System.IO.Path.Combine(options.OutputDir, $"{name}_{again}");
        var directory = new RunDirectory(path);
        Directory.CreateDirectory(directory.DetailsFolder);
        return directory;
    }

    /// <summary>Makes the folder of a new run at a path.</summary>
    /// <exception cref="IOException">Something is there already, or the folder can't be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be made.</exception>
    public static RunDirectory CreateAt(string path)
    {
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())) throw new IOException($"{path}: something is there already");
        var directory = new RunDirectory(path);
        Directory.CreateDirectory(directory.DetailsFolder);
        return directory;
    }

    /// <summary>Opens the folder of a run that was started before.</summary>
    /// <exception cref="DirectoryNotFoundException">It is no such folder; the message says so.</exception>
    public static RunDirectory Open(string path)
    {
        var directory = new RunDirectory(path);
        if (!Directory.Exists(directory.FullName)) throw new DirectoryNotFoundException($"there is no folder {path}");
        return File.Exists(directory.ArgumentsPath) && Directory.Exists(directory.DetailsFolder)
            ? directory
            : throw new DirectoryNotFoundException($"{path} is not the folder of a run: eval_args.json or details/ is missing");
    }

    /// <summary>What the run was started with.</summary>
    /// <exception cref="FormatException">eval_args.json is damaged.</exception>
    public RunArguments ReadArguments() => RunArguments.Read(ArgumentsPath);

    /// <summary>The names of the test files that have scored samples, in ordinal order.</summary>
    public IReadOnlyList<string> DetailFiles() =>
        [.. Directory.EnumerateFiles(DetailsFolder, "*.jsonl").Select(path => System.IO.Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>The scored samples of a test file, streamed. None when the file has no details yet. A half-written last line is left out.</summary>
    /// <param name="file">The test file's name, without its folder.</param>
    /// <exception cref="JsonException">A line before the last is damaged; the message says which.</exception>
    public IEnumerable<SampleRecord> ReadDetails(string file) => ReadDetailLines(file).Select(line => line.Sample);

    /// <summary>The same, with where each line begins and where the next one does.</summary>
    /// <param name="file">The test file's name, without its folder.</param>
    /// <param name="from">Where to begin: the start of a line.</param>
    internal IEnumerable<(SampleRecord Sample, long Start, long End)> ReadDetailLines(string file, long from = 0)
    {
        var path = DetailsPath(file);
        if (!File.Exists(path)) yield break;
        using var lines = new LineReader(path) { From = from };
        while (lines.TryRead(out var line))
        {
            if (line.IsEmpty || !lines.Terminated) continue;
            yield return (ReadLine(line.Span, file, lines.LineNumber), lines.LineStart, lines.NextStart);
        }
    }

    /// <summary>The samples that failed, streamed.</summary>
    public IEnumerable<FailureRecord> ReadErrors() => File.Exists(ErrorsPath) ? FailureLine.ReadAll(ErrorsPath) : [];

    /// <summary>The numbers per test file and data source, as meta.jsonl holds them.</summary>
    public IReadOnlyList<BootcampSummary> ReadMeta() => MetaLine.ReadAll(MetaPath);

    /// <summary>A name that a file or folder can bear: what can't stand in one is replaced by an underscore.</summary>
    public static string SafeName(string name)
    {
        const int MostBytes = 100;
        var safe = new StringBuilder(name.Length);
        var bytes = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > MostBytes) break;
            if (Rune.IsControl(rune) || rune == Rune.ReplacementChar || "/\\:*?\"<>|".Contains(rune.ToString(), StringComparison.Ordinal)) safe.Append('_');
            else safe.Append(rune);
        }
        return safe.Length == 0 ? "_" : safe.ToString();
    }

    private static SampleRecord ReadLine(ReadOnlySpan<byte> line, string file, long number)
    {
        try
        {
            return DetailLine.Read(line);
        }
        catch (JsonException fault)
        {
            throw new JsonException($"details/{file}:{number}: {fault.Message}", fault);
        }
    }
}
