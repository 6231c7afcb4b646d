// Dynamic logic: rewrite what holds after a command, and find the states in which a formula holds.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Logic;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Logic;

/// <summary>Dynamic logic: rewrite formulas about commands by named rules, and check formulas in a small machine.</summary>
public sealed partial class KorLogicDynamicLogic : Bootcamp<KorLogicDynamicLogic.Puzzle, string>
{
    /// <summary>
    /// A scenario, four letters and the right one (<c>multiple_choice</c>), or rules by name, a formula to rewrite by them, and the results
    /// that count (<c>expression</c>).
    /// </summary>
    public sealed record Puzzle(string Type)
    {
        public string? Scenario { get; init; }

        public string? Correct { get; init; }

        public string[]? Options { get; init; }

        public string? Rule { get; init; }

        public string? Problem { get; init; }

        public string? Expected { get; init; }

        public string[]? ValidVariants { get; init; }
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorLogicDynamicLogicJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorLogicDynamicLogicJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorLogicDynamicLogic", Family.Logic, "Dynamic logic", "Rewrite what holds after a command, and find the state in which a formula holds.")
    {
        AnswerFormat = "[[(p∧[c][c*]p)]] or [[G]]",
        Measure = "operators of the formula",
    };

    private const string MultipleChoice = "multiple_choice", Rewriting = "expression";

    protected override string? FaultOf(Puzzle puzzle) =>
        puzzle.Type == MultipleChoice
            ? puzzle.Correct is null ? "correct is missing" : null
            : puzzle.ValidVariants is null ? "valid_variants is missing" : null;

    protected override Extraction<string> Extract(string output) => Tagged.Last(output, "[[", "]]", oneLine: true).Then<string>(content => PyText.Strip(content));

    protected override Verdict Judge(string answer, Puzzle puzzle)
    {
        if (puzzle.Type == MultipleChoice)
            return PyCase.Upper(answer) == puzzle.Correct ? Verdict.Correct : Verdict.Wrong($"the right letter is {puzzle.Correct}");
        return puzzle.ValidVariants!.Contains(Bare(answer)) ? Verdict.Correct : Verdict.Wrong($"the result is {puzzle.Expected}");
    }

    // Only the answer is made bare, not what it is looked up in: stored variants with blanks or angle brackets are out of reach (spec, Quirks).
    private static string Bare(string answer) => PyText.WithoutSpaces(answer).Replace('⟨', '[').Replace('⟩', ']');

    protected override Puzzle Generate(PuzzleRandom random, int level) => random.Chance(0.5) ? MakeRewriting(random, level) : MakeChoice(random, level);

    private static readonly Formula P = new Atom("p"), Q = new Atom("q");

    private static readonly Notation Spelling = Notation.Unicode with { Blanks = false, OuterParentheses = true };

    // ---- Rewriting: "always" only, so that a verdict that reads both kinds of brackets alike loses nothing ----

    private static Puzzle MakeRewriting(PuzzleRandom random, int level)
    {
        var (operators, longest) = level switch { 1 => (2, 40), 2 => (3, 60), 3 => (4, 90), 4 => (6, 150), _ => (8, 240) };
        while (true)
        {
            var command = RandomCommand(random, random.Sample(CommandNames, Math.Min(operators + 1, CommandNames.Length)), operators, loops: true);
            var result = Unfold(command, P);
            var text = Spelling.Write(result);
            if (text.Length > longest) continue;
            return new(Rewriting)
            {
                Rule = string.Join(", ", RulesFor(command)),
                Problem = Spelling.Write(Always(command, P)),
                Expected = text,
                ValidVariants = result is Compound ? [text, (Spelling with { OuterParentheses = false }).Write(result)] : [text],
            };
        }
    }

    private static readonly string[] CommandNames = ["a", "b", "c", "d", "e", "f", "g", "h"];

    /// <summary>A command with so many operators. A loop's body holds no further loop.</summary>
    private static Command RandomCommand(PuzzleRandom random, IReadOnlyList<string> names, int operators, bool loops)
    {
        if (operators == 0) return new BasicCommand(random.Pick(names));
        if (loops && random.Chance(0.3)) return new Iteration(RandomCommand(random, names, operators - 1, loops: false));
        var left = random.Below(operators);
        var (first, second) = (RandomCommand(random, names, left, loops), RandomCommand(random, names, operators - 1 - left, loops));
        return random.Chance(0.5) ? new Sequence(first, second) : new Choice(first, second);
    }

    private static Formula Always(Command command, Formula formula) => new Modal(Modality.Always, command, formula);

    private static Formula Unfold(Command command, Formula formula) => command switch
    {
        Sequence sequence => Unfold(sequence.First, Unfold(sequence.Second, formula)),
        Choice choice => Unfold(choice.Left, formula).And(Unfold(choice.Right, formula)),
        Iteration iteration => formula.And(Unfold(iteration.Body, Always(iteration, formula))),
        _ => Always(command, formula),
    };

    private static IEnumerable<string> RulesFor(Command command)
    {
        var spelled = Notation.Spell(command);
        if (spelled.Contains(';', StringComparison.Ordinal)) yield return "Sequence";
        if (spelled.Contains('+', StringComparison.Ordinal)) yield return "Choice";
        if (spelled.Contains('*', StringComparison.Ordinal)) yield return "Loop";
    }

    // ---- Multiple choice: a machine, a formula, and four of its states ----

    private static Puzzle MakeChoice(PuzzleRandom random, int level)
    {
        var (states, operators) = level switch { 1 => (4, 2), 2 => (5, 3), 3 => (6, 5), 4 => (8, 7), _ => (10, 10) };
        while (true)
        {
            var model = RandomModel(random, states);
            var formula = RandomFormula(random, operators);
            var holds = model.WhereHolds(formula);
            int[] right = [.. Enumerable.Range(0, states).Where(state => (holds >> state & 1) != 0)];
            int[] wrong = [.. Enumerable.Range(0, states).Except(right)];
            if (right.Length == 0 || wrong.Length < 3) continue;
            var answer = random.Pick(right);
            return new(MultipleChoice)
            {
                Scenario = Describe(model, formula),
                Correct = StateName(answer),
                Options = random.Shuffled(random.Sample(wrong, 3).Append(answer).Select(StateName)),
            };
        }
    }

    private static string StateName(int state) => "ABCDEFGHIJKL"[state].ToString();

    private static KripkeModel RandomModel(PuzzleRandom random, int states)
    {
        var steps = new Dictionary<string, ulong[]>();
        foreach (var name in CommandNames[..(states < 6 ? 2 : 3)])
            steps[name] = [.. Enumerable.Range(0, states).Select(_ => random.Sample([.. Enumerable.Range(0, states)], random.Pick(0, 1, 1, 2)).Aggregate(0UL, (set, next) => set | 1UL << next))];
        return new(states, steps, new Dictionary<string, ulong> { ["p"] = RandomSet(random, states), ["q"] = RandomSet(random, states) });
    }

    private static ulong RandomSet(PuzzleRandom random, int states) =>
        random.Sample([.. Enumerable.Range(0, states)], random.Between(1, states - 1)).Aggregate(0UL, (set, state) => set | 1UL << state);

    // A modal formula: its operators are shared out between the command and what holds after it.
    private static Formula RandomFormula(PuzzleRandom random, int operators)
    {
        if (operators <= 0) return random.Pick(P, Q, P.Negated(), Q.Negated());
        if (operators > 2 && random.Chance(0.25))
        {
            var left = random.Between(1, operators - 2);
            return new Compound(random.Pick(Connective.And, Connective.Or), RandomFormula(random, left), RandomFormula(random, operators - 1 - left));
        }
        var inCommand = random.Below(Math.Min(operators, 5));
        return new Modal(
            random.Pick(Modality.Always, Modality.Sometimes),
            RandomCommand(random, CommandNames[..(operators < 5 ? 2 : 3)], inCommand, loops: true),
            RandomFormula(random, operators - 1 - inCommand));
    }

    private static string Describe(KripkeModel model, Formula formula)
    {
        var states = Enumerable.Range(0, model.Worlds).ToArray();
        string Names(ulong set) => Vocabulary.List([.. states.Where(state => (set >> state & 1) != 0).Select(StateName)]);
        var steps = model.Steps.SelectMany(step => states.Where(state => step.Value[state] != 0)
            .Select(state => $"{step.Key} leads from {StateName(state)} to {Names(step.Value[state]).Replace(" and ", " or ", StringComparison.Ordinal)}."));
        var facts = model.Facts.Select(fact => $"{fact.Key} is true in {Names(fact.Value)} and in no other state.");
        return string.Join('\n', [$"The machine has the states {Names((1UL << model.Worlds) - 1)}.", .. steps, .. facts, $"Formula: {Spelling.Write(formula)}"]);
    }

    protected override string Ask(Puzzle puzzle) => puzzle.Type == MultipleChoice ? $"""
        A command leads from one state of a machine to another. Where several states are listed, any one of them may come next; where none is listed, the command can't be run.

        {puzzle.Scenario}

        Meaning of the signs, for commands c and d and formulas F and G:
        c;d runs c, then d. c+d runs either c or d. c* runs c any number of times, perhaps not at all.
        [c]F is true in a state if F is true in every state in which a run of c from there may end (so also if c can't be run there).
        ⟨c⟩F is true in a state if F is true in at least one state in which a run of c from there may end.
        ¬F is "not F", (F∧G) "F and G", (F∨G) "F or G or both". In commands, * binds tighter than ;, which binds tighter than +.

        In exactly one of these four states the formula is true: {string.Join(", ", puzzle.Options!)}. In which?
        Write its letter in double square brackets, with nothing else inside them: [[LETTER]]
        """ : $"""
        In dynamic logic, [c]F means that F holds after every run of the command c. c;d runs c, then d; c+d runs c or d; c* runs c any number of times, perhaps not at all. In commands, * binds tighter than ;, which binds tighter than +. Without parentheses, a+b+c is (a+b)+c, and a;b;c is (a;b);c.

        Rules, for any commands c and d and any formula F:
        Sequence: [c;d]F becomes [c][d]F
        Choice: [c+d]F becomes ([c]F∧[d]F)
        Loop: [c*]F becomes (F∧[c][c*]F)

        Formula: {puzzle.Problem}

        Rewrite it by these rules: {puzzle.Rule}. Go on until neither Sequence nor Choice can be used any more and every loop of the formula has been unfolded once. The [c*] that the Loop rule leaves behind is not rewritten again, and what is inside its brackets stays as it is; but the [c] that it brings in is rewritten as far as the rules go. Where a rule copies a formula, each copy is rewritten.
        Keep the order of the parts. Put parentheses around every conjunction F∧G and nowhere else outside the brackets. Only square brackets are used; angle brackets would be read as square ones.

        Write the resulting formula in double square brackets, on one line, with nothing else inside them: [[formula]]
        """;

    protected override string? Solve(Puzzle puzzle) =>
        (puzzle.Type == MultipleChoice ? puzzle.Correct : puzzle.ValidVariants!.FirstOrDefault(variant => Bare(variant) == variant)) is { } answer ? $"[[{answer}]]" : null;

    protected override double Measure(Puzzle puzzle)
    {
        var text = puzzle.Problem ?? puzzle.Scenario ?? "";
        return text[(text.LastIndexOf(':') + 1)..].Count(";+*[⟨∧∨¬".Contains);
    }
}
