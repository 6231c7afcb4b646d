// docs/audit.md tells figures; the table is what they are about.

using System.Globalization;
using BootcampEval.Engine.Results.Audit;

namespace BootcampEval.Engine.Tests.Audit;

public sealed class AuditPageTests
{
    [Fact]
    public void The_figures_of_the_page_are_those_of_the_table()
    {
        var root = Repository();
        var page = File.ReadAllText(Path.Combine(root, "docs", "audit.md"));
        Dictionary<string, int> kinds = [];
        var rows = 0;
        string[] flaw = [];
        foreach (var line in File.ReadLines(Path.Combine(root, "src/BootcampEval.Engine/Results/Audit/flaws.tsv")).Where(line => !line.StartsWith('#')))
        {
            if (!line.StartsWith(' '))
            {
                flaw = line.Split('\t')[1].Split(',');
                continue;
            }
            var count = line.Split(' ')[2].Split(',').Length;
            rows += count;
            foreach (var kind in flaw) kinds[kind] = kinds.GetValueOrDefault(kind) + count;
        }
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"**{rows:#,0} rows"), page, StringComparison.Ordinal);
        foreach (var kind in FlawKinds.All.Select(FlawKinds.NameOf))
            Assert.Contains(page.Split('\n'), line => line.StartsWith($"| `{kind}` |", StringComparison.Ordinal) && line.Contains($" | {kinds[kind]} | ", StringComparison.Ordinal));
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BootcampEval.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
