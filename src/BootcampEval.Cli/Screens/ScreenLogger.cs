// Log messages, for people, on standard error.

using Microsoft.Extensions.Logging;

namespace BootcampEval.Cli.Screens;

/// <summary>Shows log messages of at least one level on a run's screen.</summary>
internal sealed class ScreenLogger(RunScreen screen, LogLevel least) : ILogger
{
    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel != LogLevel.None;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel)) return;
        var mark = logLevel switch
        {
            LogLevel.Warning => "warning: ",
            LogLevel.Error or LogLevel.Critical => "error: ",
            LogLevel.Debug or LogLevel.Trace => "debug: ",
            _ => "",
        };
        screen.Say(mark + formatter(state, exception) + (exception is not null && least <= LogLevel.Debug ? Environment.NewLine + exception : ""));
    }
}
