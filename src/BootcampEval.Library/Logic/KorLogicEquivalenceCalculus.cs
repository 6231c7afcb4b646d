// Equivalence calculus: rewrite a formula by a numbered law.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Logic;

namespace BootcampEval.Library.Logic;

/// <summary>Equivalence calculus: rewrite a formula in plain ASCII spelling by a numbered law.</summary>
public sealed partial class KorLogicEquivalenceCalculus : Bootcamp<KorLogicEquivalenceCalculus.Puzzle, string>
{
    /// <summary>
    /// A formula and a law (<c>expression_conversion</c>), two formulas that are equivalent or not (<c>equivalence_validation</c>), or a city
    /// (<c>puzzle_solution</c>, which nothing solves).
    /// </summary>
    public sealed record Puzzle(string Type)
    {
        public string? Expression { get; init; }

        public int? TargetRule { get; init; }

        public string[]? Pairs { get; init; }

        public bool? Expected { get; init; }

        public string? City { get; init; }

        public Dictionary<string, string>? Params { get; init; }
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorLogicEquivalenceCalculusJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorLogicEquivalenceCalculusJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorLogicEquivalenceCalculus", Family.Logic, "Equivalence calculus", "Rewrite a formula by a numbered law.")
    {
        AnswerFormat = "[[((!p | q) & r)]]",
        Measure = "connectives of the result",
    };

    private const string Conversion = "expression_conversion", Validation = "equivalence_validation", CityPuzzle = "puzzle_solution";

    protected override string? FaultOf(Puzzle puzzle) => puzzle.Type switch
    {
        Conversion => puzzle is { Expression: not null, TargetRule: not null } ? null : "expression or target_rule is missing",
        Validation => puzzle.Expected is null ? "expected is missing" : null,
        CityPuzzle => null,
        var other => $"type {other} is not known",
    };

    protected override Extraction<string> Extract(string output) => Tagged.LastUnbroken(output);

    protected override Verdict Judge(string answer, Puzzle puzzle) => puzzle.Type switch
    {
        Conversion => answer == Expected(puzzle) ? Verdict.Correct : Verdict.Wrong($"the result, letter for letter, is {Expected(puzzle)}"),
        Validation => answer == "A" == puzzle.Expected
            ? Verdict.Correct
            : Verdict.Wrong(puzzle.Expected == true ? "the formulas count as equivalent: A alone is right" : "the formulas count as different"),
        _ => Verdict.Wrong("no answer is right here"),
    };

    // The reference does not apply the law: it swaps characters for law 10, and compares with the text as it stands otherwise (spec, Quirks).
    private static string Expected(Puzzle puzzle) =>
        puzzle.TargetRule == 10 ? puzzle.Expression!.Replace('>', '!').Replace('=', '|') : puzzle.Expression!;

    private static readonly Notation Spelling = Notation.Ascii with { OuterParentheses = true };

    // A puzzle that the verdict judges rightly stores the formula that results; the question runs the law backwards to the one that is given.
    // Whether two formulas are equivalent is not asked: where they are not, the reference accepts any text at all.
    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (connectives, uses) = level switch { 1 => (3, 1), 2 => (5, 2), 3 => (7, 3), 4 => (10, 5), _ => (13, 7) };
        var law = random.Pick(Laws);
        while (true)
        {
            var given = law.Draw(random, connectives);
            var result = given.Rewrite(law.Forwards);
            if (law.UsesIn(given) != uses || result.Rewrite(law.Backwards) != given || TooLong(result, connectives)) continue;
            return new(Conversion) { Expression = Spelling.Write(result), TargetRule = law.Number };
        }
    }

    private static bool TooLong(Formula result, int connectives) => result.Subformulas.Count(part => part is Compound) > connectives * 4;

    /// <summary>A law: its number, what it says, how to use it, both directions of it, and formulas to use it on.</summary>
    private sealed record Law(
        int Number, string Text, string Task, Func<Formula, Formula> Forwards, Func<Formula, Formula> Backwards, Func<Formula, int> UsesIn,
        Func<PuzzleRandom, int, Formula> Draw);

    private static readonly string[] Letters = ["p", "q", "r", "s"];

    private static readonly Formula Extra = new Atom("t");

    private static readonly Law[] Laws =
    [
        new(10, "A > B is equivalent to !A | B", "Replace every implication by law 10 from left to right, those inside other formulas too.",
            part => part is Compound { Connective: Connective.Implies } implies ? implies.Left.Negated().Or(implies.Right) : part,
            part => part is Compound { Connective: Connective.Or, Left: Negation negation } either ? negation.Of.Implies(either.Right) : part,
            CountImplications,
            (random, connectives) => RandomFormula.Of(random, Letters, connectives, [Connective.Implies, Connective.And, Connective.Or])),
        new(12, "A > B is equivalent to !B > !A", "Replace every implication by law 12 from left to right, those inside other formulas too, each exactly once.",
            part => part is Compound { Connective: Connective.Implies } implies ? implies.Right.Negated().Implies(implies.Left.Negated()) : part,
            part => part is Compound { Connective: Connective.Implies, Left: Negation left, Right: Negation right } ? right.Of.Implies(left.Of) : part,
            CountImplications,
            (random, connectives) => RandomFormula.Of(random, Letters, connectives)),
        new(14, "(A > B) & (A > !B) is equivalent to !A",
            "Replace every negation by law 14 from right to left, with the letter t in the place of B, those inside other formulas too, each exactly once. (The !B that law 14 itself brings in is not replaced again.)",
            part => part is Negation negation ? negation.Of.Implies(Extra).And(negation.Of.Implies(Extra.Negated())) : part,
            part => part is Compound { Connective: Connective.And, Left: Compound { Connective: Connective.Implies } left, Right: Compound { Connective: Connective.Implies } right }
                && left.Left == right.Left && left.Right == Extra && right.Right == Extra.Negated() ? left.Left.Negated() : part,
            given => given.Subformulas.Count(part => part is Negation),
            (random, connectives) => RandomFormula.Of(random, Letters, connectives, negations: 0.4)),
    ];

    private static int CountImplications(Formula formula) => formula.Subformulas.Count(part => part is Compound { Connective: Connective.Implies });

    protected override string Ask(Puzzle puzzle)
    {
        var law = Laws.Single(each => each.Number == puzzle.TargetRule);
        var given = FormulaReader.Read(puzzle.Expression!, Spelling).Answer.Rewrite(law.Backwards);
        return $"""
            Formulas are written with ! for "not", & for "and", | for "or", > for "implies", = for "exactly if".

            Laws of equivalence, for any formulas A and B:
            {string.Join('\n', Laws.Select(each => $"Law {each.Number}: {each.Text}."))}

            Given formula: {Spelling.Write(given)}

            {law.Task} Change nothing else: keep the order of the parts, and do not simplify; !!p stays !!p.

            Write the resulting formula in double square brackets on one line: [[formula]]
            Put parentheses around every part that is joined by &, |, > or =, also around the whole formula, and nowhere else. Put one blank on each side of &, |, > and =, and none after !.
            """;
    }

    protected override string? Solve(Puzzle puzzle) => puzzle.Type switch
    {
        Conversion => $"[[{Expected(puzzle)}]]",
        Validation => puzzle.Expected == true ? "[[A]]" : "[[B]]",
        _ => null,
    };

    protected override double Measure(Puzzle puzzle) => (puzzle.Expression ?? string.Concat(puzzle.Pairs ?? [])).Count("&|>=".Contains);
}
