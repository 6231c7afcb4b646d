// How the numbers of runs are written as JSON, so that they can also stand inside a page.

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace BootcampEval.Reports.Figures;

/// <summary>
/// The JSON of reports: snake_case, non-ASCII letters as themselves; what means something in HTML (&lt;, &gt;, &amp;, quotes, line separators) is escaped,
/// so that no text can end the element it stands in.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RunFigures))]
internal sealed partial class FiguresJson : JsonSerializerContext
{
    /// <summary>For files that people open: indented.</summary>
    public static FiguresJson Readable { get; } = new(Settings(indented: true));

    /// <summary>For pages: without white space.</summary>
    public static FiguresJson Dense { get; } = new(Settings(indented: false));

    private static JsonSerializerOptions Settings(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = indented,
        NewLine = "\n",
    };
}
