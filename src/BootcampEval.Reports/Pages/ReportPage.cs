// Puts the page together: the program, built from web/, and the data that it reads.

using System.Text.Json;

namespace BootcampEval.Reports.Pages;

/// <summary>The report page.</summary>
internal static class ReportPage
{
    private static readonly Lazy<(byte[] Before, byte[] After)> Program = new(() =>
    {
        using var page = typeof(ReportPage).Assembly.GetManifestResourceStream("report.html")!;
        var bytes = new byte[page.Length];
        page.ReadExactly(bytes);
        var marker = bytes.AsSpan().IndexOf(Marker);
        return marker < 0
            ? throw new InvalidOperationException("the page built from web/ lacks its marker for the parts")
            : (bytes[..marker], bytes[(marker + Marker.Length)..]);
    });

    private static ReadOnlySpan<byte> Marker => "<!--parts-->"u8;

    /// <summary>Writes the page.</summary>
    public static void Write(Stream page, ReportRoot root, IEnumerable<Part> parts)
    {
        page.Write(Program.Value.Before);
        page.Write("<script type=\"application/json\" id=\"report\">"u8);
        JsonSerializer.Serialize(page, root, PartJson.Dense.ReportRoot);
        page.Write("</script>\n"u8);
        foreach (var part in parts) part.WriteElement(page);
        page.Write(Program.Value.After);
    }
}
