// progress.log as a reader sees it.

using BootcampEval.Reports.Figures;

namespace BootcampEval.Reports.Tests.Figures;

public sealed class SeenProgressTests
{
    [Fact]
    public void Files_and_times_are_read()
    {
        using var folder = new SampleRun();
        File.WriteAllText(folder.Run.ProgressPath, """
            Main Progress
            sudoku: 31/64 [████████------] 48.4% Elapsed: 0:01:02 Remaining: 0:01:06
            a: b: 64/64 [██] 100.0% Elapsed: 27:00:00 Remaining: 0:00:00 Completed✔️
            not a line of it
            """);
        var progress = SeenProgress.Read(folder.Run.ProgressPath);
        Assert.Equal([new("sudoku", 31, 64), new("a: b", 64, 64)], progress.Files);
        Assert.Equal((TimeSpan.FromHours(27), TimeSpan.FromSeconds(66)), (progress.Elapsed, progress.Remaining));
    }

    [Fact]
    public void A_missing_file_is_no_progress() => Assert.Empty(SeenProgress.Read("/nowhere/progress.log").Files);
}
