// Definitions: tell of what kind a definition is.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;

namespace BootcampEval.Library.Logic;

/// <summary>Definitions: tell of which kind a definition is within its family (intensional, extensional or lexical).</summary>
public sealed partial class KorLogicDefinitions : Bootcamp<KorLogicDefinitions.Puzzle, string>
{
    /// <summary>The definition or definitions, the lettered kinds of the family, the right letter, and the family.</summary>
    public sealed record Puzzle(string Question, string[] Options, string CorrectAnswer, string Category);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorLogicDefinitionsJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorLogicDefinitionsJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorLogicDefinitions", Family.Logic, "Definitions", "Tell of which kind a definition is.")
    {
        AnswerFormat = "[[F]]",
        Measure = "words of the definitions",
    };

    protected override Extraction<string> Extract(string output) => BracketedLetter.Last(output, 'A', 'F', anyCase: true);

    protected override Verdict Judge(string answer, Puzzle puzzle) =>
        answer == puzzle.CorrectAnswer
            ? Verdict.Correct
            : Verdict.Wrong($"the definition is of kind {Named(puzzle.Options, puzzle.CorrectAnswer)}, not {Named(puzzle.Options, answer)}");

    private static string Named(string[] options, string letter) =>
        options.FirstOrDefault(option => option.StartsWith(letter + ".", StringComparison.Ordinal)) ?? letter;

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var family = random.Pick(Families);
        var kind = random.Pick(family.Kinds);
        var others = Enumerable.Range(1, LineUp.SizeAt(level) - 1).Select(_ => random.Pick(random.Pick(Families).Kinds).Define(random)).ToList();
        var question = string.Join('\n', LineUp.Among(random, "Definition", kind.Define(random), others));
        return new(question, [.. family.Kinds.Select(each => $"{each.Letter}. {each.Symbol} ({each.Name})")], kind.Letter, family.Name);
    }

    protected override string Ask(Puzzle puzzle)
    {
        var family = Families.First(family => family.Name == puzzle.Category);
        return $"""
            {puzzle.Question}

            It is {family.Article} definition: {family.Gloss}. Of which kind is it?

            {string.Join('\n', family.Kinds.Select(kind => $"{kind.Letter}. {kind.Symbol} ({kind.Name}): {kind.Gloss}"))}

            Write the letter of the kind in double square brackets, with nothing else inside them.
            """;
    }

    protected override string? Solve(Puzzle puzzle) => $"[[{puzzle.CorrectAnswer}]]";

    protected override double Measure(Puzzle puzzle) => puzzle.Question.Split([' ', '\n']).Length;

    private sealed record DefinitionFamily(string Name, string Article, string Gloss, Kind[] Kinds);

    /// <summary>A kind of definition: what it does, and a way to make one.</summary>
    private sealed record Kind(string Letter, string Symbol, string Name, string Gloss, Func<PuzzleRandom, string> Define);

    private static Func<PuzzleRandom, string> From<T>(T[] items, Func<PuzzleRandom, T, string> word) => random => word(random, random.Pick(items));

    private static string Listed(string[] items) => $"{string.Join(", ", items[..^1])} and {items[^1]}";

    private static readonly (string Term, string Genus, string Mark)[] Distinguished =
    [
        ("square", "rectangle", "has four equal sides"), ("triangle", "polygon", "has exactly three sides"), ("sonnet", "poem", "has fourteen lines"),
        ("cello", "string instrument", "is played between the knees"), ("orphan", "child", "has lost both parents"), ("kayak", "boat", "is moved with a double-bladed paddle"),
        ("widow", "woman", "outlived her husband and did not marry again"), ("prime number", "number greater than one", "has no divisors but one and itself"),
        ("bat", "mammal", "flies with its own wings"), ("sundial", "clock", "tells the time by a shadow"), ("vixen", "fox", "is female"), ("glacier", "body of ice", "flows under its own weight"),
    ];

    private static readonly (string Term, string Origin)[] Origins =
    [
        ("coal", "forms when plant remains are buried and pressed for millions of years"), ("honey", "bees make out of nectar"), ("dew", "settles when moist air cools at night"),
        ("charcoal", "is left when wood is heated without air"), ("obsidian", "arises when lava cools very quickly"), ("butter", "is produced by churning cream"),
        ("amber", "came from the resin of ancient trees"), ("vinegar", "results when wine turns sour"), ("peat", "builds up where moss decays under water"), ("a pearl", "grows around a grain inside an oyster"),
    ];

    private static readonly (string Term, string Use)[] Functions =
    [
        ("thermometer", "measure temperature"), ("corkscrew", "draw corks out of bottles"), ("lighthouse", "warn ships of the coast at night"), ("colander", "drain water from food"),
        ("compass", "find the north"), ("anvil", "shape hot metal on"), ("sieve", "separate fine grains from coarse ones"), ("stapler", "fasten sheets of paper together"),
        ("kiln", "fire clay"), ("metronome", "keep time while practising music"), ("fuse", "cut the current when it grows too strong"), ("trowel", "spread mortar"),
    ];

    private static readonly (string Term, string Relation)[] Relations =
    [
        ("aunt", "is the sister of somebody's father or mother"), ("successor", "holds an office after another person"), ("neighbour", "lives next to another person"),
        ("creditor", "is owed money by another person"), ("rival", "strives for the same thing as another person"), ("twin", "was born with another child of the same mother"),
        ("heir", "is to receive what another person leaves"), ("host", "receives guests"), ("pupil", "is taught by another person"), ("ally", "sides with another person against a third"),
    ];

    private static readonly (string Term, string Steps)[] Procedures =
    [
        ("acidic", "Dip a strip of litmus paper into the liquid, wait ten seconds, and compare: if the blue paper has turned red"),
        ("magnetic", "Hang the thing on a thread, bring a bar magnet near it, and watch: if it swings towards the magnet"),
        ("harder than glass", "Take the stone, draw its edge across a pane of glass, and look: if a scratch remains"),
        ("done", "Push a wooden stick into the middle of the cake, pull it out, and look: if no dough sticks to it"),
        ("level", "Lay a spirit level on the shelf, wait until the bubble rests, and look: if it rests between the two marks"),
        ("fresh", "Put the egg into a bowl of water, let go, and watch: if it sinks and lies flat"),
        ("watertight", "Fill the vessel with water, leave it for an hour, and run a dry cloth along its outside: if the cloth stays dry"),
        ("conducting", "Connect the wire to a battery and a lamp, close the circuit, and watch: if the lamp lights up"),
    ];

    private static readonly (string Term, string Formula)[] Formulas =
    [
        ("even", "∃k (n = 2k ∧ k ∈ ℤ)"), ("subset", "A ⊆ B ↔ ∀x (x ∈ A → x ∈ B)"), ("symmetric", "∀x ∀y (R(x, y) → R(y, x))"), ("transitive", "∀x ∀y ∀z (R(x, y) ∧ R(y, z) → R(x, z))"),
        ("injective", "∀x ∀y (f(x) = f(y) → x = y)"), ("divides", "a | b ↔ ∃k (b = a · k)"), ("exclusive or", "P ⊕ Q ↔ (P ∨ Q) ∧ ¬(P ∧ Q)"), ("reflexive", "∀x R(x, x)"),
        ("intersection", "x ∈ A ∩ B ↔ x ∈ A ∧ x ∈ B"), ("least element", "m ∈ S ∧ ∀x (x ∈ S → m ≤ x)"), ("empty", "¬∃x (x ∈ A)"), ("bounded", "∃c ∀x (x ∈ S → x ≤ c)"),
    ];

    private static readonly (string Name, string[] Members)[] Collections =
    [
        ("seasons of the year", ["spring", "summer", "autumn", "winter"]), ("days of the week", ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
        ("primary colours of light", ["red", "green", "blue"]), ("planets of the solar system", ["Mercury", "Venus", "Earth", "Mars", "Jupiter", "Saturn", "Uranus", "Neptune"]),
        ("cardinal directions", ["north", "east", "south", "west"]), ("suits of a French deck of cards", ["clubs", "diamonds", "hearts", "spades"]),
        ("vowel letters a, e, i, o, u", ["the letter a", "the letter e", "the letter i", "the letter o", "the letter u"]),
        ("kinds of chess pieces", ["the king", "the queen", "the rook", "the bishop", "the knight", "the pawn"]), ("one-digit prime numbers", ["2", "3", "5", "7"]),
        ("months with thirty days", ["April", "June", "September", "November"]), ("five Great Lakes of North America", ["Superior", "Michigan", "Huron", "Erie", "Ontario"]),
    ];

    private static readonly (string Word, string Use)[] Usages =
    [
        ("breakfast", "the first meal of the day"), ("attic", "the room right under the roof"), ("toddler", "a child that has just learned to walk"), ("puddle", "a small pool of rain water on the ground"),
        ("to dawdle", "moving more slowly than one should"), ("sibling", "a brother or a sister"), ("dusk", "the time when it is getting dark"), ("cosy", "warm and comfortable"), ("leftovers", "food that remains after a meal"), ("shortcut", "a way that is quicker than the usual one"),
    ];

    private static readonly (string Word, string Source)[] Etymologies =
    [
        ("telephone", "the Greek words for \"far\" and \"voice\""), ("window", "two Old Norse words for \"wind\" and \"eye\""), ("salary", "the Latin word for an allowance, linked to the word for \"salt\""),
        ("muscle", "the Latin word for \"little mouse\""), ("democracy", "the Greek words for \"people\" and \"rule\""), ("hippopotamus", "the Greek words for \"horse\" and \"river\""),
        ("companion", "the Latin words for \"together\" and \"bread\""), ("planet", "the Greek word for \"wanderer\""), ("alphabet", "the names of the first two Greek letters"), ("vinegar", "the Old French words for \"wine\" and \"sour\""),
    ];

    private static readonly (string Word, string Meaning)[] Stipulations =
    [
        ("slow reader", "a pupil who reads fewer than ninety words a minute"), ("blem", "a cell whose neighbours all have the same colour"), ("rainy day", "a day with at least two millimetres of rain"),
        ("file quolling", "copying a file and then deleting the original"), ("regular guest", "somebody who has stayed with us three times or more"), ("zappish", "divisible by both four and seven"),
        ("the Region", "the four villages south of the canal"), ("tall tree", "a tree of more than twelve metres"), ("glimb", "the distance that a snail covers in a minute"), ("night shift", "any work between ten in the evening and six in the morning"),
    ];

    private static readonly DefinitionFamily[] Families =
    [
        new("Intensional", "an intensional", "it says what the things under a term have in common",
        [
            new("A", "⚯", "Genus-Differentia", "it names the next higher kind and what sets the thing apart within it", From(Distinguished, (random, each) =>
                random.Pick($"\"{each.Term}\" is the {each.Genus} that {each.Mark}.", $"Among all {each.Genus}s, a \"{each.Term}\" is the one that {each.Mark}.", $"By \"{each.Term}\" we mean a {each.Genus} that {each.Mark}."))),
            new("B", "⌘", "Origin", "it says where the thing comes from or how it comes about", From(Origins, (random, each) =>
                random.Pick($"\"{each.Term}\" is what {each.Origin}.", $"\"{each.Term}\": that which {each.Origin}.", $"We call \"{each.Term}\" whatever {each.Origin}."))),
            new("C", "⚒", "Function", "it says what the thing is used for", From(Functions, (random, each) =>
                random.Pick($"A \"{each.Term}\" is what serves to {each.Use}.", $"A \"{each.Term}\" is used to {each.Use}.", $"The purpose of a \"{each.Term}\" is to {each.Use}."))),
            new("D", "Ϟ", "Relation", "it says how the thing stands to other things", From(Relations, (random, each) =>
                random.Pick($"A \"{each.Term}\" is someone who {each.Relation}.", $"To be a \"{each.Term}\" is to be someone who {each.Relation}.", $"Anyone who {each.Relation} is called a \"{each.Term}\"."))),
            new("E", "☖", "Procedure", "it gives the steps to carry out in order to decide whether the term applies", From(Procedures, (random, each) =>
                random.Pick($"{each.Steps}, then it is \"{each.Term}\".", $"Whether something is \"{each.Term}\" is settled by a test. {each.Steps}, then it is."))),
            new("F", "Ѭ", "Logical", "it is a formula that states when the term applies, with no higher kind", From(Formulas, (random, each) =>
                random.Pick($"\"{each.Term}\" =def {each.Formula}.", $"\"{each.Term}\" is defined by the formula {each.Formula}.", $"For \"{each.Term}\" we write {each.Formula}."))),
        ]),
        new("Extensional", "an extensional", "it says which things fall under a term",
        [
            new("A", "¥", "Exhaustive", "it lists every member", From(Collections, (random, each) =>
                $"The {each.Name} are {Listed(random.Shuffled(each.Members))}, and there are no others.")),
            new("B", "!", "Partial", "it lists some members as examples", From(Collections, (random, each) =>
            {
                var some = Listed(random.Sample(each.Members, random.Between(2, each.Members.Length - 1)));
                return random.Pick($"The {each.Name} are such things as {some}.", $"Examples of the {each.Name} are {some}.");
            })),
        ]),
        new("Lexical", "a lexical", "it is about a word",
        [
            new("A", "ℵ", "Report", "it reports how speakers already use the word", From(Usages, (random, each) =>
                random.Pick($"In everyday English, people use \"{each.Word}\" for {each.Use}.", $"Speakers of English call \"{each.Word}\" what is {each.Use}.", $"As the word is commonly used, \"{each.Word}\" means {each.Use}."))),
            new("B", "ℓ", "Etymology", "it tells from which older words the word comes", From(Etymologies, (random, each) =>
                random.Pick($"The word \"{each.Word}\" goes back to {each.Source}.", $"\"{each.Word}\" comes from {each.Source}.", $"By its history, \"{each.Word}\" is made of {each.Source}."))),
            new("C", "∇", "Stipulation", "it lays down a new meaning for the word from now on", From(Stipulations, (random, each) =>
                random.Pick($"From here on, let \"{each.Word}\" mean {each.Meaning}.", $"In this report, \"{each.Word}\" shall stand for {each.Meaning}.", $"We introduce the word \"{each.Word}\" and give it the meaning: {each.Meaning}."))),
        ]),
    ];
}
