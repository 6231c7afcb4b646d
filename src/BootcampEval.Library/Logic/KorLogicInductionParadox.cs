// Paradoxes of induction: name the one that a scenario or a formula illustrates.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;

namespace BootcampEval.Library.Logic;

/// <summary>Paradoxes of induction: name the one that a scenario or a formula illustrates.</summary>
public sealed partial class KorLogicInductionParadox : Bootcamp<KorLogicInductionParadox.Puzzle, string>
{
    /// <summary>A scenario (an observation, two hypotheses, and how they clash) or a formula, and the letter of the paradox.</summary>
    public sealed record Puzzle(string Type, string CorrectAnswer)
    {
        public string? Phenomenon { get; init; }

        public string[]? Hypotheses { get; init; }

        public string? Contradiction { get; init; }

        public string? Expression { get; init; }
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorLogicInductionParadoxJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorLogicInductionParadoxJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorLogicInductionParadox", Family.Logic, "Paradoxes of induction", "Name the paradox of induction that a scenario or a formula illustrates.")
    {
        AnswerFormat = "[[A]]",
        Measure = "words and symbols of the case",
    };

    protected override Extraction<string> Extract(string output) => BracketedLetter.Last(output, 'A', 'C', anyCase: true);

    // The reference also looks at the ground truth, and lets nothing score where it does not like what it sees: kept, as published scores have it.
    protected override Verdict Judge(string answer, Puzzle puzzle)
    {
        if (answer != puzzle.CorrectAnswer) return Verdict.Wrong($"the case illustrates paradox {puzzle.CorrectAnswer}");
        var readable = puzzle.Type == Example
            ? puzzle is { Hypotheses.Length: 2, Contradiction: not (null or ""), Phenomenon: not (null or "") }
            : puzzle.Expression is { } formula && formula.Contains('→', StringComparison.Ordinal) && formula.Contains('∧', StringComparison.Ordinal)
                && (formula.Contains('⊻', StringComparison.Ordinal) || formula.Contains("矛盾", StringComparison.Ordinal));
        return readable ? Verdict.Correct : Verdict.Wrong("the letter is right, but the reference lets no answer to this row score");
    }

    private const string Example = "example", Symbolic = "symbolic";

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var letter = random.Pick("A", "B", "C");
        var others = LineUp.SizeAt(level) - 1;
        return random.Chance(0.5) ? MakeExample(random, letter, others) : MakeSymbolic(random, letter, others);
    }

    // The scenario stands after others that play no part in it; the hypotheses belong to the last one.
    private static Puzzle MakeExample(PuzzleRandom random, string letter, int others)
    {
        var scenario = DrawScenario(random, letter);
        var before = Enumerable.Range(0, others).Select(_ => DrawScenario(random, random.Pick("A", "B", "C")).Phenomenon);
        var phenomenon = others == 0 ? scenario.Phenomenon : $"Earlier notes, of no concern here: {string.Join(' ', before)} The case in question: {scenario.Phenomenon}";
        return new(Example, letter) { Phenomenon = phenomenon, Hypotheses = scenario.Hypotheses, Contradiction = scenario.Contradiction };
    }

    private static Puzzle MakeSymbolic(PuzzleRandom random, string letter, int others)
    {
        var formulas = Enumerable.Range(0, others).Select(_ => DrawFormula(random, random.Pick("A", "B", "C"))).ToList();
        return new(Symbolic, letter) { Expression = string.Join('\n', LineUp.Among(random, "Formula", DrawFormula(random, letter), formulas)) };
    }

    protected override string Ask(Puzzle puzzle) => $"""
        Three paradoxes trouble inductive reasoning:

        A. GB paradox (after Goodman): one and the same observation follows from each of two hypotheses that exclude each other, so that it supports both
           and cannot decide between them.
        B. BC paradox (of the ravens): a general statement is supported by cases of it; but its contrapositive says the same, so that things which have
           nothing to do with the statement support it, too.
        C. LS paradox (of the lottery): each of many statements is acceptable, so their conjunction should be; yet the conjunction contradicts a further
           statement that is acceptable as well.

        {(puzzle.Type == Example ? Scenario(puzzle) : $"In the following, ⊻ is the exclusive or.\n{puzzle.Expression}")}

        Which paradox is illustrated? Write its letter in double square brackets, with nothing else inside them.
        """;

    private static string Scenario(Puzzle puzzle) => $"""
        {puzzle.Phenomenon}
        First hypothesis: {puzzle.Hypotheses![0]}
        Second hypothesis: {puzzle.Hypotheses[1]}
        How they stand to each other: {puzzle.Contradiction}
        """;

    protected override string? Solve(Puzzle puzzle) => $"[[{puzzle.CorrectAnswer}]]";

    protected override double Measure(Puzzle puzzle) => $"{puzzle.Phenomenon} {puzzle.Expression}".Split([' ', '\n']).Length;

    private sealed record ScenarioCase(string Phenomenon, string[] Hypotheses, string Contradiction);

    private static ScenarioCase DrawScenario(PuzzleRandom random, string letter)
    {
        var number = random.Between(20, 900);
        switch (letter)
        {
            case "A":
                var rival = random.Pick(Rivals);
                return new(
                    $"{random.Pick(Observers)} noted on {number} days in a row that {rival.Observation}.",
                    random.Shuffled([$"{rival.First}.", $"{rival.Second}."]),
                    $"Each of them implies what was noted, and they cannot both be true, for {rival.Clash}.");
            case "B":
                var (kind, trait) = random.Pick(Kinds);
                var odd = random.Pick([.. Unrelated.Where(thing => !thing.Contains(trait, StringComparison.Ordinal))]);
                return new(
                    $"{random.Pick(Observers)} wanted to test whether all {kind} are {trait}, came upon {odd} {number} times, and counted each of these as support.",
                    [$"All {kind} are {trait}.", $"Whatever is not {trait} is not one of the {kind}."],
                    "The two say the same, so what supports one supports the other.");
            default:
                var (thing, fate, exception) = random.Pick(Lotteries);
                return new(
                    $"{random.Pick(Observers)} held of each single one of {number + 1000} {thing} that it {fate}, since this is very probable for each.",
                    [$"None of the {thing} is an exception: every one of them {fate}.", $"{exception}."],
                    "The first is nothing but all the single statements taken together; the second is acceptable as well; they cannot both be true.");
        }
    }

    private static string DrawFormula(PuzzleRandom random, string letter)
    {
        var names = random.Sample(Letters, 4);
        var (p, q, r) = (names[0], names[1], names[2]);
        switch (letter)
        {
            case "A":
                return random.Pick(
                    $"({q} → {p}) ∧ ({r} → {p}) ∧ ({q} ⊻ {r}), and {p} is observed",
                    $"{p} is observed; ({q} → {p}) ∧ ({r} → {p}); either hypothesis excludes the other: {q} ⊻ {r}");
            case "B":
                var constants = random.Sample(Constants, 2);
                var (constant, other) = (constants[0], constants[1]);
                return random.Pick(
                    $"∀x({p}(x) → {q}(x)) is supported by {p}({constant}) ∧ {q}({constant}), but also by ¬{q}({other}) ∧ ¬{p}({other}); and {q}({other}) ⊻ ¬{q}({other})",
                    $"¬{q}({other}) ∧ ¬{p}({other}) is a case of ∀x(¬{q}(x) → ¬{p}(x)), hence supports ∀x({p}(x) → {q}(x)); of each thing x holds {p}(x) ⊻ ¬{p}(x)");
            default:
                var count = random.Between(3, 40);
                return random.Pick(
                    $"{p}1, {p}2, …, {p}{count} are each acceptable, hence {p}1 ∧ {p}2 ∧ … ∧ {p}{count} is; ({p}1 ∧ … ∧ {p}{count}) → ¬{p}{count + 1}; {p}{count + 1} is acceptable; and {p}{count + 1} ⊻ ¬{p}{count + 1}",
                    $"each of {p}1 to {p}{count} is accepted, so is {q}, where {q} ↔ ({p}1 ∧ … ∧ {p}{count}); {r} is accepted, {q} → ¬{r}, so that at most one can hold: {q} ⊻ {r}");
        }
    }

    private static readonly string[] Letters = ["F", "G", "H", "J", "K", "L", "M", "N", "Q", "S", "T", "U", "V", "W"];

    private static readonly string[] Constants = ["a", "b", "c", "d", "m", "n"];

    private static readonly string[] Observers = ["A ranger", "A chemist", "A night watchman", "A miller", "A student", "An engineer", "A beekeeper", "A librarian", "A pilot", "A diver"];

    private static readonly (string Observation, string First, string Second, string Clash)[] Rivals =
    [
        ("the frogs fell silent before the rain", "The frogs react to the falling air pressure and to nothing else", "The frogs react to the rising humidity and to nothing else", "each excludes any other cause"),
        ("every emerald dug up was green", "All emeralds are green at all times", "All emeralds are green until the year 2100 and blue from then on", "they disagree on every emerald after 2100"),
        ("the lamp in the tower flickered at nine", "Only the wind makes the lamp flicker", "Only the ferry's engine makes the lamp flicker", "each excludes any other cause"),
        ("the bread rose in the warm room", "All dough rises in warm rooms, this year and ever after", "All dough rises in warm rooms until next winter and never after it", "they disagree on what happens after next winter"),
        ("the horses grew restless at dusk", "It is the noise of the mine alone that unsettles them", "It is the smell of foxes alone that unsettles them", "each excludes any other cause"),
        ("the reading rose by one step an hour", "The reading grows without end", "The reading grows up to a hundred steps and then stays there", "they disagree on what comes after a hundred steps"),
        ("the swans landed on the eastern shore", "The swans always land in the east", "The swans land in the east in this decade and in the west in the next", "they disagree on the next decade"),
        ("the solution turned violet", "A trace of iodine alone turns it violet", "A trace of manganese alone turns it violet", "each excludes any other cause"),
    ];

    private static readonly (string Kind, string Trait)[] Kinds =
        [("ravens", "black"), ("swans of this lake", "white"), ("fire engines", "red"), ("frogs of this pond", "green"), ("taxis of this town", "yellow"), ("postboxes", "blue"), ("herons", "grey"), ("foxes", "brown")];

    private static readonly string[] Unrelated =
        ["a purple shoe", "an orange lampshade", "a pink umbrella", "a turquoise cup", "a golden ring", "a silver spoon", "a violet scarf", "a beige sofa"];

    private static readonly (string Thing, string Fate, string Exception)[] Lotteries =
    [
        ("lottery tickets", "will not win", "One of the tickets will win"), ("light bulbs in the store", "will work", "At least one of the light bulbs will not work"),
        ("pages of the book", "has no misprint", "Somewhere in the book there is a misprint"), ("passengers of the year", "will not miss the train", "Some passenger of the year will miss the train"),
        ("seeds in the sack", "will sprout", "Not every seed in the sack will sprout"), ("letters in the mail", "will arrive", "Some letter in the mail will be lost"),
        ("entries of the ledger", "is correct", "The ledger holds a wrong entry"), ("bolts of the bridge", "will hold", "At least one of the bolts will break"),
    ];
}
