// bootcamp plan: how large must the next comparison be?

using System.CommandLine;
using System.Globalization;
using BootcampEval.Cli.CommandLine;
using BootcampEval.Cli.Screens;
using BootcampEval.Reports;
using BootcampEval.Reports.Planning;

namespace BootcampEval.Cli.Commands;

/// <summary>Says how many rows and samples show a difference, from the variance of earlier runs.</summary>
internal sealed class PlanCommand : Command
{
    private readonly Argument<string[]> _runs = RunFolders.Argument("an earlier run, or two over the same rows, whose variance is taken", least: 1, most: 2);
    private readonly Option<double> _difference = Named.Option("difference", "POINTS", "the difference of Total Averages to be shown, in points of a hundred", 2.0)
        .Where(points => points is > 0 and <= 100, "must be above 0 and at most 100");
    private readonly Option<string> _samples = Named.Option("samples", "K,K", "the numbers of samples a row to plan for", "1,2,4,8").Where(IsList, "must be numbers from 1, parted by commas");
    private readonly Option<double> _correlation = Named.Option("correlation", "R", "how much rows' means go together in the runs to be compared, 0 to 1; measured when two runs are given", 0.0)
        .Where(correlation => correlation is >= 0 and <= 1, "must be 0 to 1");
    private readonly Option<string?> _bootcamps = Named.Option<string?>("bootcamps", "A,B", "plan for these data sources (default: all)");
    private readonly Option<bool> _json = Named.Switch("json", "print JSON");

    public PlanCommand() : base("plan", "Plans how many rows and samples show a difference.")
    {
        Add(_runs);
        foreach (var option in new Option[] { _difference, _samples, _correlation, _bootcamps, _json }) Add(option);
        SetAction((parsed, cancellation) => Task.Run(() => Plan(parsed, cancellation), cancellation));
    }

    private void Plan(ParseResult parsed, CancellationToken cancellation)
    {
        var runs = RunFolders.Open(parsed.GetRequiredValue(_runs));
        var difference = parsed.GetValue(_difference) / 100;
        var chosen = parsed.GetValue(_bootcamps)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        int[] samples = [.. Numbers(parsed.GetRequiredValue(_samples))];
        var plan = RunFolders.Read(() => runs.Count == 1
            ? ComparisonPlan.From(runs[0], difference, samples, parsed.GetValue(_correlation), chosen)
            : ComparisonPlan.From(runs[0], runs[1], difference, samples, chosen, cancellation));
        Console.Out.Write(parsed.GetValue(_json) ? JsonOutput.Of(plan) + "\n" : Screen(plan));
    }

    private static string Screen(PlanFigures plan)
    {
        var table = new TextTable("samples a row", "rows of each bootcamp", "rows in all", "answers of each run");
        foreach (var line in plan.Lines) table.Add(line.Samples, line.RowsPerBootcamp, line.Rows, line.Answers);
        var variance = plan.Correlation is { } correlation
            ? $"variance of one run; rows' means taken to go together by {correlation:0.##} (--correlation)"
            : "variance of the differences between two runs";
        var samples = plan.KnowsSamples ? "" : "One sample a row tells nothing about samples: to plan for several, give a run with --samples 2 or more.\n";
        return string.Create(CultureInfo.InvariantCulture,
            $"To show {plan.Difference * 100:0.##} points in the Total Average over {plan.Bootcamps} bootcamps, in 80 of 100 tries ({variance}):\n{table}{samples}"
            + $"A comparison of the size of the earlier run shows {plan.DetectableNow * 100:0.0} points.\n");
    }

    private static bool IsList(string text) => text.Split(',').All(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1);

    private static IEnumerable<int> Numbers(string text) => text.Split(',').Select(part => int.Parse(part, CultureInfo.InvariantCulture));
}
