// Principal normal forms: number the minterms or maxterms of a formula, or tell its class by them.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Logic;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Logic;

/// <summary>Principal disjunctive and conjunctive normal forms: the numbers of minterms and maxterms, and classes of formulas by them.</summary>
public sealed partial class KorLogicDisjunctiveNormalFormAndConjunctiveNormalForm : Bootcamp<KorLogicDisjunctiveNormalFormAndConjunctiveNormalForm.Puzzle, string>
{
    /// <summary>A formula over some variables; the numbers of its terms; and its classes (<c>classify</c>) or its normal form in numbers (<c>denote</c>).</summary>
    public sealed record Puzzle(string[] Variables, int N, string Type)
    {
        public string? FormType { get; init; }

        public required string Expression { get; init; }

        public required int[] Terms { get; init; }

        public string[]? CorrectOptions { get; init; }

        public string? CorrectDenote { get; init; }
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorLogicDisjunctiveNormalFormAndConjunctiveNormalFormJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorLogicDisjunctiveNormalFormAndConjunctiveNormalFormJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorLogicDisjunctiveNormalFormAndConjunctiveNormalForm", Family.Logic, "Principal normal forms",
        "Number the minterms or maxterms of a formula, or tell its class by them.")
    {
        AnswerFormat = "[[m1∨m3]], [[M2∧M5]] or [[CD]]",
        Measure = "truth values to work out (connectives times rows)",
    };

    private const string Classify = "classify", Denote = "denote", Conjunctive = "conjunctive";

    protected override string? FaultOf(Puzzle puzzle) => puzzle.Type switch
    {
        Classify => puzzle.CorrectOptions is null ? "correct_options is missing" : null,
        Denote => puzzle.CorrectDenote is null ? "correct_denote is missing" : null,
        var other => $"type {other} is not known",
    };

    protected override Extraction<string> Extract(string output) => Tagged.Last(output, "[[", "]]", oneLine: true).Then<string>(content => PyText.Strip(content));

    protected override Verdict Judge(string answer, Puzzle puzzle) => puzzle.Type switch
    {
        Classify => PyCase.Upper(answer).EnumerateRunes().Select(letter => letter.ToString()).ToHashSet().SetEquals(puzzle.CorrectOptions!)
            ? Verdict.Correct
            : Verdict.Wrong($"the classes are {string.Concat(puzzle.CorrectOptions!)}"),
        Denote => SameTerms(TermsOf(answer), TermsOf(puzzle.CorrectDenote!)) ? Verdict.Correct : Verdict.Wrong($"the form is {puzzle.CorrectDenote}"),
        _ => Verdict.Wrong($"type {puzzle.Type} is not known"),
    };

    // The reference folds the case and does not compare the connective: only the numbers count (spec, Quirks).
    private static string[] TermsOf(string form)
    {
        var plain = PyCase.Lower(PyText.WithoutSpaces(form));
        return plain.Split(plain.Contains('∨', StringComparison.Ordinal) ? '∨' : '∧');
    }

    private static bool SameTerms(string[] left, string[] right) => left.Length == right.Length && left.ToHashSet().SetEquals(right);

    // Levels add variables and connectives. Classes are drawn first, so that each of them comes up.
    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (variables, connectives) = level switch { 1 => (2, 3), 2 => (2, 6), 3 => (3, 6), 4 => (3, 10), _ => (4, 14) };
        string[] names = ["p", "q", "r", "s"];
        names = names[..variables];
        var kind = random.Below(3);
        if (kind == 0) return MakeClassify(random, names, connectives);
        var conjunctive = kind == 1;
        while (true)
        {
            var formula = connectives == 3 && random.Chance(0.4) ? TwoTerms(random, names, conjunctive) : RandomFormula.Of(random, names, connectives);
            var terms = conjunctive ? PrincipalForms.MaxtermsOf(formula, names) : PrincipalForms.MintermsOf(formula, names);
            if (terms.Length == 0 || terms.Length == 1 << variables) continue;
            return new(names, variables, Denote)
            {
                FormType = conjunctive ? Conjunctive : "disjunctive",
                Expression = Notation.Unicode.Write(formula),
                Terms = terms,
                CorrectDenote = string.Join(conjunctive ? " ∧ " : " ∨ ", terms.Select(term => conjunctive ? $"M{term}" : $"m{term}")),
            };
        }
    }

    // A formula that is a principal form already, and has only to be numbered: three connectives over two variables.
    private static Formula TwoTerms(PuzzleRandom random, string[] names, bool conjunctive)
    {
        var numbers = random.Sample([.. Enumerable.Range(0, 1 << names.Length)], 2);
        return conjunctive
            ? PrincipalForms.Maxterm(numbers[0], names).And(PrincipalForms.Maxterm(numbers[1], names))
            : PrincipalForms.Minterm(numbers[0], names).Or(PrincipalForms.Minterm(numbers[1], names));
    }

    private static Puzzle MakeClassify(PuzzleRandom random, string[] names, int connectives)
    {
        for (var (wanted, tries) = (random.Pick(AllClasses), 1); ; tries++)
        {
            if (tries % 200 == 0) wanted = random.Pick(AllClasses);
            var formula = RandomFormula.Of(random, names, connectives);
            var terms = PrincipalForms.MintermsOf(formula, names);
            var classes = ClassesOf(terms, 1 << names.Length);
            if (classes != wanted) continue;
            return new(names, names.Length, Classify)
            {
                Expression = Notation.Unicode.Write(formula),
                Terms = terms,
                CorrectOptions = [.. classes.Select(letter => letter.ToString())],
            };
        }
    }

    private static readonly string[] AllClasses = ["A", "B", "C", "CD", "D", "E", "F"];

    private static string ClassesOf(int[] minterms, int rows)
    {
        if (minterms.Length == rows) return "A";
        if (minterms.Length == 0) return "B";
        var classes = (minterms[0] == 0 ? "C" : "") + (minterms.All(int.IsEvenInteger) ? "D" : "") + (minterms.All(int.IsOddInteger) ? "E" : "");
        return classes == "" ? "F" : classes;
    }

    protected override string Ask(Puzzle puzzle) => $"""
        Given is this formula of propositional logic (¬ not, ∧ and, ∨ or, → implies, ↔ exactly if; ¬ binds tightest, and parentheses show the rest):

        {puzzle.Expression}

        Its variables are {Vocabulary.List(puzzle.Variables)}, even if not all of them occur in it. The rows of its truth table are numbered: {Weights(puzzle)}, and the number of a row is the sum of the weights of the variables that are true in it. So row 0 is the one in which all variables are false, and {puzzle.Variables[0]} is the lowest bit.

        {(puzzle.Type == Classify ? ClassQuestion : puzzle.FormType == Conjunctive ? MaxtermQuestion : MintermQuestion)}
        """;

    private static string Weights(Puzzle puzzle) =>
        Vocabulary.List([.. puzzle.Variables.Select((name, bit) => $"{name} has the weight {1 << bit}")]);

    private const string ClassQuestion = """
        Which classes does the formula belong to?
        A. Tautology: it is true in every row. Then A is the whole answer.
        B. Contradiction: it is true in no row. Then B is the whole answer.
        Otherwise all of these that hold:
        C. Basic: it is true in row 0.
        D. All even: every row in which it is true has an even number.
        E. All odd: every row in which it is true has an odd number.
        F. None of these.

        Write the letters of all its classes, one after the other without anything between them, in double square brackets: [[LETTERS]]
        """;

    private const string MintermQuestion = """
        Minterm number i is the conjunction of all variables, each plain or negated, that is true in row i and nowhere else. The principal disjunctive normal form joins the minterms of all rows in which the formula is true. Write it with the numbers of its minterms.


        """ + Format;

    private const string MaxtermQuestion = """
        Maxterm number i is the disjunction of all variables, each plain or negated, that is false in row i and nowhere else. The principal conjunctive normal form joins the maxterms of all rows in which the formula is false. Write it with the numbers of its maxterms.


        """ + Format;

    private const string Format = """
        Write the letter m before each number and ∨ or ∧ between them, in double square brackets on one line, as in [[mi∨mj∨mk]] or [[Mi∧Mj∧Mk]] for numbers i, j and k. Each number stands once, in decimal digits, in any order. Only the numbers are judged: m and M are read alike, and so are ∨ and ∧.
        """;

    protected override string? Solve(Puzzle puzzle) =>
        $"[[{(puzzle.Type == Classify ? string.Concat(puzzle.CorrectOptions!) : puzzle.CorrectDenote)}]]";

    protected override double Measure(Puzzle puzzle) => puzzle.Expression.Count("∧∨→↔".Contains) << Math.Clamp(puzzle.N, 0, 30);
}
