// The chosen edges of a graph form one closed loop.

namespace BootcampEval.Sdk.Puzzles.Constraints;

/// <summary>
/// The edges whose variable is 1 form one closed loop, or there are none. That every node has no or two chosen edges is part of it.
/// </summary>
/// <param name="edges">For each edge its variable (0 or 1) and its two nodes, counted from 0.</param>
/// <param name="nodes">Number of nodes.</param>
internal sealed class OneLoop(IReadOnlyList<(int Variable, int From, int To)> edges, int nodes) : Constraint([.. edges.Select(edge => edge.Variable)])
{
    private readonly (int Variable, int From, int To)[] _edges = [.. edges];
    private readonly int[] _chosen = new int[nodes], _open = new int[nodes], _root = new int[nodes];

    public override bool Propagate(Domains domains)
    {
        while (true)
        {
            Count(domains);
            if (!KeepDegrees(domains, out var changed)) return false;
            if (!changed) break;
        }
        return KeepOneLoop(domains);
    }

    private void Count(Domains domains)
    {
        Array.Clear(_chosen);
        Array.Clear(_open);
        foreach (var (variable, from, to) in _edges)
        {
            if (domains[variable] == 0b10)
            {
                _chosen[from]++;
                _chosen[to]++;
            }
            else if (domains[variable] == 0b11)
            {
                _open[from]++;
                _open[to]++;
            }
        }
    }

    // A node with two chosen edges takes no more; one with a single chosen edge needs another; one with a single open edge and none chosen has none.
    private bool KeepDegrees(Domains domains, out bool changed)
    {
        changed = false;
        for (var node = 0; node < _chosen.Length; node++)
            if (_chosen[node] > 2 || (_chosen[node] == 1 && _open[node] == 0)) return false;
        foreach (var (variable, from, to) in _edges)
        {
            if (domains[variable] != 0b11) continue;
            var refused = Refuses(from) || Refuses(to);
            var needed = Needs(from) || Needs(to);
            if (!refused && !needed) continue;
            if (refused && needed) return false;
            domains.Keep(variable, needed ? 0b10UL : 0b01UL);
            changed = true;
        }
        return true;
    }

    private bool Refuses(int node) => _chosen[node] == 2 || (_chosen[node] == 0 && _open[node] == 1);

    private bool Needs(int node) => _chosen[node] == 1 && _open[node] == 1;

    // An edge that closes the loop while another piece exists is impossible; a closed loop leaves no other edge.
    private bool KeepOneLoop(Domains domains)
    {
        for (var node = 0; node < _root.Length; node++) _root[node] = node;
        var (pieces, closed) = (0, false);
        foreach (var (variable, from, to) in _edges)
        {
            if (domains[variable] != 0b10) continue;
            var (a, b) = (RootOf(from), RootOf(to));
            if (a == b)
            {
                closed = true;
                continue;
            }
            _root[a] = b;
        }
        for (var node = 0; node < _root.Length; node++)
            if (_chosen[node] > 0 && RootOf(node) == node) pieces++;
        if (closed && pieces > 1) return false;
        foreach (var (variable, from, to) in _edges)
        {
            if (domains[variable] != 0b11) continue;
            var closes = _chosen[from] == 1 && _chosen[to] == 1 && RootOf(from) == RootOf(to);
            if ((closed || (closes && pieces > 1)) && !domains.Keep(variable, 0b01)) return false;
        }
        return true;
    }

    private int RootOf(int node)
    {
        while (_root[node] != node) node = _root[node] = _root[_root[node]];
        return node;
    }
}
