// The cells with a value hang together around a cell that is known to have it.

namespace BootcampEval.Sdk.Puzzles.Constraints;

/// <summary>All cells with a value are connected with a start cell, which has it, by sides of cells with the same value.</summary>
internal sealed class ConnectedRegion(Grid<int> variables, Cell start, int value) : Constraint([.. variables.Cells.Select(cell => variables[cell])])
{
    private readonly bool[] _reached = new bool[variables.Rows * variables.Columns];
    private readonly Stack<Cell> _open = new();

    public override bool Propagate(Domains domains)
    {
        Array.Clear(_reached);
        Reach(domains, start);
        while (_open.TryPop(out var cell))
            foreach (var next in variables.Neighbours(cell)) Reach(domains, next);
        foreach (var cell in variables.Cells)
            if (!_reached[variables.IndexOf(cell)] && !domains.Remove(variables[cell], 1UL << value)) return false;
        return true;
    }

    private void Reach(Domains domains, Cell cell)
    {
        var index = variables.IndexOf(cell);
        if (_reached[index] || (domains[variables[cell]] >> value & 1) == 0) return;
        _reached[index] = true;
        _open.Push(cell);
    }
}
