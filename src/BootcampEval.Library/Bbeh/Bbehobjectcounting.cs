// Object counting: add up what I own of two classes, among everything else that is listed.

using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Bbeh;

/// <summary>Object counting: the total, or the difference of the totals, of two classes of my things, among those of others.</summary>
public sealed partial class Bbehobjectcounting : Bootcamp<Bbehobjectcounting.Puzzle, BigInteger>
{
    /// <summary>The lines, the two classes asked about, <c>sum</c> or <c>difference</c>, the result, and the two totals.</summary>
    public sealed record Puzzle(string[] Items, string[] Categories, string Operation, int CorrectAnswer, [property: JsonPropertyName("_sums")] int[] Totals);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class BbehobjectcountingJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => BbehobjectcountingJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "Bbehobjectcounting", Family.Bbeh, "Object counting", "Add up my things of two classes among many others.")
    {
        AnswerFormat = "[answer]number[/answer]",
        Measure = "lines",
    };

    // Commas and blanks are taken out, what comes before the last "=" is left away, and the last whole number counts.
    protected override Extraction<BigInteger> Extract(string output) => Tagged.Last(output, "[answer]", "[/answer]").Then<BigInteger>(content =>
    {
        var text = PyText.Strip(content).Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return LastInteger(text.AsSpan(text.LastIndexOf('=') + 1));
    });

    // The last match of -?\d+.
    private static Extraction<BigInteger> LastInteger(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        Rune before;
        while (end > 0 && !(PyText.TryRuneBefore(text, end, out before) && PyText.IsDecimalDigit(before))) end--;
        var start = end;
        while (PyText.TryRuneBefore(text, start, out before) && PyText.IsDecimalDigit(before)) start -= before.Utf16SequenceLength;
        if (start == end) return new NoAnswer("no whole number stands between the last tags");
        if (start > 0 && text[start - 1] == '-') start--;
        return PyInt.TryParse(text[start..end], out BigInteger number) ? number : new NoAnswer("the number has more than 4,300 digits");
    }

    protected override Verdict Judge(BigInteger answer, Puzzle puzzle) =>
        answer == puzzle.CorrectAnswer ? Verdict.Correct : Verdict.Wrong($"the {puzzle.Operation} is {puzzle.CorrectAnswer}");

    // Lines about me of each class asked about, of all other classes together, and lines about others.
    private static readonly (int Asked, int Mine, int Others)[] Levels = [(2, 2, 2), (3, 4, 4), (5, 8, 6), (7, 14, 12), (10, 24, 22)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (asked, mine, others) = Levels[level - 1];
        var categories = random.Sample([.. Classes.Keys.Order(StringComparer.Ordinal)], 2);
        string[] rest = [.. Classes.Keys.Order(StringComparer.Ordinal).Except(categories)];
        var lines = new List<string>();
        int[] totals = [.. categories.Select(category => Enumerable.Range(0, asked).Sum(_ => AddMine(random, lines, category, level)))];
        for (var i = 0; i < mine; i++) AddMine(random, lines, random.Pick(rest), level);
        for (var i = 0; i < others; i++) lines.Add($"My {random.Pick(People)} has {random.Between(5, 300)} {random.Pick(Classes[random.Pick(categories.Concat(rest).ToArray())])}.");
        random.Shuffle(lines);
        var operation = random.Pick("sum", "difference");
        return new([.. lines], categories, operation, operation == "sum" ? totals.Sum() : Math.Abs(totals[0] - totals[1]), totals);
    }

    // Adds a line about something of mine, and returns how many of it I have in the end.
    private static int AddMine(PuzzleRandom random, List<string> lines, string category, int level)
    {
        var number = random.Between(20, 200);
        var start = number;
        var history = new List<string>();
        for (var i = random.Between(1, Math.Min(level, 4)); i > 0; i--)
        {
            var change = number > 20 && random.Chance(0.5) ? -random.Between(1, number - 10) : random.Between(5, 150);
            number += change;
            history.Add(change < 0 ? $"then gave {-change} away" : $"then got {change} more");
        }
        lines.Add($"I have {number} {random.Pick(Classes[category])} (I began with {start}, {string.Join(", ", history)}, which leaves {number}).");
        return number;
    }

    protected override string Ask(Puzzle puzzle) => $"""
        Below is a list of things that I own and things that others own. Look only at what I own, and only at two classes of things: {puzzle.Categories[0]} and {puzzle.Categories[1]}.

        {string.Join('\n', puzzle.Items)}

        For each thing, the number that I have now counts; the note in brackets only tells how it came about. The same thing may be listed more than once, and then all its lines count.
        Let P be how many {puzzle.Categories[0]} I have now in all, and Q how many {puzzle.Categories[1]}.
        {(puzzle.Operation == "sum" ? "What is P + Q?" : "What is the difference of P and Q, the larger minus the smaller?")}

        End with the number alone, in digits, between two tags. If it were R, the last line would be:
        [answer]R[/answer]
        """;

    protected override string? Solve(Puzzle puzzle)
    {
        var result = puzzle.Operation == "sum" ? puzzle.Totals.Sum() : Math.Abs(puzzle.Totals[0] - puzzle.Totals[1]);
        return string.Create(CultureInfo.InvariantCulture, $"[answer]{result}[/answer]");
    }

    protected override double Measure(Puzzle puzzle) => puzzle.Items.Length;

    private static readonly string[] People =
        ["aunt", "brother", "colleague", "cousin", "father", "friend", "grandfather", "grandmother", "mother", "neighbour", "niece", "sister", "teacher", "uncle"];

    /// <summary>Things that belong to one class, by what everybody knows of them.</summary>
    internal static readonly Dictionary<string, string[]> Classes = new(StringComparer.Ordinal)
    {
        ["birds"] = ["sparrows", "parrots", "owls", "eagles", "pigeons", "swans", "crows", "geese", "flamingos", "penguins", "robins", "woodpeckers"],
        ["fish"] = ["salmon", "trout", "carp", "herrings", "sardines", "mackerels", "pikes", "eels", "goldfish", "catfish", "haddocks", "tunas"],
        ["fruits"] = ["apples", "pears", "bananas", "oranges", "peaches", "plums", "cherries", "mangoes", "apricots", "grapes", "lemons", "pineapples"],
        ["pieces of furniture"] = ["armchairs", "bookcases", "sofas", "wardrobes", "bedside tables", "dining tables", "rocking chairs", "sideboards", "dressers", "footstools", "desks", "bunk beds"],
        ["musical instruments"] = ["violins", "cellos", "flutes", "trumpets", "clarinets", "harps", "grand pianos", "trombones", "oboes", "bassoons", "tubas", "xylophones"],
        ["tools"] = ["hammers", "screwdrivers", "wrenches", "pliers", "handsaws", "chisels", "crowbars", "wood files", "spirit levels", "hacksaws", "mallets", "hand drills"],
        ["vehicles"] = ["bicycles", "motorcycles", "tractors", "vans", "minibuses", "lorries", "mopeds", "ambulances", "fire engines", "taxis", "bulldozers", "forklift trucks"],
    };
}
