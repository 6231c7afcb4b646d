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
        new AlternatingStripes(), // 0a938d79
        new PairedColours(), // 0d3d703e
        new FillBetweenSides(), // 22168020
        new SquaresAtFreeCorners(), // 22233c11
        new FreeLanes(), // 2bee17df
        new FirstThird(), // 2dee498d
        new RingAroundTheOnlyOne(), // 31aa019c
        new NoiseInsideTheBlock(), // 32597951
        new MostFrequentShape(), // 39a8645d
        new MirrorFourWays(), // 3af2c5a8
        new FillRectangles(), // 50cb2852
        new DiagonalCross(), // 623ea044
        new UpsideDown(), // 68b16354
        new FillTheBox(), // 6d75e8bb
        new ColourBySize(), // 6e82a1ae
        new MirrorBelow(), // 6fa7a44f
        new CutOutMirrored(), // 7468f01a
        new ClosedLoops(), // 810b9b61
    ];

    private static readonly FrozenDictionary<string, ArcTask> ByKey = All.ToFrozenDictionary(task => task.Key);

    /// <summary>The task with a key; null when there is none.</summary>
    public static ArcTask? WithKey(string key) => ByKey.GetValueOrDefault(key);
}
