// bootcamp audit: which rows of a test set are flawed?

using System.CommandLine;
using BootcampEval.Cli.CommandLine;
using BootcampEval.Cli.Screens;
using BootcampEval.Engine.Results.Audit;
using BootcampEval.Library;
using BootcampEval.Reports;

namespace BootcampEval.Cli.Commands;

/// <summary>Lists the rows of test files that are known to be flawed.</summary>
internal sealed class AuditCommand : Command
{
    private readonly Argument<string> _folder = new("dir") { Description = "a folder of test files, or one of them", HelpName = "DIR" };
    private readonly Option<bool> _rows = Named.Switch("rows", "list each flawed row with what is wrong");
    private readonly Option<bool> _json = Named.Switch("json", "print a JSON line for each flawed row");

    public AuditCommand() : base("audit", "Lists the rows of test files that are known to be flawed.")
    {
        Add(_folder);
        Add(_rows);
        Add(_json);
        SetAction((parsed, cancellation) => Task.Run(() => Show(parsed, cancellation), cancellation));
    }

    private void Show(ParseResult parsed, CancellationToken cancellation)
    {
        var audit = FolderAudit.Of(parsed.GetRequiredValue(_folder), BootcampLibrary.Catalog, OfficialRowAudit.Instance, cancellation);
        if (parsed.GetValue(_json))
        {
            foreach (var row in audit.Flawed) Console.Out.WriteLine(JsonOutput.Of(row));
            return;
        }
        if (parsed.GetValue(_rows))
        {
            foreach (var row in audit.Flawed) Console.Out.WriteLine($"{row.File}:{row.Line}: {string.Join(", ", row.Flaw.Kinds.Select(FlawKinds.NameOf))}: {row.Flaw.Note}");
            if (audit.Flawed.Count > 0) Console.Out.WriteLine();
        }
        Console.Out.Write(Screen(audit));
    }

    private static string Screen(FolderAudit audit)
    {
        FlawKind[] kinds = [.. FlawKinds.All.Where(kind => audit.Flawed.Any(row => row.Flaw.Kinds.Contains(kind)))];
        var table = new TextTable(["bootcamp", "rows", "flawed", .. kinds.Select(FlawKinds.NameOf)]);
        var bySource = audit.Flawed.ToLookup(row => row.DataSource);
        foreach (var (source, rows) in audit.Rows.Where(source => bySource.Contains(source.Key))) table.Add([source, rows, .. Counts(bySource[source])]);
        table.AddLast(["all", audit.Rows.Values.Sum(), .. Counts(audit.Flawed)]);
        var unread = audit.Unread == 0 ? "" : $"{audit.Unread} rows could not be read: `bootcamp eval` says what is wrong with them\n";
        return audit.Flawed.Count == 0
            ? $"none of {audit.Rows.Values.Sum()} rows is known to be flawed\n{unread}"
            : $"{table}{string.Concat(kinds.Select(kind => $"{FlawKinds.NameOf(kind)}: {FlawKinds.MeaningOf(kind)}\n"))}{unread}";

        IEnumerable<object> Counts(IEnumerable<FlawedRow> flawed) =>
            [flawed.Count(), .. kinds.Select(kind => (object)flawed.Count(row => row.Flaw.Kinds.Contains(kind)))];
    }
}
