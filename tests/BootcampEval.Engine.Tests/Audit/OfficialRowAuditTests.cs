// The table of flawed official rows: against the findings it is made from, where those are beside the checkout.

using System.Text.Json;
using BootcampEval.Engine.Results.Audit;

namespace BootcampEval.Engine.Tests.Audit;

public sealed class OfficialRowAuditTests
{
    private static readonly OfficialRowAudit Audit = OfficialRowAudit.Instance;

    public static TheoryData<string> Files => Shared is null ? [""] : [.. Directory.EnumerateFiles(Path.Combine(Shared, "flaws")).Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_official_row_is_known_as_what_the_audit_found(string file)
    {
        Assert.SkipWhen(Shared is null, "The folder shared/ with the official rows and their audit is not beside this checkout.");
        var found = File.ReadLines(Path.Combine(Shared!, "flaws", file)).Select(Parse).ToDictionary(row => row.GetProperty("id").GetInt32());
        foreach (var (id, row) in File.ReadLines(Path.Combine(Shared!, "eval_data", file)).Select(Parse).Index())
        {
            var (source, prompt) = (row.GetProperty("data_source").GetString()!, row.GetProperty("prompt").GetString()!);
            var flaw = Audit.FlawOf(source, prompt, TruthOf(row));
            Assert.Equal(found.ContainsKey(id), flaw is not null);
            Assert.Equal(found.ContainsKey(id), Audit.IsFlawed(source, prompt));
            if (flaw is null) continue;
            Assert.Equal(found[id].GetProperty("kinds").EnumerateArray().Select(kind => FlawKinds.Parse(kind.GetString()!)).Order(), flaw.Kinds);
            Assert.Equal(found[id].GetProperty("note").GetString(), flaw.Note);
        }
    }

    [Fact]
    public void A_flawed_row_is_recognised_wherever_it_stands_by_what_it_asks()
    {
        // No official prompt stands here: the key alone is what the table knows.
        Assert.True(Audit.Covers("BbehWebOfLies"));
        Assert.False(Audit.Covers("Sudoku"));
        Assert.False(Audit.IsFlawed("BbehWebOfLies", "a question that nobody asked"));
        Assert.Null(Audit.FlawOf("Sudoku", "any", default));
    }

    [Fact]
    public void Keys_tell_data_source_and_prompt_apart()
    {
        Assert.NotEqual(RowKey.Of("a", "bc"), RowKey.Of("ab", "c"));
        Assert.Equal(RowKey.Of(Parse("""{"a": [1, 2.0]}""")), RowKey.Of(Parse("""{ "a":[1,2.0] }""")));
    }

    [Fact]
    public void Every_kind_has_a_name_and_a_meaning()
    {
        Assert.Equal(FlawKinds.All, FlawKinds.All.Select(FlawKinds.NameOf).Select(FlawKinds.Parse));
        Assert.Equal(FlawKinds.All.Count, FlawKinds.All.Select(FlawKinds.MeaningOf).Distinct().Count());
        Assert.Throws<FormatException>(() => FlawKinds.Parse("ugly"));
    }

    private static string? Shared { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder?.Parent is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "BootcampEval.slnx")))
                return Path.Combine(folder.Parent.FullName, "shared") is var shared && Directory.Exists(Path.Combine(shared, "flaws")) ? shared : null;
        return null;
    }

    private static JsonElement Parse(string line) => JsonDocument.Parse(line).RootElement;

    private static JsonElement TruthOf(JsonElement row) => row.GetProperty("ground_truth") switch
    {
        { ValueKind: JsonValueKind.String } text when text.GetString()!.StartsWith('{') => Parse(text.GetString()!),
        var truth => truth,
    };
}
