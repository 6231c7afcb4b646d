// Connected areas of a grid: finding them, reading them from a map of labels, and cutting a grid into random ones.

namespace BootcampEval.Sdk.Puzzles;

/// <summary>Connected areas of a grid; cells are connected when they share a side.</summary>
public static class Regions
{
    /// <summary>The cells reached from one through neighbours that pass, the start first, in breadth-first order; the start itself is not asked.</summary>
    public static List<Cell> Flood<T>(Grid<T> grid, Cell start, Func<Cell, bool> passes)
    {
        var reached = new List<Cell> { start };
        var seen = new HashSet<Cell>(reached);
        for (var i = 0; i < reached.Count; i++)
        {
            foreach (var next in grid.Neighbours(reached[i]))
            {
                if (passes(next) && seen.Add(next)) reached.Add(next);
            }
        }
        return reached;
    }

    /// <summary>The maximal connected areas of cells with the same label, in the order of their first cells.</summary>
    public static List<List<Cell>> Components<T>(Grid<T> grid)
        where T : notnull
    {
        var seen = new HashSet<Cell>();
        var components = new List<List<Cell>>();
        foreach (var cell in grid.Cells)
        {
            if (seen.Contains(cell)) continue;
            var component = Flood(grid, cell, next => grid[next].Equals(grid[cell]));
            seen.UnionWith(component);
            components.Add(component);
        }
        return components;
    }

    /// <summary>The cells of each label, connected or not, labels in the order of their first cells.</summary>
    public static Dictionary<T, List<Cell>> ByLabel<T>(Grid<T> grid)
        where T : notnull
    {
        var regions = new Dictionary<T, List<Cell>>();
        foreach (var cell in grid.Cells)
        {
            if (!regions.TryGetValue(grid[cell], out var region)) regions.Add(grid[cell], region = []);
            region.Add(cell);
        }
        return regions;
    }

    /// <summary>Whether cells form one connected area. The empty set does.</summary>
    public static bool IsConnected(IReadOnlyCollection<Cell> cells)
    {
        if (cells.Count == 0) return true;
        var left = new HashSet<Cell>(cells);
        var open = new Stack<Cell>();
        open.Push(cells.First());
        left.Remove(open.Peek());
        while (open.TryPop(out var cell))
        {
            foreach (var next in Around(cell))
            {
                if (left.Remove(next)) open.Push(next);
            }
        }
        return left.Count == 0;
    }

    /// <summary>Cuts a grid into random connected regions, numbered from 0 in the order of their first cells.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="size">Draws the size a region should grow to; it stays smaller when it is boxed in.</param>
    /// <param name="random">The source of chance.</param>
    /// <param name="admits">Whether a region may take in one more cell; null for always.</param>
    public static Grid<int> Partition(int rows, int columns, Func<int> size, PuzzleRandom random, Func<IReadOnlyList<Cell>, Cell, bool>? admits = null)
    {
        var labels = new Grid<int>(rows, columns, _ => -1);
        var next = 0;
        foreach (var seed in random.Shuffled(labels.Cells))
        {
            if (labels[seed] < 0) Grow(labels, seed, next++, size(), random, admits);
        }
        return Renumbered(labels);
    }

    /// <summary>The same regions, numbered from 0 in the order of their first cells.</summary>
    public static Grid<int> Renumbered<T>(Grid<T> labels)
        where T : notnull
    {
        var numbers = new Dictionary<T, int>();
        return labels.Select(label =>
        {
            if (!numbers.TryGetValue(label, out var number)) numbers.Add(label, number = numbers.Count);
            return number;
        });
    }

    private static void Grow(Grid<int> labels, Cell seed, int label, int size, PuzzleRandom random, Func<IReadOnlyList<Cell>, Cell, bool>? admits)
    {
        List<Cell> region = [seed];
        labels[seed] = label;
        while (region.Count < size)
        {
            Cell[] edge = [.. region.SelectMany(labels.Neighbours).Distinct().Where(cell => labels[cell] < 0 && (admits?.Invoke(region, cell) ?? true))];
            if (edge.Length == 0) return;
            var taken = random.Pick(edge);
            labels[taken] = label;
            region.Add(taken);
        }
    }

    private static Cell[] Around(Cell cell) =>
        [new(cell.Row - 1, cell.Column), new(cell.Row, cell.Column - 1), new(cell.Row, cell.Column + 1), new(cell.Row + 1, cell.Column)];
}
