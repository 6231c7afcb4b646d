// Ctrl-C, once and twice.

using System.Runtime.InteropServices;

namespace BootcampEval.Cli.CommandLine;

/// <summary>Takes Ctrl-C and the request to terminate while it lives: the first asks for an orderly end, the second for an end now.</summary>
/// <remarks>Of several that live at a time, each takes them.</remarks>
internal sealed class Interrupts : IDisposable
{
    private readonly int _most;
    private readonly CancellationTokenSource _first = new();
    private readonly CancellationTokenSource _second = new();
    private readonly PosixSignalRegistration[] _registrations;
    private int _count;

    /// <summary>Begins to take them.</summary>
    /// <param name="most">How many are taken. The next is left to the system, which ends the process.</param>
    public Interrupts(int most = 2)
    {
        _most = most;
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Take), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Take)];
    }

    /// <summary>Cancelled by the first.</summary>
    public CancellationToken First => _first.Token;

    /// <summary>Cancelled by the second.</summary>
    public CancellationToken Second => _second.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _first.Dispose();
        _second.Dispose();
    }

    private void Take(PosixSignalContext context)
    {
        var count = Interlocked.Increment(ref _count);
        if (count > _most) return;
        context.Cancel = true;
        (count == 1 ? _first : _second).Cancel();
    }
}

/// <summary>Waiting for a token.</summary>
internal static class CancellationWait
{
    /// <summary>Ends when the token is cancelled.</summary>
    public static Task WaitAsync(this CancellationToken token)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        token.Register(cancelled.SetResult);
        return cancelled.Task;
    }
}
