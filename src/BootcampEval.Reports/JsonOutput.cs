// What commands print with --json.

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BootcampEval.Engine.Results.Audit;
using BootcampEval.Engine.TestSets;
using BootcampEval.Reports.Comparing;
using BootcampEval.Reports.Pages;
using BootcampEval.Reports.Planning;

namespace BootcampEval.Reports;

/// <summary>JSON for programs that call the command.</summary>
public static class JsonOutput
{
    /// <summary>A comparison; several are an array.</summary>
    public static string Of(IReadOnlyList<ComparisonFigures> comparisons) => comparisons.Count == 1
        ? JsonSerializer.Serialize(comparisons[0], OutputJson.Readable.ComparisonFigures)
        : JsonSerializer.Serialize(comparisons, OutputJson.Readable.IReadOnlyListComparisonFigures);

    /// <summary>A plan.</summary>
    public static string Of(PlanFigures plan) => JsonSerializer.Serialize(plan, OutputJson.Readable.PlanFigures);

    /// <summary>A flawed row, in one line.</summary>
    public static string Of(FlawedRow row) => JsonSerializer.Serialize(
        new FlawedRowLine(row.File, row.Line, row.Id, row.DataSource, [.. row.Flaw.Kinds.Select(FlawKinds.NameOf)], row.Flaw.Note), OutputJson.Dense.FlawedRowLine);
}

internal sealed record FlawedRowLine(string File, long Line, RowId Id, string DataSource, IReadOnlyList<string> Kinds, string Note);

[JsonSerializable(typeof(ComparisonFigures))]
[JsonSerializable(typeof(IReadOnlyList<ComparisonFigures>))]
[JsonSerializable(typeof(PlanFigures))]
[JsonSerializable(typeof(FlawedRowLine))]
internal sealed partial class OutputJson : JsonSerializerContext
{
    /// <summary>Indented.</summary>
    public static OutputJson Readable { get; } = new(Settings(indented: true));

    /// <summary>In one line.</summary>
    public static OutputJson Dense { get; } = new(Settings(indented: false));

    private static JsonSerializerOptions Settings(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        NewLine = "\n",
        Converters = { new RowIdJson() },
    };
}
