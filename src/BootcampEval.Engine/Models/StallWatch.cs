// Ends requests that have gone silent. One sweep for all of them: a timer each, set anew with each token, would cost more than the tokens.

namespace BootcampEval.Engine.Models;

/// <summary>Watches the requests in flight and cancels those from which nothing has come for too long.</summary>
internal sealed class StallWatch : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Watched> _requests = [];
    private readonly TimeProvider _time;
    private readonly TimeSpan _longestSilence;
    private readonly TimeSpan? _longestRequest;
    private readonly ITimer _timer;
    private bool _ended;

    /// <summary>Starts to watch.</summary>
    /// <param name="longestSilence">How long a request may be silent.</param>
    /// <param name="longestRequest">How long a request may last in all; null for no bound.</param>
    /// <param name="time">The clock.</param>
    public StallWatch(TimeSpan longestSilence, TimeSpan? longestRequest, TimeProvider time)
    {
        _longestSilence = longestSilence;
        _longestRequest = longestRequest;
        _time = time;
        var shortest = longestRequest is { } bound && bound < longestSilence ? bound : longestSilence;
        var sweep = TimeSpan.FromMilliseconds(Math.Clamp(shortest.TotalMilliseconds / 20, 5, 1000));
        _timer = time.CreateTimer(_ => Sweep(), null, sweep, sweep);
    }

    /// <summary>Begins to watch a request. Dispose what is returned when it ends.</summary>
    public Watched Begin()
    {
        var watched = new Watched(this, _time.GetTimestamp());
        lock (_lock)
        {
            watched.Place = _requests.Count;
            _requests.Add(watched);
            if (_ended) watched.Cancel(StallCause.RunEnded);
        }
        return watched;
    }

    /// <summary>Cancels all requests, and those that begin from now on: the run ends.</summary>
    public void EndAll()
    {
        Watched[] all;
        lock (_lock)
        {
            _ended = true;
            all = [.. _requests];
        }
        foreach (var request in all) request.Cancel(StallCause.RunEnded);
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Sweep()
    {
        List<(Watched Request, StallCause Cause)>? overdue = null;
        lock (_lock)
        {
            foreach (var request in _requests)
            {
                if (_longestRequest is { } bound && _time.GetElapsedTime(request.Began) >= bound) (overdue ??= []).Add((request, StallCause.TooLong));
                else if (_time.GetElapsedTime(request.LastSign) >= _longestSilence) (overdue ??= []).Add((request, StallCause.Silence));
            }
        }
        if (overdue is null) return;
        foreach (var (request, cause) in overdue) request.Cancel(cause);
    }

    private void End(Watched request)
    {
        lock (_lock)
        {
            var last = _requests[^1];
            _requests[request.Place] = last;
            last.Place = request.Place;
            _requests.RemoveAt(_requests.Count - 1);
        }
    }

    /// <summary>A request that is watched.</summary>
    internal sealed class Watched : IDisposable
    {
        // Never disposed: it has no timer and no wait handle, and a sweep may be about to cancel it while its request ends.
        private readonly CancellationTokenSource _cancel = new();
        private readonly StallWatch _watch;
        private long _lastSign;
        private int _cause;

        internal Watched(StallWatch watch, long began)
        {
            _watch = watch;
            Began = began;
            _lastSign = began;
        }

        /// <summary>Where it stands in the list.</summary>
        internal int Place { get; set; }

        /// <summary>When it began.</summary>
        public long Began { get; }

        /// <summary>When something last came from the server.</summary>
        public long LastSign => Volatile.Read(ref _lastSign);

        /// <summary>Cancelled when the request must end.</summary>
        public CancellationToken Token => _cancel.Token;

        /// <summary>Why it was cancelled.</summary>
        public StallCause Cause => (StallCause)Volatile.Read(ref _cause);

        /// <summary>Something came from the server.</summary>
        public void Sign(long now) => Volatile.Write(ref _lastSign, now);

        /// <inheritdoc/>
        public void Dispose() => _watch.End(this);

        // What waits for the token runs on the pool, not within the sweep.
        internal void Cancel(StallCause cause)
        {
            if (Interlocked.CompareExchange(ref _cause, (int)cause, (int)StallCause.None) == (int)StallCause.None) _ = _cancel.CancelAsync();
        }
    }
}

/// <summary>Why a request was cancelled.</summary>
internal enum StallCause
{
    /// <summary>It was not.</summary>
    None,

    /// <summary>Nothing came for too long.</summary>
    Silence,

    /// <summary>It lasted too long in all.</summary>
    TooLong,

    /// <summary>The run ends.</summary>
    RunEnded,
}
