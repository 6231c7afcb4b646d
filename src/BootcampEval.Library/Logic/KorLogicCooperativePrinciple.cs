// Cooperative principle: say which maxim of conversation lets a listener hear more than was said.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;

namespace BootcampEval.Library.Logic;

/// <summary>Cooperative principle: say which of three principles of conversation explains what a listener takes from an utterance.</summary>
public sealed partial class KorLogicCooperativePrinciple : Bootcamp<KorLogicCooperativePrinciple.Puzzle, string>
{
    /// <summary>
    /// The letter of the principle and the kind of case: a dialogue (with the plain wording in <c>contrast</c> where a marked one was used), or a
    /// scenario "what is said → what is understood".
    /// </summary>
    public sealed record Puzzle(string Correct, string Type, string Explanation)
    {
        public string[]? Dialogue { get; init; }

        public string? Contrast { get; init; }

        public string? Scenario { get; init; }
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorLogicCooperativePrincipleJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorLogicCooperativePrincipleJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorLogicCooperativePrinciple", Family.Logic, "Cooperative principle", "Say which principle of conversation explains what a listener takes from an utterance.")
    {
        AnswerFormat = "[[B]]",
        Measure = "words of the cases",
    };

    protected override Extraction<string> Extract(string output) => BracketedLetter.Last(output, 'A', 'C', anyCase: true);

    protected override Verdict Judge(string answer, Puzzle puzzle) =>
        answer == puzzle.Correct ? Verdict.Correct : Verdict.Wrong($"principle {puzzle.Correct} explains it: {puzzle.Explanation}");

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var letter = random.Pick("A", "B", "C");
        var (text, plain) = Draw(random, letter);
        var others = Enumerable.Range(1, LineUp.SizeAt(level) - 1).Select(_ => Draw(random, random.Pick("A", "B", "C")).Text).ToList();
        var lines = LineUp.Among(random, "Case", text, others);
        return letter switch
        {
            "A" => new("A", "strength_hierarchy", "the weaker word was chosen, so the stronger one is taken not to hold") { Dialogue = lines },
            "B" => new("B", "常识推理", "what is usual is read into the few words said") { Scenario = string.Join('\n', lines) },
            _ => new("C", "marked_expression", "an unusual wording was chosen, so the usual case is taken not to hold") { Dialogue = lines, Contrast = plain },
        };
    }

    private static (string Text, string Plain) Draw(PuzzleRandom random, string letter)
    {
        var names = random.Sample(Names, 2);
        var (x, y) = (names[0], names[1]);
        switch (letter)
        {
            case "A":
                var scale = random.Pick(Scales);
                return ($"{x} asks: \"{scale.Question}\" {y} answers: \"{scale.Reply}\" {x} concludes: {scale.Conclusion}.", "");
            case "B":
                var bridge = random.Pick(Bridges);
                return ($"{x} says: \"{bridge.Said}\" → {y} understands, without being told: {bridge.Understood}.", "");
            default:
                var marked = random.Pick(Marked);
                return ($"{x} asks: \"{marked.Question}\" {y} answers: \"{marked.Wording}\", and not simply \"{marked.Plain}\". {x} concludes: {marked.Conclusion}.", marked.Plain);
        }
    }

    protected override string Ask(Puzzle puzzle) => $"""
        Three principles explain why listeners understand more than is said:

        A. C* (strength): a speaker does not say less than she knows. Of two words on one scale, the choice of the weaker one tells the listener that
           the stronger one does not hold, or that the speaker does not know whether it does.
        B. C% (minimality): a speaker says no more than is needed. The listener fills in what is usual in such a situation.
        C. C! (markedness): a speaker does not use long or unusual words without a cause. An unusual wording, where a plain one was at hand, tells the
           listener that the case is not the usual one.

        {puzzle.Scenario ?? string.Join('\n', puzzle.Dialogue ?? [])}{(puzzle.Contrast is { Length: > 0 } plain ? $"\n(The plain wording would have been: {plain})" : "")}

        Which principle explains what is understood? Write its letter in double square brackets, with nothing else inside them.
        """;

    protected override string? Solve(Puzzle puzzle) => $"[[{puzzle.Correct}]]";

    protected override double Measure(Puzzle puzzle) => string.Join(' ', [.. puzzle.Dialogue ?? [], puzzle.Scenario ?? ""]).Split([' ', '\n']).Length;

    private static readonly string[] Names =
        ["Ada", "Bela", "Cosmo", "Delia", "Enno", "Flora", "Gil", "Hedda", "Ismet", "Jola", "Kuno", "Lea", "Milo", "Nuria", "Otto", "Pia", "Rasmus", "Suna", "Tove", "Uri"];

    private static readonly (string Question, string Reply, string Conclusion)[] Scales =
    [
        ("Have all the guests arrived?", "Some of them have.", "not all of them have arrived"),
        ("Do you love the new theatre?", "I like it.", "love would be too strong a word"),
        ("Is the soup boiling?", "It is warm.", "it is not boiling"),
        ("Is it certain that the road will be closed?", "It is possible.", "it is not certain"),
        ("Does the old lift always stop on the third floor?", "Sometimes.", "it does not always stop there"),
        ("Was the concert excellent?", "It was good.", "it was not excellent"),
        ("Do you know that the shop has moved?", "I believe it has.", "this is not knowledge"),
        ("Have you finished the translation?", "I have started it.", "it is not finished"),
        ("Did every rower train on Sunday?", "Most of them did.", "not every rower trained"),
        ("Is the task impossible?", "It is difficult.", "it is not impossible"),
        ("Are you starving?", "I am hungry.", "starving would be too strong a word"),
        ("Must we hand in the form today?", "We may.", "there is no duty to"),
        ("Is the new bridge huge?", "It is big.", "huge would be too strong a word"),
        ("Did you solve the puzzle?", "I tried to.", "it was not solved"),
        ("Do you have five spoons?", "I have three.", "there are not five"),
        ("Is the film brilliant?", "It is all right.", "brilliant would be too strong a word"),
    ];

    private static readonly (string Said, string Understood)[] Bridges =
    [
        ("I bought a bicycle.", "the bicycle has two wheels and a saddle"),
        ("We unpacked the picnic. The lemonade was warm.", "the lemonade was part of the picnic"),
        ("The kettle is whistling.", "there is water in it, and it boils"),
        ("I walked into the kitchen. The window was open.", "it was the window of the kitchen"),
        ("The bus was late, and the driver apologised.", "it was the driver of that bus"),
        ("She put the key into the lock and went in.", "she turned the key and opened the door first"),
        ("He ate the apple.", "he ate it with his mouth, and not the stem"),
        ("They went to a wedding. The bride wore green.", "it was the bride of that wedding"),
        ("I drank a cup of tea.", "the tea was hot, and in the cup"),
        ("The shelf collapsed. The books are on the floor.", "the books had been on the shelf"),
        ("We have a dog.", "the dog has four legs and barks"),
        ("He lit the candle.", "he lit the wick, with a flame"),
        ("She opened the book and began to read.", "she read that book"),
        ("The baby cried, and the mother picked it up.", "she is the mother of that baby"),
        ("I went to the bakery and came home with two loaves.", "the loaves were bought there"),
        ("The ship went under. The captain was the last to leave.", "it was the captain of that ship"),
    ];

    private static readonly (string Question, string Wording, string Plain, string Conclusion)[] Marked =
    [
        ("How did he stop the car?", "He brought it about that the car came to a halt", "he stopped it", "he did not just use the brake"),
        ("Did she sing the anthem?", "She produced a sequence of tones resembling the anthem", "she sang it", "it was hardly singing"),
        ("Is your uncle happy here?", "He is not unhappy", "he is happy", "plain happiness it is not"),
        ("Did you open the door?", "I prevailed upon the door to become open", "I opened it", "it took more than turning the handle"),
        ("Has the bill been paid?", "An arrangement bearing on the bill has come into existence", "it has been paid", "it was not paid in the usual way"),
        ("Did they cook dinner?", "They subjected certain foods to heat in succession", "they cooked dinner", "it was not much of a dinner"),
        ("Was he asked to join?", "He was brought to the point of joining", "he was asked", "more than asking was needed"),
        ("Did you clean the room?", "I effected a reduction of the dirt in the room", "I cleaned it", "it is not really clean"),
        ("Did the boat cross the lake?", "The boat came to be located on the far side", "it crossed the lake", "it did not cross in the usual way"),
        ("Is that your brother?", "That is the male child of my parents", "that is my brother", "there is something odd between the two"),
        ("Did he kill the wasp?", "He caused the wasp to cease living", "he killed it", "he did not do it directly"),
        ("Did you get tickets?", "Tickets came into our possession", "we bought some", "they were not simply bought"),
        ("Did she walk home?", "She moved her legs alternately until home was reached", "she walked home", "it was no ordinary walk"),
        ("Do you own a house?", "I stand in a certain relation to a roofed structure", "I own a house", "it is not quite an ordinary house, or not quite owned"),
    ];
}
