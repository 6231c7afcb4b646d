// Speech acts: tell what a speaker does by saying something, after Searle's five kinds.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;

namespace BootcampEval.Library.Logic;

/// <summary>Speech acts: tell which of Searle's five kinds of act a remark performs, or its direction of fit and state of mind.</summary>
public sealed partial class KorLogicSpeechActs : Bootcamp<KorLogicSpeechActs.Puzzle, string>
{
    /// <summary>What is asked (category or property), the remark or remarks, four lettered options, and the letter of the right one.</summary>
    public sealed record Puzzle(string Type, string Question, Choice[] Options, string CorrectAnswer);

    /// <summary>A lettered option: a text when a category is asked for, a direction of fit and a state of mind when a property is.</summary>
    public sealed record Choice([property: JsonPropertyName("option")] string Letter)
    {
        public string? Text { get; init; }

        public string? Direction { get; init; }

        public string? PsychState { get; init; }
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorLogicSpeechActsJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorLogicSpeechActsJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorLogicSpeechActs", Family.Logic, "Speech acts", "Tell which of Searle's five kinds of act a remark performs.")
    {
        AnswerFormat = "[[D]]",
        Measure = "words of the remarks",
    };

    protected override Extraction<string> Extract(string output) => BracketedLetter.Last(output, 'A', 'D', anyCase: true);

    protected override Verdict Judge(string answer, Puzzle puzzle) =>
        answer == puzzle.CorrectAnswer
            ? Verdict.Correct
            : Verdict.Wrong($"the remark fits option {Named(puzzle, puzzle.CorrectAnswer)}, not {Named(puzzle, answer)}");

    private static string Named(Puzzle puzzle, string letter) =>
        puzzle.Options.FirstOrDefault(option => option.Letter == letter) is { } option ? $"{letter} ({Shown(option)})" : letter;

    private static string Shown(Choice option) => option.Text ?? $"direction {option.Direction}, state {option.PsychState}";

    // Level 1 gives the kind of act by its symbol. From level 2 on people speak, and more and more of them.
    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var kind = random.Pick(Kinds);
        var others = Enumerable.Range(1, LineUp.SizeAt(level) - 1).Select(_ => random.Pick(Kinds).Speak(random)).ToList();
        var question = string.Join('\n', LineUp.Among(random, "Remark", level == 1 ? kind.SpeakInSymbols(random) : kind.Speak(random), others));
        var category = random.Chance(0.5);
        var shown = random.Shuffled([kind, .. random.Sample([.. Kinds.Where(other => other != kind)], 3)]);
        return new(
            category ? "category" : "property", question,
            [.. shown.Select((each, i) => category ? new Choice(LetterAt(i)) { Text = each.Category } : new Choice(LetterAt(i)) { Direction = each.Direction, PsychState = each.State })],
            LetterAt(Array.IndexOf(shown, kind)));
    }

    private static string LetterAt(int index) => ((char)('A' + index)).ToString();

    protected override string Ask(Puzzle puzzle) => $"""
        By saying something, a speaker performs an act of one of five kinds. A kind is known by its symbol, by its direction of fit and by the state
        of mind that it expresses:

        {string.Join('\n', Kinds.Select(kind => $"- {kind.Category}: symbol {kind.Symbol}, direction of fit {kind.Direction}, state of mind {kind.State}. The speaker {kind.Gloss}."))}

        {puzzle.Question}

        {(puzzle.Type == "category" ? "Which kind of act is it?" : "Which direction of fit and state of mind does it have?")}

        {string.Join('\n', puzzle.Options.Select(option => $"{option.Letter}. {Shown(option)}"))}

        Write the letter of the right option in double square brackets, with nothing else inside them.
        """;

    protected override string? Solve(Puzzle puzzle) => $"[[{puzzle.CorrectAnswer}]]";

    protected override double Measure(Puzzle puzzle) => puzzle.Question.Split([' ', '\n']).Length;

    /// <summary>A kind of speech act, with verbs that perform it openly and what can follow them.</summary>
    private sealed record Kind(string Category, string Symbol, string Direction, string State, string Gloss, string[] Openings, string[] Contents)
    {
        public string SpeakInSymbols(PuzzleRandom random) => $"I {Symbol} {random.Pick(Contents)}.";

        public string Speak(PuzzleRandom random) => $"\"{random.Pick(Openings)} {random.Pick(Contents)}.\"";
    }

    private static readonly Kind[] Kinds =
    [
        new("Assertives", "♥", "*", "Belief (♥)", "says how things are",
            ["I state that", "I report that", "I maintain that", "I can confirm that", "I conclude that", "I testify that"],
            ["the pump was off all night", "the figures of the survey are complete", "the last ferry left at nine", "nobody has entered the vault since Monday", "the soil here holds very little iron", "the second clock runs slow", "the letter never arrived", "the bridge carries forty tonnes", "the northern path is shorter"]),
        new("Directives", "→✧", "→", "Want (✧)", "tries to get the listener to do something",
            ["I ask you to", "I order you to", "I beg you to", "I urge you to", "I instruct you to", "I request you to"],
            ["hand in the report by noon", "close the valve before you leave", "rewrite the second chapter", "wait at the gate", "bring the keys back", "count the chairs again", "call the surgeon", "turn the volume down", "water the seedlings every day"]),
        new("Commissives", "→✊", "→", "Intention (✊)", "takes on an obligation of her own",
            ["I promise to", "I vow to", "I undertake to", "I pledge to", "I give you my word to", "I swear to"],
            ["pay the rest on Friday", "be at the station when the train comes in", "mend the fence myself", "send you the drawings tonight", "look after the dog in August", "deliver the crates unopened", "repay the loan in full", "keep this to myself", "return before the harvest"]),
        new("Expressives", "~", "~", "Emotion", "shows what she feels about something taken as given",
            ["How glad I am about", "I am so grateful for", "How I regret", "I am delighted about", "How sorry I am about", "I am overjoyed about"],
            ["your help with the move", "the noise last night", "your victory in the final", "the loss of your aunt", "the warm welcome", "the delay", "your recovery", "the misunderstanding at dinner", "the birth of your twins"]),
        new("Declarations", "↔", "↔", "Authority", "makes it so by saying it, by virtue of an office",
            ["By the power of my office, I hereby bring into force:", "As chair of this assembly, I hereby rule, with immediate effect:", "By the authority vested in me, I hereby decree:"],
            ["the session is adjourned", "the ordinance on river traffic is enacted", "the two companies are merged", "this building is named Lark House", "the appointment of the treasurer is revoked", "the marriage is concluded", "the competition is opened", "the committee is dissolved", "the treaty is ratified"]),
    ];
}
