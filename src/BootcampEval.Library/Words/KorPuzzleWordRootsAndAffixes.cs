// Common affix: find the prefix or suffix that turns several letter groups into words.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Words;

/// <summary>Common affix: find the one prefix or suffix that turns each of several letter groups into a word.</summary>
public sealed partial class KorPuzzleWordRootsAndAffixes : Bootcamp<KorPuzzleWordRootsAndAffixes.Puzzle, string>
{
    /// <summary>The side (<c>prefix</c> or <c>suffix</c>), the affix, and the letter groups.</summary>
    public sealed record Puzzle(string AffixType, string Affix, string[] Segments);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorPuzzleWordRootsAndAffixesJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorPuzzleWordRootsAndAffixesJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorPuzzleWordRootsAndAffixes", Family.Words, "Common affix", "Find the one prefix or suffix that turns each of several letter groups into a word.")
    {
        AnswerFormat = "[[re]]",
        Measure = "words that listed but wrong affixes make of the groups",
    };

    protected override Extraction<string> Extract(string output) =>
        Tagged.Last(output, "[[", "]]", oneLine: true).Then<string>(content => PyText.Strip(content));

    protected override Verdict Judge(string answer, Puzzle puzzle) =>
        PyCase.Lower(answer) == PyCase.Lower(puzzle.Affix)
            ? Verdict.Correct
            : Verdict.Wrong(answer == "" ? "the brackets are empty" : $"the {puzzle.AffixType} is {puzzle.Affix}, not {answer}");

    // More groups, of which wrong affixes make more words: only all groups together decide.
    private static readonly (int Segments, int FewestDecoys, int MostDecoys)[] Levels = [(2, 0, 7), (3, 8, 13), (4, 14, 18), (5, 19, 25), (5, 26, 100)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (count, fewest, most) = Levels[level - 1];
        while (true)
        {
            var table = random.Chance(0.5) ? AffixTable.Prefixes : AffixTable.Suffixes;
            var affix = random.Pick(table.Affixes);
            string[] stems = [.. table.Stems.Where(stem => table.CommonFor(stem).Contains(affix))];
            if (stems.Length < count) continue;
            var segments = random.Sample(stems, count);
            var puzzle = new Puzzle(table.IsPrefix ? "prefix" : "suffix", affix, segments);
            var fitting = table.Affixes.Count(other => segments.All(segment => table.AllFor(segment).Contains(other)));
            if (fitting == 1 && Decoys(puzzle) >= fewest && Decoys(puzzle) <= most) return puzzle;
        }
    }

    protected override string Ask(Puzzle puzzle)
    {
        var side = puzzle.AffixType == "prefix" ? "before" : "after";
        return $"""
            Which {puzzle.AffixType} turns every one of these letter groups into an English word when it is written directly {side} the
            group, with no other change?

            {string.Join('\n', puzzle.Segments)}

            {Candidates(puzzle)}

            Write the {puzzle.AffixType} in double square brackets on one line, its bare letters without a hyphen: [[{puzzle.AffixType}]].
            """;
    }

    protected override string? Solve(Puzzle puzzle) => $"[[{puzzle.Affix}]]";

    protected override double Measure(Puzzle puzzle) => Decoys(puzzle);

    private static int Decoys(Puzzle puzzle) => puzzle.Segments.Sum(segment => TableOf(puzzle).AllFor(segment).Count(other => other != puzzle.Affix));

    // The affixes to choose from are stated where they are ours; the official rows leave them open.
    private static string Candidates(Puzzle puzzle) => TableOf(puzzle).Affixes.Contains(puzzle.Affix)
        ? $"It is one of these: {string.Join(", ", TableOf(puzzle).Affixes)}. One of them fits all the groups; the others make words of some groups only."
        : $"One {puzzle.AffixType} fits all the groups.";

    private static AffixTable TableOf(Puzzle puzzle) => puzzle.AffixType == "prefix" ? AffixTable.Prefixes : AffixTable.Suffixes;
}
