// The one place where results reach the disk.

using System.Threading.Channels;
using BootcampEval.Engine.Json;
using BootcampEval.Engine.Results;
using BootcampEval.Engine.TestSets;

namespace BootcampEval.Engine.Running;

/// <summary>A result on its way to the disk: a scored sample's line, or a failed one's.</summary>
internal readonly record struct Result(FileRun File, RowId Id, int Sample, string DataSource, SampleFigures? Figures, Utf8Buffer Line);

/// <summary>
/// Appends results as they come, many at once where many came; brings finished files into order. A sample counts when its line is written, not
/// before. When the disk is full it stops the run and drops what comes after: resuming asks for it again.
/// </summary>
internal sealed class ResultWriter
{
    private const int MostAtOnce = 512;

    private static readonly TimeSpan LongestUnflushed = TimeSpan.FromSeconds(1);

    private readonly Channel<Result> _results = Channel.CreateBounded<Result>(new BoundedChannelOptions(MostAtOnce) { SingleReader = true });
    private readonly Channel<FileRun> _complete = Channel.CreateUnbounded<FileRun>(new() { SingleReader = true });
    private readonly Dictionary<FileRun, List<ReadOnlyMemory<byte>>> _batch = [];
    private readonly HashSet<FileRun> _unflushed = [];
    private readonly string _errorsPath;
    private readonly StopSignal _stop;
    private readonly TimeProvider _time;
    private long _lastFlush;
    private double _scoreSum;
    private long _scored;
    private bool _broken;

    /// <summary>Makes a writer.</summary>
    public ResultWriter(string errorsPath, StopSignal stop, TimeProvider time)
    {
        _errorsPath = errorsPath;
        _stop = stop;
        _time = time;
        _lastFlush = time.GetTimestamp();
    }

    /// <summary>The mean score of the samples written; null before the first.</summary>
    public double? MeanScore => Volatile.Read(ref _scored) is > 0 and var scored ? Volatile.Read(ref _scoreSum) / scored : null;

    /// <summary>Hands a result over; waits while many are on their way.</summary>
    public ValueTask WriteAsync(Result result) => _results.Writer.WriteAsync(result);

    /// <summary>Samples of an earlier part of the run, for <see cref="MeanScore"/>.</summary>
    public void TakeUp(IEnumerable<BootcampSummary> before)
    {
        foreach (var bootcamp in before)
        {
            _scored += bootcamp.Scored;
            _scoreSum += (bootcamp.AvgScore ?? 0) * bootcamp.N;
        }
    }

    /// <summary>No more results come.</summary>
    public void Complete() => _results.Writer.Complete();

    /// <summary>Writes until <see cref="Complete"/> was called and all is on disk.</summary>
    public async Task RunAsync()
    {
        var completing = Task.Run(CompleteFilesAsync);
        while (await HasMoreAsync().ConfigureAwait(false))
        {
            WriteBatch();
            if (_time.GetElapsedTime(_lastFlush) >= LongestUnflushed) Attempt(Flush);
        }
        Attempt(Flush);
        _complete.Writer.Complete();
        await completing.ConfigureAwait(false);
    }

    /// <summary>Files of which every sample was scored before: nothing comes for them, but their order may be missing.</summary>
    public void CompleteNow(FileRun file) => _complete.Writer.TryWrite(file);

    // While nothing comes, what was written last must still be flushed in time.
    private async ValueTask<bool> HasMoreAsync()
    {
        var more = _results.Reader.WaitToReadAsync();
        if (more.IsCompleted || _unflushed.Count == 0) return await more.ConfigureAwait(false);
        var waiting = more.AsTask();
        if (await Task.WhenAny(waiting, Task.Delay(LongestUnflushed, _time)).ConfigureAwait(false) != waiting) Attempt(Flush);
        return await waiting.ConfigureAwait(false);
    }

    private void WriteBatch()
    {
        List<Result> results = [];
        while (results.Count < MostAtOnce && _results.Reader.TryRead(out var result)) results.Add(result);
        Attempt(() => ToDisk(results));
        _batch.Clear();
        foreach (var result in results) result.Line.Dispose();
    }

    private void Attempt(Action write)
    {
        if (_broken) return;
        try
        {
            write();
        }
        catch (Exception fault) when (DiskFault.Is(fault))
        {
            _broken = true;
            _stop.Stop($"results can't be written: {fault.Message}");
        }
#pragma warning disable CA1031 // A fault of the program: the run ends with it, instead of waiting for a writer that is gone.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _broken = true;
            _stop.Stop(fault);
        }
    }

    private void ToDisk(List<Result> results)
    {
        using var errors = new Utf8Buffer();
        foreach (var result in results)
        {
            if (result.Figures is null)
            {
                errors.Append(result.Line.Written);
                continue;
            }
            if (!_batch.TryGetValue(result.File, out var lines)) _batch[result.File] = lines = [];
            lines.Add(result.Line.WrittenMemory);
            result.File.Log.Note(result.Id, result.Sample, result.Line.Length);
        }
        foreach (var (file, lines) in _batch)
        {
            file.Log.Append(lines);
            _unflushed.Add(file);
        }
        if (errors.Length > 0) AppendErrors(errors.Written);
        foreach (var result in results) Count(result);
    }

    private void AppendErrors(ReadOnlySpan<byte> lines)
    {
        using var file = File.OpenHandle(_errorsPath, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        RandomAccess.Write(file, lines, RandomAccess.GetLength(file));
    }

    private void Count(Result result)
    {
        if (result.Figures is { } figures)
        {
            result.File.AddScore(result.DataSource, result.Id, figures);
            Volatile.Write(ref _scoreSum, _scoreSum + figures.Score);
            Volatile.Write(ref _scored, _scored + 1);
        }
        else
        {
            result.File.AddFailure(result.DataSource, result.Id);
        }
        if (!result.File.IsDone) return;
        _unflushed.Remove(result.File);
        _complete.Writer.TryWrite(result.File);
    }

    private void Flush()
    {
        foreach (var file in _unflushed) file.Log.Flush();
        _unflushed.Clear();
        _lastFlush = _time.GetTimestamp();
    }

    // Beside the writing: sorting and the wait for the disk must not hold results up.
    private async Task CompleteFilesAsync()
    {
        await foreach (var file in _complete.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            try
            {
                file.Log.Complete();
            }
            catch (Exception fault) when (DiskFault.Is(fault))
            {
                _stop.Stop($"details/{file.Name} can't be brought into order: {fault.Message}");
            }
        }
    }
}
