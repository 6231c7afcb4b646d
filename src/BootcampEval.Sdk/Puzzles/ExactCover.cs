// Exact cover by dancing links: choose options so that every item is covered once. For tilings and divisions of a grid.

namespace BootcampEval.Sdk.Puzzles;

/// <summary>
/// An exact cover problem: primary items must be covered by exactly one chosen option, secondary items by at most one.
/// </summary>
/// <remarks>Knuth's Algorithm X with dancing links (2000; secondary items as in TAOCP 7.2.2.1), without recursion.</remarks>
public sealed class ExactCover
{
    private readonly int _items;
    private readonly int _primary;
    private readonly List<int> _left = [], _right = [], _up = [], _down = [], _header = [], _option = [];
    private readonly int[] _size;
    private int _options;

    /// <summary>Makes a problem without options.</summary>
    /// <param name="primary">Number of items that must be covered: 0 to primary - 1.</param>
    /// <param name="secondary">Number of items that may be covered: primary to primary + secondary - 1.</param>
    public ExactCover(int primary, int secondary = 0)
    {
        _primary = primary;
        _items = primary + secondary;
        _size = new int[_items + 1];
        // Node 0 is the root; node i + 1 heads item i. Only primary heads are linked to the root.
        for (var node = 0; node <= _items; node++)
        {
            var linked = node <= primary;
            AppendNode(linked ? (node == 0 ? primary : node - 1) : node, linked ? (node == primary ? 0 : node + 1) : node, node, node, node, -1);
        }
    }

    /// <summary>Adds an option and returns its number, counted from 0.</summary>
    /// <param name="items">The items it covers, no item twice, at least one.</param>
    public int Add(params ReadOnlySpan<int> items)
    {
        var first = _left.Count;
        for (var i = 0; i < items.Length; i++)
        {
            var header = items[i] + 1;
            ArgumentOutOfRangeException.ThrowIfNotEqual((uint)items[i] < (uint)_items, true, nameof(items));
            var node = first + i;
            AppendNode(i == 0 ? first + items.Length - 1 : node - 1, i == items.Length - 1 ? first : node + 1, _up[header], header, header, _options);
            _down[_up[header]] = node;
            _up[header] = node;
            _size[header]++;
        }
        return _options++;
    }

    /// <summary>Searches for covers.</summary>
    /// <param name="most">Stop after this many.</param>
    /// <param name="random">Try options in random order; null for the same order each time.</param>
    /// <param name="nodeBudget">Give up after this many options tried.</param>
    /// <returns>Each solution holds the numbers of its options, in the order chosen.</returns>
    public SearchResult Search(int most = 1, PuzzleRandom? random = null, long nodeBudget = 10_000_000)
    {
        List<int[]> solutions = [];
        // Per depth: the item being covered, its options in the order to try, and how many were tried.
        var levels = new List<(int Header, int[] Nodes, int Tried)>();
        long nodes = 0;
        var descend = true;
        while (true)
        {
            if (descend && _right[0] == 0)
            {
                solutions.Add([.. levels.Select(level => _option[level.Nodes[level.Tried - 1]])]);
                descend = false;
                if (solutions.Count >= most) return Stop(false);
            }
            if (descend)
            {
                var header = ChooseItem();
                levels.Add((header, NodesOf(header, random), 0));
                Cover(header);
            }
            else if (levels.Count == 0)
            {
                return new(solutions, nodes, true);
            }
            descend = TryNext(levels, ref nodes);
            if (nodes > nodeBudget) return Stop(false);
        }

        SearchResult Stop(bool exhausted)
        {
            while (levels.Count > 0) Leave(levels);
            return new(solutions, nodes, exhausted);
        }
    }

    /// <summary>Takes back the option tried at the deepest level and tries the next one; leaves the level when there is none.</summary>
    private bool TryNext(List<(int Header, int[] Nodes, int Tried)> levels, ref long nodes)
    {
        var (header, candidates, tried) = levels[^1];
        if (tried == candidates.Length)
        {
            Leave(levels);
            return false;
        }
        if (tried > 0) UncoverOthers(candidates[tried - 1]);
        CoverOthers(candidates[tried]);
        levels[^1] = (header, candidates, tried + 1);
        nodes++;
        return true;
    }

    private void Leave(List<(int Header, int[] Nodes, int Tried)> levels)
    {
        var (header, candidates, tried) = levels[^1];
        if (tried > 0) UncoverOthers(candidates[tried - 1]);
        Uncover(header);
        levels.RemoveAt(levels.Count - 1);
    }

    private int ChooseItem()
    {
        var best = _right[0];
        for (var header = _right[best]; header != 0; header = _right[header])
        {
            if (_size[header] < _size[best]) best = header;
        }
        return best;
    }

    private int[] NodesOf(int header, PuzzleRandom? random)
    {
        var nodes = new int[_size[header]];
        var node = _down[header];
        for (var i = 0; i < nodes.Length; i++, node = _down[node]) nodes[i] = node;
        random?.Shuffle(nodes.AsSpan());
        return nodes;
    }

    private void CoverOthers(int node)
    {
        for (var other = _right[node]; other != node; other = _right[other]) Cover(_header[other]);
    }

    private void UncoverOthers(int node)
    {
        for (var other = _left[node]; other != node; other = _left[other]) Uncover(_header[other]);
    }

    private void Cover(int header)
    {
        _left[_right[header]] = _left[header];
        _right[_left[header]] = _right[header];
        for (var row = _down[header]; row != header; row = _down[row])
            for (var node = _right[row]; node != row; node = _right[node])
            {
                _up[_down[node]] = _up[node];
                _down[_up[node]] = _down[node];
                _size[_header[node]]--;
            }
    }

    private void Uncover(int header)
    {
        for (var row = _up[header]; row != header; row = _up[row])
            for (var node = _left[row]; node != row; node = _left[node])
            {
                _size[_header[node]]++;
                _up[_down[node]] = node;
                _down[_up[node]] = node;
            }
        _left[_right[header]] = header;
        _right[_left[header]] = header;
    }

    private void AppendNode(int left, int right, int up, int down, int header, int option)
    {
        _left.Add(left);
        _right.Add(right);
        _up.Add(up);
        _down.Add(down);
        _header.Add(header);
        _option.Add(option);
    }
}
