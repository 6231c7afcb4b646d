// Progress for a terminal, redrawn in place.

using BootcampEval.Engine.Running;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace BootcampEval.Cli.Screens;

/// <summary>Redraws the state of a run ten times a second: an overall bar, the figures, and a line for each file under way.</summary>
internal sealed class LiveScreen : RunScreen
{
    private const int BarWidth = 40, MostFiles = 12;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);
    private readonly IAnsiConsole _console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });

    /// <inheritdoc/>
    public override Task FollowAsync(Func<RunProgress> progress, CancellationToken ended) =>
        _console.Live(new Text("")).AutoClear(true).Overflow(VerticalOverflow.Crop).StartAsync(async live =>
        {
            using var ticks = new PeriodicTimer(s_pause);
            try
            {
                while (await ticks.WaitForNextTickAsync(ended)) live.UpdateTarget(Drawn(progress()));
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                // The run is over: the drawing is cleared, and the table follows.
            }
        });

    /// <inheritdoc/>
    public override void Say(string line) => _console.WriteLine(line);

    private static Rows Drawn(RunProgress run)
    {
        List<IRenderable> lines =
        [
            new Markup($"{Bar(run.Done, run.Total, "green")} [bold]{Count(run.Done, run.Total)}[/]  {Duration.Clock(run.Elapsed)} left {Left(run.Remaining)}"),
            new Markup($"{Phase(run.Phase)} {Markup.Escape(Figures(run))}"),
        ];
        FileProgress[] underWay = [.. run.Files.Where(file => file is { Started: true, Finished: false })];
        if (underWay.Length > 0)
        {
            var files = new Grid().AddColumns(4);
            foreach (var file in underWay.Take(MostFiles))
                files.AddRow(Markup.Escape(file.Name), Bar(file.Done, file.Total, "blue"), Count(file.Done, file.Total), $"left {Left(file.Remaining)}");
            lines.Add(files);
        }
        if (underWay.Length > MostFiles) lines.Add(new Markup($"[grey]and {underWay.Length - MostFiles} more files[/]"));
        return new(lines);
    }

    private static string Phase(RunPhase phase) => phase switch
    {
        RunPhase.Checking => "[yellow]checking the test files:[/]",
        RunPhase.WaitingForService => "[yellow]waiting for the service:[/]",
        RunPhase.Stopping => "[yellow]stopping (Ctrl-C again stops now):[/]",
        RunPhase.Reporting => "[yellow]writing reports:[/]",
        _ => "",
    };

    private static string Bar(long done, long total, string colour)
    {
        var filled = (int)(Fraction(done, total) * BarWidth);
        return $"[{colour}]{new string('━', filled)}[/][grey]{new string('─', BarWidth - filled)}[/]";
    }
}
