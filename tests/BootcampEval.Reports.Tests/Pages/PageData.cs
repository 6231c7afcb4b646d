// Reads the data of a page as its program does.

using System.IO.Compression;
using System.Text.Json;

namespace BootcampEval.Reports.Tests.Pages;

internal static class PageData
{
    /// <summary>The root, as the browser finds it: the text of the element, up to the first end tag.</summary>
    public static JsonElement Root(string html) => JsonElement.Parse(Between(html, "<script type=\"application/json\" id=\"report\">", "</script>"));

    /// <summary>A part inside the page.</summary>
    public static JsonElement Part(string html, string name) => Unpack(Between(html, $"<script type=\"text/plain\" data-part=\"{name}\">", "</script>"));

    /// <summary>A part in a script beside the page.</summary>
    public static JsonElement Script(string path, string name) => Unpack(Between(File.ReadAllText(path), $"bootcampPart(\"{name}\",\"", "\");"));

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{before} is missing");
        start += before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }

    private static JsonElement Unpack(string packed)
    {
        using var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress);
        return JsonDocument.Parse(gzip).RootElement;
    }
}
