// Work on all cores whose results come in the order of what went in.

using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace BootcampEval.Engine.Running;

/// <summary>Maps a stream on the thread pool, in order and in bounded memory.</summary>
internal static class OrderedParallel
{
    private const int BatchSize = 64;

    /// <summary>The results of <paramref name="map"/>, in the order of <paramref name="source"/>. At most a few batches are held at a time.</summary>
    public static async IAsyncEnumerable<TOut> SelectAsync<TIn, TOut>(
        IEnumerable<TIn> source, Func<TIn, TOut> map, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var queue = Channel.CreateBounded<Task<TOut[]>>(Environment.ProcessorCount * 2);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reading = Task.Run(() => ReadAsync(source, map, queue.Writer, ended.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in queue.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
                foreach (var result in await batch.ConfigureAwait(false)) yield return result;
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // What it threw came through the queue.
        }
    }

    private static async Task ReadAsync<TIn, TOut>(IEnumerable<TIn> source, Func<TIn, TOut> map, ChannelWriter<Task<TOut[]>> queue, CancellationToken cancellation)
    {
        try
        {
            foreach (var batch in source.Chunk(BatchSize))
                await queue.WriteAsync(Task.Run(() => Array.ConvertAll(batch, item => map(item)), cancellation), cancellation).ConfigureAwait(false);
            queue.Complete();
        }
        catch (Exception fault)
        {
            queue.Complete(fault);
            throw;
        }
    }
}
