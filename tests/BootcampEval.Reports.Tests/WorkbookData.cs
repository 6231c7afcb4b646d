// Reads a workbook back: an .xlsx file is a zip of XML.

using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace BootcampEval.Reports.Tests;

internal static class WorkbookData
{
    private static readonly XNamespace s_main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The names of the sheets, in order.</summary>
    public static string[] SheetNames(string path) => [.. Entry(path, "xl/workbook.xml").Descendants(s_main + "sheet").Select(sheet => sheet.Attribute("name")!.Value)];

    /// <summary>The cells of a sheet: texts, numbers, or null.</summary>
    public static object?[][] Rows(string path, string name)
    {
        var sheet = Entry(path, $"xl/worksheets/sheet{Array.IndexOf(SheetNames(path), name) + 1}.xml");
        return [.. sheet.Descendants(s_main + "row").Select(row => row.Elements(s_main + "c").Select(Value).ToArray())];
    }

    private static object? Value(XElement cell) => cell.Attribute("t")?.Value == "inlineStr"
        ? string.Concat(cell.Descendants(s_main + "t").Select(text => text.Value))
        : cell.Element(s_main + "v") is { } number ? double.Parse(number.Value, CultureInfo.InvariantCulture) : null;

    private static XElement Entry(string path, string name)
    {
        using var zip = ZipFile.OpenRead(path);
        using var entry = zip.GetEntry(name)!.Open();
        return XElement.Load(entry);
    }
}
