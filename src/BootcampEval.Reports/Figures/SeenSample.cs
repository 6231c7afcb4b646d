// A sample as reports look at it: the record, and what is seen in it at a glance.

using BootcampEval.Engine.Results;
using BootcampEval.Engine.Results.Audit;
using BootcampEval.Engine.Running;

namespace BootcampEval.Reports.Figures;

/// <summary>A scored sample with the flaw of its row and the state of its output.</summary>
/// <param name="File">The test file.</param>
/// <param name="Record">The sample.</param>
/// <param name="Flaw">What is wrong with its row; null when nothing is known to be.</param>
/// <param name="ThinkingOpen">Whether thinking was begun and never closed.</param>
/// <param name="Start">Where its line begins in the details file.</param>
/// <param name="End">Where the next line begins.</param>
public sealed record SeenSample(string File, SampleRecord Record, RowFlaw? Flaw, bool ThinkingOpen, long Start, long End)
{
    /// <summary>Whether the output is nothing, or white space.</summary>
    public bool Empty => string.IsNullOrWhiteSpace(Record.Output);

    /// <summary>The scored samples of a test file, in the order of its details, streamed.</summary>
    /// <param name="run">The run's folder.</param>
    /// <param name="file">The test file.</param>
    /// <param name="arguments">What the run was started with.</param>
    /// <param name="audit">Knows flawed rows.</param>
    /// <param name="from">Where in the details file to begin: the start of a line.</param>
    /// <exception cref="System.Text.Json.JsonException">A line before the last is damaged; the message says which.</exception>
    public static IEnumerable<SeenSample> In(RunDirectory run, string file, RunArguments arguments, IRowAudit audit, long from = 0)
    {
        var begunByTemplate = arguments.Options.ApiMode == ApiMode.Completion && arguments.PromptFormat.AsSpan().TrimEnd().EndsWith("<think>", StringComparison.Ordinal);
        RowFlaw? flaw = null;
        SampleRecord? last = null;
        foreach (var (record, start, end) in run.ReadDetailLines(file, from))
        {
            // Samples of a row follow one another: its flaw is looked up once.
            if (last is null || last.Id != record.Id || last.DataSource != record.DataSource || last.Prompt != record.Prompt)
                flaw = audit.Covers(record.DataSource) ? audit.FlawOf(record.DataSource, record.Prompt, record.GroundTruth) : null;
            last = record;
            yield return new(file, record, flaw, Thinking.IsNeverClosed(record.Output, record.Reasoning, begunByTemplate), start, end);
        }
    }
}
