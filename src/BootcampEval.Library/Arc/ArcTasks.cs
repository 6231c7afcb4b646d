// The Arc tasks, kept by hand: one line each, in the order of their keys.

using System.Collections.Frozen;
using BootcampEval.Library.Arc.Tasks;

namespace BootcampEval.Library.Arc;

/// <summary>All Arc tasks.</summary>
internal static class ArcTasks
{
    /// <summary>The tasks, in the order of their keys.</summary>
    public static IReadOnlyList<ArcTask> All { get; } =
    [
        new MirrorBelow(), // 6fa7a44f
    ];

    private static readonly FrozenDictionary<string, ArcTask> ByKey = All.ToFrozenDictionary(task => task.Key);

    /// <summary>The task with a key; null when there is none.</summary>
    public static ArcTask? WithKey(string key) => ByKey.GetValueOrDefault(key);
}
