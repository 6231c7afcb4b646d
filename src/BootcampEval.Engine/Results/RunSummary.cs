// The numbers of a run: what meta.jsonl, the workbook and the reports show.

using BootcampEval.Engine.Running;

namespace BootcampEval.Engine.Results;

/// <summary>What came out of a run, per bootcamp and in all.</summary>
public sealed record RunSummary
{
    /// <summary>The model.</summary>
    public required string ModelName { get; init; }

    /// <summary>One entry per test file and data source, in the order of the files, then of the names.</summary>
    public required IReadOnlyList<BootcampSummary> Bootcamps { get; init; }

    /// <summary>What a failed sample counts in the averages.</summary>
    public required FailureRule OnFailure { get; init; }

    /// <summary>How many bad rows were left out.</summary>
    public long BadRows { get; init; }

    /// <summary>The first bad rows, as <c>file:line: what is wrong</c>.</summary>
    public IReadOnlyList<string> BadRowMessages { get; init; } = [];

    /// <summary>How many rows were left out because their data source was not asked for.</summary>
    public long RowsLeftOut { get; init; }

    /// <summary>How many samples the run is made of.</summary>
    public long Expected { get; init; }

    /// <summary>How many samples are scored.</summary>
    public long Scored => Bootcamps.Sum(bootcamp => bootcamp.Scored);

    /// <summary>How many samples failed.</summary>
    public long Failed => Bootcamps.Sum(bootcamp => bootcamp.Failed);

    /// <summary>Whether every sample is scored or failed.</summary>
    public bool Complete => Scored + Failed >= Expected;

    /// <summary>The plain mean of the bootcamps' averages (each counts the same); null when there is none.</summary>
    public double? TotalAverage => Mean(Bootcamps.Select(bootcamp => bootcamp.AvgScore));

    /// <summary>The plain mean of the bootcamps' average output lengths; null when there is none.</summary>
    public double? TotalAverageLength => Mean(Bootcamps.Select(bootcamp => bootcamp.AvgLen));

    private static double? Mean(IEnumerable<double?> values)
    {
        double[] known = [.. values.OfType<double>()];
        return known.Length == 0 ? null : known.Sum() / known.Length;
    }
}

/// <summary>The numbers of one data source in one test file: a line of meta.jsonl.</summary>
public sealed record BootcampSummary
{
    /// <summary>The name that existing scripts join on: the data source, then <c>bootcamp</c>.</summary>
    public string Bootcamp => DataSource + "bootcamp";

    /// <summary>The name of the bootcamp.</summary>
    public required string DataSource { get; init; }

    /// <summary>The name of the test file.</summary>
    public required string File { get; init; }

    /// <summary>Samples that the average score is over: the scored ones, and with <see cref="FailureRule.Zero"/> the failed ones.</summary>
    public required long N { get; init; }

    /// <summary>Samples that are scored.</summary>
    public required long Scored { get; init; }

    /// <summary>Samples that failed.</summary>
    public required long Failed { get; init; }

    /// <summary>The average score; null when there is no sample.</summary>
    public required double? AvgScore { get; init; }

    /// <summary>The average output length over scored samples; null when there is none.</summary>
    public required double? AvgLen { get; init; }

    /// <summary>The standard error of the average score; null with fewer than two samples.</summary>
    public required double? StdErr { get; init; }

    /// <summary>Scored samples in whose output no answer was found.</summary>
    public required long NoAnswer { get; init; }

    /// <summary>Scored samples that were cut off at the token limit.</summary>
    public required long Truncated { get; init; }

    /// <summary>Scored samples of rows that are known to be flawed.</summary>
    public required long Flawed { get; init; }

    /// <summary>The average score over rows that are not known to be flawed; null when there is none.</summary>
    public required double? AvgScoreSound { get; init; }
}
