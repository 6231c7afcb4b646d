// A run folder made by hand, as an evaluation leaves it.

using System.Text.Json;
using BootcampEval.Engine.Json;
using BootcampEval.Engine.Results;
using BootcampEval.Engine.Running;
using BootcampEval.Engine.TestSets;
using BootcampEval.Sdk;

namespace BootcampEval.Reports.Tests;

/// <summary>Writes a run folder below a temporary one, which goes with it.</summary>
internal sealed class SampleRun : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("bootcamp-reports-").FullName;
    private readonly Dictionary<string, Dictionary<string, HashSet<RowId>>> _rows = new(StringComparer.Ordinal);

    public SampleRun(EvaluationOptions? options = null)
    {
        Options = (options ?? new()) with { OutputDir = _root, ModelName = options?.ModelName is { Length: > 0 } name ? name : "m", TestDir = "tests" };
        Run = RunDirectory.Create(Options, new(2026, 11, 24, 20, 40, 0, TimeSpan.Zero));
    }

    public EvaluationOptions Options { get; }

    public RunDirectory Run { get; }

    /// <summary>The folder that the run's folder lies in.</summary>
    public string Root => _root;

    /// <summary>A sample with everything that a test does not care about.</summary>
    public static SampleRecord Sample(long id, double score, string source = "Toy", int sample = 0, string? output = null) => new()
    {
        Id = new(id),
        Sample = sample,
        Prompt = $"question {id} of {source}",
        OutputLength = 100 + (int)id,
        Score = score,
        ExtractedOutput = score > 0 ? "1" : "0",
        GroundTruth = JsonElement.Parse("1"),
        Output = output ?? $"<think>hm</think> the answer is {(score > 0 ? 1 : 0)}",
        DataSource = source,
        Status = score switch { 1 => VerdictStatus.Correct, > 0 => VerdictStatus.Partial, _ => VerdictStatus.Wrong },
        Reason = score < 1 ? "it is not 1" : null,
        FinishReason = "stop",
        LatencyMs = 1000,
        TimeToFirstTokenMs = 100,
    };

    public SampleRun With(string file, params IEnumerable<SampleRecord> samples)
    {
        using var lines = new Utf8Buffer();
        foreach (var sample in samples)
        {
            DetailLine.Append(lines, sample);
            Know(file, sample.DataSource, sample.Id);
        }
        using var details = new FileStream(Run.DetailsPath(file), FileMode.Append);
        details.Write(lines.Written);
        return this;
    }

    public SampleRun WithFailure(string file, string source, long id)
    {
        using var line = new Utf8Buffer();
        FailureLine.Append(line, new(new(id), file, 0, 17, "503 <busy>", new(2026, 11, 24, 20, 45, 0, TimeSpan.Zero)));
        using var errors = new FileStream(Run.ErrorsPath, FileMode.Append);
        errors.Write(line.Written);
        Know(file, source, new(id));
        return this;
    }

    /// <summary>Writes eval_args.json: the rows are those that have samples or failed.</summary>
    public SampleRun Finished()
    {
        new RunArguments(Options, "0.1.0", "{input}", [.. _rows.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new TestFileMark
        {
            Name = file.Key,
            Sha256 = "",
            Rows = file.Value.Sum(source => source.Value.Count),
            DataSources = file.Value.ToDictionary(source => source.Key, source => (long)source.Value.Count),
        })]).Write(Run.ArgumentsPath);
        return this;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Know(string file, string source, RowId id)
    {
        if (!_rows.TryGetValue(file, out var sources)) _rows[file] = sources = new(StringComparer.Ordinal);
        if (!sources.TryGetValue(source, out var ids)) sources[source] = ids = [];
        ids.Add(id);
    }
}
