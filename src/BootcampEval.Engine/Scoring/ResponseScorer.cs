// Verdicts for answers made elsewhere: JSON lines in, JSON lines out, in the same order, on all cores, in bounded memory.

using System.Text.Json;
using System.Threading.Channels;
using BootcampEval.Engine.Json;
using BootcampEval.Engine.Results;
using BootcampEval.Sdk;

namespace BootcampEval.Engine.Scoring;

/// <summary>Scores a responses file of any size.</summary>
/// <remarks>
/// The file is cut into batches of lines. A reader hands each batch to the thread pool and queues its task; a writer awaits the tasks in
/// that order. The queue's length bounds the memory.
/// </remarks>
/// <param name="catalog">The bootcamps that judge.</param>
public sealed class ResponseScorer(BootcampCatalog catalog)
{
    private const int BatchBytes = 256 * 1024, BatchLines = 1000;

    /// <summary>Scores every line of a file and writes a line for each that can be scored.</summary>
    /// <param name="path">The responses: JSON lines with <c>data_source</c>, <c>ground_truth</c>, <c>output</c>, optionally <c>id</c>.</param>
    /// <param name="verdicts">Gets a line for each response: <c>id</c> (or the 0-based row number), <c>data_source</c>, <c>score</c>, <c>extracted_output</c>, <c>status</c>, <c>reason</c>.</param>
    /// <param name="onBadLine">Told of each line that can't be scored: its 1-based number, and what is wrong.</param>
    /// <param name="cancellation">Ends the scoring; what is written stays.</param>
    /// <exception cref="IOException">The file can't be read, or the verdicts can't be written.</exception>
    public async Task<ScoringSummary> ScoreAsync(string path, Stream verdicts, Action<long, string> onBadLine, CancellationToken cancellation)
    {
        var queue = Channel.CreateBounded<Task<ScoredBatch>>(Environment.ProcessorCount * 2);
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reading = Task.Run(() => ReadAsync(path, queue.Writer, failed.Token), failed.Token);
        var summary = new ScoringSummary();
        try
        {
            await foreach (var next in queue.Reader.ReadAllAsync(cancellation))
            {
                using var batch = await next;
                foreach (var (line, fault) in batch.BadLines) onBadLine(line, fault);
                await verdicts.WriteAsync(batch.Output.WrittenMemory, cancellation);
                summary.Add(batch.Summary);
            }
            await reading;
        }
        finally
        {
            await failed.CancelAsync();
        }
        return summary;
    }

    private async Task ReadAsync(string path, ChannelWriter<Task<ScoredBatch>> queue, CancellationToken cancellation)
    {
        try
        {
            using var lines = new LineReader(path);
            long rows = 0;
            var batch = new Batch(rows);
            while (lines.TryRead(out var line))
            {
                if (line.Span.IndexOfAnyExcept(" \t"u8) < 0) continue;
                batch.Add(line.Span, lines.LineNumber);
                rows++;
                if (batch.Lines < BatchLines && batch.Bytes < BatchBytes) continue;
                await Hand(batch);
                batch = new(rows);
            }
            await Hand(batch);
            queue.Complete();
        }
        catch (Exception fault)
        {
            queue.Complete(fault);
            throw;
        }

        ValueTask Hand(Batch full) => queue.WriteAsync(Task.Run(() => Score(full), cancellation), cancellation);
    }

    private ScoredBatch Score(Batch batch)
    {
        using (batch)
        {
            var scored = new ScoredBatch();
            for (var i = 0; i < batch.Lines; i++)
            {
                try
                {
                    var response = Response.Read(batch[i], catalog);
                    var verdict = response.Bootcamp.Verify(response.Output, response.GroundTruth);
                    scored.Add(response, batch.FirstRow + i, verdict);
                }
                catch (JsonException fault)
                {
                    scored.AddBad(batch.LineNumber(i), fault.Message);
                }
            }
            return scored;
        }
    }

    /// <summary>Some lines of a file, copied out of its reader.</summary>
    private sealed class Batch(long firstRow) : IDisposable
    {
        private readonly Utf8Buffer _bytes = new(BatchBytes + 4096);
        private readonly List<(int End, long LineNumber)> _lines = [];

        public long FirstRow => firstRow;

        public int Lines => _lines.Count;

        public int Bytes => _bytes.Length;

        public ReadOnlySpan<byte> this[int line] => _bytes.Written[(line == 0 ? 0 : _lines[line - 1].End).._lines[line].End];

        public long LineNumber(int line) => _lines[line].LineNumber;

        public void Add(ReadOnlySpan<byte> line, long number)
        {
            _bytes.Append(line);
            _lines.Add((_bytes.Length, number));
        }

        public void Dispose() => _bytes.Dispose();
    }

    /// <summary>The verdicts of a batch, ready to be written.</summary>
    private sealed class ScoredBatch : IDisposable
    {
        public Utf8Buffer Output { get; } = new(64 * 1024);

        public ScoringSummary Summary { get; } = new();

        public List<(long Line, string Fault)> BadLines { get; } = [];

        public void Add(Response response, long row, Verdict verdict)
        {
            var name = response.Bootcamp.Info.Name;
            Summary.Add(name, verdict);
            Output.Begin();
            if (response.Id is null) Output.Member("id"u8, row);
            else Output.Raw("id"u8, response.Id);
            Output.Member("data_source"u8, name);
            Output.Member("score"u8, verdict.Score);
            Output.Foreign("extracted_output"u8, verdict.ExtractedOutput);
            Output.Member("status"u8, DetailLine.NameOf(verdict.Status));
            Output.Member("reason"u8, verdict.Reason);
            Output.End();
        }

        public void AddBad(long line, string fault)
        {
            Summary.AddBad();
            BadLines.Add((line, fault));
        }

        public void Dispose() => Output.Dispose();
    }
}
