// Deontic propositions: what is obligatory, permitted and forbidden; how such statements stand to each other, and how they are written.

using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Logic;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Logic;

/// <summary>Obligation, permission and prohibition: relate statements, write regulations in symbols, name laws.</summary>
public sealed partial class KorLogicCanonicalPropositions : Bootcamp<KorLogicCanonicalPropositions.Puzzle, string>
{
    /// <summary>
    /// Pairs of statements and the symbol of the relation in each (<c>relationship</c>), a regulation and its formula (<c>symbolization</c>),
    /// or an instance of a law and its number (<c>formula</c>).
    /// </summary>
    public sealed record Puzzle(string Type)
    {
        public string[][]? Pairs { get; init; }

        /// <summary>A list of letters with symbols (relationship), or an object of lettered laws (formula). Nothing reads it.</summary>
        public JsonElement? Options { get; init; }

        public string[]? Key { get; init; }

        public Dictionary<string, string>? RelationDefinitions { get; init; }

        public string? Sentence { get; init; }

        public Dictionary<string, string>? Mapping { get; init; }

        public string? Solution { get; init; }

        public string? Question { get; init; }

        public int? Correct { get; init; }
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorLogicCanonicalPropositionsJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorLogicCanonicalPropositionsJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorLogicCanonicalPropositions", Family.Logic, "Obligation and permission",
        "Relate statements of obligation, permission and prohibition, and write regulations in symbols.")
    {
        AnswerFormat = "[[C;B]], [[§p ∧ ‽q]] or [[7]]",
        Measure = "modal words and negations",
    };

    private const string Relationship = "relationship", Symbolization = "symbolization", Law = "formula";

    protected override string? FaultOf(Puzzle puzzle) => puzzle.Type switch
    {
        Relationship => puzzle.Key is null ? "key is missing" : null,
        Symbolization => puzzle.Solution is null ? "solution is missing" : null,
        Law => puzzle.Correct is null ? "correct is missing" : null,
        var other => $"type {other} is not known",
    };

    protected override Extraction<string> Extract(string output) =>
        Tagged.Last(output, "[[", "]]").Then<string>(content => PyText.Strip(content).Replace('\n', ' '));

    protected override Verdict Judge(string answer, Puzzle puzzle) => puzzle.Type switch
    {
        Relationship => JudgeLetters([.. answer.Split(';').Select(part => PyCase.Upper(PyText.Strip(part)))], [.. puzzle.Key!.Select(LetterOf)]),
        Symbolization => PartsOf(answer).SequenceEqual(PartsOf(puzzle.Solution!)) ? Verdict.Correct : Verdict.Wrong($"the formula is {puzzle.Solution}"),
        _ => puzzle.Correct is { } law && HoldsNumber(answer, $"{law}") ? Verdict.Correct : Verdict.Wrong($"the law is number {puzzle.Correct}"),
    };

    private static Verdict JudgeLetters(string[] letters, string[] expected)
    {
        if (letters.Length != expected.Length) return Verdict.Wrong($"{expected.Length} letters with semicolons between them are asked for, not {letters.Length}");
        var wrong = Enumerable.Range(0, expected.Length).FirstOrDefault(i => letters[i] != expected[i], -1);
        return wrong < 0 ? Verdict.Correct : Verdict.Wrong($"pair {wrong + 1} is of kind {expected[wrong]}");
    }

    private static string LetterOf(string symbol) => Relations.FirstOrDefault(relation => relation.Symbol == symbol)?.Letter ?? symbol;

    private static IEnumerable<string> PartsOf(string formula) => PyCase.Upper(PyText.WithoutSpaces(formula)).Split('∧').Order(StringComparer.Ordinal);

    // Whether a number stands among the runs of decimal digits, of any script, in a text. Any others may stand beside it (spec, Quirks).
    private static bool HoldsNumber(string text, string number)
    {
        for (var at = 0; text.IndexOf(number, at, StringComparison.Ordinal) is >= 0 and var start; at = start + 1)
        {
            var begins = !PyText.TryRuneBefore(text, start, out var before) || !PyText.IsDecimalDigit(before);
            if (begins && PyText.EndOfDigits(text, start) == start + number.Length) return true;
        }
        return false;
    }

    // Laws are not asked for: the reference accepts a list of all their numbers, so a wrong answer could score.
    protected override Puzzle Generate(PuzzleRandom random, int level) =>
        random.Chance(0.5) ? MakeRelationship(random, level) : MakeSymbolization(random, level);

    /// <summary>A relation: its letter, its symbol, and what it says of two statements.</summary>
    private sealed record Relation(string Letter, string Symbol, string Meaning);

    private static readonly Relation[] Relations =
    [
        new("A", "*", "Contradictory: one is true and the other false, whatever the rules are"),
        new("B", "x", "Contrary: they can't both be true, but both may be false"),
        new("C", "@", "Subcontrary: they can't both be false, but both may be true"),
        new("D", "%", "Compatible: one of the two follows from the other, but not the other way round"),
    ];

    private static Puzzle MakeRelationship(PuzzleRandom random, int level)
    {
        var (pairs, negations) = level switch { 1 => (2, 1), 2 => (2, 2), 3 => (3, 3), 4 => (4, 4), _ => (5, 6) };
        var deeds = random.Sample(Vocabulary.Deeds, pairs);
        var drawn = deeds.Select(deed => Related(random, deed, negations)).ToArray();
        return new(Relationship)
        {
            Pairs = [.. drawn.Select(pair => pair.Statements)],
            Options = JsonElement.Parse($"[{string.Join(", ", Relations.Select(relation => $"\"{relation.Letter}.{relation.Symbol}\""))}]"),
            Key = [.. drawn.Select(pair => pair.Symbol)],
            RelationDefinitions = Relations.ToDictionary(relation => relation.Symbol, relation => relation.Meaning),
        };
    }

    private static (string[] Statements, string Symbol) Related(PuzzleRandom random, string deed, int negations)
    {
        while (true)
        {
            var inFirst = random.Between(negations / 2, (negations + 1) / 2);
            var (first, second) = (Norm.Random(random, inFirst), Norm.Random(random, negations - inFirst));
            var symbol = ModalCases.Relation(first.Meaning, second.Meaning, ModalCases.Serial) switch
            {
                LogicalRelation.Contradictory => "*",
                LogicalRelation.Contrary => "x",
                LogicalRelation.Subcontrary => "@",
                LogicalRelation.Implies or LogicalRelation.ImpliedBy => "%",
                _ => null,
            };
            if (symbol is not null) return ([Capital(first.Say(deed)) + ".", Capital(second.Say(deed)) + "."], symbol);
        }
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static readonly string[] Letters = ["p", "q", "r", "s", "t", "u", "v"];

    private static Puzzle MakeSymbolization(PuzzleRandom random, int level)
    {
        var (clauses, negations) = level switch { 1 => (2, 1), 2 => (3, 1), 3 => (4, 2), 4 => (5, 3), _ => (7, 3) };
        var deeds = random.Sample(Vocabulary.Deeds, clauses);
        Norm[] norms = [.. deeds.Select(_ => Norm.Random(random, random.Between(0, negations)))];
        string[] texts = [.. norms.Zip(deeds, (norm, deed) => norm.Say(deed))];
        return new(Symbolization)
        {
            Sentence = $"{Capital(string.Join(", ", texts.SkipLast(1)))}, {random.Pick("and", "but")} {texts[^1]}.",
            Mapping = Letters.Zip(deeds).ToDictionary(pair => pair.First, pair => pair.Second),
            Solution = string.Join(" ∧ ", norms.Zip(Letters, (norm, letter) => norm.Write(letter))),
        };
    }

    /// <summary>A statement of deontic logic: how often "not" stands before the modal word and behind it, and which word it is.</summary>
    private sealed record Norm(int NotBefore, char Operator, int NotBehind)
    {
        public static Norm Random(PuzzleRandom random, int negations)
        {
            var behind = random.Between(0, Math.Min(1, negations));
            return new(negations - behind, random.Pick('¶', '§', '‽'), behind);
        }

        public Formula Meaning
        {
            get
            {
                var deed = Negate(ModalCases.P, NotBehind);
                return Negate(Operator switch
                {
                    '¶' => ModalCases.Always(deed),
                    '§' => ModalCases.Sometimes(deed),
                    _ => ModalCases.Sometimes(deed).Negated(),
                }, NotBefore);
            }
        }

        public string Write(string letter) => new string('¬', NotBefore) + Operator + new string('¬', NotBehind) + letter;

        // "It is not true that it is not forbidden not to smoke": one "not" sits at the modal word, further ones before it.
        public string Say(string deed) =>
            string.Concat(Enumerable.Repeat("it is not true that ", Math.Max(0, NotBefore - 1))) + (NotBefore > 0 ? "it is not " : "it is ")
            + Operator switch { '¶' => "obligatory", '§' => "permitted", _ => "forbidden" } + (NotBehind > 0 ? " not to " : " to ") + deed;

        private static Formula Negate(Formula formula, int times) => times == 0 ? formula : Negate(formula.Negated(), times - 1);
    }

    protected override string Ask(Puzzle puzzle) => $"""
        In this puzzle a set of rules says what people have to do and may do. "It is forbidden to X" means the same as "it is not permitted to X". "It is obligatory to X" means the same as "it is not permitted not to X". "It is permitted not to X" means that one is free to leave X undone; it forbids nothing. The rules can always be obeyed: what is obligatory is also permitted.

        {(puzzle.Type == Relationship ? AskRelationship(puzzle) : AskSymbolization(puzzle))}
        """;

    private static string AskRelationship(Puzzle puzzle) => $"""
        How do the two statements of each pair stand to each other, by their form alone?

        {string.Join("\n\n", puzzle.Pairs!.Select((pair, i) => $"Pair {i + 1}:\n(a) {pair[0]}\n(b) {pair[1]}"))}

        {string.Join('\n', Relations.Select(relation => $"{relation.Letter}: {puzzle.RelationDefinitions![relation.Symbol]}."))}

        Write one letter for each pair, in the order of the pairs, with semicolons between them, in one pair of double square brackets: [[{string.Join(';', puzzle.Pairs!.Select(_ => "LETTER"))}]]
        """;

    private static string AskSymbolization(Puzzle puzzle) => $"""
        Symbols: ¶ for "it is obligatory to", § for "it is permitted to", ‽ for "it is forbidden to", ¬ for each "not", ∧ between the clauses. Letters stand for what is done:
        {string.Join('\n', puzzle.Mapping!.Select(letter => $"{letter.Key}: {letter.Value}"))}

        Regulation: {puzzle.Sentence}

        Write it in symbols, clause by clause: a ¬ before the operator for each "not" before the modal word ("it is not", "it is not true that"), a ¬ between operator and letter for "not to". Do not replace a clause by an equivalent one, and write no parentheses.
        Put the formula in double square brackets, with nothing else inside them: [[formula]]
        """;

    protected override string? Solve(Puzzle puzzle) => puzzle.Type switch
    {
        Relationship => $"[[{string.Join(';', puzzle.Key!.Select(LetterOf))}]]",
        Symbolization => $"[[{puzzle.Solution}]]",
        _ => $"[[{puzzle.Correct}]]",
    };

    protected override double Measure(Puzzle puzzle) =>
        ModalWords().Count(string.Join(' ', [.. puzzle.Pairs?.SelectMany(pair => pair) ?? [], puzzle.Sentence, puzzle.Question]));

    [GeneratedRegex("not|obligat|mandatory|must|permitted|may|forbid|prohibit")]
    private static partial Regex ModalWords();
}
