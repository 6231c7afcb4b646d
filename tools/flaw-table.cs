// Makes src/BootcampEval.Engine/Results/Audit/flaws.tsv from the findings of the audit and the test files that they are about:
//     dotnet run tools/flaw-table.cs FLAWS_DIR TEST_DIR > src/BootcampEval.Engine/Results/Audit/flaws.tsv
// FLAWS_DIR holds, for each test file, lines {"id": row number, "kinds": [...], "note": "..."}.

#:project ../src/BootcampEval.Engine/BootcampEval.Engine.csproj
#:property NoWarn=$(NoWarn);CA2007

using System.Text.Json;
using BootcampEval.Engine.Results.Audit;

List<Row> rows = [];
foreach (var findings in Directory.EnumerateFiles(args[0], "*.jsonl").Order(StringComparer.Ordinal))
{
    var tests = File.ReadLines(Path.Combine(args[1], Path.GetFileName(findings))).Where(line => line.Length > 0).Select(Parse).ToArray();
    foreach (var finding in File.ReadLines(findings).Where(line => line.Length > 0).Select(Parse))
    {
        var id = finding.GetProperty("id").GetInt32();
        var (source, prompt) = (tests[id].GetProperty("data_source").GetString()!, tests[id].GetProperty("prompt").GetString()!);
        var kinds = finding.GetProperty("kinds").EnumerateArray().Select(kind => FlawKinds.Parse(kind.GetString()!)).Order().Select(FlawKinds.NameOf);
        var note = finding.GetProperty("note").GetString()!.ReplaceLineEndings(" ").Replace('\t', ' ');
        rows.Add(new(RowKey.Of(source, prompt), RowKey.Of(TruthOf(tests[id])), source, id, string.Join(',', kinds), note));
    }
}

var differing = rows.GroupBy(row => (row.DataSource, row.Question))
    .Where(question => question.Select(row => (row.Kinds, row.Note)).Distinct().Count() > 1)
    .Select(question => question.Key).ToHashSet();
Console.Write("# Flawed official rows. A line of data source, kinds and note, then the questions it is about: key, with the ground truth's where rows\n"
    + "# that ask the same differ, and row numbers.\n");
foreach (var flaw in rows.GroupBy(row => (row.DataSource, row.Kinds, row.Note)))
{
    Console.Write($"{flaw.Key.DataSource}\t{flaw.Key.Kinds}\t{flaw.Key.Note}\n");
    foreach (var same in flaw.GroupBy(row => (row.Question, Truth: differing.Contains((row.DataSource, row.Question)) ? row.Truth : 0)))
        Console.Write($" {same.Key.Question:x16}{(same.Key.Truth == 0 ? "" : $":{same.Key.Truth:x16}")} {string.Join(',', same.Select(row => row.Id))}\n");
}

static JsonElement Parse(string line) => JsonDocument.Parse(line).RootElement;

// A ground truth that is a string holding an object is read as that object, as the engine does.
static JsonElement TruthOf(JsonElement row)
{
    var truth = row.GetProperty("ground_truth");
    return truth.ValueKind == JsonValueKind.String && truth.GetString()!.TrimStart().StartsWith('{') ? Parse(truth.GetString()!) : truth;
}

internal sealed record Row(ulong Question, ulong Truth, string DataSource, int Id, string Kinds, string Note);
