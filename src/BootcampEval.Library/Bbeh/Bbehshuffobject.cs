// Shuffled objects: follow who holds what through a list of swaps.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Bbeh;

/// <summary>Shuffled objects: people swap what they hold, pair by pair; name what one of them holds at the end.</summary>
public sealed partial class Bbehshuffobject : Bootcamp<Bbehshuffobject.Puzzle, string>
{
    /// <summary>Who holds what at the start, the swaps in order, and who is asked about.</summary>
    public sealed record Puzzle(
        string[] People,
        string ContextType,
        string[] ObjectPool,
        Dictionary<string, string> InitialAssignments,
        string[][] Swaps,
        string QuestionPerson,
        string CorrectAnswer);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class BbehshuffobjectJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => BbehshuffobjectJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "Bbehshuffobject", Family.Bbeh, "Shuffled objects", "Follow what each person holds through a list of swaps.")
    {
        AnswerFormat = "<answer>the object</answer>",
        Measure = "swaps",
    };

    protected override Extraction<string> Extract(string output) =>
        Tagged.Last(output, "<answer>", "</answer>").Then<string>(content => PyText.Strip(content));

    protected override Verdict Judge(string answer, Puzzle puzzle) =>
        PyCase.Lower(answer) == PyCase.Lower(PyText.Strip(puzzle.CorrectAnswer))
            ? Verdict.Correct
            : Verdict.Wrong($"{puzzle.QuestionPerson} holds {puzzle.CorrectAnswer} at the end");

    // From 3 people and 4 swaps to 10 people and 40 swaps: every swap is one more thing to keep in mind.
    private static readonly (int People, int Swaps)[] Levels = [(3, 4), (5, 8), (7, 14), (9, 24), (10, 40)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (count, swapCount) = Levels[level - 1];
        var setting = random.Pick(Settings);
        var people = random.Sample(Names, count);
        var held = random.Sample(setting.Objects, count);
        var start = people.Zip(held).ToDictionary(pair => pair.First, pair => pair.Second);
        string[][] swaps;
        do swaps = DrawSwaps(random, people, swapCount);
        while (people.Any(person => !swaps.Any(swap => swap.Contains(person))));
        var asked = random.Pick(people);
        return new(people, setting.Name, setting.Objects, start, swaps, asked, HeldAtTheEnd(start, swaps)[asked]);
    }

    // No pair swaps twice in a row: the second swap would undo the first.
    private static string[][] DrawSwaps(PuzzleRandom random, string[] people, int count)
    {
        var swaps = new List<string[]>();
        while (swaps.Count < count)
        {
            var pair = random.Sample(people, 2);
            Array.Sort(pair, StringComparer.Ordinal);
            if (swaps.Count == 0 || !swaps[^1].SequenceEqual(pair)) swaps.Add(pair);
        }
        return [.. swaps];
    }

    private static Dictionary<string, string> HeldAtTheEnd(Dictionary<string, string> start, string[][] swaps)
    {
        var held = new Dictionary<string, string>(start);
        foreach (var swap in swaps) (held[swap[0]], held[swap[1]]) = (held[swap[1]], held[swap[0]]);
        return held;
    }

    protected override string Ask(Puzzle puzzle)
    {
        var setting = Settings.First(setting => setting.Name == puzzle.ContextType);
        var starts = puzzle.People.Select(person => $"- {person}: {puzzle.InitialAssignments[person]}");
        var swaps = puzzle.Swaps.Select((swap, i) => $"{i + 1}. {swap[0]} and {swap[1]} swap {setting.Things}.");
        return $"""
            {setting.Opening} At the start each person has one of the {setting.Things}:

            {string.Join('\n', starts)}

            Then pairs of people swap, one pair after the other. In each swap the two exchange what they have at that moment.

            {string.Join('\n', swaps)}

            Which of the {setting.Things} does {puzzle.QuestionPerson} have after the last swap?

            Think step by step if you like. End with its name, exactly as it is written in the list above and with nothing else, between two tags.
            For something called NAME the last line would be:
            <answer>NAME</answer>
            """;
    }

    protected override string? Solve(Puzzle puzzle) => $"<answer>{HeldAtTheEnd(puzzle.InitialAssignments, puzzle.Swaps)[puzzle.QuestionPerson]}</answer>";

    protected override double Measure(Puzzle puzzle) => puzzle.Swaps.Length;

    private sealed record Setting(string Name, string Opening, string Things, string[] Objects);

    private static readonly string[] Names =
        ["Amir", "Beatriz", "Chen", "Dagny", "Emeka", "Farah", "Goran", "Hana", "Ivo", "Jaya", "Kofi", "Lena", "Mateo", "Noor", "Oskar", "Priya"];

    private static readonly Setting[] Settings =
    [
        new("marble game", "Some friends are playing with marbles, each of one colour.", "marble colours",
            ["crimson", "teal", "ivory", "amber", "violet", "olive", "copper", "navy", "coral", "silver", "jade", "plum"]),
        new("rowing crew", "A rowing club assigns seats in its boats.", "seats",
            ["bow seat", "stroke seat", "seat two", "seat three", "seat four", "seat five", "seat six", "seat seven", "cox seat", "reserve seat"]),
        new("spice market", "Some cooks meet at a market, each with a jar of one spice.", "spices",
            ["cumin", "saffron", "nutmeg", "paprika", "cardamom", "turmeric", "clove", "anise", "sumac", "fennel", "ginger"]),
        new("folk dance", "The dancers of a folk dance each begin beside one post of a ring.", "posts",
            ["north post", "south post", "east post", "west post", "gate post", "well post", "mill post", "barn post", "oak post", "elm post"]),
        new("map exchange", "Some hikers each carry a map of one valley.", "maps",
            ["Alder Valley", "Birch Valley", "Cedar Valley", "Dogwood Valley", "Fir Valley", "Hazel Valley", "Juniper Valley", "Larch Valley", "Maple Valley", "Rowan Valley"]),
    ];
}
