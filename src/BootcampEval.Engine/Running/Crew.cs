// Workers that come and go, so that those waiting to try again hold no place of work.

namespace BootcampEval.Engine.Running;

/// <summary>
/// Runs a piece of work in many asynchronous workers at a time, each until it finds nothing more to do. While some only wait, as many others
/// take their places, up to twice the number; when they come back, surplus workers leave.
/// </summary>
internal sealed class Crew
{
    private readonly int _size;
    private readonly Func<int> _waiting;
    private readonly Func<Task<bool>> _work;
    private readonly TaskCompletionSource _allLeft = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _workers;

    /// <summary>Makes a crew.</summary>
    /// <param name="size">How many workers are to be at work.</param>
    /// <param name="waiting">How many of them only wait at the moment.</param>
    /// <param name="work">One piece of work; false when there is none left. Must not throw.</param>
    public Crew(int size, Func<int> waiting, Func<Task<bool>> work)
    {
        _size = size;
        _waiting = waiting;
        _work = work;
    }

    /// <summary>Works until nothing is left to do.</summary>
    public Task RunAsync()
    {
        _workers = _size;
        for (var worker = 0; worker < _size; worker++) _ = WorkAsync();
        return _allLeft.Task;
    }

    /// <summary>One of the workers begins to wait: another may take its place.</summary>
    public void Relieve()
    {
        while (true)
        {
            var workers = Volatile.Read(ref _workers);
            if (workers - _waiting() >= _size || workers >= 2 * _size) return;
            if (Interlocked.CompareExchange(ref _workers, workers + 1, workers) != workers) continue;
            _ = WorkAsync();
            return;
        }
    }

    private async Task WorkAsync()
    {
        await Task.Yield();
        while (await _work().ConfigureAwait(false))
            if (TryLeave()) return;
        Leave();
    }

    private bool TryLeave()
    {
        while (true)
        {
            var workers = Volatile.Read(ref _workers);
            if (workers - _waiting() <= _size) return false;
            if (Interlocked.CompareExchange(ref _workers, workers - 1, workers) == workers) return true;
        }
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _workers) == 0) _allLeft.SetResult();
    }
}
