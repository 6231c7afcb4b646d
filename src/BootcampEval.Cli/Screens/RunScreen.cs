// What a person sees while a run goes on.

using System.Globalization;
using BootcampEval.Engine.Running;

namespace BootcampEval.Cli.Screens;

/// <summary>Shows the state of a run on standard error, and lines of news without disturbing it.</summary>
internal abstract class RunScreen
{
    /// <summary>Shows the run until told that it has ended.</summary>
    public abstract Task FollowAsync(Func<RunProgress> progress, CancellationToken ended);

    /// <summary>Shows a line of news.</summary>
    public abstract void Say(string line);

    /// <summary>The screen that suits standard error.</summary>
    public static RunScreen ForStandardError() => Terminal.CanRedraw ? new LiveScreen() : new PlainScreen(Console.Error, TimeProvider.System);

    /// <summary>A time left, or a dash while it is unknown.</summary>
    protected static string Left(TimeSpan? time) => time is { } known ? Duration.Clock(known) : "-";

    /// <summary>The figures of a run: <c>in flight 128/128, 1,234 tokens/s, mean 0.7134, failed 3</c>.</summary>
    protected static string Figures(RunProgress run)
    {
        var mean = run.MeanScore is { } score ? score.ToString("0.0000", CultureInfo.InvariantCulture) : "-";
        var waiting = run.Waiting == 0 ? "" : $", {run.Waiting} waiting to be tried again";
        return string.Create(CultureInfo.InvariantCulture,
            $"in flight {run.InFlight}/{run.Limit}{waiting}, {run.TokensPerSecond:#,0} tokens/s, mean {mean}, failed {run.Failed:#,0}");
    }

    /// <summary>Done and total: <c>1,234/5,488 22.5%</c>.</summary>
    protected static string Count(long done, long total) =>
        string.Create(CultureInfo.InvariantCulture, $"{done:#,0}/{total:#,0} {Fraction(done, total):0.0%}");

    /// <summary>The part that is done, 0 to 1.</summary>
    protected static double Fraction(long done, long total) => total == 0 ? 1 : (double)done / total;
}
