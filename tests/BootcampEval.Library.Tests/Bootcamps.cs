// The cases that every theory over the catalog runs through.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests;

internal static class Bootcamps
{
    /// <summary>The names of all bootcamps, one test each. While working on a few, name them in the variable BOOTCAMPS: <c>BOOTCAMPS=Sudoku,Maze</c>.</summary>
    public static TheoryData<string> Names => [.. BootcampLibrary.Catalog.All.Select(bootcamp => bootcamp.Info.Name).Where(IsChosen)];

    private static readonly string[]? Chosen = Environment.GetEnvironmentVariable("BOOTCAMPS") is { Length: > 0 } names ? names.Split(',') : null;

    private static bool IsChosen(string name) => Chosen is null || Chosen.Contains(name);

    public static IBootcamp Named(string name) =>
        BootcampLibrary.Catalog.TryGet(name, out var bootcamp) ? bootcamp : throw new ArgumentException($"no bootcamp {name}");

    /// <summary>
    /// Bootcamps whose rules allow several right answers to one puzzle (another path, another expression), so that a changed answer may be
    /// right as well. Everywhere else a changed answer must not score.
    /// </summary>
    public static bool AllowsSeveralAnswers(string name) => SeveralAnswers.Contains(name);

    private static readonly HashSet<string> SeveralAnswers =
    [
        "Arrowmaze", // only the order of the numbers counts
        "Campsite", // a cell that stays empty may hold any other letter
        "Starbattle", // the reference looks only at the regions that are listed
        "Dominosa", "Galaxies", "Stitches", // any division or loop that fits
        "Cryptomath",
        "Game24",
        "KorLogicStatisticalReasoning", // shares are right within 1e-6
        "KorOperationUnicode2295", // the unit is i or j
        "KorOperationUnicode25a1", // a last decimal next to the right one may count
        "KorPuzzle24Points",
        "KorPuzzleCampsite", // a cell that stays empty may hold any other letter
        "KorPuzzleCryptoMath",
        "KorPuzzleWordSearch", // the end of a word only gives its direction
    ];

    /// <summary>Fields that fresh ground truths hold and no official one does.</summary>
    public static string[] FreshFields(string name) => name == "Arc" ? ["std_ans", "examples"] : [];
}
