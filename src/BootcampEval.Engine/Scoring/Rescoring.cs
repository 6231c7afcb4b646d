// The saved outputs of a run, judged again: no request is made.

using BootcampEval.Engine.Results;
using BootcampEval.Engine.Running;
using BootcampEval.Sdk;

namespace BootcampEval.Engine.Scoring;

/// <summary>A sample before and after.</summary>
/// <param name="File">The test file.</param>
/// <param name="Before">As the run has it.</param>
/// <param name="After">As it is judged now.</param>
public sealed record Rescored(string File, SampleRecord Before, SampleRecord After)
{
    /// <summary>Whether the score is another.</summary>
    public bool ScoreChanged => Before.Score != After.Score;

    /// <summary>Whether anything of the verdict is another: score, status, what was read as the answer, or the reason.</summary>
    public bool Changed => ScoreChanged || Before.Status != After.Status || Before.ExtractedOutput != After.ExtractedOutput || Before.Reason != After.Reason;
}

/// <summary>Judges the outputs of a run again, into a new run's folder.</summary>
/// <param name="catalog">The bootcamps that judge.</param>
/// <param name="audit">What is known about flaws of rows.</param>
public sealed class Rescoring(BootcampCatalog catalog, IRowAudit audit)
{
    /// <summary>Judges all samples of a run, on all cores, in bounded memory.</summary>
    /// <param name="from">The run; it stays as it is.</param>
    /// <param name="to">The new run's folder, empty.</param>
    /// <param name="onChange">Told of each sample whose verdict is another, in order.</param>
    /// <param name="cancellation">Ends the work; the new folder is then none of a run.</param>
    /// <returns>The numbers of the new run.</returns>
    /// <exception cref="IOException">A file can't be read or written.</exception>
    /// <exception cref="FormatException">eval_args.json is damaged.</exception>
    /// <exception cref="System.Text.Json.JsonException">A details file is damaged.</exception>
    public async Task<RunSummary> RunAsync(RunDirectory from, RunDirectory to, Action<Rescored> onChange, CancellationToken cancellation)
    {
        var arguments = from.ReadArguments();
        using var writer = new RunWriter(to, arguments.Options.Samples, audit);
        foreach (var file in from.DetailFiles())
            await foreach (var rescored in OrderedParallel.SelectAsync(from.ReadDetails(file), sample => Judge(file, sample), cancellation).ConfigureAwait(false))
            {
                writer.Add(file, rescored.After);
                if (rescored.Changed) onChange(rescored);
            }
        CountFailures(from, writer);
        if (File.Exists(from.ErrorsPath)) File.Copy(from.ErrorsPath, to.ErrorsPath);
        return writer.Finish(arguments with { Version = RunArguments.CurrentVersion });
    }

    // errors.jsonl tells rows, meta.jsonl tells how many of them are of which data source.
    private static void CountFailures(RunDirectory from, RunWriter writer)
    {
        var sources = from.ReadMeta().GroupBy(bootcamp => bootcamp.File)
            .ToDictionary(file => file.Key, file => new Queue<string>(file.SelectMany(bootcamp => Enumerable.Repeat(bootcamp.DataSource, (int)bootcamp.Failed))));
        foreach (var failure in from.ReadErrors())
            if (sources.TryGetValue(failure.File, out var left) && left.TryDequeue(out var source)) writer.AddFailure(failure.File, source, failure.Id);
    }

    // A sample of a bootcamp that is not there any more keeps its verdict.
    private Rescored Judge(string file, SampleRecord sample)
    {
        if (!catalog.TryGet(sample.DataSource, out var bootcamp)) return new(file, sample, sample);
        var verdict = bootcamp.Verify(sample.Output, sample.GroundTruth);
        return new(file, sample, sample with
        {
            Score = verdict.Score,
            Status = verdict.Status,
            ExtractedOutput = verdict.ExtractedOutput,
            Reason = verdict.Reason,
        });
    }
}
