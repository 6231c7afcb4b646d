// How many requests a server takes at a time, found out from what it does with them.

namespace BootcampEval.Engine.Models;

/// <summary>
/// The number of requests that may be in flight to one server. It opens fast while nothing is refused, falls to what the server has shown to
/// take when it refuses, halves when it goes silent, and feels its way up again, ever more rarely where that has failed.
/// </summary>
/// <remarks>
/// The idea is TCP's (Jacobson 1988: slow start, additive increase, multiplicative decrease), with one thing that a network does not tell: each
/// request knows its rank, the number in flight when it was sent. A server that takes eight at a time refuses the ninth and takes the first; one
/// that fails by chance refuses any. Only the first kind is a reason to send fewer. Not thread-safe: the owner locks.
/// </remarks>
internal sealed class AdaptiveLimit
{
    /// <summary>How many requests are sent at once before the server has answered anything.</summary>
    public const int First = 16;

    private const int MostPatience = 10;

    private readonly int _ceiling;
    private readonly Verdict[] _recent = new Verdict[64];
    private int _nextRecent, _epoch, _patience, _step = 1;
    private long _acceptedSinceChange;
    private bool _closed, _probing;

    /// <summary>Starts with few.</summary>
    /// <param name="ceiling">The most that is ever allowed.</param>
    public AdaptiveLimit(int ceiling)
    {
        _ceiling = ceiling;
        Current = Math.Min(ceiling, First);
    }

    /// <summary>How many may be in flight.</summary>
    public int Current { get; private set; }

    /// <summary>Whether the server has never refused or gone silent: the limit opens fast.</summary>
    public bool IsOpening => !_closed && Current < _ceiling;

    /// <summary>Stands for the time since the last fall: a request that was sent before it says nothing new.</summary>
    public int Epoch => _epoch;

    /// <summary>A request was taken by the server.</summary>
    /// <param name="rank">How many were in flight when it was sent, itself included.</param>
    /// <param name="saturated">Whether more would have been sent, had the limit allowed it.</param>
    public void Accepted(int rank, bool saturated)
    {
        Remember(rank, refused: false);
        if (!saturated || Current >= _ceiling) return;
        if (!_closed)
        {
            Current++;
            return;
        }
        if (++_acceptedSinceChange < (long)Current << _patience) return;
        _acceptedSinceChange = 0;
        if (_probing)
        {
            // The last step up held: go on faster.
            _patience = Math.Max(0, _patience - 1);
            _step = Math.Min(_step * 2, Math.Max(1, Current));
        }
        _probing = true;
        Current = Math.Min(_ceiling, Current + _step);
    }

    /// <summary>A request was refused because the server has too many.</summary>
    /// <param name="rank">How many were in flight when it was sent, itself included.</param>
    /// <param name="remaining">How many are in flight without it.</param>
    public void Refused(int rank, int remaining)
    {
        Remember(rank, refused: true);
        if (IsChance(rank)) return;
        _closed = true;
        if (_probing) _patience = Math.Min(MostPatience, _patience + 2);
        Fall(Math.Min(rank - 1, remaining));
    }

    /// <summary>A request got no sign of life for too long.</summary>
    /// <param name="epoch">The <see cref="Epoch"/> when it was sent.</param>
    public void Silent(int epoch)
    {
        _closed = true;
        if (epoch == _epoch) Fall(Current / 2);
    }

    /// <summary>Time has passed and nothing was refused: a server that takes long to answer must not keep the limit low.</summary>
    public void Open()
    {
        if (!_closed) Current = (int)Math.Min(_ceiling, Current * 2L);
    }

    private void Fall(int limit)
    {
        _epoch++;
        _acceptedSinceChange = 0;
        _probing = false;
        _step = 1;
        Current = Math.Max(1, Math.Min(Current, limit));
    }

    // More of the recent requests of this rank or above were taken than refused: it is not their number that the server minds.
    private bool IsChance(int rank)
    {
        int taken = 0, refused = 0;
        foreach (var verdict in _recent)
        {
            if (verdict.Rank < rank) continue;
            if (verdict.Refused) refused++;
            else taken++;
        }
        return taken > refused;
    }

    private void Remember(int rank, bool refused)
    {
        _recent[_nextRecent] = new(rank, refused);
        _nextRecent = (_nextRecent + 1) % _recent.Length;
    }

    private readonly record struct Verdict(int Rank, bool Refused);
}
