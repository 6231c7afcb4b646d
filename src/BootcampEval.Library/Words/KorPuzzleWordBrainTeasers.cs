// Compound splitting: take compounds of two nouns apart.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Words;

/// <summary>Compound splitting: take words that are two nouns run together apart again.</summary>
public sealed partial class KorPuzzleWordBrainTeasers : Bootcamp<KorPuzzleWordBrainTeasers.Puzzle, string[]>
{
    /// <summary>The compounds, and the two nouns of each in the same order.</summary>
    public sealed record Puzzle(string[] Words, string[][] Components);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorPuzzleWordBrainTeasersJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorPuzzleWordBrainTeasersJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorPuzzleWordBrainTeasers", Family.Words, "Compound splitting", "Take words that are two nouns run together apart again.")
    {
        AnswerFormat = "[[sun flower snow ball]]",
        Measure = "listed nouns that the compounds begin with",
    };

    // The last double brackets that hold an ASCII letter; everything in them but such letters and white space is deleted before it is split.
    protected override Extraction<string[]> Extract(string output)
    {
        foreach (var (start, length) in Tagged.AllUnbroken(output).Reverse())
        {
            var kept = string.Concat(output.Substring(start, length).Where(c => char.IsAsciiLetter(c) || PyText.IsSpace(c)));
            if (PyText.Split(kept) is { Length: > 0 } nouns) return nouns;
        }
        return new NoAnswer("no double brackets with letters in them");
    }

    protected override Verdict Judge(string[] answer, Puzzle puzzle)
    {
        string[] nouns = [.. puzzle.Components.SelectMany(pair => pair)];
        if (answer.Length != nouns.Length) return Verdict.Wrong($"there are {answer.Length} words in the brackets, not {nouns.Length}");
        for (var i = 0; i < nouns.Length; i++)
            if (answer[i] != nouns[i]) return Verdict.Wrong($"noun {i + 1} is {nouns[i]}, not {answer[i]}");
        return Verdict.Correct;
    }

    // More compounds, and from level 3 on such as begin with several of the listed nouns, of which one leads to a split.
    private static readonly (int Compounds, int FalseStarts)[] Levels = [(3, 0), (5, 0), (7, 1), (9, 1), (12, 1)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (count, falseStarts) = Levels[level - 1];
        var pairs = new List<string[]>();
        while (pairs.Count < count)
        {
            string[] pair = [random.Pick(Nouns), random.Pick(Nouns)];
            var compound = string.Concat(pair);
            if (Splits(compound).Count() != 1 || Beginnings(compound) <= falseStarts) continue;
            if (pairs.TrueForAll(other => string.Concat(other) != compound)) pairs.Add(pair);
        }
        return new([.. pairs.Select(pair => string.Concat(pair))], [.. pairs]);
    }

    protected override string Ask(Puzzle puzzle) => $"""
        Each of these {puzzle.Words.Length} words is two nouns run together:

        {string.Join('\n', puzzle.Words)}

        {Listed(puzzle)}

        Split every word into its two nouns. Write all the nouns in lower case, in the order of the words and with single spaces between
        them, into one pair of double square brackets, as [[snow ball rain bow]] would do for snowball and rainbow.
        """;

    protected override string? Solve(Puzzle puzzle) => $"[[{string.Join(' ', puzzle.Components.SelectMany(pair => pair))}]]";

    protected override double Measure(Puzzle puzzle) => puzzle.Words.Sum(Beginnings);

    // The nouns to choose from are stated where they are ours; the official rows leave them open.
    private static string Listed(Puzzle puzzle) => puzzle.Components.SelectMany(pair => pair).All(NounSet.Contains)
        ? $"The nouns are all from this list, where each may occur more than once or not at all: {string.Join(", ", Nouns)}."
        : "The nouns are English words that can stand alone.";

    // The nouns that are first in a split of the compound.
    private static IEnumerable<string> Splits(string compound) =>
        Nouns.Where(first => compound.StartsWith(first, StringComparison.Ordinal) && NounSet.Contains(compound[first.Length..]));

    private static int Beginnings(string compound) => Nouns.Count(noun => compound.StartsWith(noun, StringComparison.Ordinal));

    // Chosen so that many begin like others: a solver has to look at the rest of the word.
    private static readonly string[] Nouns =
    [
        .. """
            ant antler ape apple arm armor art bar bark barn barrel bat bath beam bean bear bee beef beer beetle bell belt board boat book
            boot bow bowl box bull bullet bus bush can canal candle candy cap cape car card cargo carpet cart cat cattle chin china cow cup
            cupboard dam dog door ear earth eel fan fang farm farmer fir fire fish fork form fort gate goat ham hammer hat hen hero ink jam
            key kit kite kitten lake lamb lamp land lock log map maple mask mast master mat match meal meat melon moon mouse net nut oak oar
            oat owl pan panda panel panther park pea peach pear pearl pen pencil pig pillow pin pine plan plane planet plant pot rain ram
            rat ring robe robin rock rocket root rope rose rug sand sea seal seat seed ship shoe sky star start stone stool sun tail tea
            team tent tie tiger toad toast toe top tower tree turn wall wallet wheel win wind window wine wing wolf wood word yard
            """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
    ];

    private static readonly HashSet<string> NounSet = new(Nouns, StringComparer.Ordinal);
}
