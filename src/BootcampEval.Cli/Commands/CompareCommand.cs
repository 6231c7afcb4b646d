// bootcamp compare: is one run better than another?

using System.CommandLine;
using BootcampEval.Cli.CommandLine;
using BootcampEval.Cli.Screens;
using BootcampEval.Engine.Results;
using BootcampEval.Reports;
using BootcampEval.Reports.Comparing;

namespace BootcampEval.Cli.Commands;

/// <summary>Compares runs with the first one, row by row.</summary>
internal sealed class CompareCommand : Command
{
    private readonly Argument<string[]> _runs = RunFolders.Argument("the run folders: the first is A; each later one is compared with it", least: 2);
    private readonly Option<bool> _json = Named.Switch("json", "print JSON: docs/report-format.md tells its form");
    private readonly Option<bool> _flips = Named.Switch("flips", "list the rows that flipped, each way");
    private readonly Option<double?> _failUnder = Gate.FailUnder();
    private readonly Option<bool> _failIfWorse = Named.Switch("fail_if_worse", "exit with 5 when a later run is worse than the first, as far as rows can show");
    private readonly Option<string?> _junit = Gate.JUnitFile();

    public CompareCommand() : base("compare", "Compares runs over the same rows.")
    {
        Add(_runs);
        foreach (var option in new Option[] { _json, _flips, _failUnder, _failIfWorse, _junit }) Add(option);
        SetAction((parsed, cancellation) => Task.Run(() => Compare(parsed, cancellation), cancellation));
    }

    private int Compare(ParseResult parsed, CancellationToken cancellation)
    {
        var runs = RunFolders.Open(parsed.GetRequiredValue(_runs));
        var comparisons = RunFolders.Read(() => runs.Skip(1).Select(run => RunComparison.Of(runs[0], run, cancellation)).ToArray());
        if (parsed.GetValue(_json)) Console.Out.WriteLine(JsonOutput.Of(comparisons));
        else foreach (var comparison in comparisons) Console.Out.Write(ComparisonTable.Of(comparison, parsed.GetValue(_flips)));
        return Judge(parsed, runs, comparisons);
    }

    private int Judge(ParseResult parsed, IReadOnlyList<RunDirectory> runs, ComparisonFigures[] comparisons)
    {
        var gate = new Gate();
        foreach (var comparison in comparisons)
        {
            gate.Show(JUnit.Of(comparison));
            if (parsed.GetValue(_failIfWorse)) gate.RequireNotWorse(comparison);
        }
        foreach (var run in runs.Skip(1)) gate.RequireAtLeast(parsed.GetValue(_failUnder), run.Name, RunFolders.Read(() => RunFolders.TotalAverage(run)));
        return gate.Close(parsed.GetValue(_junit), "bootcamp compare");
    }
}
