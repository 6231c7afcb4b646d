// What an evaluation tells people while it runs.

using Microsoft.Extensions.Logging;

namespace BootcampEval.Engine.Running;

/// <summary>The messages of an evaluation.</summary>
internal static partial class Messages
{
    [LoggerMessage(LogLevel.Warning, "{Line}")]
    public static partial void WithoutEffect(ILogger log, string line);

    [LoggerMessage(LogLevel.Information, "not test files, and skipped: {Files}")]
    public static partial void SkippedFiles(ILogger log, string files);

    [LoggerMessage(LogLevel.Warning, "left out: {Fault}")]
    public static partial void BadRow(ILogger log, string fault);

    [LoggerMessage(LogLevel.Warning, "details/{File}: {Count} damaged lines are dropped; their samples are asked again")]
    public static partial void Damaged(ILogger log, string file, long count);

    [LoggerMessage(LogLevel.Information, "going on with {Folder}: {Done} of {Total} samples are there")]
    public static partial void Resumed(ILogger log, string folder, long done, long total);
}
