// Reports draw every sample: whatever a model wrote, there is a picture or none, and no fault.

using System.Diagnostics;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests;

public sealed class DrawingTests
{
    // What this guards against takes minutes or for ever; a busy machine may stall for longer than a drawing takes.
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(5);

    public static TheoryData<string> Names => Bootcamps.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_text_can_be_drawn(string name)
    {
        var bootcamp = Bootcamps.Named(name);
        var problem = ProblemSource.Of(bootcamp, seed: 7, level: 2).First();
        if (bootcamp.Draw(problem.GroundTruth) is not { } puzzle) return;
        foreach (var text in HostileTexts.Around(bootcamp.Solve(problem.GroundTruth)!))
        {
            var start = Stopwatch.GetTimestamp();
            var picture = bootcamp.Draw(problem.GroundTruth, text);
            Assert.True(Stopwatch.GetElapsedTime(start) < Hang, $"{text.Length} characters beginning {text[..Math.Min(60, text.Length)]}");
            Assert.Equal((puzzle.Rows, puzzle.Columns), (picture!.Rows, picture.Columns));
        }
    }
}
