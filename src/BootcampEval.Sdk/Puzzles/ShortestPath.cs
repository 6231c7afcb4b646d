// The shortest way from one state to another.

using System.Diagnostics.CodeAnalysis;

namespace BootcampEval.Sdk.Puzzles;

/// <summary>Breadth-first search.</summary>
public static class ShortestPath
{
    /// <summary>A shortest path, both ends included; null when no goal can be reached.</summary>
    /// <param name="start">Where the path starts.</param>
    /// <param name="isGoal">Whether the path may end in a state.</param>
    /// <param name="next">The states one step away. Of several shortest paths the one with the earliest of these is found.</param>
    [SuppressMessage("Naming", "CA1716", Justification = "No other .NET language calls this.")]
    public static List<T>? Find<T>(T start, Func<T, bool> isGoal, Func<T, IEnumerable<T>> next)
        where T : notnull
    {
        var from = new Dictionary<T, T> { [start] = start };
        var open = new Queue<T>([start]);
        while (open.TryDequeue(out var state))
        {
            if (isGoal(state)) return Back(from, state);
            foreach (var reached in next(state))
            {
                if (from.TryAdd(reached, state)) open.Enqueue(reached);
            }
        }
        return null;
    }

    private static List<T> Back<T>(Dictionary<T, T> from, T end)
        where T : notnull
    {
        List<T> path = [end];
        while (!from[path[^1]].Equals(path[^1])) path.Add(from[path[^1]]);
        path.Reverse();
        return path;
    }
}
