// How parts are written: as FiguresJson says, and with ids as they stand in test files.

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using BootcampEval.Reports.Comparing;

namespace BootcampEval.Reports.Pages;

[JsonSerializable(typeof(ReportRoot))]
[JsonSerializable(typeof(SampleIndex))]
[JsonSerializable(typeof(SampleEntry))]
[JsonSerializable(typeof(FailureList))]
[JsonSerializable(typeof(ComparisonFigures))]
internal sealed partial class PartJson : JsonSerializerContext
{
    private static readonly JavaScriptEncoder SafeInPages = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>The one way in which parts are written.</summary>
    public static PartJson Dense { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = SafeInPages,
        Converters = { new RowIdJson() },
    });

    /// <summary>The same for a writer.</summary>
    public static JsonWriterOptions Writing { get; } = new() { Encoder = SafeInPages };
}
