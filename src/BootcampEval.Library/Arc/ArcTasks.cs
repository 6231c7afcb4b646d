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
        new CompleteFlowers(), // 11852cab
        new BarsAndSquares(), // 150deff5
        new MoveToTheFixedRow(), // 1caeab9d
        new TrailsOfBlocks(), // 1f0c79e5
        new FillBetweenSides(), // 22168020
        new SquaresAtFreeCorners(), // 22233c11
        new MoveIntoHoles(), // 228f6490
        new FreeLanes(), // 2bee17df
        new FirstThird(), // 2dee498d
        new RingAroundTheOnlyOne(), // 31aa019c
        new NoiseInsideTheBlock(), // 32597951
        new MostFrequentShape(), // 39a8645d
        new MirrorFourWays(), // 3af2c5a8
        new GrowLikeTheModel(), // 447fd412
        new FillRectangles(), // 50cb2852
        new DiagonalCross(), // 623ea044
        new UpsideDown(), // 68b16354
        new TurnLikeTheModel(), // 6aa20dc0
        new LinesIntoTheChevron(), // 6d58a25d
        new FillTheBox(), // 6d75e8bb
        new ColourBySize(), // 6e82a1ae
        new MirrorBelow(), // 6fa7a44f
        new CutOutMirrored(), // 7468f01a
        new QuadrantsOverlaid(), // 75b8110e
        new ClosedLoops(), // 810b9b61
        new StepDownBelowStripes(), // 834ec97d
        new StripesRightOfDot(), // 8403a5d5
        new CopyShapeToDots(), // 88a10436
        new TileUpAndDown(), // 8eb1be9a
        new PatternOfItself(), // 8f2ea7aa
        new CopiesByCount(), // 91413438
        new FrameInsideDots(), // 928ad970
        new PlugHoles(), // 97a05b5b
        new MoveIntoCorners(), // a1570a43
        new StairsAlongBar(), // a65b410d
        new CropToContent(), // a740d043
        new LinesPastTriangles(), // a78176bb
        new RecolourByDot(), // aabf363d
        new ShapeWithMostOnes(), // ae4f1146
        new BeamsFromDots(), // b527c5c6
        new RepairMirrorImage(), // b8825c91
        new SlideRow(), // bbc9ae5d
        new MirrorBeside(), // c9e6f938
        new ColourByEdge(), // c9f8e694
        new ContinueAndShift(), // caa06a1f
        new GrowDots(), // ce22a75a
        new HalveBars(), // ce9e57f2
        new DiagonalsAcrossGrounds(), // d07ae81c
        new KeepMiddleColumn(), // d23f8c26
        new SidestepObstacles(), // d9f24cd1
        new CentreOfRing(), // d9fac9be
        new UniteHalves(), // dae9d2b5
        new StripedPyramid(), // db3e9e38
        new HaloAndShadow(), // db93a21d
        new ConnectDots(), // dbc1a6ce
        new ColourByFacingDot(), // ddf7fa4f
        new FillRooms(), // e73095fd
        new WeaveWithMirror(), // e9afcf9a
        new ShootAtLines(), // ecdecbb3
        new CompleteMirrorImage(), // f25ffba3
    ];

    private static readonly FrozenDictionary<string, ArcTask> ByKey = All.ToFrozenDictionary(task => task.Key);

    /// <summary>The task with a key; null when there is none.</summary>
    public static ArcTask? WithKey(string key) => ByKey.GetValueOrDefault(key);
}
