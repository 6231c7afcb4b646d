// The puzzle behind two data sources: tell whether two clauses can be resolved, and how the saturation of many clauses ends.

using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Logic;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Logic;

/// <summary>Propositional resolution: can two clauses be resolved, what comes out, and how a saturation ends.</summary>
public abstract partial class ResolutionQuestions : Bootcamp<ResolutionQuestions.Puzzle, string>
{
    /// <summary>
    /// Two clauses and whether they can be resolved (<c>can_resolve</c>, a truth value) or the resolvent (<c>compute_dispel</c>, a text); or
    /// the clauses to saturate, the word that tells how it ends, and the cycle (<c>algorithm_output</c>).
    /// </summary>
    public sealed record Puzzle(string ProblemType)
    {
        [JsonPropertyName("C1")]
        public string[]? C1 { get; init; }

        [JsonPropertyName("C2")]
        public string[]? C2 { get; init; }

        public JsonElement? Expected { get; init; }

        public string[][]? Cnf { get; init; }

        public string? ExpectedOutput { get; init; }

        public int? Steps { get; init; }
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class ResolutionJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => ResolutionJson.Default.Puzzle;

    /// <summary>Names the data source.</summary>
    private protected ResolutionQuestions(string name, string title) => Info = new(
        name, Family.Logic, title, "Tell whether two clauses can be resolved, and how the saturation of many clauses ends.")
    {
        AnswerFormat = "[[A]] or [[Implausible;3]]",
        Measure = "literals to compare, or clauses that come up",
    };

    public override BootcampInfo Info { get; }

    private const string CanResolve = "can_resolve", Dispel = "compute_dispel", Algorithm = "algorithm_output", Plausible = "Plausible", Implausible = "Implausible";

    protected override string? FaultOf(Puzzle puzzle) => puzzle.ProblemType switch
    {
        CanResolve => puzzle.Expected is { ValueKind: JsonValueKind.True or JsonValueKind.False } ? null : "expected is not true or false",
        Dispel => puzzle.Expected is { ValueKind: JsonValueKind.String } ? null : "expected is not a text",
        Algorithm => puzzle is { ExpectedOutput: not null, Steps: not null } ? null : "expected_output or steps is missing",
        var other => $"problem_type {other} is not known",
    };

    protected override Extraction<string> Extract(string output) => Tagged.Last(output, "[[", "]]", oneLine: true).Then<string>(content => PyText.Strip(content));

    protected override Verdict Judge(string answer, Puzzle puzzle) => puzzle.ProblemType switch
    {
        CanResolve => JudgeLetter(PyCase.Upper(answer), puzzle.Expected is { ValueKind: JsonValueKind.True }),
        Dispel => JudgeClause(answer, puzzle.Expected!.Value.GetString()!),
        Algorithm => JudgeEnd(answer.Split(';'), puzzle),
        _ => Verdict.Wrong($"problem_type {puzzle.ProblemType} is not known"),
    };

    private static Verdict JudgeLetter(string letter, bool canResolve) => letter == Letter(canResolve)
        ? Verdict.Correct
        : Verdict.Wrong(canResolve ? "the clauses can be resolved: A" : "no literal of one clause has its complement in the other: B");

    private static string Letter(bool canResolve) => canResolve ? "A" : "B";

    // Any right candidate among several will do (spec, Quirks).
    private static Verdict JudgeClause(string answer, string expected)
    {
        var literals = LiteralsOf(expected);
        return answer.Split(';').Any(candidate => LiteralsOf(PyText.Strip(candidate)).SetEquals(literals))
            ? Verdict.Correct
            : Verdict.Wrong($"the resolvent is {expected}");
    }

    private static HashSet<string> LiteralsOf(string clause) => clause == "0" ? [] : [.. clause.Split(Or)];

    private static Verdict JudgeEnd(string[] parts, Puzzle puzzle)
    {
        if (parts.Length != 2) return Verdict.Wrong("an output and a number, with one semicolon between them, should stand in the brackets");
        if (PyCase.Lower(PyText.Strip(parts[0])) != PyCase.Lower(puzzle.ExpectedOutput!)) return Verdict.Wrong($"the output is {puzzle.ExpectedOutput}");
        return PyInt.TryParse(parts[1], out BigInteger cycle) && cycle == puzzle.Steps ? Verdict.Correct : Verdict.Wrong($"it ends in cycle {puzzle.Steps}");
    }

    private const string Or = " ∨ ";

    private static readonly string[] Names = ["p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z", "a", "b", "c", "d", "e"];

    // Resolvents are not asked for: the reference accepts any list of candidates that holds the right one, so a wrong answer could score.
    protected override Puzzle Generate(PuzzleRandom random, int level) => random.Chance(0.3) ? MakePair(random, level) : MakeAlgorithm(random, level);

    // Two clauses that agree on most of their variables; one clash is hidden among the literals that agree, or none.
    private static Puzzle MakePair(PuzzleRandom random, int level)
    {
        var size = level switch { 1 => 3, 2 => 5, 3 => 7, 4 => 9, _ => 12 };
        var canResolve = random.Chance(0.5);
        string[] literals = [.. random.Sample(Names, size + 2).Select(name => random.Chance(0.5) ? "¬" + name : name)];
        string[] first = literals[..size], second = literals[2..];
        if (canResolve) second[0] = Complement(second[0]);
        return new(CanResolve) { C1 = random.Shuffled(first), C2 = random.Shuffled(second), Expected = JsonElement.Parse(canResolve ? "true" : "false") };
    }

    private static string Complement(string literal) => literal.StartsWith('¬') ? literal[1..] : "¬" + literal;

    /// <summary>How large a saturation is at a level: its variables, the clauses given, those that come up, and the cycles it takes.</summary>
    private sealed record Size(int Variables, int LeastGiven, int MostGiven, int LeastClauses, int MostClauses, int LeastCycles, int MostCycles);

    private static readonly Size[] Sizes =
    [
        new(3, 2, 4, 3, 6, 1, 2), new(4, 4, 5, 7, 10, 1, 3), new(4, 5, 6, 11, 16, 2, 4), new(5, 5, 7, 17, 24, 2, 4), new(6, 6, 8, 25, 40, 2, 5),
    ];

    private static Puzzle MakeAlgorithm(PuzzleRandom random, int level)
    {
        const int TriesPerWish = 300;
        var size = Sizes[level - 1];
        var (refuted, cycles) = (random.Chance(0.5), 0);
        for (var tries = 0; ; tries++)
        {
            if (tries % TriesPerWish == 0) cycles = random.Between(size.LeastCycles, size.MostCycles); // Not every number of cycles is to be had at every size.
            Clause[] clauses = [.. Enumerable.Range(0, random.Between(size.LeastGiven, size.MostGiven)).Select(_ => RandomClause(random, size.Variables))];
            if (clauses.Distinct().Count() < clauses.Length) continue;
            if (Saturation.Of(clauses, mostClauses: size.MostClauses) is not { } end || end.IsRefuted != refuted || end.Cycles != cycles) continue;
            if (end.Clauses < size.LeastClauses || end.Clauses > size.MostClauses) continue;
            // Whether clauses that are always true are kept makes no difference to the answer.
            if (Saturation.Of(clauses, keepTautologies: true) is not { } other || (other.IsRefuted, other.Cycles) != (end.IsRefuted, end.Cycles)) continue;
            return new(Algorithm)
            {
                Cnf = [.. clauses.Select(clause => Write(random, clause))],
                ExpectedOutput = end.IsRefuted ? Implausible : Plausible,
                Steps = end.Cycles,
            };
        }
    }

    private static Clause RandomClause(PuzzleRandom random, int variables)
    {
        var clause = Clause.Empty;
        foreach (var variable in random.Sample([.. Enumerable.Range(0, variables)], random.Between(1, 3)))
            clause = clause.Union(Clause.Literal(variable, random.Chance(0.5)));
        return clause;
    }

    private static string[] Write(PuzzleRandom random, Clause clause) => random.Shuffled(
        Enumerable.Range(0, Names.Length).Where(i => ((clause.Plain | clause.Negated) >> i & 1) != 0)
            .Select(i => (clause.Negated >> i & 1) != 0 ? "¬" + Names[i] : Names[i]));

    private static Clause Read(string[] literals) => literals.Aggregate(Clause.Empty, (clause, literal) =>
        Array.IndexOf(Names, literal.TrimStart('¬')) is >= 0 and var variable ? clause.Union(Clause.Literal(variable, literal.StartsWith('¬'))) : clause);

    protected override string Ask(Puzzle puzzle) => $"""
        A literal is a variable or its negation: p, ¬p. These two are each other's complements. A clause is a disjunction of literals, joined by ∨.
        Two clauses can be resolved if one has a literal whose complement stands in the other. Resolving them on these two literals gives the resolvent: all other literals of both clauses, each once. The resolvent without literals is the empty clause.

        {(puzzle.ProblemType == CanResolve ? AskPair(puzzle) : AskAlgorithm(puzzle))}
        """;

    private static string AskPair(Puzzle puzzle) => $"""
        C1 = {string.Join(Or, puzzle.C1!)}
        C2 = {string.Join(Or, puzzle.C2!)}

        Can C1 and C2 be resolved? A: yes. B: no.
        Write the letter in double square brackets, with nothing else inside them, as in [[X]] for a letter X.
        """;

    private static string AskAlgorithm(Puzzle puzzle) => $"""
        Saturation works in cycles, counted from 1. Clauses with the same literals are the same clause, in whatever order they are written.
        - In cycle 1, form all resolvents of every pair of given clauses.
        - In each later cycle, form all resolvents of every pair of clauses of which at least one was new in the cycle before.
        - If two clauses clash on more than one variable, each of these gives a resolvent of its own. A resolvent that holds a variable and its negation is always true: drop it.
        - As soon as the empty clause comes out, saturation ends in this cycle with the output {Implausible}: the clauses can't all be true.
        - If all resolvents of a cycle are known already, or there are none, saturation ends in this cycle with the output {Plausible}.

        Given clauses:
        {string.Join('\n', puzzle.Cnf!.Select(clause => string.Join(Or, clause)))}

        What is the output, and in which cycle does saturation end? Write both in one pair of double square brackets with a semicolon between them: [[OUTPUT;NUMBER]]
        """;

    protected override string? Solve(Puzzle puzzle) => puzzle.ProblemType switch
    {
        CanResolve => $"[[{Letter(puzzle.Expected is { ValueKind: JsonValueKind.True })}]]",
        Dispel => $"[[{puzzle.Expected!.Value.GetString()}]]",
        _ => $"[[{puzzle.ExpectedOutput};{puzzle.Steps}]]",
    };

    protected override double Measure(Puzzle puzzle) => puzzle.Cnf is { } clauses
        ? Saturation.Of(clauses.Select(Read))?.Clauses ?? clauses.Length
        : (puzzle.C1?.Length ?? 0) + (puzzle.C2?.Length ?? 0);
}
