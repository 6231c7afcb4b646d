// Enumerative induction: tell whether some or all members of a class were checked, or write the inference in symbols.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;

namespace BootcampEval.Library.Logic;

/// <summary>Enumerative induction: tell an incomplete enumeration from a complete one, or write the inference in symbols.</summary>
public sealed partial class KorLogicEnumerativeInductiveReasoning : Bootcamp<KorLogicEnumerativeInductiveReasoning.Puzzle, KorLogicEnumerativeInductiveReasoning.Answer>
{
    /// <summary>
    /// The kind of induction (A incomplete, B complete), premise and conclusion in words, the class, and what is asked: a choice, with the property
    /// and the counts; or the symbols, with all members and those that were checked.
    /// </summary>
    public sealed record Puzzle(string Type, string Premise, string Conclusion, string Class, string QuestionType)
    {
        public string? Property { get; init; }

        public int? Total { get; init; }

        public int? Observed { get; init; }

        public string[]? Instances { get; init; }

        public string[]? Sampled { get; init; }
    }

    /// <summary>A letter, or a premise and a conclusion in symbols.</summary>
    public sealed record Answer(string? Letter, string Premise, string Conclusion) : IJsonText
    {
        /// <inheritdoc/>
        public void AppendTo(System.Text.StringBuilder json) => JsonText.Append(json, Letter is not null ? Letter : new[] { Premise, Conclusion });
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorLogicEnumerativeInductiveReasoningJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorLogicEnumerativeInductiveReasoningJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorLogicEnumerativeInductiveReasoning", Family.Logic, "Enumerative induction", "Tell an incomplete enumeration from a complete one, or write the inference in symbols.")
    {
        AnswerFormat = "[[A]] or [[P(e3)∧P(e1);∀e∈owls,P(e)]]",
        Measure = "members of the class",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        puzzle.QuestionType != Choice && (puzzle.Instances is null || puzzle.Sampled is null) ? "instances or sampled is missing" : null;

    // A letter anywhere wins over symbols; of letters the last counts, of symbols the first.
    protected override Extraction<Answer> Extract(string output)
    {
        if (BracketedLetter.Last(output, 'A', 'B') is { Found: true } letter) return new Answer(letter.Answer, "", "");
        return FirstPair(output) is var (premise, conclusion) ? new Answer(null, premise, conclusion) : new NoAnswer("neither a letter nor \"premise;conclusion\" in double square brackets on one line");
    }

    // The lazy pattern "[[ text ; text ]]" on one line, each text at least one character long, from the leftmost "[[" that has a match.
    private static (string Premise, string Conclusion)? FirstPair(string output)
    {
        foreach (var range in output.AsSpan().Split('\n'))
        {
            var line = output.AsSpan(range);
            var open = line.IndexOf("[[", StringComparison.Ordinal);
            if (open < 0) continue;
            var semicolon = NextAfter(line, ";", open + 3);
            var close = semicolon < 0 ? -1 : NextAfter(line, "]]", semicolon + 2);
            if (close >= 0) return (line[(open + 2)..semicolon].ToString(), line[(semicolon + 1)..close].ToString());
        }
        return null;
    }

    private static int NextAfter(ReadOnlySpan<char> line, string text, int from)
    {
        if (from > line.Length) return -1;
        var at = line[from..].IndexOf(text, StringComparison.Ordinal);
        return at < 0 ? -1 : from + at;
    }

    protected override Verdict Judge(Answer answer, Puzzle puzzle)
    {
        if (puzzle.QuestionType == Choice)
            return answer.Letter == puzzle.Type ? Verdict.Correct : Verdict.Wrong($"the induction is of kind {puzzle.Type}");
        if (answer.Letter is not null) return Verdict.Wrong("symbols are asked for, not a letter");
        var (premise, conclusion) = InSymbols(puzzle);
        if (Plain(answer.Premise) != premise) return Verdict.Wrong($"the premise is not {premise}");
        return Plain(answer.Conclusion) == conclusion ? Verdict.Correct : Verdict.Wrong($"the conclusion is not {conclusion}");
    }

    // Only U+0020 is ignored, as in the reference.
    private static string Plain(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static (string Premise, string Conclusion) InSymbols(Puzzle puzzle)
    {
        var members = (puzzle.Type == Incomplete ? puzzle.Sampled : puzzle.Instances) ?? [];
        return (string.Join('∧', members.Select(member => $"P({member})")), puzzle.Type == Incomplete ? $"∀e∈{puzzle.Class},P(e)" : $"P({puzzle.Class})");
    }

    private const string Choice = "choice", Symbolic = "symbolic", Incomplete = "A", Complete = "B";

    private static readonly (int Least, int Most)[] Levels = [(4, 6), (7, 10), (11, 16), (17, 24), (25, 40)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (name, properties) = random.Pick(Classes);
        var property = random.Pick(properties);
        var total = random.Between(Levels[level - 1].Least, Levels[level - 1].Most);
        var type = random.Pick(Incomplete, Complete);
        return random.Chance(0.5) ? MakeChoice(random, type, name, property, total) : MakeSymbolic(random, type, name, property, total);
    }

    private static Puzzle MakeChoice(PuzzleRandom random, string type, string name, string property, int total)
    {
        var observed = type == Complete ? total : random.Between(2, total - 1);
        var premise = $"There are {total} {name} in all. {random.Pick("An observer", "A clerk", "A visitor", "A student")} looked at {observed} different ones of them and noted that each {property}.";
        return new(type, premise, $"It was concluded of the {name} as a whole that each {property}.", name, Choice) { Property = property, Total = total, Observed = observed };
    }

    private static Puzzle MakeSymbolic(PuzzleRandom random, string type, string name, string property, int total)
    {
        string[] members = [.. Enumerable.Range(1, total).Select(number => $"e{number}")];
        var sampled = type == Complete ? members : random.Sample(members, Math.Max(2, total / 2));
        var premise = type == Complete
            ? $"The class {name} consists of the members {string.Join(", ", members)} and of no others. Each of them, checked in this order, {property}."
            : $"The class {name} has {total} members, {members[0]} to {members[^1]}. The members {string.Join(", ", sampled)}, checked in this order, were found to be such that each {property}; the others were not checked.";
        var conclusion = type == Complete ? $"So the class {name} as a whole has this property." : $"So it is conjectured that every member of the class {name} has this property.";
        return new(type, premise, conclusion, name, Symbolic) { Instances = members, Sampled = sampled };
    }

    protected override string Ask(Puzzle puzzle) => $"""
        Enumerative induction comes in two kinds:

        A. "*" induction (incomplete): some members of a class were checked and have a property; it is conjectured that every member has it.
        B. "Φ" induction (complete): every member of a class was checked and has a property; so the class as a whole has it.

        {puzzle.Premise} {puzzle.Conclusion}

        {(puzzle.QuestionType == Choice ? ChoiceTask : SymbolTask(puzzle.Class))}
        """;

    private const string ChoiceTask = "Of which kind is this induction? Write the capital letter A or B in double square brackets, with nothing else inside them.";

    private static string SymbolTask(string name) => $"""
        Write this inference in symbols, on one line, as the last thing you write and only once: double square brackets, the premise, a semicolon, the
        conclusion, double square brackets.

        - The premise states of each checked member e1, e2, … that it has the property, as P(e1), P(e2), …, in the order in which they were checked,
          all written out and joined by ∧.
        - The conclusion is ∀e∈{name},P(e) when not all members were checked, and P({name}) when all were.

        In outline, with the words standing for the formulas: [[premise;conclusion]]
        """;

    protected override string? Solve(Puzzle puzzle)
    {
        if (puzzle.QuestionType == Choice) return $"[[{puzzle.Type}]]";
        var (premise, conclusion) = InSymbols(puzzle);
        return $"[[{premise};{conclusion}]]";
    }

    protected override double Measure(Puzzle puzzle) => puzzle.Total ?? puzzle.Instances?.Length ?? 0;

    private static readonly (string Name, string[] Properties)[] Classes =
    [
        ("owls", ["hunts at night", "has feathered legs", "turns its head far round"]), ("violins", ["has four strings", "is older than a century", "was made by hand"]),
        ("lanterns", ["burns oil", "has a copper hood", "is lit at dusk"]), ("kayaks", ["floats upright", "is painted red", "has a spray deck"]),
        ("clocks", ["strikes the hour", "is wound once a week", "runs two minutes fast"]), ("orchids", ["flowers in spring", "smells of vanilla", "grows on bark"]),
        ("tractors", ["starts in the cold", "has a cabin", "runs on diesel"]), ("wells", ["holds water in August", "is lined with stone", "has a wooden lid"]),
        ("comets", ["has two tails", "comes back within a century", "contains ice"]), ("novels", ["has a narrator", "is set on an island", "ends with a letter"]),
        ("bridges", ["has three arches", "carries a road", "was rebuilt once"]), ("maps", ["shows the coast", "is drawn in ink", "has a scale bar"]),
    ];
}
