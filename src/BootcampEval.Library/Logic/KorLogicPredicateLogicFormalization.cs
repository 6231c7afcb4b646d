// Formalization: translate English sentences into first-order formulas, by fixed patterns.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Logic;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Logic;

/// <summary>Formalization: translate several English sentences into first-order formulas, by fixed patterns.</summary>
public sealed partial class KorLogicPredicateLogicFormalization : Bootcamp<KorLogicPredicateLogicFormalization.Puzzle, string[]>
{
    /// <summary>The sentences to translate, and a picture of the answer with one placeholder for each.</summary>
    public sealed record Puzzle(Problem[] Problems, string AnswerFormat);

    /// <summary>A sentence, what the letters stand for, and its formula.</summary>
    public sealed record Problem(string Description, Dictionary<string, string> Predicates, string CorrectAnswer);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorLogicPredicateLogicFormalizationJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorLogicPredicateLogicFormalizationJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorLogicPredicateLogicFormalization", Family.Logic, "Formalization in predicate logic", "Translate English sentences into first-order formulas.")
    {
        AnswerFormat = "[[Ax(F(x)⇒∼G(x));F(a)&G(a)]]",
        Measure = "quantifiers and connectives to write",
    };

    protected override Extraction<string[]> Extract(string output) => Tagged.Last(output, "[[", "]]").Then<string[]>(content =>
        PyText.Strip(content.Replace('\n', ' ')).Split(';').Select(part => PyText.Strip(part)).Where(part => part != "").ToArray());

    protected override Verdict Judge(string[] answer, Puzzle puzzle)
    {
        if (answer.Length != puzzle.Problems.Length) return Verdict.Wrong($"{puzzle.Problems.Length} formulas are asked for, not {answer.Length}");
        var wrong = Enumerable.Range(0, answer.Length).FirstOrDefault(i => Bare(answer[i]) != Bare(puzzle.Problems[i].CorrectAnswer), -1);
        return wrong < 0 ? Verdict.Correct : Verdict.Wrong($"formula {wrong + 1} is {puzzle.Problems[wrong].CorrectAnswer}");
    }

    private static string Bare(string formula) => PyCase.Upper(formula.Replace(" ", "", StringComparison.Ordinal));

    private static readonly Notation Spelling = new("∼", "&", "|", "⇒", "⇔") { Blanks = false, ForAll = "A", Exists = "E" };

    // Levels add sentences, and to each of them quantifiers, relative clauses and connectives.
    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        int[] sizes = level switch { 1 => [1, 1], 2 => [1, 2], 3 => [2, 3, 3], 4 => [2, 3, 4, 4], _ => [3, 4, 5, 5, 5] };
        var problems = random.Shuffled(sizes).Select(size =>
        {
            var (sentence, formula, readings) = ControlledEnglish.Make(random, size);
            return new Problem(sentence, new(readings), Spelling.Write(formula));
        });
        return new([.. problems], $"[[{string.Join(';', sizes.Select(_ => "answer"))}]]");
    }

    protected override string Ask(Puzzle puzzle) => $"""
        Translate the sentences below into formulas of first-order logic. The domain is all people.

        Signs: Ax "for every x", Ex "for some x", & "and", | "or", ⇒ "if ... then", ∼ "not". Capital letters with arguments are predicates; small letters are variables (x, y, z, u, v, w) or stand for persons (a, b, c, d).

        Translate each sentence piece by piece, by these patterns only. An equivalent formula of another shape does not count. N is a noun, P what is said of it, R a verb with an object.
        - "every N P": Ax(N(x)⇒P(x))
        - "some N P": Ex(N(x)&P(x))
        - "no N P": Ax(N(x)⇒∼P(x))
        - "N who P", wherever a noun stands: N(x)&P(x). A "who" belongs to the noun right before it.
        - "R every N", said of x: Ay(N(y)⇒R(x,y)); "R some N": Ey(N(y)&R(x,y)); "R no N": Ay(N(y)⇒∼R(x,y)); "R" with a person a: R(x,a)
        - a person in the place of the subject: the person's letter in the place of x, without a quantifier. "a P and Q": P(a)&Q(a)
        - "if S, then T": S⇒T; "either S, or T, or both": S|T; "S, and T": S&T; "it is not the case that S": ∼S, for sentences S and T
        Quantifiers stand in the order of the sentence, and all parts keep its order. Within one formula the first quantifier has the variable x, the next one y, then z, u, v, w.
        Parentheses stand around every part that is joined by &, | or ⇒ (after a quantifier, after ∼, or as a part of another such formula), but not around the whole formula, and nowhere else.
        Example: "Every potter who trusts some baker reads Greek" is Ax((F(x)&Ey(G(y)&H(x,y)))⇒K(x)).

        {string.Join("\n\n", puzzle.Problems.Select((problem, i) => $"Sentence {i + 1}: {problem.Description}\n{string.Join('\n', problem.Predicates.Select(reading => $"  {reading.Key}: {reading.Value}"))}"))}

        Write the {puzzle.Problems.Length} formulas in the order of the sentences, with semicolons between them, in one pair of double square brackets, with exactly the signs above: [[{string.Join(';', puzzle.Problems.Select(_ => "formula"))}]]
        """;

    protected override string? Solve(Puzzle puzzle) => $"[[{string.Join(';', puzzle.Problems.Select(problem => problem.CorrectAnswer))}]]";

    protected override double Measure(Puzzle puzzle) => puzzle.Problems.Sum(problem => Operators().Count(problem.CorrectAnswer));

    [GeneratedRegex("[AE][u-z]|[&|⇒∼]")]
    private static partial Regex Operators();
}
