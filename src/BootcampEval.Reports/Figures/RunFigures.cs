// All numbers of a run, as summary.json holds them and every screen shows them. The format is told in docs/report-format.md.

using System.Text.Json;
using BootcampEval.Engine.Results.Statistics;

namespace BootcampEval.Reports.Figures;

/// <summary>All numbers of a run: the content of summary.json.</summary>
public sealed record RunFigures
{
    /// <summary>The version of the format.</summary>
    public int Format { get; init; } = 1;

    /// <summary>The version of the program that wrote it.</summary>
    public required string Program { get; init; }

    /// <summary>What run it is.</summary>
    public required RunFacts Run { get; init; }

    /// <summary>The Total Average and all that goes with it.</summary>
    public required TotalFigures Total { get; init; }

    /// <summary>The families of bootcamps, best first.</summary>
    public required IReadOnlyList<FamilyFigures> Families { get; init; }

    /// <summary>One entry per test file and data source, by name.</summary>
    public required IReadOnlyList<BootcampFigures> Bootcamps { get; init; }
}

/// <summary>What run it is and how far it came.</summary>
public sealed record RunFacts
{
    /// <summary>The folder's name.</summary>
    public required string Name { get; init; }

    /// <summary>The model.</summary>
    public required string Model { get; init; }

    /// <summary>The name of the folder or file of tests.</summary>
    public required string TestSet { get; init; }

    /// <summary>When it began; null where unknown.</summary>
    public required DateTimeOffset? Started { get; init; }

    /// <summary>When its last sample was scored; null while it runs and where unknown.</summary>
    public required DateTimeOffset? Finished { get; init; }

    /// <summary><c>complete</c>, <c>stopped</c> or <c>running</c>.</summary>
    public required string State { get; init; }

    /// <summary>Samples a row.</summary>
    public required int Samples { get; init; }

    /// <summary>Samples the run is made of.</summary>
    public required long Expected { get; init; }

    /// <summary>Samples that are scored.</summary>
    public required long Scored { get; init; }

    /// <summary>Samples that failed.</summary>
    public required long Failed { get; init; }

    /// <summary>Bad rows that were left out.</summary>
    public required long BadRows { get; init; }

    /// <summary>How long it ran, in seconds; null where unknown.</summary>
    public required double? ElapsedS { get; init; }

    /// <summary>eval_args.json as it is.</summary>
    public required JsonElement Options { get; init; }
}

/// <summary>A plain mean over bootcamps, each counting the same.</summary>
public record AverageFigures
{
    /// <summary>How many bootcamps have a mean.</summary>
    public required int Bootcamps { get; init; }

    /// <summary>The mean of their means.</summary>
    public required double? Mean { get; init; }

    /// <summary>Its error with these test sets as fixed.</summary>
    public required SpreadFigures? Fixed { get; init; }

    /// <summary>Its error with these bootcamps as a sample of bootcamps.</summary>
    public required SpreadFigures? Sampled { get; init; }

    /// <summary>The figures of an average.</summary>
    public static AverageFigures Of(TotalAverage average) => new()
    {
        Bootcamps = average.Bootcamps,
        Mean = average.Mean,
        Fixed = SpreadFigures.Of(average.Fixed),
        Sampled = SpreadFigures.Of(average.Sampled),
    };
}

/// <summary>An average over the bootcamps that have sound rows, beside the official one over the same bootcamps.</summary>
public sealed record SoundFigures : AverageFigures
{
    /// <summary>The official mean, all rows included, over the same bootcamps.</summary>
    public required double? OfficialMean { get; init; }
}

/// <summary>The Total Average and what all samples together show.</summary>
public sealed record TotalFigures : AverageFigures
{
    /// <summary>The same over sound rows; null when no row is flawed.</summary>
    public required SoundFigures? Sound { get; init; }

    /// <summary>The same for majority votes; null at one sample a row.</summary>
    public required AverageFigures? Majority { get; init; }

    /// <summary>The plain mean over bootcamps of their mean output length.</summary>
    public required double? AvgLen { get; init; }

    /// <summary>Flawed rows.</summary>
    public required FlawFigures Flawed { get; init; }

    /// <summary>What became of the samples.</summary>
    public required OutcomeFigures Outcomes { get; init; }

    /// <summary>Output length.</summary>
    public required TokenFigures? Tokens { get; init; }

    /// <summary>Time of a request.</summary>
    public required MeasureFigures? LatencyMs { get; init; }

    /// <summary>Time to the first token.</summary>
    public required MeasureFigures? TtftMs { get; init; }

    /// <summary>Tokens a second, per request.</summary>
    public required MeasureFigures? TokensPerS { get; init; }

    /// <summary>Score against output length.</summary>
    public required IReadOnlyList<LengthBin> ByLength { get; init; }
}

/// <summary>A family of bootcamps.</summary>
public sealed record FamilyFigures : AverageFigures
{
    /// <summary>Its name.</summary>
    public required string Family { get; init; }

    /// <summary>What became of the samples.</summary>
    public required OutcomeFigures Outcomes { get; init; }
}

/// <summary>One data source in one test file.</summary>
public sealed record BootcampFigures
{
    /// <summary>The name that existing scripts join on.</summary>
    public required string Bootcamp { get; init; }

    /// <summary>The name of the bootcamp.</summary>
    public required string DataSource { get; init; }

    /// <summary>The test file.</summary>
    public required string File { get; init; }

    /// <summary>What the puzzle is called among people.</summary>
    public required string Title { get; init; }

    /// <summary>The kind of puzzle.</summary>
    public required string Family { get; init; }

    /// <summary>The official score.</summary>
    public required EstimateFigures Score { get; init; }

    /// <summary>The score over sound rows; null when no row is flawed.</summary>
    public required EstimateFigures? Sound { get; init; }

    /// <summary>Flawed rows.</summary>
    public required FlawFigures Flawed { get; init; }

    /// <summary>What several samples a row show; null at one.</summary>
    public required RepeatFigures? Repeats { get; init; }

    /// <summary>What became of the samples.</summary>
    public required OutcomeFigures Outcomes { get; init; }

    /// <summary>Output length.</summary>
    public required TokenFigures? Tokens { get; init; }

    /// <summary>Time of a request.</summary>
    public required MeasureFigures? LatencyMs { get; init; }

    /// <summary>Time to the first token.</summary>
    public required MeasureFigures? TtftMs { get; init; }

    /// <summary>Tokens a second, per request.</summary>
    public required MeasureFigures? TokensPerS { get; init; }

    /// <summary>Score against output length.</summary>
    public required IReadOnlyList<LengthBin> ByLength { get; init; }
}
