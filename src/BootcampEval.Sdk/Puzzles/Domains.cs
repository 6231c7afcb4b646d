// What is still possible for each variable of a finite-domain model, with an undo trail: the ground that constraints work on.

using System.Numerics;

namespace BootcampEval.Sdk.Puzzles;

/// <summary>
/// The values still possible for each variable during a search: bit v of a variable's mask is set while it may take the value v (0 to 63).
/// </summary>
/// <remarks>Handed to <see cref="Constraint.Propagate"/>. Every change is remembered, so that the search can take it back.</remarks>
public sealed class Domains
{
    private readonly ulong[] _masks;
    private readonly int[] _states;
    private readonly int[] _stamps;
    private readonly int[][] _watchers;
    private readonly Constraint[] _constraints;
    private readonly int[] _queue;
    private readonly bool[] _queued;
    private int _queueStart, _queueLength;
    private (int Index, ulong Old)[] _trail = new (int, ulong)[256];
    private int _trailLength;
    private int _stamp;
    private int _running = -1;

    internal Domains(ulong[] masks, int[] states, Constraint[] constraints)
    {
        _masks = masks;
        _states = states;
        _stamps = new int[masks.Length + states.Length];
        _constraints = constraints;
        _queue = new int[constraints.Length];
        _queued = new bool[constraints.Length];
        var watchers = new List<int>[masks.Length];
        for (var i = 0; i < masks.Length; i++) watchers[i] = [];
        for (var i = 0; i < constraints.Length; i++)
            foreach (var variable in constraints[i].Scope) watchers[variable].Add(i);
        _watchers = [.. watchers.Select(list => list.ToArray())];
    }

    /// <summary>The values a variable may still take, one bit each.</summary>
    public ulong this[int variable] => _masks[variable];

    /// <summary>Whether one value is left.</summary>
    public bool IsFixed(int variable) => BitOperations.IsPow2(_masks[variable]);

    /// <summary>The smallest value left: the value of a fixed variable.</summary>
    public int Least(int variable) => BitOperations.TrailingZeroCount(_masks[variable]);

    /// <summary>The largest value left.</summary>
    public int Most(int variable) => BitOperations.Log2(_masks[variable]);

    /// <summary>Number of values left.</summary>
    public int Size(int variable) => BitOperations.PopCount(_masks[variable]);

    /// <summary>Keeps only the values of a mask. False when none is left: the constraint is broken.</summary>
    public bool Keep(int variable, ulong values)
    {
        var old = _masks[variable];
        var kept = old & values;
        if (kept == old) return true;
        if (kept == 0) return false;
        if (_stamps[variable] != _stamp) Remember(variable, old);
        _masks[variable] = kept;
        foreach (var watcher in _watchers[variable])
        {
            if (!_queued[watcher] && watcher != _running) Enqueue(watcher);
        }
        return true;
    }

    /// <summary>Removes the values of a mask. False when none is left.</summary>
    public bool Remove(int variable, ulong values) => Keep(variable, ~values);

    /// <summary>Fixes a value. False when it was not possible any more.</summary>
    public bool Fix(int variable, int value) => Keep(variable, 1UL << value);

    /// <summary>A number a constraint keeps between calls; it is taken back together with the domains. See <see cref="FiniteDomain.NewState"/>.</summary>
    public int State(int slot) => _states[slot];

    /// <summary>Sets a number kept between calls.</summary>
    public void SetState(int slot, int value)
    {
        var index = _masks.Length + slot;
        if (_stamps[index] != _stamp) Remember(index, (ulong)_states[slot]);
        _states[slot] = value;
    }

    /// <summary>Starts a new layer of changes and returns the mark to undo it with.</summary>
    internal int Mark()
    {
        _stamp++;
        return _trailLength;
    }

    /// <summary>Takes back all changes since a mark.</summary>
    internal void Undo(int mark)
    {
        while (_trailLength > mark)
        {
            var (index, old) = _trail[--_trailLength];
            if (index < _masks.Length) _masks[index] = old;
            else _states[index - _masks.Length] = (int)old;
        }
        _stamp++;
        DropQueue();
    }

    /// <summary>Forgets how to take changes back: they hold from now on.</summary>
    internal void Commit() => _trailLength = 0;

    internal void EnqueueAll()
    {
        for (var i = 0; i < _constraints.Length; i++)
            if (!_queued[i]) Enqueue(i);
    }

    /// <summary>Lets constraints draw conclusions until nothing changes. The broken constraint, or null.</summary>
    internal Constraint? Propagate()
    {
        while (_queueLength > 0)
        {
            var next = _queue[_queueStart];
            _queueStart = _queueStart + 1 == _queue.Length ? 0 : _queueStart + 1;
            _queueLength--;
            _queued[next] = false;
            var constraint = _constraints[next];
            _running = constraint.IsIdempotent ? next : -1;
            var holds = constraint.Propagate(this);
            _running = -1;
            if (holds) continue;
            DropQueue();
            return constraint;
        }
        return null;
    }

    private void Enqueue(int constraint)
    {
        var end = _queueStart + _queueLength++;
        _queue[end >= _queue.Length ? end - _queue.Length : end] = constraint;
        _queued[constraint] = true;
    }

    private void DropQueue()
    {
        if (_queueLength == 0) return;
        _queueLength = 0;
        Array.Clear(_queued);
    }

    private void Remember(int index, ulong old)
    {
        if (_trailLength == _trail.Length) Array.Resize(ref _trail, 2 * _trail.Length);
        _trail[_trailLength++] = (index, old);
        _stamps[index] = _stamp;
    }
}
