// The audit of the official rows, as a table in the program.

using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace BootcampEval.Engine.Results.Audit;

/// <summary>
/// Knows the flawed rows among the official test files. The table is <c>flaws.tsv</c>, made by <c>tools/flaw-table.cs</c>: a line per question
/// and kind of flaw.
/// </summary>
public sealed class OfficialRowAudit : IRowAudit
{
    private static readonly Lazy<OfficialRowAudit> Loaded = new(Load);

    private readonly FrozenDictionary<ulong, Entry[]> _entries;
    private readonly FrozenSet<string> _dataSources;

    private OfficialRowAudit(IReadOnlyList<Entry> entries)
    {
        _entries = entries.GroupBy(entry => entry.Question).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        _dataSources = entries.Select(entry => entry.DataSource).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The one instance; the table is read on first use.</summary>
    public static OfficialRowAudit Instance => Loaded.Value;

    /// <inheritdoc/>
    public bool Covers(string dataSource) => _dataSources.Contains(dataSource);

    /// <inheritdoc/>
    public bool IsFlawed(string dataSource, string prompt) => Covers(dataSource) && _entries.ContainsKey(RowKey.Of(dataSource, prompt));

    /// <inheritdoc/>
    public RowFlaw? FlawOf(string dataSource, string prompt, JsonElement groundTruth)
    {
        if (!Covers(dataSource) || !_entries.TryGetValue(RowKey.Of(dataSource, prompt), out var entries)) return null;
        if (entries.Length == 1) return entries[0].Flaw;
        var truth = RowKey.Of(groundTruth);
        return (entries.FirstOrDefault(entry => entry.GroundTruth == truth) ?? entries[0]).Flaw;
    }

    // A line "data source, kinds, note", parted by tabs, then a line for each question it is about: " key[:key of the ground truth] rows".
    private static OfficialRowAudit Load()
    {
        using var table = new StreamReader(typeof(OfficialRowAudit).Assembly.GetManifestResourceStream("flaws.tsv")!);
        List<Entry> entries = [];
        var dataSource = "";
        RowFlaw? flaw = null;
        while (table.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            if (line.StartsWith(' '))
            {
                var keys = line.Split(' ')[1].Split(':');
                entries.Add(new(ParseKey(keys[0]), keys.Length == 1 ? 0 : ParseKey(keys[1]), dataSource, flaw!));
                continue;
            }
            var cells = line.Split('\t');
            dataSource = cells[0];
            flaw = new([.. cells[1].Split(',').Select(FlawKinds.Parse)], cells[2]);
        }
        return new(entries);
    }

    private static ulong ParseKey(string hexadecimal) => ulong.Parse(hexadecimal, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private sealed record Entry(ulong Question, ulong GroundTruth, string DataSource, RowFlaw Flaw);
}
