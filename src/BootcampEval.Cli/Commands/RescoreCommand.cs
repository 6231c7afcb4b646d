// bootcamp rescore: the saved outputs of a run, judged again by this version.

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

/// <summary>Judges a run again, without any request, into a new run folder, and tells what changed.</summary>
internal sealed class RescoreCommand : Command
{
    private const int Shown = 20;

    private readonly Argument<string> _run = new("run") { Description = "the run folder; it stays as it is", HelpName = "RUN" };
    private readonly Option<string?> _out = Named.Option<string?>("out", "DIR", "the new run's folder (default: beside the run, named by the time)");
    private readonly Option<bool> _all = Named.Switch("all", $"list every change, not only the first {Shown}");

    public RescoreCommand() : base("rescore", "Judges the saved outputs of a run again.")
    {
        Add(_run);
        Add(_out);
        Add(_all);
        SetAction(RescoreAsync);
    }

    private async Task<int> RescoreAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var from = RunFolders.Open([parsed.GetRequiredValue(_run)])[0];
        var to = parsed.GetValue(_out) is { } path ? RunDirectory.CreateAt(path) : BesideOf(from);
        var changes = new Changes(parsed.GetValue(_all) ? int.MaxValue : Shown);
        var summary = await RunFolders.ReadAsync(() => new Rescoring(BootcampLibrary.Catalog, OfficialRowAudit.Instance).RunAsync(from, to, changes.Add, cancellation));
        var reports = new RunReports(BootcampLibrary.Catalog, OfficialRowAudit.Instance);
        await reports.WriteAsync(to, summary, cancellation);
        if (reports.Figures is { } figures) Console.Out.Write(SummaryTable.Of(figures));
        Console.Out.Write(changes.ToString());
        await Console.Out.WriteLineAsync($"results: {Path.GetRelativePath(".", to.FullName)}");
        return 0;
    }

    private static RunDirectory BesideOf(RunDirectory run)
    {
        var options = RunFolders.Read(run.ReadArguments).Options;
        return RunDirectory.Create(options with { OutputDir = Path.GetDirectoryName(run.FullName)! }, DateTimeOffset.Now);
    }

    /// <summary>What changed, and why.</summary>
    private sealed class Changes(int most)
    {
        private readonly List<string> _shown = [];
        private readonly SortedDictionary<string, (long Up, long Down, long Same)> _counts = new(StringComparer.Ordinal);

        public void Add(Rescored rescored)
        {
            var source = rescored.After.DataSource;
            var (up, down, same) = _counts.GetValueOrDefault(source);
            _counts[source] = rescored.After.Score.CompareTo(rescored.Before.Score) switch
            {
                > 0 => (up + 1, down, same),
                < 0 => (up, down + 1, same),
                _ => (up, down, same + 1),
            };
            if (_shown.Count >= most) return;
            var (before, after) = (rescored.Before, rescored.After);
            var sample = after.Sample == 0 ? "" : $" sample {after.Sample}";
            _shown.Add(string.Create(CultureInfo.InvariantCulture,
                $"{rescored.File} row {after.Id}{sample}: {before.Score:0.####} → {after.Score:0.####}; was: {Why(before)}; now: {Why(after)}"));
        }

        public override string ToString()
        {
            if (_counts.Count == 0) return "no verdict changed\n";
            var table = new TextTable("changed verdicts", "score up", "score down", "score the same");
            foreach (var (source, (up, down, same)) in _counts) table.Add(source, up, down, same);
            var total = _counts.Values.Sum(count => count.Up + count.Down + count.Same);
            var left = total > _shown.Count ? $"and {total - _shown.Count} more: --all lists them\n" : "";
            return $"{table}{string.Concat(_shown.Select(line => line + "\n"))}{left}";
        }

        // Reasons quote what a model wrote: one line of it, without what moves the cursor.
        private static string Why(SampleRecord sample)
        {
            const int Longest = 120;
            var text = sample.Reason ?? "correct";
            return string.Concat(text.Take(Longest).Select(letter => char.IsControl(letter) ? ' ' : letter)) + (text.Length > Longest ? "…" : "");
        }
    }
}
