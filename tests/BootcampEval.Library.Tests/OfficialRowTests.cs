// The reference model is right on every official row that can be answered.

using System.Diagnostics;

namespace BootcampEval.Library.Tests;

public sealed class OfficialRowTests
{
    public static TheoryData<string> Names => Bootcamps.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Solve_scores_1_on_every_official_row_that_can_be_answered(string name)
    {
        var bootcamp = Bootcamps.Named(name);
        var failures = new List<string>();
        var times = new List<double>();
        foreach (var row in SharedData.RowsOf(name))
        {
            Assert.Null(bootcamp.FaultOf(row.GroundTruth));
            var start = Stopwatch.GetTimestamp();
            var answer = bootcamp.Solve(row.GroundTruth);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            var verdict = bootcamp.Verify(answer ?? "", row.GroundTruth);
            if (verdict.Score < 1 && !SharedData.IsUnanswerable(row)) failures.Add($"{row.File}:{row.Row + 1}: {verdict.Reason}; {answer}");
        }
        Assert.NotEmpty(times);
        times.Sort();
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {times.Count} rows, median {times[times.Count / 2]:F2} ms, longest {times[^1]:F0} ms");
        Assert.True(failures.Count == 0, $"{failures.Count} rows are not solved:\n{string.Join('\n', failures.Take(8))}");
    }
}
