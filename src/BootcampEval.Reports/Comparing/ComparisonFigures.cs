// The numbers of a comparison of two runs: what `bootcamp compare --json` prints. The format is told in docs/report-format.md.

using BootcampEval.Engine.TestSets;
using BootcampEval.Reports.Figures;

namespace BootcampEval.Reports.Comparing;

/// <summary>Two runs over the same rows. Differences are B minus A, in score.</summary>
public sealed record ComparisonFigures
{
    /// <summary>The version of the format.</summary>
    public int Format { get; init; } = 1;

    /// <summary>The first run.</summary>
    public required ComparedRun A { get; init; }

    /// <summary>The second run.</summary>
    public required ComparedRun B { get; init; }

    /// <summary>Rows with the same file, id and prompt in both.</summary>
    public required long Matched { get; init; }

    /// <summary>Rows that only the first has.</summary>
    public required long OnlyA { get; init; }

    /// <summary>Rows that only the second has.</summary>
    public required long OnlyB { get; init; }

    /// <summary>The Total Averages over the matched rows; null when no row is matched.</summary>
    public required TotalComparison? Total { get; init; }

    /// <summary>One entry per data source and file with matched rows, by name.</summary>
    public required IReadOnlyList<BootcampComparison> Bootcamps { get; init; }
}

/// <summary>One of two runs.</summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Model">The model.</param>
public sealed record ComparedRun(string Name, string Model);

/// <summary>The difference of the Total Averages.</summary>
public sealed record TotalComparison
{
    /// <summary>Bootcamps compared.</summary>
    public required int Bootcamps { get; init; }

    /// <summary>The first run's mean over bootcamps.</summary>
    public required double MeanA { get; init; }

    /// <summary>The second run's.</summary>
    public required double MeanB { get; init; }

    /// <summary>Their difference.</summary>
    public required double Difference { get; init; }

    /// <summary>Its error with these test sets as fixed.</summary>
    public required SpreadFigures? Fixed { get; init; }

    /// <summary>Its error with these bootcamps as a sample of bootcamps.</summary>
    public required SpreadFigures? Sampled { get; init; }

    /// <summary>The two-sided p-value.</summary>
    public required double P { get; init; }

    /// <summary>The test it comes from.</summary>
    public required string Test { get; init; }

    /// <summary>The difference that this comparison could have shown, at 80% power.</summary>
    public required double? Detectable { get; init; }

    /// <summary><c>b_better</c>, <c>a_better</c> or <c>none</c>.</summary>
    public required string Verdict { get; init; }

    /// <summary>The verdict in words.</summary>
    public required string Text { get; init; }
}

/// <summary>The difference in one bootcamp.</summary>
public sealed record BootcampComparison
{
    /// <summary>The name that existing scripts join on.</summary>
    public required string Bootcamp { get; init; }

    /// <summary>The name of the bootcamp.</summary>
    public required string DataSource { get; init; }

    /// <summary>The test file.</summary>
    public required string File { get; init; }

    /// <summary>Matched rows.</summary>
    public required int Rows { get; init; }

    /// <summary>The first run's mean over them.</summary>
    public required double MeanA { get; init; }

    /// <summary>The second run's.</summary>
    public required double MeanB { get; init; }

    /// <summary>Their difference.</summary>
    public required double Difference { get; init; }

    /// <summary>Its paired standard error.</summary>
    public required double? Stderr { get; init; }

    /// <summary>The lower end of its 95% interval.</summary>
    public required double? Low { get; init; }

    /// <summary>The upper end.</summary>
    public required double? High { get; init; }

    /// <summary>The two-sided p-value.</summary>
    public required double P { get; init; }

    /// <summary>The p-value after Holm's correction over bootcamps.</summary>
    public required double PHolm { get; init; }

    /// <summary>The test it comes from: <c>mcnemar</c> or <c>permutation</c>.</summary>
    public required string Test { get; init; }

    /// <summary>The difference that this comparison could have shown, at 80% power.</summary>
    public required double? Detectable { get; init; }

    /// <summary><c>b_better</c>, <c>a_better</c> or <c>none</c>, by the corrected p-value.</summary>
    public required string Verdict { get; init; }

    /// <summary>The verdict in words.</summary>
    public required string Text { get; init; }

    /// <summary>Rows whose mean score went up.</summary>
    public required IReadOnlyList<RowId> Gained { get; init; }

    /// <summary>Rows whose mean score went down.</summary>
    public required IReadOnlyList<RowId> Lost { get; init; }
}
