// How fast tokens come in, over the last seconds.

namespace BootcampEval.Engine.Models;

/// <summary>Counts tokens by the second they came in.</summary>
internal sealed class TokenMeter(TimeProvider time)
{
    private const int Window = 10;

    private readonly long[] _seconds = new long[Window + 2];
    private readonly long[] _counts = new long[Window + 2];
    private readonly long _start = time.GetTimestamp();
    private readonly Lock _lock = new();

    /// <summary>Tokens came in.</summary>
    public void Add(int tokens)
    {
        if (tokens == 0) return;
        lock (_lock)
        {
            var second = Now();
            var slot = second % _counts.Length;
            if (_seconds[slot] != second) (_seconds[slot], _counts[slot]) = (second, 0);
            _counts[slot] += tokens;
        }
    }

    /// <summary>Tokens per second over the last ten seconds, or since the beginning where that is less.</summary>
    public double Rate()
    {
        lock (_lock)
        {
            var elapsed = time.GetElapsedTime(_start).TotalSeconds;
            var now = Now();
            long sum = 0;
            for (var slot = 0; slot < _counts.Length; slot++)
                if (_counts[slot] > 0 && _seconds[slot] > now - Window) sum += _counts[slot];
            return elapsed <= 0 ? 0 : sum / Math.Min(Math.Max(elapsed, 0.001), Window - 1 + elapsed % 1);
        }
    }

    private long Now() => (long)time.GetElapsedTime(_start).TotalSeconds;
}
