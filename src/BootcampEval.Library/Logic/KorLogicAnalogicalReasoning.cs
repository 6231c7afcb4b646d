// Analogical reasoning: tell a positive analogy from a negative one, or a premise feature from the projected one.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;

namespace BootcampEval.Library.Logic;

/// <summary>Analogical reasoning: tell which of two patterns an analogy follows, or which role a feature plays in it.</summary>
public sealed partial class KorLogicAnalogicalReasoning : Bootcamp<KorLogicAnalogicalReasoning.Puzzle, string>
{
    /// <summary>
    /// What is asked (method or attribute), the pattern (Ψ or ⌘), the topic, the features of the premises, the feature projected from the first
    /// object to the second, and, when a role is asked for, the feature in question.
    /// </summary>
    public sealed record Puzzle(
        string QuestionType, string Method, string Category, string[] CommonAttrs, string DerivedAttr, string[] Objects, string CorrectAnswer, string? TargetAttr);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorLogicAnalogicalReasoningJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorLogicAnalogicalReasoningJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorLogicAnalogicalReasoning", Family.Logic, "Analogical reasoning", "Tell which pattern an analogy follows, or which role a feature plays in it.")
    {
        AnswerFormat = "[[A]]",
        Measure = "features in the premises",
    };

    protected override Extraction<string> Extract(string output) => BracketedLetter.Last(output, 'A', 'B');

    protected override Verdict Judge(string answer, Puzzle puzzle) =>
        answer == puzzle.CorrectAnswer
            ? Verdict.Correct
            : Verdict.Wrong(puzzle.QuestionType == MethodQuestion
                ? $"the argument follows pattern {puzzle.Method}"
                : $"\"{puzzle.TargetAttr}\" is {(puzzle.CorrectAnswer == "A" ? "a feature of the premises" : "the projected feature")}");

    private const string MethodQuestion = "method", AttributeQuestion = "attribute", Positive = "Ψ", Negative = "⌘";

    private static readonly int[] FeatureCounts = [2, 3, 5, 7, 10];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var topic = random.Pick(Topics);
        var features = random.Sample(topic.Features, FeatureCounts[level - 1] + 1);
        var (projected, common) = (features[0], features[1..]);
        var method = random.Pick(Positive, Negative);
        var objects = random.Sample(topic.Objects, 2);
        if (random.Chance(0.5)) return new(MethodQuestion, method, topic.Name, common, projected, objects, method == Positive ? "A" : "B", null);
        var askForPremise = random.Chance(0.5);
        return new(
            AttributeQuestion, method, topic.Name, common, projected, objects, askForPremise ? "A" : "B", askForPremise ? random.Pick(common) : projected);
    }

    protected override string Ask(Puzzle puzzle) => $"""
        Two patterns of reasoning by analogy have been given names.

        - Pattern Ψ: a first object has some features and also a further one. A second object has the same features. So it is concluded that the second
          object has the further feature, too.
        - Pattern ⌘: a first object has some features and also a further one. A second object lacks those features. So it is concluded that the second
          object lacks the further feature, too.

        The features that the premises compare are the premise features; the further one is the projected feature.

        {Argument(puzzle)}

        {Question(puzzle)}

        Write the capital letter A or B in double square brackets, with nothing else inside them.
        """;

    private static string Argument(Puzzle puzzle)
    {
        var (first, second) = (puzzle.Objects[0], puzzle.Objects[1]);
        var lines = puzzle.Method == Positive
            ? puzzle.CommonAttrs.Select(feature => $"{first} {feature}, and so it is with {second}: {second} {feature}.")
            : puzzle.CommonAttrs.Select(feature => $"{first} {feature}. Of {second} this is not true.");
        var conclusion = puzzle.Method == Positive
            ? $"Besides, {first} {puzzle.DerivedAttr}. It is concluded that {second} {puzzle.DerivedAttr}."
            : $"Besides, {first} {puzzle.DerivedAttr}. It is concluded that of {second} this is not true.";
        return $"The argument:\n{string.Join('\n', lines)}\n{conclusion}";
    }

    private static string Question(Puzzle puzzle) => puzzle.QuestionType == MethodQuestion
        ? "Which pattern does the argument follow?\nA. Pattern Ψ\nB. Pattern ⌘"
        : $"Which role does \"{puzzle.TargetAttr}\" play in the argument?\nA. It is a premise feature.\nB. It is the projected feature.";

    protected override string? Solve(Puzzle puzzle) => $"[[{puzzle.CorrectAnswer}]]";

    protected override double Measure(Puzzle puzzle) => puzzle.CommonAttrs.Length;

    private sealed record Topic(string Name, string[] Objects, string[] Features);

    private static readonly Topic[] Topics =
    [
        new("towns", ["Arnsby", "Brookwell", "Carmouth", "Denholt", "Elmere", "Farrow"],
            ["lies on a river", "has a weekly market", "keeps a tram", "has a stone bridge", "holds a harvest fair", "has a brewery", "owns a forest", "runs an evening school", "has an open-air bath", "gets its water from springs", "has a town crier", "is twinned with a port"]),
        new("moons", ["Alvar", "Brin", "Cetra", "Dorel", "Esk", "Fenn"],
            ["has an icy crust", "keeps one face to its planet", "has a thin atmosphere", "shows long cracks", "reflects most light", "has a metal core", "throws up geysers", "crosses a radiation belt", "has a faint ring", "orbits within ten days", "is covered with craters", "warms up from inside"]),
        new("beetles", ["the amber beetle", "the bark beetle", "the clay beetle", "the dune beetle", "the elm beetle", "the fen beetle"],
            ["has ridged wing cases", "feeds on fungi", "flies at dusk", "lays its eggs in dead wood", "has comb-like feelers", "gives off a bitter smell", "lives in colonies", "hibernates underground", "glows when disturbed", "swims well", "sheds its skin five times", "guards its larvae"]),
        new("metals", ["alloy one", "alloy two", "alloy three", "alloy four", "alloy five", "alloy six"],
            ["melts below 400 degrees", "resists salt water", "rings when struck", "turns dark in the air", "can be rolled into foil", "conducts heat well", "springs back when bent", "takes a mirror polish", "dissolves in weak acid", "is lighter than steel", "sticks to a magnet", "hardens when quenched"]),
        new("programs", ["Atlas", "Beacon", "Cobalt", "Drift", "Ember", "Flint"],
            ["stores its data in plain text", "runs without a network", "keeps old versions", "checks its input twice", "starts within a second", "writes a log", "can be scripted", "has a dark theme", "recovers after a crash", "encrypts its files", "comes with a tutorial", "updates itself at night"]),
        new("orchestras", ["the Aldine Orchestra", "the Bellow Orchestra", "the Corran Orchestra", "the Dray Orchestra", "the Estuary Orchestra", "the Fallow Orchestra"],
            ["rehearses in the morning", "plays without a conductor", "commissions new works", "tours in spring", "owns its hall", "lends out instruments", "records every concert", "has a choir of its own", "admits children free", "tunes to an old pitch", "prints its own programmes", "performs outdoors in summer"]),
    ];
}
