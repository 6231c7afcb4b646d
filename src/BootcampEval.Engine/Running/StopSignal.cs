// Ending a run early: whoever finds a reason first, ends it.

namespace BootcampEval.Engine.Running;

/// <summary>Says that no new requests are to be made, and why.</summary>
internal sealed class StopSignal : IDisposable
{
    private readonly CancellationTokenSource _noMore = new();
    private string? _reason;
    private Exception? _fault;

    /// <summary>Cancelled when no new requests are to be made.</summary>
    public CancellationToken NoMore => _noMore.Token;

    /// <summary>Whether the run is to end early.</summary>
    public bool IsStopping => _noMore.IsCancellationRequested;

    /// <summary>Why, for people; null when nothing was wrong but someone wants to stop.</summary>
    public string? Reason => Volatile.Read(ref _reason);

    /// <summary>A fault of the program; null when there is none.</summary>
    public Exception? Fault => Volatile.Read(ref _fault);

    /// <summary>Ends the run.</summary>
    public void Stop(string? reason = null)
    {
        Interlocked.CompareExchange(ref _reason, reason, null);
        _ = _noMore.CancelAsync();
    }

    /// <summary>Ends the run for a fault of the program.</summary>
    public void Stop(Exception fault)
    {
        Interlocked.CompareExchange(ref _fault, fault, null);
        _ = _noMore.CancelAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => _noMore.Dispose();
}
