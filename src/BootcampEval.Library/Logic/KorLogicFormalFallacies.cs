// Formal fallacies: name the invalid pattern that an argument follows.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;

namespace BootcampEval.Library.Logic;

/// <summary>Formal fallacies: tell which of ten invalid patterns an argument follows.</summary>
public sealed partial class KorLogicFormalFallacies : Bootcamp<KorLogicFormalFallacies.Puzzle, string>
{
    /// <summary>An argument, a hint on its fault (may be empty), the letter of its pattern, and the names of the patterns.</summary>
    public sealed record Puzzle(string Question, string Analysis, string CorrectAnswer, Dictionary<string, string> Options);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorLogicFormalFallaciesJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorLogicFormalFallaciesJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorLogicFormalFallacies", Family.Logic, "Formal fallacies", "Tell which of ten invalid patterns an argument follows.")
    {
        AnswerFormat = "[[G]]",
        Measure = "words of the argument",
    };

    protected override Extraction<string> Extract(string output) => BracketedLetter.Last(output, 'A', 'J');

    protected override Verdict Judge(string answer, Puzzle puzzle) =>
        answer == puzzle.CorrectAnswer
            ? Verdict.Correct
            : Verdict.Wrong($"the argument follows {Name(puzzle.CorrectAnswer)}, not {Name(answer)}");

    private static string Name(string letter) => Patterns.FirstOrDefault(pattern => pattern.Letter == letter) is { } pattern ? $"{letter} ({pattern.Name})" : letter;

    // Level 1 argues with letters, 2 with short sentences, 3 with compound ones; 4 and 5 hide the argument among sentences that play no part in it.
    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var pattern = random.Pick(Patterns);
        var argument = pattern.Argue(new Speaker(random, level));
        var asides = random.Sample(Asides, level switch { 4 => 3, 5 => 6, _ => 0 });
        var before = random.Below(asides.Length + 1);
        string[] sentences = [.. asides[..before], argument, .. asides[before..]];
        return new(string.Join(' ', sentences), "", pattern.Letter, Patterns.ToDictionary(each => each.Letter, each => each.Name));
    }

    protected override string Ask(Puzzle puzzle) => $"""
        The following text contains one argument that is not valid.

        {puzzle.Question}{(puzzle.Analysis == "" ? "" : $"\n\nHint: {puzzle.Analysis}")}

        Which of these patterns does the argument follow? Look at its form, not at whether its sentences are true.

        {string.Join('\n', Patterns.Select(pattern => $"{pattern.Letter}. {pattern.Name}: {pattern.Form}"))}

        Write the capital letter of the pattern in double square brackets, with nothing else inside them, as in [[X]] for a letter X.
        """;

    protected override string? Solve(Puzzle puzzle) => $"The argument follows {Name(puzzle.CorrectAnswer)}.\n\n[[{puzzle.CorrectAnswer}]]";

    protected override double Measure(Puzzle puzzle) => puzzle.Question.Count(c => c == ' ') + 1;

    /// <summary>A fallacy: its fixed letter and name, the form it has, and a way to commit it.</summary>
    private sealed record Pattern(string Letter, string Name, string Form, Func<Speaker, string> Argue);

    private static readonly Pattern[] Patterns =
    [
        new("A", "NegAnt Method", "from \"if P then Q\" and \"not P\", to \"not Q\"", OfTwo((p, q) =>
            $"If {p}, then {q}. It is not the case that {p}. So it is not the case that {q}.")),
        new("B", "AffCons Method", "from \"if P then Q\" and \"Q\", to \"P\"", OfTwo((p, q) =>
            $"If {p}, then {q}. It is the case that {q}. So it is the case that {p}.")),
        new("C", "CondSwap Method", "from \"if P then Q\" alone, to \"if Q then P\"", OfTwo((p, q) =>
            $"If {p}, then {q}. Therefore, if {q}, then {p}.")),
        new("D", "IncorrNeg Method", "from \"if P then Q\" alone, to \"if not P then not Q\"", OfTwo((p, q) =>
            $"If {p}, then {q}. Therefore, if it is not the case that {p}, then it is not the case that {q}.")),
        new("E", "DisjSyl Method", "from \"P or Q, perhaps both\" and \"Q\", to \"not P\"", OfTwo((p, q) =>
            $"At least one of these holds: {p}; or {q}. It is the case that {q}. So it is not the case that {p}.")),
        new("F", "QuantSwitch Method", "from \"for every x there is a y related to it\", to \"there is one y to which every x is related\"", speaker =>
        {
            var (subject, verb, other) = speaker.Relation();
            return $"For every {subject} there is at least one {other} that the {subject} {verb}. Therefore there is one {other} that every {subject} {verb}.";
        }),
        new("G", "IllTrans Method", "from \"all S are P\", to \"all P are S\"; or from \"some S are not P\", to \"some P are not S\"", speaker =>
        {
            var (s, p) = speaker.Classes();
            return speaker.Coin() ? $"All {s} are {p}. Therefore all {p} are {s}." : $"Some {s} are not {p}. Therefore some {p} are not {s}.";
        }),
        new("H", "IncorrInf Method", "from \"some S are P\", to \"some S are not P\"; or the other way round", speaker =>
        {
            var (s, p) = speaker.Classes();
            return speaker.Coin() ? $"Some {s} are {p}. Therefore some {s} are not {p}." : $"Some {s} are not {p}. Therefore some {s} are {p}.";
        }),
        new("I", "InvSubError Method", "putting one description for another inside what somebody knows or believes, though that person may not know that both fit", speaker =>
        {
            var (who, first, second, fact) = speaker.Belief();
            return $"{who} knows that {first} {fact}. In truth, {first} is the same as {second}. Therefore {who} knows that {second} {fact}.";
        }),
        new("J", "LetClauseShift Method", "moving a word such as \"must\" or \"not\" to another clause, so that what it governs changes", speaker =>
        {
            var (p, q) = speaker.Two();
            return speaker.Coin()
                ? $"Necessarily, if {p}, then {q}. Therefore, if {p}, then it is a necessary truth that {q}."
                : $"It is not the case that both of these hold: {p}; and {q}. Therefore it is not the case that {p}, and it is not the case that {q}.";
        }),
    ];

    private static Func<Speaker, string> OfTwo(Func<string, string, string> argue) => speaker =>
    {
        var (p, q) = speaker.Two();
        return argue(p, q);
    };

    /// <summary>Finds different contents for the places of a pattern, the longer the higher the level.</summary>
    private sealed class Speaker(PuzzleRandom random, int level)
    {
        public bool Coin() => random.Chance(0.5);

        public (string, string) Two()
        {
            if (level == 1)
            {
                var letters = random.Sample(Letters, 2);
                return (letters[0], letters[1]);
            }
            var facts = random.Sample(Facts, level >= 3 ? 4 : 2);
            return level >= 3 ? ($"{facts[0]} and {facts[1]}", $"{facts[2]} or {facts[3]}") : (facts[0], facts[1]);
        }

        public (string, string) Classes()
        {
            if (level == 1)
            {
                var letters = random.Sample(Letters, 2);
                return (letters[0], letters[1]);
            }
            var things = random.Sample(Things, 2);
            if (level == 2) return (things[0], things[1]);
            var traits = random.Sample(Traits, 4);
            return ($"{things[0]} {traits[0]} and {traits[1]}", $"{things[1]} {traits[2]} and {traits[3]}");
        }

        public (string Subject, string Verb, string Other) Relation()
        {
            if (level == 1)
            {
                var letters = random.Sample(Letters, 3);
                return ($"thing of kind {letters[0]}", $"stands in relation {letters[2]} to", $"thing of kind {letters[1]}");
            }
            var (subject, verb, other) = random.Pick(Relations);
            return (subject, level == 2 ? verb : $"{random.Pick(Manners)} {verb}", other);
        }

        public (string Who, string First, string Second, string Fact) Belief()
        {
            if (level == 1)
            {
                var letters = random.Sample(Letters, 4);
                return ($"Agent {letters[0]}", $"object {letters[1]}", $"object {letters[2]}", $"has property {letters[3]}");
            }
            var roles = random.Sample(Roles, 2);
            var deeds = random.Sample(Deeds, 2);
            return (random.Pick(People), roles[0], roles[1], level == 2 ? deeds[0] : $"{deeds[0]} and {deeds[1]}");
        }
    }

    private static readonly string[] Letters = [.. Enumerable.Range('A', 26).Select(c => ((char)c).ToString())];

    private static readonly string[] Facts =
    [
        "the harbour is frozen", "the mill is running", "the bell has been rung", "the bridge is open", "the lamp is lit", "the river is high",
        "the orchard is in bloom", "the train is late", "the well is dry", "the gate is locked", "the ferry has sailed", "the oven is hot",
        "the council has met", "the flag is raised", "the snow has melted", "the market is closed", "the clock has stopped", "the hens are fed",
    ];

    private static readonly string[] Things =
        ["sailors", "weavers", "beekeepers", "cellists", "gardeners", "bakers", "surveyors", "potters", "archers", "printers", "divers", "tailors", "farriers", "glaziers"];

    private static readonly string[] Traits =
        ["from the northern coast", "with a licence", "who keep a diary", "over forty", "who own a boat", "with two trades", "who read Greek", "without a guild", "who travel in winter", "with a workshop"];

    private static readonly (string Subject, string Verb, string Other)[] Relations =
    [
        ("sailor", "trusts", "captain"), ("pupil", "admires", "teacher"), ("village", "depends on", "well"), ("lock", "is opened by", "key"),
        ("shepherd", "owns", "dog"), ("painter", "copies", "master"), ("ship", "calls at", "harbour"), ("song", "quotes", "poem"),
        ("valley", "is drained by", "stream"), ("letter", "is answered by", "clerk"), ("bee", "returns to", "hive"), ("guest", "thanks", "host"),
    ];

    private static readonly string[] Manners = ["in the hard months of winter", "on every single market day", "without a word of complaint", "as far as anyone remembers", "in spite of the old quarrel"];

    private static readonly string[] People = ["Alma", "Bruno", "Clara", "Dmitri", "Elif", "Felix", "Greta", "Hugo", "Ines", "Jonas", "Kaya", "Luis"];

    private static readonly string[] Roles =
        ["the baker at the corner", "the author of the letters", "the tallest rower", "the keeper of the keys", "the winner of the race", "the neighbour upstairs", "the judge of the fair", "the owner of the mill"];

    private static readonly string[] Deeds =
        ["sings in the choir", "comes from the islands", "paid the old debt", "speaks three languages", "was born in spring", "repairs violins", "once crossed the desert", "collects old maps"];

    private static readonly string[] Asides =
    [
        "The meeting began later than planned.", "Somebody had left a window open all night.", "Tea was served in the blue cups again.",
        "Nobody could find the second volume of the register.", "A cart went by and everyone stopped to listen.", "The minutes of last week had not been signed yet.",
        "One of the older members was knitting a scarf.", "Outside, children were playing with a hoop.", "The secretary wrote all of this down with a squeaking pen.",
        "It was remarked that the room needed new chairs.", "The dog under the table did not wake up.",
    ];
}
