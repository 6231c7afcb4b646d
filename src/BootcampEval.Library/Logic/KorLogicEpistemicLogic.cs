// Epistemic logic: what follows about beliefs, what is believed in a model of possible worlds, and how beliefs are written.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Logic;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Logic;

/// <summary>Belief, common belief and doubt: derive by axioms, evaluate in possible worlds, write in symbols.</summary>
public sealed partial class KorLogicEpistemicLogic : Bootcamp<KorLogicEpistemicLogic.Puzzle, string>
{
    /// <summary>A question about an axiom with three lettered conclusions (<c>multiple_choice</c>), or a sentence to write in symbols (<c>expression</c>).</summary>
    public sealed record Puzzle(string Type, string Axiom, string Scenario)
    {
        public string[]? Options { get; init; }

        public string? CorrectAnswer { get; init; }

        public string? CorrectExpression { get; init; }
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorLogicEpistemicLogicJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorLogicEpistemicLogicJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorLogicEpistemicLogic", Family.Logic, "Belief and doubt", "Tell what follows about beliefs, and write beliefs in symbols.")
    {
        AnswerFormat = "[[B]] or [[G_p∧H_Alma_p]]",
        Measure = "words of the scenario and the conclusions",
    };

    private const string MultipleChoice = "multiple_choice", Expression = "expression";

    protected override string? FaultOf(Puzzle puzzle) => puzzle.Type switch
    {
        MultipleChoice => puzzle.CorrectAnswer is null ? "correct_answer is missing" : null,
        Expression => puzzle.CorrectExpression is null ? "correct_expression is missing" : null,
        var other => $"type {other} is not known",
    };

    protected override Extraction<string> Extract(string output) => Tagged.Last(output, "[[", "]]", oneLine: true).Then<string>(content => PyText.Strip(content));

    protected override Verdict Judge(string answer, Puzzle puzzle) => puzzle.Type switch
    {
        _ when answer == "" => Verdict.Wrong("the brackets are empty"),
        MultipleChoice => PyCase.Upper(answer) == puzzle.CorrectAnswer ? Verdict.Correct : Verdict.Wrong($"the right letter is {puzzle.CorrectAnswer}"),
        Expression => answer.Replace(" ", "", StringComparison.Ordinal) == puzzle.CorrectExpression
            ? Verdict.Correct
            : Verdict.Wrong($"the expression is {puzzle.CorrectExpression}"),
        _ => Verdict.Wrong($"type {puzzle.Type} is not known"),
    };

    private const string Axioms = "Axioms of belief", Worlds = "Possible worlds", Symbols = "Symbols";

    protected override Puzzle Generate(PuzzleRandom random, int level) => random.Below(3) switch
    {
        0 => MakeDerivation(random, level),
        1 => MakeWorlds(random, level),
        _ => MakeExpression(random, level),
    };

    /// <summary>Things that may be so, and how they are denied.</summary>
    private static readonly string[] Things =
    [
        "the bridge is open", "the mill is running", "the lamp is lit", "the harbour is frozen", "the river is high", "the gate is locked", "the well is dry",
        "the train is late", "the market is closed", "the oven is hot", "the tower is empty", "the letter is forged", "the road is clear", "the bell is cracked",
        "the ferry is full", "the roof is leaking", "the clock is right", "the fire is out", "the key is lost", "the vote is secret",
    ];

    private static string Denied(string thing) => thing.Replace(" is ", " is not ", StringComparison.Ordinal);

    // ---- Derivation: what follows by the axioms ----

    // Levels need more people, more steps to the right conclusion, and more that is said besides.
    private static Puzzle MakeDerivation(PuzzleRandom random, int level)
    {
        var (people, steps, links) = level switch { 1 => (3, 1, 1), 2 => (4, 2, 3), 3 => (5, 3, 5), 4 => (6, 4, 7), _ => (7, 5, 9) };
        while (true)
        {
            var recognises = RandomLinks(random, people, links);
            var axioms = new BeliefAxioms(people, 2, recognises);
            var names = random.Sample(Vocabulary.People, people);
            var things = random.Sample(Things, 2);
            var all = StatementsOf(axioms, names, things).ToList();
            var given = random.Sample([.. all.Where(statement => statement.MayBeGiven)], level < 3 ? 2 : 3);
            if (axioms.Derive(given.Select(statement => statement.Literal)) is not { } derived) continue;
            var conclusions = all.Where(statement => derived.Any(found => found.Statement == statement.Literal && found.Steps >= steps)).ToArray();
            if (conclusions.Length == 0) continue;
            var right = random.Pick([.. conclusions.GroupBy(statement => statement.Kind).Select(kind => random.Pick([.. kind]))]);
            var wrong = random.Shuffled(all.Where(statement => !given.Contains(statement) && derived.All(found => found.Statement != statement.Literal)))
                .OrderBy(statement => statement.Kind != right.Kind).ToArray(); // Those of the right one's kind first.
            if (wrong.Length < 3) continue;
            string[] sentences = random.Shuffled(given.Select(statement => statement.Text).Concat(
                recognises.Select(link => $"{names[link.Who]} can recognise {names[link.Whom]}'s state of belief")));
            return Choose(random, Axioms, $"The group is {Vocabulary.List(names)}.\n{string.Join('\n', sentences.Select(sentence => Capital(sentence) + "."))}",
                right.Text, [wrong[0].Text, random.Pick(wrong[1..]).Text]);
        }
    }

    private static (int Who, int Whom)[] RandomLinks(PuzzleRandom random, int people, int count)
    {
        // A chain through some of the people, and further links at random.
        var order = random.Shuffled(Enumerable.Range(0, people));
        var chain = order.Zip(order.Skip(1)).Take(Math.Min(count, people - 1));
        var others = from who in Enumerable.Range(0, people) from whom in Enumerable.Range(0, people) where who != whom select (who, whom);
        return [.. chain.Concat(random.Shuffled(others)).Distinct().Take(count)];
    }

    private sealed record Statement(Clause Literal, string Kind, string Text, bool MayBeGiven);

    private static IEnumerable<Statement> StatementsOf(BeliefAxioms axioms, string[] names, string[] things)
    {
        for (var thing = 0; thing < things.Length; thing++)
        {
            var (so, notSo) = (things[thing], Denied(things[thing]));
            yield return new(BeliefAxioms.IsSo(thing), "fact", so, false);
            yield return new(BeliefAxioms.Denied(BeliefAxioms.IsSo(thing)), "fact", notSo, false);
            yield return new(axioms.IsCommon(thing), "common", $"it is common belief of the group that {so}", true);
            for (var person = 0; person < names.Length; person++)
            {
                var name = names[person];
                yield return new(axioms.Believes(person, thing, true), "belief", $"{name} firmly believes that {so}", true);
                yield return new(axioms.Believes(person, thing, false), "belief", $"{name} firmly believes that {notSo}", true);
                yield return new(axioms.Doubts(person, thing), "doubt", $"{name} doubts that {so}", true);
                yield return new(BeliefAxioms.Denied(axioms.Believes(person, thing, true)), "no belief", $"{name} does not firmly believe that {so}", false);
                yield return new(BeliefAxioms.Denied(axioms.Doubts(person, thing)), "no doubt", $"{name} does not doubt that {so}", false);
                yield return new(axioms.BelievesToBelieve(person, thing), "belief in belief", $"{name} firmly believes that {name} firmly believes that {so}", false);
            }
        }
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static Puzzle Choose(PuzzleRandom random, string axiom, string scenario, string right, string[] wrong)
    {
        var options = random.Shuffled(wrong.Append(right));
        return new(MultipleChoice, axiom, scenario)
        {
            Options = [.. options.Select((option, i) => $"{"ABC"[i]}. {Capital(option)}.")],
            CorrectAnswer = "ABC"[Array.IndexOf(options, right)].ToString(),
        };
    }

    // ---- Possible worlds: what is believed in one of them ----

    private static Puzzle MakeWorlds(PuzzleRandom random, int level)
    {
        var (worlds, people, depth) = level switch { 1 => (3, 2, 1), 2 => (4, 2, 2), 3 => (5, 3, 3), 4 => (6, 3, 4), _ => (8, 4, 5) };
        while (true)
        {
            var names = random.Sample(Vocabulary.People, people);
            var things = random.Sample(Things, 2);
            var groups = names.ToDictionary(name => name, _ => RandomGroups(random, worlds));
            var facts = things.ToDictionary(thing => thing, _ => (ulong)random.Between(1, (1 << worlds) - 2));
            var model = new KripkeModel(worlds, groups.ToDictionary(group => group.Key, group => Steps(group.Value, worlds)), facts);
            var here = random.Below(worlds);
            // Whether a claim affirms or denies a belief tells nothing about whether it is true.
            (bool IsRight, bool Affirms)[] wished = [(true, random.Chance(0.5)), (false, random.Chance(0.5)), (false, random.Chance(0.5))];
            var claims = Enumerable.Range(0, 40).Select(_ => RandomBelief(random, names, things, depth)).Distinct().ToList();
            var chosen = new List<Formula>();
            foreach (var (isRight, affirms) in wished)
                chosen.AddRange(claims.Where(claim => model.Holds(claim, here) == isRight && claim is Modal == affirms && !chosen.Contains(claim)).Take(1));
            if (chosen.Count < wished.Length) continue;
            var scenario = string.Join('\n',
            [
                $"There are {worlds} possible worlds, numbered from 1 to {worlds}.",
                .. facts.Select(fact => $"{Capital(fact.Key)} in {Numbers(fact.Value)} and in no other world."),
                .. groups.Select(group => $"{group.Key} can't tell apart the worlds within each of these groups: {string.Join(" ", group.Value.Select(members => $"{{{string.Join(", ", members.Select(world => world + 1))}}}"))}."),
                $"The actual world is world {here + 1}.",
            ]);
            return Choose(random, Worlds, scenario, Say(chosen[0]), [Say(chosen[1]), Say(chosen[2])]);
        }
    }

    private static int[][] RandomGroups(PuzzleRandom random, int worlds)
    {
        var numbers = Enumerable.Range(0, worlds).Select(_ => random.Below((worlds + 1) / 2)).ToArray();
        return [.. Enumerable.Range(0, worlds).GroupBy(world => numbers[world]).OrderBy(group => group.Key).Select(group => group.ToArray())];
    }

    private static ulong[] Steps(int[][] groups, int worlds) =>
        [.. Enumerable.Range(0, worlds).Select(world => groups.Single(group => group.Contains(world)).Aggregate(0UL, (set, other) => set | 1UL << other))];

    private static string Numbers(ulong worlds)
    {
        string[] numbers = [.. Enumerable.Range(0, 64).Where(world => (worlds >> world & 1) != 0).Select(world => $"{world + 1}")];
        return (numbers.Length == 1 ? "world " : "worlds ") + Vocabulary.List(numbers);
    }

    // A chain of beliefs, some of them denied, about one thing; nobody's belief stands directly inside the same person's.
    private static Formula RandomBelief(PuzzleRandom random, string[] names, string[] things, int depth, string around = "")
    {
        if (depth == 0) return random.Chance(0.5) ? new Atom(random.Pick(things)) : new Atom(random.Pick(things)).Negated();
        var name = random.Pick([.. names.Where(other => other != around)]);
        var belief = new Modal(Modality.Always, new BasicCommand(name), RandomBelief(random, names, things, depth - 1, name));
        return random.Chance(0.4) ? belief.Negated() : belief;
    }

    private static string Say(Formula formula) => formula switch
    {
        Negation { Of: Atom atom } => Denied(atom.Name),
        Negation { Of: Modal { Command: BasicCommand person } belief } => $"{person.Name} does not believe that {Say(belief.Of)}",
        Modal { Command: BasicCommand person } belief => $"{person.Name} believes that {Say(belief.Of)}",
        Atom atom => atom.Name,
        _ => throw new NotSupportedException("no such belief is talked about"),
    };

    // ---- Symbols ----

    private static Puzzle MakeExpression(PuzzleRandom random, int level)
    {
        var (parts, depth) = level switch { 1 => (1, 2), 2 => (2, 2), 3 => (3, 3), 4 => (4, 4), _ => (5, 5) };
        var names = random.Sample(Vocabulary.People, 4);
        var letters = random.Sample(Things, 3).Select((thing, i) => (Letter: "pqr"[i].ToString(), Thing: thing)).ToArray();
        var drawn = Enumerable.Range(0, parts).Select(_ => Attitude(random, names, letters, random.Between(Math.Max(1, depth - 1), depth))).ToArray();
        return new(Expression, Symbols,
            $"{string.Join('\n', letters.Select(letter => $"{letter.Letter}: {letter.Thing}"))}\nSentence: {Capital(string.Join("; and ", drawn.Select(part => part.Text)))}.")
        {
            CorrectExpression = string.Join('∧', drawn.Select(part => part.Symbols)),
        };
    }

    /// <summary>What somebody believes or doubts, or all believe, in words and in symbols.</summary>
    private static (string Text, string Symbols) Attitude(PuzzleRandom random, string[] names, (string Letter, string Thing)[] letters, int depth)
    {
        if (depth == 0)
        {
            var (letter, thing) = random.Pick(letters);
            return (thing, letter);
        }
        var (text, symbols) = Attitude(random, names, letters, depth - 1);
        var inside = symbols.Length == 1 ? $"_{symbols}" : $"({symbols})";
        var name = random.Pick(names);
        return random.Below(4) switch
        {
            0 => ($"{name} firmly believes that {text}", $"B_{name}{inside}"),
            1 => ($"{name} doubts that {text}", $"H_{name}{inside}"),
            2 => ($"it is common belief that {text}", $"G{inside}"),
            _ => ($"it is not the case that {name} firmly believes that {text}", $"¬B_{name}{inside}"),
        };
    }

    protected override string Ask(Puzzle puzzle) => puzzle.Axiom switch
    {
        Axioms => $"""
            In this puzzle belief and doubt obey these axioms, for all members i and j of a group and every statement x:
            - Belief: if i firmly believes x, then x is true.
            - Reflexivity: if i firmly believes x, then i firmly believes that i firmly believes x.
            - Transitivity: if i can recognise j's state of belief and i firmly believes x, then j firmly believes x.
            - Common belief: if x is common belief of the group, then every member of it firmly believes x.
            - Consistent belief: nobody firmly believes both x and the opposite of x.
            - Doubt introduction: if i doubts x, then i does not firmly believe x.
            - Doubt spread: if i can recognise j's state of belief and i doubts x, then j doubts x.
            Nothing else about belief and doubt may be presupposed; what is not said may be so or not.

            {puzzle.Scenario}

            Exactly one of these conclusions follows, perhaps in several steps. Which one?
            {AskOptions(puzzle)}
            """,
        Worlds => $"""
            A person believes something in a world if it is the case in every world that the person can't tell apart from this one (the world itself is one of them). "Does not believe" is the plain opposite of "believes".

            {puzzle.Scenario}

            Exactly one of these is the case in the actual world. Which one?
            {AskOptions(puzzle)}
            """,
        _ => $"""
            Beliefs are written in symbols: B_Name for "Name firmly believes that", H_Name for "Name doubts that", G for "it is common belief that" (just the letter G, without a name), ¬ for "it is not the case that", ∧ for "and".
            If what is believed, doubted or common belief is a single letter, it follows after an underscore: B_Kim_p, G_p. Anything longer follows in parentheses instead: B_Kim(H_Kim_p), G(B_Kim_p). There are no other parentheses. Names are written as they stand in the sentence.

            {puzzle.Scenario}

            Write the sentence in symbols, part by part in its own order. Do not replace a part by an equivalent one.
            Put the expression in double square brackets, with nothing else inside them: [[expression]]
            """,
    };

    private static string AskOptions(Puzzle puzzle) =>
        $"{string.Join('\n', puzzle.Options!)}\n\nWrite its letter in double square brackets, with nothing else inside them, as in [[X]] for a letter X.";

    protected override string? Solve(Puzzle puzzle) => $"[[{(puzzle.Type == MultipleChoice ? puzzle.CorrectAnswer : puzzle.CorrectExpression)}]]";

    protected override double Measure(Puzzle puzzle) =>
        string.Join(' ', [puzzle.Scenario, .. puzzle.Options ?? []]).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length;
}
