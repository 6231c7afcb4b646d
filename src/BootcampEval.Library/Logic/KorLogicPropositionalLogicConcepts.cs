// Categorical propositions: their parts, their types, and the square of opposition.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Logic;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Logic;

/// <summary>Categorical propositions: name their parts and types, compare their terms, and use the square of opposition.</summary>
public sealed partial class KorLogicPropositionalLogicConcepts : Bootcamp<KorLogicPropositionalLogicConcepts.Puzzle, string[]>
{
    /// <summary>
    /// A question of one of five types. Each has its own key: <c>components</c> the letters of subject, predicate, copula and quantifier;
    /// <c>proposition_type</c> a code; <c>relationship_exists</c> A or B for each pair; <c>relationship_type</c> a symbol for each pair;
    /// <c>truth_value</c> a word for each question.
    /// </summary>
    public sealed record Puzzle(string ProblemType)
    {
        public string? Proposition { get; init; }

        public string[]? ShuffledElements { get; init; }

        public string[]? CorrectAnswer { get; init; }

        public string? CorrectType { get; init; }

        public string[]? Propositions { get; init; }

        public string[]? CorrectAnswers { get; init; }

        public string[]? CorrectRelations { get; init; }

        public string? BaseProposition { get; init; }

        public string[]? Questions { get; init; }

        public string[]? CorrectValues { get; init; }
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorLogicPropositionalLogicConceptsJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorLogicPropositionalLogicConceptsJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorLogicPropositionalLogicConcepts", Family.Logic, "Categorical propositions",
        "Name the parts and types of categorical propositions, and use the square of opposition.")
    {
        AnswerFormat = "[[D;B;A;C]], [[SEP]], [[A;B;B]], [[%]] or [[true;false]]",
        Measure = "words of the statements",
    };

    private const string Components = "components", TypeOf = "proposition_type", SharesTerms = "relationship_exists", RelationOf = "relationship_type", TruthValue = "truth_value";

    protected override string? FaultOf(Puzzle puzzle) => Key(puzzle) is null ? $"the key of problem_type {puzzle.ProblemType} is missing" : null;

    private static string[]? Key(Puzzle puzzle) => puzzle.ProblemType switch
    {
        Components => puzzle.CorrectAnswer,
        TypeOf => puzzle.CorrectType is { } type ? [type] : null,
        SharesTerms => puzzle.CorrectAnswers,
        RelationOf => puzzle.CorrectRelations,
        TruthValue => puzzle.CorrectValues,
        _ => null,
    };

    protected override Extraction<string[]> Extract(string output) => Tagged.LastUnbroken(output).Then<string[]>(content =>
        PyText.Strip(content).Split(';').Select(part => PyText.Strip(part)).ToArray());

    protected override Verdict Judge(string[] answer, Puzzle puzzle)
    {
        if (Key(puzzle) is not { } key) return Verdict.Wrong($"problem_type {puzzle.ProblemType} has no key");
        if (answer.Length != key.Length) return Verdict.Wrong($"{key.Length} items are asked for, not {answer.Length}");
        var wrong = Enumerable.Range(0, key.Length).FirstOrDefault(i => answer[i] != key[i], -1);
        return wrong < 0 ? Verdict.Correct : Verdict.Wrong($"item {wrong + 1} is {key[wrong]}");
    }

    protected override Puzzle Generate(PuzzleRandom random, int level) => random.Below(5) switch
    {
        0 => MakeComponents(random, level),
        1 => MakeType(random, level),
        2 => MakeSharedTerms(random, level),
        3 => MakeRelations(random, level),
        _ => MakeTruthValues(random, level),
    };

    // Terms grow by clauses that hold the words of a copula and a quantifier themselves.
    private static Puzzle MakeComponents(PuzzleRandom random, int level)
    {
        var names = random.Sample(Vocabulary.Classes, 2);
        var (quantifier, copula) = random.Pick(("all", "are"), ("no", "are"), ("some", "are"), ("some", "are not"));
        string subject = names[0] + Clauses(random, level - 1), predicate = names[1] + Clauses(random, level - 1);
        string[] parts = [subject, predicate, copula, quantifier];
        var shuffled = random.Shuffled(parts);
        return new(Components)
        {
            Proposition = $"{quantifier} {subject} {copula} {predicate}.",
            ShuffledElements = shuffled,
            CorrectAnswer = [.. parts.Select(part => "ABCD"[Array.IndexOf(shuffled, part)].ToString())],
        };
    }

    private static string Clauses(PuzzleRandom random, int count)
    {
        var others = random.Sample(Vocabulary.Classes, count);
        return string.Concat(others.Select((other, i) =>
            (i == 0 ? " who " : " and ") + random.Pick("are not ", "know some ", "know no ", "know all ", "are ").ToString() + other));
    }

    private static Puzzle MakeType(PuzzleRandom random, int level)
    {
        var statement = Statement.Random(random, level);
        var names = random.Sample(Vocabulary.Classes, 2);
        return new(TypeOf) { Proposition = statement.Say(names[0], names[1]) + ".", CorrectType = $"S{statement.PlainForm}P" };
    }

    private static Puzzle MakeSharedTerms(PuzzleRandom random, int level)
    {
        var count = level switch { 1 or 2 => 3, 3 or 4 => 4, _ => 5 };
        var names = random.Sample(Vocabulary.Classes, 3);
        // Two classes in both orders, and one order with another class now and then: alike at a glance.
        (string Subject, string Predicate)[] terms = [(names[0], names[1]), (names[1], names[0]), (names[0], names[2])];
        var drawn = Enumerable.Range(0, count).Select(_ => random.Pick([.. terms, terms[0]])).ToArray();
        var pairs = from first in Enumerable.Range(0, count) from second in Enumerable.Range(first + 1, count - first - 1) select drawn[first] == drawn[second];
        var propositions = new List<string>();
        while (propositions.Count < count)
        {
            var (subject, predicate) = drawn[propositions.Count];
            var proposition = Statement.Random(random, level / 2).Say(subject, predicate) + ".";
            if (!propositions.Contains(proposition)) propositions.Add(proposition);
        }
        return new(SharesTerms)
        {
            Propositions = [.. propositions],
            CorrectAnswers = [.. pairs.Select(same => same ? "A" : "B")],
        };
    }

    private static Puzzle MakeRelations(PuzzleRandom random, int level)
    {
        var pairs = level switch { 1 => 1, 2 => 2, 3 => 3, 4 => 4, _ => 6 };
        var names = random.Sample(Vocabulary.Classes, pairs * 2);
        var (propositions, relations) = (new List<string>(), new List<string>());
        for (var symbol = random.Pick(Symbols); relations.Count < pairs;)
        {
            var (first, second) = (Statement.Random(random, level), Statement.Random(random, level));
            if (Symbol(first.PlainForm.RelationTo(second.PlainForm)) != symbol) continue;
            var (subject, predicate) = (names[relations.Count * 2], names[(relations.Count * 2) + 1]);
            propositions.AddRange([first.Say(subject, predicate) + ".", second.Say(subject, predicate) + "."]);
            relations.Add(symbol);
            symbol = random.Pick(Symbols);
        }
        return new(RelationOf) { Propositions = [.. propositions], CorrectRelations = [.. relations] };
    }

    private static readonly string[] Symbols = ["*", "#", "&", "%"];

    private static string? Symbol(LogicalRelation relation) => relation switch
    {
        LogicalRelation.Contradictory => "*",
        LogicalRelation.Contrary => "#",
        LogicalRelation.Subcontrary => "&",
        LogicalRelation.Implies or LogicalRelation.ImpliedBy => "%",
        _ => null,
    };

    // Only what the square of opposition decides is asked.
    private static Puzzle MakeTruthValues(PuzzleRandom random, int level)
    {
        var count = level switch { 1 => 4, 2 => 5, 3 => 6, 4 => 8, _ => 10 };
        var names = random.Sample(Vocabulary.Classes, 2);
        var (questions, values) = (new List<string>(), new List<string>());
        while (questions.Count < count)
        {
            var (given, asked, isTrue) = (Statement.Random(random, level - 1), Statement.Random(random, level - 1), random.Chance(0.5));
            if (Value(given.PlainForm, isTrue, asked.PlainForm) is not { } value) continue;
            var question = $"If \"{given.Say(names[0], names[1])}\" is {Word(isTrue)}, then \"{asked.Say(names[0], names[1])}\" is ___?";
            if (questions.Contains(question)) continue;
            questions.Add(question);
            values.Add(Word(value));
        }
        return new(TruthValue) { BaseProposition = $"there are {names[0]}.", Questions = [.. questions], CorrectValues = [.. values] };
    }

    private static string Word(bool value) => value ? "true" : "false";

    private static bool? Value(CategoricalForm given, bool isTrue, CategoricalForm asked)
    {
        bool[] values = [.. Kinds.Where(kinds => given.IsTrue(kinds.Inside, kinds.Outside) == isTrue).Select(kinds => asked.IsTrue(kinds.Inside, kinds.Outside)).Distinct()];
        return values.Length == 1 ? values[0] : null;
    }

    // The subject has members: those inside the predicate, those outside it, or both.
    private static readonly (bool Inside, bool Outside)[] Kinds = [(true, true), (true, false), (false, true)];

    /// <summary>A proposition with denials before it, and perhaps "non-" before its predicate.</summary>
    private sealed record Statement(string[] Denials, CategoricalForm Form, bool OfComplement)
    {
        /// <summary>At level 1 and below a plain form; each further level may add a denial.</summary>
        public static Statement Random(PuzzleRandom random, int level)
        {
            var denials = level <= 1 ? 0 : random.Between(level - 2, level - 1);
            return new(
                [.. Enumerable.Range(0, denials).Select(_ => random.Pick("it is not the case that ", "it is false that "))],
                random.Pick(CategoricalForms.All),
                level > 1 && random.Chance(0.4));
        }

        /// <summary>The plain form that says the same.</summary>
        public CategoricalForm PlainForm => Denials.Aggregate(OfComplement ? Form.WithOtherQuality() : Form, (form, _) => form switch
        {
            CategoricalForm.A => CategoricalForm.O,
            CategoricalForm.O => CategoricalForm.A,
            CategoricalForm.E => CategoricalForm.I,
            _ => CategoricalForm.E,
        });

        public string Say(string subject, string predicate) =>
            string.Concat(Denials)
            + Form switch { CategoricalForm.A => "all ", CategoricalForm.E => "no ", _ => "some " }
            + subject + (Form == CategoricalForm.O ? " are not " : " are ") + (OfComplement ? "non-" : "") + predicate;
    }

    protected override string Ask(Puzzle puzzle) => puzzle.ProblemType switch
    {
        Components => $"""
            A categorical proposition has four parts, in this order: a quantifier (all, no or some), a subject, a copula (are, or are not), and a predicate. Subject and predicate may be long and may hold such words themselves.

            Proposition: {puzzle.Proposition}

            {string.Join('\n', puzzle.ShuffledElements!.Select((part, i) => $"{"ABCD"[i]}. {part}"))}

            Which of these is the subject, which the predicate, which the copula, which the quantifier? Answer with four letters in exactly this order: subject, predicate, copula, quantifier.
            {AskList("four letters", 4)}
            """,
        TypeOf => $"""
            {Types}

            Proposition: {puzzle.Proposition}

            Which of SAP, SEP, SIP and SOP says the same, where S is the class that the proposition names first and P the class that it names second (without any "non-")?
            Write the code in double square brackets, with nothing else inside them: [[CODE]]
            """,
        SharesTerms => $"""
            Two propositions share their terms if they have the same subject and the same predicate, whatever they say about them: the class named first is the subject, the class named second the predicate. "Non-" before a predicate, and "it is not the case that" or "it is false that" before a proposition, do not count: "all cooks are non-poets" has the subject "cooks" and the predicate "poets".

            {string.Join('\n', puzzle.Propositions!.Select((proposition, i) => $"[{i + 1}] {proposition}"))}

            For each of these pairs: do the two propositions share their terms? A: yes. B: no.
            Pairs, in this order: {string.Join(", ", PairsOf(puzzle.Propositions!.Length))}.
            {AskList("one letter for each pair", puzzle.CorrectAnswers!.Length)}
            """,
        RelationOf => $"""
            {Types}
            Every class that is mentioned has members, and so has everything outside it.

            {string.Join("\n\n", puzzle.Propositions!.Chunk(2).Select((pair, i) => $"Pair {i + 1}:\n(a) {pair[0]}\n(b) {pair[1]}"))}

            How do (a) and (b) stand to each other, by their form alone?
            * contradiction: one of them is true and the other false.
            # contrariety: they can't both be true, but both may be false.
            & subcontrariety: they can't both be false, but both may be true.
            % subalternation: one of them implies the other, but not the other way round.
            {AskList(puzzle.CorrectRelations!.Length == 1 ? "the symbol" : "one symbol for each pair, in order", puzzle.CorrectRelations.Length)}
            """,
        _ => $"""
            {Types}
            Given: {puzzle.BaseProposition}

            Each question stands for itself; what one of them supposes does not hold in the others. Is the second proposition true or false?
            {string.Join('\n', puzzle.Questions!.Select((question, i) => $"Q{i + 1}: {question}"))}
            {AskList("true or false for each question, in order", puzzle.Questions!.Length)}
            """,
    };

    private const string Types = """
        Four types of categorical propositions about a subject S and a predicate P: SAP "all S are P", SEP "no S are P", SIP "some S are P" (at least one), SOP "some S are not P" (at least one). Everyone outside a class X belongs to non-X. "It is not the case that" and "it is false that" before a proposition deny it.
        """;

    private static IEnumerable<string> PairsOf(int count) =>
        from first in Enumerable.Range(1, count) from second in Enumerable.Range(first + 1, count - first) select $"[{first}] and [{second}]";

    private static string AskList(string what, int count) =>
        $"Write {what}{(count == 1 ? "" : ", with semicolons between them,")} in one pair of double square brackets, with nothing else inside: [[{string.Join(';', Enumerable.Repeat("ANSWER", count))}]]";

    protected override string? Solve(Puzzle puzzle) => Key(puzzle) is { } key ? $"[[{string.Join(';', key)}]]" : null;

    protected override double Measure(Puzzle puzzle) =>
        string.Join(' ', [puzzle.Proposition, puzzle.BaseProposition, .. puzzle.Propositions ?? [], .. puzzle.Questions ?? []])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
