// Alethic modality: relations between statements of necessity and possibility, their symbols, and sixteen rules of inference.

using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Logic;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Logic;

/// <summary>Necessity and possibility: relate statements, write them in symbols, recognise and apply rules of inference.</summary>
public sealed partial class KorLogicTruthValueModalPropositions : Bootcamp<KorLogicTruthValueModalPropositions.Puzzle, string>
{
    /// <summary>
    /// Two statements and the letter of their relation (<c>relationship</c>), a sentence and its formula (<c>symbolization</c>), an inference
    /// and the number of its rule (<c>formula</c>), or a premise, a rule and the letter of what follows (<c>multiple_choice_formula</c>).
    /// </summary>
    public sealed record Puzzle(string Type)
    {
        public string[]? Statements { get; init; }

        public string? Sentence { get; init; }

        public Dictionary<string, string>? SymbolDefs { get; init; }

        public int? FormulaNumber { get; init; }

        public string? Premise { get; init; }

        public string? Conclusion { get; init; }

        public Dictionary<string, string>? Options { get; init; }

        public required JsonElement CorrectAnswer { get; init; }
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    [JsonSerializable(typeof(string))]
    private sealed partial class KorLogicTruthValueModalPropositionsJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorLogicTruthValueModalPropositionsJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorLogicTruthValueModalPropositions", Family.Logic, "Necessity and possibility",
        "Relate statements of necessity and possibility, write them in symbols, recognise and apply rules of inference.")
    {
        AnswerFormat = "[[D]], [[#!p]] or [[15]]",
        Measure = "modal words and negations",
    };

    private const string Relationship = "relationship", Symbolization = "symbolization", FormulaNumber = "formula", MultipleChoice = "multiple_choice_formula";

    protected override string? FaultOf(Puzzle puzzle) => puzzle.Type switch
    {
        Relationship or Symbolization or MultipleChoice => puzzle.CorrectAnswer.ValueKind == JsonValueKind.String ? null : "correct_answer is not a text",
        FormulaNumber => puzzle.CorrectAnswer.ValueKind == JsonValueKind.Number ? null : "correct_answer is not a number",
        var other => $"type {other} is not known",
    };

    protected override Extraction<string> Extract(string output) => Tagged.Last(output, "[[", "]]", oneLine: true).Then<string>(content => PyText.Strip(content));

    protected override Verdict Judge(string answer, Puzzle puzzle)
    {
        var key = Key(puzzle);
        return puzzle.Type switch
        {
            Relationship or MultipleChoice => PyCase.Upper(answer) == PyCase.Upper(key) ? Verdict.Correct : Verdict.Wrong($"the right letter is {key}"),
            Symbolization => WithoutBlanks(answer) == WithoutBlanks(key) ? Verdict.Correct : Verdict.Wrong($"the formula is {key}"),
            FormulaNumber => answer == key ? Verdict.Correct : Verdict.Wrong($"the inference goes by rule {key}"),
            _ => Verdict.Wrong($"type {puzzle.Type} is not known"),
        };
    }

    private static string WithoutBlanks(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static string Key(Puzzle puzzle) =>
        puzzle.CorrectAnswer.ValueKind == JsonValueKind.String ? puzzle.CorrectAnswer.GetString()! : puzzle.CorrectAnswer.GetRawText();

    private static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text, KorLogicTruthValueModalPropositionsJson.Default.String);

    protected override Puzzle Generate(PuzzleRandom random, int level) => random.Below(4) switch
    {
        0 => MakeRelationship(random, level),
        1 => MakeSymbolization(random, level),
        2 => MakeFormula(random, level),
        _ => MakeMultipleChoice(random, level),
    };

    // Chains of "not" around one modal word: the relation depends on which way each chain turns in the end.
    private static Puzzle MakeRelationship(PuzzleRandom random, int level)
    {
        var negations = level switch { 1 => 1, 2 => 3, 3 => 5, 4 => 8, _ => 12 };
        while (true)
        {
            var inFirst = random.Between(negations / 2, (negations + 1) / 2);
            var (first, second) = (OneModality(random, inFirst), OneModality(random, negations - inFirst));
            if (RelationLetters.TryGetValue(ModalCases.Relation(first, second, ModalCases.Reflexive), out var letter) is false) continue;
            var fact = Vocabulary.Fact(random);
            return new(Relationship) { Statements = [Say(random, first, fact) + ".", Say(random, second, fact) + "."], CorrectAnswer = Text(letter) };
        }
    }

    private static Formula OneModality(PuzzleRandom random, int negations)
    {
        var before = random.Below(negations + 1);
        var formula = Negate(ModalCases.P, negations - before);
        return Negate(random.Chance(0.5) ? ModalCases.Always(formula) : ModalCases.Sometimes(formula), before);
    }

    private static Formula Negate(Formula formula, int times) => times == 0 ? formula : Negate(formula.Negated(), times - 1);

    private static readonly Dictionary<LogicalRelation, string> RelationLetters = new()
    {
        [LogicalRelation.Contradictory] = "A",
        [LogicalRelation.Contrary] = "B",
        [LogicalRelation.Subcontrary] = "C",
        [LogicalRelation.Implies] = "D",
    };

    private static Puzzle MakeSymbolization(PuzzleRandom random, int level)
    {
        var formula = Chain(random, level switch { 1 => random.Between(1, 2), 2 => random.Between(3, 4), 3 => 6, 4 => 9, _ => 13 });
        var (letter, fact) = (random.Pick("p", "q"), Vocabulary.Fact(random));
        return new(Symbolization)
        {
            Sentence = Say(random, formula, fact) + ".",
            SymbolDefs = new() { [letter] = fact },
            CorrectAnswer = Text(Symbols.Write(formula).Replace("p", letter, StringComparison.Ordinal)),
        };
    }

    /// <summary>Modal words and negations at random, so many of them.</summary>
    private static Formula Chain(PuzzleRandom random, int operators) => operators == 0 ? ModalCases.P : Apply(random.Pick("#", "$", "!"), Chain(random, operators - 1));

    private static Formula Apply(string symbol, Formula formula) => symbol switch
    {
        "#" => ModalCases.Always(formula),
        "$" => ModalCases.Sometimes(formula),
        _ => formula.Negated(),
    };

    private static Puzzle MakeFormula(PuzzleRandom random, int level)
    {
        while (true)
        {
            var rule = random.Pick(Rules);
            var inner = Inner(random, level);
            var backwards = rule.BothWays && random.Chance(0.5);
            var (premise, conclusion) = backwards ? (rule.Conclusion, rule.Premise) : (rule.Premise, rule.Conclusion);
            (premise, conclusion) = (Fill(premise, inner), Fill(conclusion, inner));
            if (Rules.Count(each => each.Fits(premise, conclusion)) != 1) continue;
            var fact = Vocabulary.Fact(random);
            return new(FormulaNumber)
            {
                Premise = Say(random, premise, fact) + ".",
                Conclusion = Say(random, conclusion, fact) + ".",
                CorrectAnswer = JsonElement.Parse(rule.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            };
        }
    }

    // What stands for p in a rule: a plain fact, or a modal statement with more inside. It never begins with "not", which the rules would take for their own.
    private static Formula Inner(PuzzleRandom random, int level) => level == 1
        ? ModalCases.P
        : Apply(random.Pick("#", "$"), Chain(random, level switch { 2 => 0, 3 => 1, 4 => 3, _ => 5 }));

    private static Puzzle MakeMultipleChoice(PuzzleRandom random, int level)
    {
        var rule = random.Pick(Rules);
        var (inner, fact) = (Inner(random, level), Vocabulary.Fact(random));
        Formula[] wrong = [.. Claims.Where(claim => !ModalCases.Entails(rule.Premise, claim, ModalCases.Reflexive))];
        var options = random.Shuffled(random.Sample(wrong, 3).Append(rule.Conclusion));
        return new(MultipleChoice)
        {
            FormulaNumber = rule.Number,
            Premise = Say(random, Fill(rule.Premise, inner), fact) + ".",
            Options = options.Select((option, i) => ("ABCD"[i].ToString(), Say(random, Fill(option, inner), fact) + ".")).ToDictionary(pair => pair.Item1, pair => pair.Item2),
            CorrectAnswer = Text("ABCD"[Array.IndexOf(options, rule.Conclusion)].ToString()),
        };
    }

    /// <summary>A rule of inference about any p; the first four hold in both directions.</summary>
    private sealed record Rule(int Number, Formula Premise, Formula Conclusion)
    {
        public bool BothWays => Number <= 4;

        public override string ToString() => $"Rule {Number}: {Symbols.Write(Premise)} {(BothWays ? "↔" : "→")} {Symbols.Write(Conclusion)}";

        public bool Fits(Formula premise, Formula conclusion) =>
            FitsOneWay(premise, conclusion) || (BothWays && FitsOneWay(conclusion, premise));

        private bool FitsOneWay(Formula premise, Formula conclusion) =>
            Filling(Premise, premise) is { } filling && Filling(Conclusion, conclusion) == filling;

        // What p stands for if the formula is an instance of the pattern, which is a chain that ends in p.
        private static Formula? Filling(Formula pattern, Formula formula) => (pattern, formula) switch
        {
            (Atom, _) => formula,
            (Negation outer, Negation inner) => Filling(outer.Of, inner.Of),
            (Modal outer, Modal inner) when outer.Modality == inner.Modality => Filling(outer.Of, inner.Of),
            _ => null,
        };
    }

    private static readonly Notation Symbols = Notation.Unicode with { Not = "!", ModalPrefix = (modality, _) => modality == Modality.Always ? "#" : "$" };

    private static readonly Rule[] Rules =
    [
        .. new[]
        {
            ("#p", "!$!p"), ("$p", "!#!p"), ("#!p", "!$p"), ("$!p", "!#p"), ("#p", "!#!p"), ("#!p", "!#p"), ("!$p", "$!p"), ("!$!p", "$p"),
            ("#p", "$p"), ("#!p", "$!p"), ("!$p", "!#p"), ("!$!p", "!#!p"), ("#p", "p"), ("#!p", "!p"), ("p", "$p"), ("!p", "$!p"),
        }.Select((rule, i) => new Rule(i + 1, Read(rule.Item1), Read(rule.Item2))),
    ];

    private static readonly Formula[] Claims = [.. new[] { "p", "!p", "#p", "$p", "#!p", "$!p", "!#p", "!$p", "!#!p", "!$!p" }.Select(Read)];

    private static Formula Read(string symbols) => symbols == "p" ? ModalCases.P : Apply(symbols[..1], Read(symbols[1..]));

    private static Formula Fill(Formula pattern, Formula inner) => pattern.Rewrite(part => part is Atom ? inner : part);

    private static string Say(PuzzleRandom random, Formula formula, string fact)
    {
        var words = "";
        for (; formula is not Atom; formula = formula.Parts.Single())
            words += random.Pick(Words[formula is Negation ? 2 : formula is Modal { Modality: Modality.Always } ? 0 : 1]) + " ";
        return (words + fact) is [var first, .. var rest] ? char.ToUpperInvariant(first) + rest : "";
    }

    private static readonly string[][] Words =
    [
        ["it is necessary that", "it is necessarily the case that", "it is necessarily true that"],
        ["it is possible that", "it is possibly the case that", "it is possibly true that"],
        ["it is not the case that", "it is not true that"],
    ];

    protected override string Ask(Puzzle puzzle) => puzzle.Type switch
    {
        Relationship => $"""
            What is necessary is true, and what is true is possible. "Necessary" means that there is no possible way for it to be false.

            (1) {puzzle.Statements![0]}
            (2) {puzzle.Statements![1]}

            How do the two statements stand to each other, by their form alone?
            A: contradictory. One of them is true and the other false, whatever is the case.
            B: contrary. They can't both be true, but both may be false.
            C: subcontrary. They can't both be false, but both may be true.
            D: entailment. If (1) is true, then (2) must be true, but (2) may be true without (1).

            {AskLetter}
            """,
        Symbolization => $"""
            In symbols, # stands for "it is necessary that" (also "it is necessarily the case that" or "it is necessarily true that"), $ for "it is possible that" (also "it is possibly the case that" or "it is possibly true that"), and ! for "it is not the case that" (also "it is not true that"). A letter stands for a whole clause.

            {puzzle.SymbolDefs!.Single().Key}: {puzzle.SymbolDefs!.Single().Value}

            Sentence: {puzzle.Sentence}

            Write the sentence in symbols: one symbol for each phrase, in the order of the sentence, then the letter. Do not replace it by an equivalent formula, and write no parentheses.
            Put the formula in double square brackets, with nothing else inside them: [[formula]]
            """,
        FormulaNumber => $"""
            {RuleTable}

            Premise: {puzzle.Premise}
            Conclusion: {puzzle.Conclusion}

            By which single rule does the conclusion follow from the premise? In the rule, p may stand for any statement, however long, but the rule has to fit word by word: no "not" is to be added or cancelled.
            Write the number of the rule in double square brackets, with nothing else inside them: [[NUMBER]]
            """,
        _ => $"""
            {RuleTable}

            Premise: {puzzle.Premise}

            Which of these is what rule {puzzle.FormulaNumber}, used once from left to right on the whole premise, infers from it?
            {string.Join('\n', puzzle.Options!.Select(option => $"{option.Key}: {option.Value}"))}

            {AskLetter}
            """,
    };

    private const string AskLetter = "Write the letter in double square brackets, with nothing else inside them, as in [[X]] for a letter X.";

    private static string RuleTable => $"""
        In symbols, # stands for "it is necessary that", $ for "it is possible that", ! for "it is not the case that". The same goes for other words of the same meaning, such as "it is possibly true that".

        Rules of inference, for any statement p:
        {string.Join('\n', Rules.Select(rule => rule.ToString()))}
        (→: the right side may be inferred from the left; ↔: each from the other.)
        """;

    protected override string? Solve(Puzzle puzzle) => $"[[{Key(puzzle)}]]";

    protected override double Measure(Puzzle puzzle) =>
        string.Join(' ', [.. puzzle.Statements ?? [], puzzle.Sentence, puzzle.Premise, puzzle.Conclusion, .. puzzle.Options?.Values.AsEnumerable() ?? []])
            .Split(" that ").Length - 1;
}
