// Answers made elsewhere, as a whole run: so that they get every report, too.

using System.Security.Cryptography;
using System.Text.Json;
using BootcampEval.Engine.Json;
using BootcampEval.Engine.Models;
using BootcampEval.Engine.Results;
using BootcampEval.Engine.Running;
using BootcampEval.Engine.TestSets;
using BootcampEval.Sdk;

namespace BootcampEval.Engine.Scoring;

/// <summary>Judges a responses file into a run's folder.</summary>
/// <param name="catalog">The bootcamps that judge.</param>
/// <param name="audit">What is known about flaws of rows.</param>
public sealed class ResponseRun(BootcampCatalog catalog, IRowAudit audit)
{
    /// <summary>Judges every line of a file.</summary>
    /// <param name="path">
    /// The responses: JSON lines with <c>data_source</c>, <c>ground_truth</c>, <c>output</c>, optionally <c>id</c>, <c>prompt</c>, <c>sample</c>,
    /// <c>output_len</c>, <c>finish_reason</c>, <c>reasoning</c>. Lines with the same id are samples of one row, in their order, where none says which it is.
    /// </param>
    /// <param name="modelName">Who made the answers.</param>
    /// <param name="to">The new run's folder, empty.</param>
    /// <param name="onBadLine">Told of each line that can't be scored: its 1-based number, and what is wrong.</param>
    /// <param name="cancellation">Ends the work; the new folder is then none of a run.</param>
    /// <exception cref="IOException">A file can't be read or written.</exception>
    public async Task<RunSummary> RunAsync(string path, string modelName, RunDirectory to, Action<long, string> onBadLine, CancellationToken cancellation)
    {
        var file = Path.GetFileNameWithoutExtension(path) + ".jsonl";
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var writer = new RunWriter(to, int.MaxValue, audit);
        var rows = new RowCount();
        long lines = 0, bad = 0;
        await foreach (var judged in OrderedParallel.SelectAsync(Lines(path, hash), Judge, cancellation).ConfigureAwait(false))
        {
            lines++;
            if (judged.Sample is null)
            {
                bad++;
                onBadLine(judged.Line, judged.Fault);
                continue;
            }
            writer.Add(file, rows.Place(judged.Sample, judged.Row, judged.SaysSample));
        }
        var options = new EvaluationOptions { ModelName = modelName, TestDir = path, Samples = rows.MostSamples };
        return writer.Finish(new(options, RunArguments.CurrentVersion, "", [new()
        {
            Name = file,
            Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset()),
            Rows = lines,
            BadRows = bad,
            DataSources = rows.BySource,
        }]));
    }

    private static IEnumerable<(byte[] Text, long Line, long Row)> Lines(string path, IncrementalHash hash)
    {
        using var lines = new LineReader(path) { OnBytes = hash.AppendData };
        for (long row = 0; lines.TryRead(out var line);)
            if (!TestFile.IsBlank(line.Span)) yield return (line.ToArray(), lines.LineNumber, row++);
    }

    private Judged Judge((byte[] Text, long Line, long Row) line)
    {
        try
        {
            var response = Response.Read(line.Text, catalog);
            var verdict = response.Bootcamp.Verify(response.Output, response.GroundTruth);
            return new(line.Line, line.Row, SampleOf(response, verdict, JsonElement.Parse(line.Text), out var says), says, "");
        }
        catch (JsonException fault)
        {
            return new(line.Line, line.Row, null, false, fault.Message);
        }
    }

    private static SampleRecord SampleOf(Response response, Verdict verdict, JsonElement json, out bool saysSample)
    {
        var tokens = Number("output_len");
        saysSample = Number("sample") is >= 0;
        return new()
        {
            Id = IdOf(response.Id),
            Prompt = Text("prompt") ?? "",
            OutputLength = tokens ?? Words.CountIn(response.Output),
            CountedInWords = tokens is null,
            Score = verdict.Score,
            ExtractedOutput = verdict.ExtractedOutput,
            GroundTruth = response.GroundTruth,
            Output = response.Output,
            DataSource = response.Bootcamp.Info.Name,
            Status = verdict.Status,
            Reason = verdict.Reason,
            FinishReason = Text("finish_reason"),
            Reasoning = Text("reasoning"),
            PromptLength = Number("prompt_len"),
            Sample = Number("sample") ?? 0,
        };

        string? Text(string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? JsonStrings.Read(value) : null;
        int? Number(string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
    }

    // The id as JSON text; -1 stands for none, and is replaced by the row's number.
    private static RowId IdOf(string? json) => json is null ? NoId
        : json.StartsWith('"') ? new(JsonStrings.Read(JsonElement.Parse(json)))
        : long.TryParse(json, System.Globalization.CultureInfo.InvariantCulture, out var number) ? new(number) : new(json);

    private static readonly RowId NoId = new(long.MinValue);

    private sealed record Judged(long Line, long Row, SampleRecord? Sample, bool SaysSample, string Fault);

    /// <summary>Counts rows and their samples.</summary>
    private sealed class RowCount
    {
        private readonly Dictionary<(string, RowId), int> _samples = [];

        public int MostSamples { get; private set; } = 1;

        public Dictionary<string, long> BySource { get; } = new(StringComparer.Ordinal);

        /// <summary>The sample with its row's id, and its number among the row's samples.</summary>
        public SampleRecord Place(SampleRecord sample, long row, bool saysSample)
        {
            var id = sample.Id == NoId ? new RowId(row) : sample.Id;
            var before = _samples.GetValueOrDefault((sample.DataSource, id));
            if (before == 0) BySource[sample.DataSource] = BySource.GetValueOrDefault(sample.DataSource) + 1;
            _samples[(sample.DataSource, id)] = before + 1;
            MostSamples = Math.Max(MostSamples, before + 1);
            return sample with { Id = id, Sample = saysSample ? sample.Sample : before };
        }
    }
}
