// The workbook of a run, read back.

using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;

namespace BootcampEval.EndToEnd.Tests;

public sealed class WorkbookTests
{
    [Fact]
    public async Task The_first_sheet_has_a_row_for_each_line_of_meta_and_the_plain_means_last()
    {
        using var place = new Workplace();
        await Evaluate(place);
        var rows = Rows(Path.Combine(place.Run, "noisy-40_scores.xlsx"));
        var meta = Meta(place);
        Assert.Equal(["bootcamp", "Average Score", "Average Output Length"], rows[0].Take(3));
        Assert.Equal(meta.Select(line => line.Name), rows[1..^1].Select(row => row[0]));
        foreach (var (row, line) in rows[1..^1].Zip(meta)) Assert.Equal((line.Score, line.Length), (Number(row[1]), Number(row[2])));
        Assert.Equal("Total Average", rows[^1][0]);
        Assert.Equal(meta.Average(line => line.Score), Number(rows[^1][1]), 1e-12);
        Assert.Equal(meta.Average(line => line.Length), Number(rows[^1][2]), 1e-9);
    }

    [Fact]
    public async Task LibreOffice_opens_it_and_shows_the_same_figures()
    {
        var office = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(office is null, "LibreOffice is not installed: apt-get install --no-install-recommends libreoffice-calc-nogui");
        using var place = new Workplace();
        await Evaluate(place);
        var start = new ProcessStartInfo(office!,
        [
            "--headless", $"-env:UserInstallation=file://{place["profile"]}", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", place["csv"],
            Path.Combine(place.Run, "noisy-40_scores.xlsx"),
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        string[][] rows = [.. (await File.ReadAllLinesAsync(Directory.GetFiles(place["csv"]).Single(), TestContext.Current.CancellationToken)).Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split(','))];
        var meta = Meta(place);
        Assert.Equal("bootcamp,Average Score,Average Output Length", string.Join(',', rows[0].Take(3)));
        foreach (var (row, line) in rows[1..].Zip(meta))
        {
            Assert.Equal(line.Name, row[0]);
            Assert.Equal(line.Score, Number(row[1]), 0.00005);
        }
        Assert.Equal("Total Average", rows[meta.Length + 1][0]);
        Assert.Equal(meta.Average(line => line.Score), Number(rows[meta.Length + 1][1]), 0.00005);
    }

    private static async Task Evaluate(Workplace place) => (await Bootcamp.Run(
        "eval", "--model_name", "noisy-40", "--test_dir", await place.TestSet(7), "--output_dir", place.Output)).WithExitCode(0);

    private static (string Name, double Score, double Length)[] Meta(Workplace place) =>
        [.. File.ReadLines(Path.Combine(place.Run, "meta.jsonl")).Select(line => JsonElement.Parse(line))
            .Select(line => (line.GetProperty("bootcamp").GetString()!, line.GetProperty("avg_score").GetDouble(), line.GetProperty("avg_len").GetDouble()))
            .OrderBy(line => line.Item1, StringComparer.Ordinal)];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string[][] Rows(string workbook)
    {
        using var archive = ZipFile.OpenRead(workbook);
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        string[] shared = archive.GetEntry("xl/sharedStrings.xml") is { } strings ? [.. Load(strings).Descendants(main + "si").Select(item => item.Value)] : [];
        return [.. Load(archive.GetEntry("xl/worksheets/sheet1.xml")!).Descendants(main + "row").Select(row => row.Elements(main + "c").Select(Text).ToArray())];

        string Text(XElement cell) => (string?)cell.Attribute("t") == "s" ? shared[int.Parse(cell.Value, CultureInfo.InvariantCulture)] : cell.Value;
    }

    private static XDocument Load(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return XDocument.Load(stream);
    }
}
