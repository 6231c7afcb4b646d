// Which request goes to which server, and when.

namespace BootcampEval.Engine.Models;

/// <summary>
/// Hands out places at the servers: first come, first served, to the least busy server that is well. Work moves away from one that does not
/// answer, and one request at a time tries whether it is back.
/// </summary>
internal sealed class EndpointPool : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly Queue<Waiter> _waiters = new();
    private readonly TimeProvider _time;
    private readonly int _ceiling;
    private readonly ITimer _timer;
    private bool _ticking, _closed;
    private int _inFlight;

    /// <summary>Makes a pool.</summary>
    /// <param name="endpoints">The servers; those that are <see cref="Endpoint.Ready"/> are used.</param>
    /// <param name="ceiling">The most requests in flight, over all servers.</param>
    /// <param name="time">The clock.</param>
    public EndpointPool(IReadOnlyList<Endpoint> endpoints, int ceiling, TimeProvider time)
    {
        Endpoints = endpoints;
        _ceiling = ceiling;
        _time = time;
        _timer = time.CreateTimer(_ => OnTick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The servers.</summary>
    public IReadOnlyList<Endpoint> Endpoints { get; }

    /// <summary>How many requests are in flight.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>How many requests may be in flight at the moment.</summary>
    public int Limit
    {
        get
        {
            lock (_lock)
            {
                var sum = 0L;
                foreach (var endpoint in Endpoints) sum += endpoint is { Ready: true, IsResting: false } ? endpoint.Limit.Current : 0;
                return (int)Math.Clamp(sum, 1, _ceiling);
            }
        }
    }

    /// <summary>Waits for a place.</summary>
    /// <param name="avoid">A server to leave out if another can be had: the one that the try before failed at.</param>
    /// <exception cref="OperationCanceledException">No more places are given.</exception>
    public ValueTask<Lease> AcquireAsync(Endpoint? avoid)
    {
        Waiter waiter;
        lock (_lock)
        {
            if (_closed) throw new OperationCanceledException();
            if (_waiters.Count == 0 && TryPick(avoid) is { } endpoint) return new(Take(endpoint));
            waiter = new(avoid);
            _waiters.Enqueue(waiter);
            EnsureTicking();
        }
        return new(waiter.Served);
    }

    /// <summary>A server has become ready: it is used from now on.</summary>
    public void MarkReady(Endpoint endpoint)
    {
        lock (_lock)
        {
            endpoint.Ready = true;
            Serve();
        }
    }

    /// <summary>No more places are given: whoever waits for one, now or later, is turned away.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            foreach (var waiter in _waiters) waiter.TurnAway();
            _waiters.Clear();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void OnTick()
    {
        lock (_lock)
        {
            foreach (var endpoint in Endpoints)
                if (endpoint.InFlight >= endpoint.Limit.Current) endpoint.Limit.Open();
            Serve();
            if (_waiters.Count > 0) return;
            _ticking = false;
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    // Someone waits: look again soon, for a server may open or end its rest without any request ending.
    private void EnsureTicking()
    {
        if (_ticking) return;
        _ticking = true;
        _timer.Change(Tick, Tick);
    }

    private void Serve()
    {
        while (_waiters.TryPeek(out var next))
        {
            if (TryPick(next.Avoid) is not { } endpoint) return;
            _waiters.Dequeue();
            next.Serve(Take(endpoint));
        }
    }

    private Endpoint? TryPick(Endpoint? avoid)
    {
        if (_inFlight >= _ceiling) return null;
        var now = _time.GetTimestamp();
        var someoneIsWell = false;
        foreach (var endpoint in Endpoints) someoneIsWell |= endpoint is { Ready: true, IsResting: false };
        Endpoint? best = null;
        foreach (var endpoint in Endpoints)
        {
            // With nobody well there is nothing to spare: the samples' own waits between tries are rest enough.
            if (!endpoint.Ready || (someoneIsWell && !endpoint.MayBeAsked(now)) || endpoint.InFlight >= endpoint.Limit.Current) continue;
            if (best is null || IsBetter(endpoint, best)) best = endpoint;
        }
        return best;

        bool IsBetter(Endpoint one, Endpoint other) =>
            (one == avoid) != (other == avoid) ? other == avoid : one.InFlight < other.InFlight;
    }

    private Lease Take(Endpoint endpoint)
    {
        _inFlight++;
        endpoint.InFlight++;
        return new(this, endpoint, endpoint.InFlight, endpoint.Limit.Epoch);
    }

    private void Return(Lease lease)
    {
        _inFlight--;
        lease.Endpoint.InFlight--;
    }

    private void OnAccepted(Lease lease)
    {
        lock (_lock)
        {
            var endpoint = lease.Endpoint;
            endpoint.Answered();
            endpoint.Limit.Accepted(lease.Rank, saturated: _waiters.Count > 0 || endpoint.InFlight >= endpoint.Limit.Current);
            if (_waiters.Count > 0) Serve();
        }
    }

    private void OnEnded(Lease lease, RequestFailure? failure)
    {
        lock (_lock)
        {
            Return(lease);
            var endpoint = lease.Endpoint;
            switch (failure?.Kind)
            {
                case FailureKind.Overloaded:
                    endpoint.Answered();
                    endpoint.Limit.Refused(lease.Rank, endpoint.InFlight);
                    break;
                case FailureKind.SilentBeforeFirstToken:
                    endpoint.Limit.Silent(lease.Epoch);
                    endpoint.WasUnreachable(_time);
                    break;
                case FailureKind.Unreachable:
                    endpoint.WasUnreachable(_time);
                    break;
            }
            Serve();
        }
    }

    /// <summary>A place at a server, given back when its request has ended.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="endpoint">The server.</param>
    /// <param name="rank">How many requests were in flight to it when the place was taken, this one included.</param>
    /// <param name="epoch">The limit's epoch at that time.</param>
    internal sealed class Lease(EndpointPool pool, Endpoint endpoint, int rank, int epoch)
    {
        private bool _accepted;

        /// <summary>The server.</summary>
        public Endpoint Endpoint => endpoint;

        internal int Rank => rank;

        internal int Epoch => epoch;

        /// <summary>The server has begun to answer.</summary>
        public void Accepted()
        {
            if (_accepted) return;
            _accepted = true;
            pool.OnAccepted(this);
        }

        /// <summary>The request has ended; called once.</summary>
        /// <param name="failure">How it failed; null when it did not.</param>
        public void End(RequestFailure? failure) => pool.OnEnded(this, failure);
    }

    private sealed class Waiter(Endpoint? avoid)
    {
        private readonly TaskCompletionSource<Lease> _served = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Endpoint? Avoid => avoid;

        public Task<Lease> Served => _served.Task;

        public void Serve(Lease lease) => _served.SetResult(lease);

        public void TurnAway() => _served.SetCanceled();
    }
}
