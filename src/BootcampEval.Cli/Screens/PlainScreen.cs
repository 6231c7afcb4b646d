// Progress for logs and pipes: a line now and then.

using BootcampEval.Engine.Running;

namespace BootcampEval.Cli.Screens;

/// <summary>Writes the state of a run as lines, ten seconds apart.</summary>
/// <param name="output">Where to.</param>
/// <param name="time">The clock.</param>
internal sealed class PlainScreen(TextWriter output, TimeProvider time) : RunScreen
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public override async Task FollowAsync(Func<RunProgress> progress, CancellationToken ended)
    {
        using var ticks = new PeriodicTimer(s_pause, time);
        try
        {
            while (await ticks.WaitForNextTickAsync(ended))
                if (progress() is { Phase: RunPhase.Running or RunPhase.Stopping } run) Say(Line(run));
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    /// <inheritdoc/>
    public override void Say(string line) => output.WriteLine(line);

    private static string Line(RunProgress run) => $"{Duration.Clock(run.Elapsed)} {Count(run.Done, run.Total)}, {Figures(run)}, left {Left(run.Remaining)}";
}
