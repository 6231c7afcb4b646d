// How many rows and samples it takes to show a difference: what `bootcamp plan --json` prints.

namespace BootcampEval.Reports.Planning;

/// <summary>What it takes to show a difference of two runs' Total Averages in 80 of 100 tries, at a level of 5%.</summary>
public sealed record PlanFigures
{
    /// <summary>The difference to be shown, in score.</summary>
    public required double Difference { get; init; }

    /// <summary>How many bootcamps the average is over.</summary>
    public required int Bootcamps { get; init; }

    /// <summary>Where the variance comes from: <c>one run</c> or <c>two runs</c>.</summary>
    public required string From { get; init; }

    /// <summary>How much the rows' means were taken to go together in both runs; null when it was measured from two runs.</summary>
    public required double? Correlation { get; init; }

    /// <summary>The difference that a comparison over the rows of the earlier run, sampled as it was, shows.</summary>
    public required double DetectableNow { get; init; }

    /// <summary>Whether the variance between samples of a row is known: else more samples than the earlier run's can't be planned.</summary>
    public required bool KnowsSamples { get; init; }

    /// <summary>One line for each number of samples a row.</summary>
    public required IReadOnlyList<PlanLine> Lines { get; init; }
}

/// <summary>What it takes with so many samples a row.</summary>
/// <param name="Samples">Samples a row, in each run.</param>
/// <param name="RowsPerBootcamp">Rows of each bootcamp.</param>
/// <param name="Rows">Rows in all.</param>
/// <param name="Answers">Answers to be made in each run.</param>
public sealed record PlanLine(int Samples, long RowsPerBootcamp, long Rows, long Answers);
