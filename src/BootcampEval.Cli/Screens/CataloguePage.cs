// The catalogue of bootcamps as a page of the docs: docs/bootcamps.md is what this writes, and a test keeps it so.

using System.Globalization;
using System.Text;
using BootcampEval.Sdk;

namespace BootcampEval.Cli.Screens;

/// <summary>Writes a Markdown page that lists bootcamps by family.</summary>
internal static class CataloguePage
{
    private const int PuzzlesPerLevel = 5;

    /// <summary>The page. Levels are measured on a few fresh puzzles each, so it takes a moment.</summary>
    public static string Of(BootcampCatalog catalog)
    {
        var text = new StringBuilder($"""
            # The bootcamps

            {catalog.All.Count} bootcamps with {catalog.All.Sum(bootcamp => bootcamp.Info.OfficialRows)} official rows. *Harder with more* names what makes a puzzle hard; *levels 1 to 5* is its mean
            over {PuzzlesPerLevel} fresh puzzles at each level. This page is written by `bootcamp list --format markdown > docs/bootcamps.md`.

            """);
        foreach (var family in catalog.All.GroupBy(bootcamp => bootcamp.Info.Family).OrderBy(family => family.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {family.Key}\n\n| bootcamp | puzzle | what has to be done | answer format | harder with more | levels 1 to 5 | official rows |\n| --- | --- | --- | --- | --- | --- | ---: |\n");
            foreach (var bootcamp in family)
            {
                var info = bootcamp.Info;
                text.Append(CultureInfo.InvariantCulture, $"| `{info.Name}` | {Cell(info.Title)} | {Cell(info.Summary)} | {Code(info.AnswerFormat)} | {Cell(info.Measure)} | {Levels(bootcamp)} | {info.OfficialRows} |\n");
            }
        }
        return text.ToString();
    }

    private static string Levels(IBootcamp bootcamp) => string.Join(" · ", Enumerable.Range(1, 5).Select(level =>
        ProblemSource.Of(bootcamp, seed: 1, level).Take(PuzzlesPerLevel).Average(problem => bootcamp.MeasureOf(problem.GroundTruth)).ToString("0.#", CultureInfo.InvariantCulture)));

    private static string Cell(string text) => text.ReplaceLineEndings(" ")
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "\\<", StringComparison.Ordinal);

    // A code span's fence is longer than any run of backticks in it; a pipe has to be escaped in a table even there.
    private static string Code(string text)
    {
        var fence = "`";
        while (text.Contains(fence, StringComparison.Ordinal)) fence += "`";
        return $"{fence} {text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal)} {fence}";
    }
}
