// The root of a report: what the page reads first.

using BootcampEval.Engine.Results;
using BootcampEval.Engine.TestSets;
using BootcampEval.Reports.Figures;

namespace BootcampEval.Reports.Pages;

/// <summary>What a page shows and how its parts reach it.</summary>
internal sealed record ReportRoot(string Way, string Page, DateTimeOffset Made, string Program, IReadOnlyList<RunEntry> Runs, IReadOnlyList<ComparisonEntry> Comparisons)
{
    public int Format { get; init; } = 1;

    /// <summary>The folder beside the page that holds its parts; null when it holds them itself.</summary>
    public string? Folder { get; init; }
}

/// <summary>One run of a report.</summary>
internal sealed record RunEntry(string Key, RunFigures Summary, IReadOnlyList<FileEntry> Files, string? Failures, string? Live);

/// <summary>One test file of a run, and the names of its parts.</summary>
internal sealed record FileEntry(string File, int Samples, string Index, string Chunks);

/// <summary>Which part compares two runs.</summary>
internal sealed record ComparisonEntry(int A, int B, string Part);

/// <summary>The samples that failed: the first of them.</summary>
internal sealed record FailureList(long N, IReadOnlyList<FailureEntry> Items)
{
    /// <summary>Reads the failures of a run.</summary>
    public static FailureList Of(RunDirectory run, int most)
    {
        List<FailureEntry> items = [];
        long n = 0;
        foreach (var failure in run.ReadErrors())
            if (n++ < most) items.Add(FailureEntry.Of(failure));
        return new(n, items);
    }
}

/// <summary>A sample that failed.</summary>
internal sealed record FailureEntry(string File, RowId Id, int Sample, int Attempts, string Error, DateTimeOffset At)
{
    public static FailureEntry Of(FailureRecord failure) => new(failure.File, failure.Id, failure.Sample, failure.Attempts, failure.Error, failure.At);
}
