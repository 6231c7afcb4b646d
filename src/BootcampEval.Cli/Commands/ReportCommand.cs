// bootcamp report: the page for people, for one run or several.

using System.CommandLine;
using BootcampEval.Cli.CommandLine;
using BootcampEval.Engine.Results;
using BootcampEval.Engine.Results.Audit;
using BootcampEval.Library;
using BootcampEval.Reports;
using BootcampEval.Reports.Comparing;
using BootcampEval.Reports.Figures;
using BootcampEval.Reports.Pages;

namespace BootcampEval.Cli.Commands;

/// <summary>Writes the reports of runs anew.</summary>
internal sealed class ReportCommand : Command
{
    private readonly Argument<string[]> _runs = RunFolders.Argument("the run folders; several make one page, in which later ones are compared with the first", least: 1);
    private readonly Option<string?> _out = Named.Option<string?>("out", "FILE", "where the page goes (default: report.html in the run's folder; report.html here for several)");
    private readonly Option<double?> _failUnder = Gate.FailUnder();
    private readonly Option<string?> _junit = Gate.JUnitFile();

    public ReportCommand() : base("report", "Writes report.html, summary.json and the workbook.")
    {
        Add(_runs);
        foreach (var option in new Option[] { _out, _failUnder, _junit }) Add(option);
        SetAction(ReportAsync);
    }

    private async Task<int> ReportAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var runs = RunFolders.Open(parsed.GetRequiredValue(_runs));
        var page = parsed.GetValue(_out) ?? (runs.Count == 1 ? runs[0].HtmlPath : "report.html");
        var figures = await Task.Run(() => RunFolders.Read(() => Write(page, runs, cancellation)), cancellation);
        foreach (var (run, numbers) in runs.Zip(figures)) await RunReports.WriteNumbersAsync(run, numbers, cancellation);
        await Console.Out.WriteLineAsync($"report: {Path.GetRelativePath(".", page)}");
        return Judge(parsed, figures);
    }

    private static IReadOnlyList<RunFigures> Write(string page, IReadOnlyList<RunDirectory> runs, CancellationToken cancellation) =>
        new ReportWriter(BootcampLibrary.Catalog, OfficialRowAudit.Instance).Write(page, runs, cancellation);

    private int Judge(ParseResult parsed, IReadOnlyList<RunFigures> figures)
    {
        var gate = new Gate();
        foreach (var run in figures)
        {
            gate.Show(JUnit.Of(run));
            gate.RequireAtLeast(parsed.GetValue(_failUnder), run.Run.Name, run.Total.Mean);
        }
        return gate.Close(parsed.GetValue(_junit), "bootcamp report");
    }
}
