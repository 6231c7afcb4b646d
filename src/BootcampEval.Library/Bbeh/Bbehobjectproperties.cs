// Object properties: follow a collection through changes, then count what has the properties asked for.

using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Bbeh;

/// <summary>Object properties: things change their size and material and are copied in another colour; how many fit a description at the end?</summary>
public sealed partial class Bbehobjectproperties : Bootcamp<Bbehobjectproperties.Puzzle, string>
{
    /// <summary>The things at the start and at the end, the changes between, the conditions by attribute, and the count: a number, or the text <c>unknown</c>.</summary>
    public sealed record Puzzle(
        Item[] InitialObjects,
        ColorRun[] ColorBlocks,
        Step[] Steps,
        Item[] FinalObjects,
        [property: JsonConverter(typeof(PyValueJson))] PyValue CorrectAnswer,
        Dictionary<string, Condition> Question);

    /// <summary>A thing.</summary>
    public sealed record Item(string Size, string Origin, string Material, string Smell, string Name, string Color);

    /// <summary>So many things in a row have this colour.</summary>
    public sealed record ColorRun(string Color, int Count);

    /// <summary>A change, and how it is told.</summary>
    public sealed record Step(string Type, string Description);

    /// <summary>What an attribute must be: not <c>value</c> (type <c>negated</c>), or one of <c>values</c> (type <c>or</c>).</summary>
    public sealed record Condition(
        string Type,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Value = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string[]? Values = null);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class BbehobjectpropertiesJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => BbehobjectpropertiesJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "Bbehobjectproperties", Family.Bbeh, "Object properties", "Follow changes to a collection and count what fits a description.")
    {
        AnswerFormat = "[answer]number[/answer]",
        Measure = "objects touched by the steps",
    };

    protected override Extraction<string> Extract(string output) =>
        Tagged.Last(output, "[answer]", "[/answer]").Then<string>(content => PyText.Strip(content));

    // Verdicts do without the collection, which is most of the text.
    protected override Puzzle ReadForVerdict(JsonElement groundTruth, Ruling ruling) =>
        groundTruth.ValueKind == JsonValueKind.Object && groundTruth.TryGetProperty("correct_answer", out var answer)
            && PyJson.TryParse(answer.GetRawText(), out var key)
            ? new([], [], [], [], key, []) : base.ReadForVerdict(groundTruth, ruling);

    // Numbers are compared as int() reads them, everything else as text without regard to case.
    protected override Verdict Judge(string answer, Puzzle puzzle)
    {
        var isRight = PyInt.TryParse(answer, out BigInteger number) && WholeNumber(puzzle.CorrectAnswer) is { } count
            ? number == count
            : puzzle.CorrectAnswer is PyValue.Str text && PyCase.Lower(answer) == PyCase.Lower(text.Value);
        return isRight ? Verdict.Correct : Verdict.Wrong($"the count is {puzzle.CorrectAnswer}");
    }

    private static BigInteger? WholeNumber(PyValue key) => key switch
    {
        PyValue.Str text => PyInt.TryParse(text.Value, out BigInteger read) ? read : null,
        PyValue.Float { Value: var number } => double.IsFinite(number) ? new BigInteger(number) : null,
        _ => key.TryGetInt(out BigInteger whole) ? whole : null,
    };

    private static bool Fits(Item item, Dictionary<string, Condition> question) => question.All(condition =>
    {
        var value = Attribute(item, condition.Key);
        return condition.Value.Type == "negated" ? value != condition.Value.Value : condition.Value.Values?.Contains(value) ?? false;
    });

    private static string Attribute(Item item, string name) => name switch
    {
        "size" => item.Size,
        "origin" => item.Origin,
        "material" => item.Material,
        "smell" => item.Smell,
        "color" => item.Color,
        _ => item.Name,
    };

    private static readonly (int Objects, int Steps, int Conditions)[] Levels = [(4, 2, 2), (7, 3, 2), (11, 5, 3), (16, 7, 3), (24, 9, 4)];

    // Copies keep everything but their colour, so that nothing is left to guess; they get a colour that nothing had before.
    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (count, stepCount, conditions) = Levels[level - 1];
        var runs = DrawRuns(random, count);
        string[] colors = [.. runs.SelectMany(run => Enumerable.Repeat(run.Color, run.Count))];
        Item[] start = [.. colors.Select(color => new Item(
            random.Pick(Sizes), random.Pick(Origins), random.Pick(Materials), random.Pick(Smells), random.Pick(Names), color))];
        var (steps, items) = (new List<Step>(), start);
        for (var unused = random.Shuffled(Colors.Except(colors)).ToList(); steps.Count < stepCount;)
        {
            var (step, changed) = DrawStep(random, items, unused);
            if (changed.Length > count * 3) continue;
            steps.Add(step);
            items = changed;
        }
        var question = DrawQuestion(random, items, conditions);
        return new(start, [.. runs], [.. steps], items, PyValue.Of(new BigInteger(items.Count(item => Fits(item, question)))), question);
    }

    private static List<ColorRun> DrawRuns(PuzzleRandom random, int count)
    {
        var runs = new List<ColorRun>();
        for (var left = count; left > 0;)
        {
            var length = random.Between(1, Math.Min(4, left));
            runs.Add(new(random.Pick(Colors[..10].Where(color => runs.Count == 0 || runs[^1].Color != color).ToArray()), length));
            left -= length;
        }
        return runs;
    }

    private static (Step Step, Item[] Items) DrawStep(PuzzleRandom random, Item[] items, List<string> unusedColors)
    {
        switch (random.Below(unusedColors.Count > 0 ? 3 : 2))
        {
            case 0:
                var size = random.Pick(items).Size;
                var other = random.Pick(Sizes.Where(each => each != size).ToArray());
                return (new("replace_size", $"I exchanged every {size} item for one that is {other} and otherwise the same."),
                    [.. items.Select(item => item.Size == size ? item with { Size = other } : item)]);
            case 1:
                var material = random.Pick(items).Material;
                var better = random.Pick(Materials.Where(each => each != material).ToArray());
                return (new("modify_material", $"I had every {material} item remade in {better}, otherwise unchanged."),
                    [.. items.Select(item => item.Material == material ? item with { Material = better } : item)]);
            default:
                var color = random.Pick(items).Color;
                var copies = items.Where(item => item.Color == color).Select(item => item with { Color = unusedColors[^1] });
                var step = new Step("add_copies", $"I added one copy of every {color} item; each copy is {unusedColors[^1]} and otherwise the same as the {color} one, which I kept.");
                Item[] more = [.. items, .. copies];
                unusedColors.RemoveAt(unusedColors.Count - 1);
                return (step, more);
        }
    }

    // All conditions of one kind, as in "not red, not small" or "red or blue, small or large".
    private static Dictionary<string, Condition> DrawQuestion(PuzzleRandom random, Item[] items, int conditions)
    {
        var negated = random.Chance(0.5);
        return random.Sample(["color", "size", "material", "smell", "origin"], conditions).ToDictionary(name => name, name =>
        {
            string[] present = [.. items.Select(item => Attribute(item, name)).Distinct().Order(StringComparer.Ordinal)];
            if (negated) return new Condition("negated", random.Pick(present));
            return new Condition("or", Values: random.Sample(present, random.Between((present.Length + 1) / 2, present.Length)));
        });
    }

    protected override string Ask(Puzzle puzzle)
    {
        var items = puzzle.InitialObjects.Select((item, i) =>
            $"{i + 1}. {item.Name}: size {item.Size}, from {item.Origin}, made of {item.Material}, smells of {item.Smell}");
        var first = 1;
        var colors = puzzle.ColorBlocks.Select(run =>
        {
            var (from, to) = (first, first + run.Count - 1);
            first = to + 1;
            return from == to ? $"item {from} is {run.Color}" : $"items {from} to {to} are {run.Color}";
        });
        var conditions = puzzle.Question.Select(condition => condition.Value.Type == "negated"
            ? $"- its {condition.Key} is not {condition.Value.Value}"
            : $"- its {condition.Key} is {string.Join(" or ", condition.Value.Values ?? [])}");
        return $"""
            I began with a collection of {puzzle.InitialObjects.Length} items.

            {string.Join('\n', items)}

            As for the colors, {string.Join(", ", colors)}.

            Then the collection changed, in this order:

            {string.Join('\n', puzzle.Steps.Select((step, i) => $"{i + 1}. {step.Description}"))}

            Each change applies to all items, copies included, that fit it at that time. How many items in the collection as it is now meet all of these conditions?

            {string.Join('\n', conditions)}

            End with the number alone, in digits, between two tags. If it were N, the last line would be:
            [answer]N[/answer]
            """;
    }

    protected override string? Solve(Puzzle puzzle) => puzzle.CorrectAnswer is PyValue.Str unknown
        ? $"[answer]{unknown.Value}[/answer]"
        : string.Create(CultureInfo.InvariantCulture, $"[answer]{puzzle.FinalObjects.Count(item => Fits(item, puzzle.Question))}[/answer]");

    // Every step looks at the whole collection of its time, and so does the question.
    protected override double Measure(Puzzle puzzle) =>
        (puzzle.Steps.Length * (puzzle.InitialObjects.Length + puzzle.FinalObjects.Length) / 2.0) + (puzzle.FinalObjects.Length * puzzle.Question.Count);

    private static readonly string[] Sizes = ["tiny", "small", "medium", "large", "huge"];

    private static readonly string[] Materials = ["wood", "glass", "copper", "stone", "wax", "paper"];

    private static readonly string[] Origins = ["Chile", "Egypt", "Finland", "India", "Japan", "Kenya", "Mexico", "Norway", "Peru", "Spain"];

    private static readonly string[] Smells = ["cinnamon", "coffee", "honey", "lavender", "mint", "pepper", "rain", "roses", "smoke", "vanilla"];

    private static readonly string[] Names =
        ["basket", "bell", "bottle", "bowl", "box", "candle", "clock", "comb", "cup", "drum", "fan", "figurine", "flute", "kite", "lamp", "mask", "mirror", "plate", "spoon", "vase"];

    private static readonly string[] Colors =
    [
        "amber", "black", "blue", "brown", "green", "grey", "orange", "pink", "red", "white",
        "beige", "crimson", "cyan", "gold", "indigo", "ivory", "lilac", "magenta", "maroon", "olive", "purple", "silver", "teal", "yellow",
    ];
}
