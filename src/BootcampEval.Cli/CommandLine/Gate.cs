// Exit codes for build servers: a run that is not good enough fails the build.

using System.CommandLine;
using System.Globalization;
using BootcampEval.Reports.Comparing;

namespace BootcampEval.Cli.CommandLine;

/// <summary>What was asked of runs, and whether they reach it.</summary>
internal sealed class Gate
{
    /// <summary>The exit code when a run is not as good as was asked.</summary>
    public const int NotGoodEnough = 5;

    private readonly List<JUnitCase> _cases = [];
    private bool _failed;

    /// <summary><c>--fail_under</c>.</summary>
    public static Option<double?> FailUnder() => Named.Option<double?>("fail_under", "SCORE", "exit with 5 when a Total Average is below this score, 0 to 1")
        .Where(score => score is >= 0 and <= 1, "must be 0 to 1");

    /// <summary><c>--junit</c>.</summary>
    public static Option<string?> JUnitFile() => Named.Option<string?>("junit", "FILE", "also write JUnit XML, for build servers");

    /// <summary>Takes cases along for the file; they decide nothing.</summary>
    public void Show(IEnumerable<JUnitCase> cases) => _cases.AddRange(cases);

    /// <summary>Asks a least Total Average of a run.</summary>
    public void RequireAtLeast(double? least, string run, double? average)
    {
        if (least is not { } score) return;
        var failed = average is null || average < score;
        var text = string.Create(CultureInfo.InvariantCulture, $"Total Average {average:0.0000}, {(failed ? "below" : "at least")} {score:0.0000}");
        _cases.Add(new(run, "Total Average is high enough", text, failed));
        if (failed) Fail($"{run}: {text}");
    }

    /// <summary>Asks that the second run be not worse than the first.</summary>
    public void RequireNotWorse(ComparisonFigures comparison)
    {
        if (comparison.Total is { Verdict: "a_better" } total) Fail($"{comparison.B.Name} is worse than {comparison.A.Name}: {total.Text}");
    }

    /// <summary>Writes the file, if one is wanted, and gives the exit code.</summary>
    public int Close(string? junit, string suite)
    {
        if (junit is not null) JUnit.Write(junit, suite, _cases);
        return _failed ? NotGoodEnough : 0;
    }

    private void Fail(string why)
    {
        _failed = true;
        Console.Error.WriteLine($"bootcamp: {why}");
    }
}
