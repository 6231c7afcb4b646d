// bootcamp score: verdicts for answers made elsewhere.

using System.CommandLine;
using System.Globalization;
using BootcampEval.Cli.CommandLine;
using BootcampEval.Cli.Screens;
using BootcampEval.Engine.Results;
using BootcampEval.Engine.Results.Audit;
using BootcampEval.Engine.Scoring;
using BootcampEval.Library;
using BootcampEval.Reports;

namespace BootcampEval.Cli.Commands;

/// <summary>Scores a responses file of any size, in its order.</summary>
internal sealed class ScoreCommand : Command
{
    private readonly Option<string> _responses = Named.Option<string>("responses", "FILE", "JSON lines with data_source, ground_truth, output, and optionally id and prompt");
    private readonly Option<string?> _out = Named.Option<string?>("out", "FILE", "where the verdicts go (default: standard output)");
    private readonly Option<string?> _run = Named.Option<string?>("run", "DIR", "write a whole run folder with every report instead of verdict lines");
    private readonly Option<string?> _model = Named.Option<string?>("model_name", "NAME", "with --run: who made the answers (default: the name of the file)");

    public ScoreCommand() : base("score", "Scores answers made elsewhere.")
    {
        _responses.Required = true;
        Add(_responses);
        Add(_out);
        Add(_run);
        Add(_model);
        SetAction((parsed, cancellation) =>
        {
            var responses = parsed.GetRequiredValue(_responses);
            if (!File.Exists(responses)) throw new UserFaultException($"{responses}: there is no such file");
            return parsed.GetValue(_run) is { } folder
                ? WriteRunAsync(responses, parsed.GetValue(_model) ?? Path.GetFileNameWithoutExtension(responses), folder, cancellation)
                : Score(responses, parsed.GetValue(_out), cancellation);
        });
    }

    private static async Task<int> WriteRunAsync(string responses, string model, string folder, CancellationToken cancellation)
    {
        var directory = RunDirectory.CreateAt(folder);
        var summary = await new ResponseRun(BootcampLibrary.Catalog, OfficialRowAudit.Instance).RunAsync(
            responses, model, directory, (line, fault) => Console.Error.WriteLine($"{responses}:{line}: {fault}"), cancellation);
        var reports = new RunReports(BootcampLibrary.Catalog, OfficialRowAudit.Instance);
        await reports.WriteAsync(directory, summary, cancellation);
        if (reports.Figures is { Bootcamps.Count: > 0 } figures) Console.Out.Write(SummaryTable.Of(figures));
        await Console.Out.WriteLineAsync($"results: {Path.GetRelativePath(".", directory.FullName)}");
        return summary.BadRows == 0 ? 0 : Invocation.BadInput;
    }

    private static async Task<int> Score(string responses, string? file, CancellationToken cancellation)
    {
        var began = TimeProvider.System.GetTimestamp();
        await using var verdicts = file is null ? Console.OpenStandardOutput() : File.Create(file);
        var summary = await new ResponseScorer(BootcampLibrary.Catalog).ScoreAsync(
            responses, verdicts, (line, fault) => Console.Error.WriteLine($"{responses}:{line}: {fault}"), cancellation);
        await verdicts.FlushAsync(cancellation);
        await Console.Error.WriteAsync(Screen(summary, TimeProvider.System.GetElapsedTime(began)));
        return summary.Bad == 0 ? 0 : Invocation.BadInput;
    }

    private static string Screen(ScoringSummary summary, TimeSpan elapsed)
    {
        var table = new TextTable("bootcamp", "answers", "correct", "no answer", "average score");
        foreach (var (name, tally) in summary.BySource) table.Add(name, tally.Count, tally.Correct, tally.NoAnswer, tally.Average);
        if (summary.TotalAverage is { } average)
            table.AddLast("Total Average", summary.Scored, summary.BySource.Values.Sum(tally => tally.Correct), summary.BySource.Values.Sum(tally => tally.NoAnswer), average);
        var bad = summary.Bad == 0 ? "" : $", {summary.Bad} bad lines not scored";
        return string.Create(CultureInfo.InvariantCulture, $"{table}{summary.Scored} answers scored in {elapsed.TotalSeconds:0.0} s{bad}\n");
    }
}
