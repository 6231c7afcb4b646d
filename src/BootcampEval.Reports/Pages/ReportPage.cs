// Puts the page together: the program, built from web/, and the data that it reads.

using System.Text;
using System.Text.Json;

namespace BootcampEval.Reports.Pages;

/// <summary>The report page.</summary>
internal static class ReportPage
{
    private const string Marker = "<!--parts-->";

    private static readonly Lazy<(string Before, string After)> Program = new(() =>
    {
        using var page = new StreamReader(typeof(ReportPage).Assembly.GetManifestResourceStream("report.html")!, Encoding.UTF8);
        var text = page.ReadToEnd();
        var marker = text.IndexOf(Marker, StringComparison.Ordinal);
        return marker < 0
            ? throw new InvalidOperationException($"the page built from web/ lacks its marker {Marker}")
            : (text[..marker], text[(marker + Marker.Length)..]);
    });

    /// <summary>Writes the page.</summary>
    public static void Write(TextWriter page, ReportRoot root, IEnumerable<Part> parts)
    {
        page.Write(Program.Value.Before);
        page.Write("<script type=\"application/json\" id=\"report\">");
        page.Write(JsonSerializer.Serialize(root, PartJson.Dense.ReportRoot));
        page.Write("</script>\n");
        foreach (var part in parts) page.Write(part.AsElement());
        page.Write(Program.Value.After);
    }
}
