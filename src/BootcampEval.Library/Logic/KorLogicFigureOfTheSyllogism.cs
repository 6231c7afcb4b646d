// Figure and mood: find the two premises of a syllogism, and name its form.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Logic;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Logic;

/// <summary>Categorical syllogisms: name the figure and the mood of one that is given, completed, or hidden among other statements.</summary>
public sealed partial class KorLogicFigureOfTheSyllogism : Bootcamp<KorLogicFigureOfTheSyllogism.Puzzle, string>
{
    /// <summary>
    /// A figure and a mood, with the statements to find it in (<c>standard</c>: the premises among them, and the conclusion) or a skeleton that
    /// determines it (<c>fill</c>).
    /// </summary>
    public sealed record Puzzle(string Type, string Figure, string Mood)
    {
        public string[]? Premises { get; init; }

        public string? Conclusion { get; init; }

        public string? Template { get; init; }

        public string[]? VisibleMoods { get; init; }
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorLogicFigureOfTheSyllogismJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorLogicFigureOfTheSyllogismJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorLogicFigureOfTheSyllogism", Family.Logic, "Figure of the syllogism", "Find the two premises of a syllogism, and name its figure and mood.")
    {
        AnswerFormat = "[[II;AEE]]",
        Measure = "statements to look through",
    };

    private const string Standard = "standard", Fill = "fill";

    // Three patterns; the first that occurs decides, by its last occurrence. Case is folded as Python does it: dotless and dotted i count.
    protected override Extraction<string> Extract(string output)
    {
        foreach (var pattern in new[] { DoubleBrackets(), SingleBrackets(), ChineseWords() })
        {
            if (pattern.Matches(output) is not { Count: > 0 } matches) continue;
            var last = matches[^1];
            return $"{PyCase.Upper(last.Groups[1].Value)};{PyCase.Upper(last.Groups[2].Value)}";
        }
        return new NoAnswer("no figure and mood, such as [[I;AAA]], in the output");
    }

    private const string Space = @"[\s\u001c-\u001f]*", FigureLetters = "([IViv\u0130\u0131]{1,3})", MoodLetters = "([AEIOaeio\u0130\u0131]{3})";

    [GeneratedRegex(@"\[\[" + Space + FigureLetters + Space + ";" + Space + MoodLetters + Space + @"\]\]")]
    private static partial Regex DoubleBrackets();

    [GeneratedRegex(@"\[" + Space + FigureLetters + Space + ";" + Space + MoodLetters + Space + @"\]")]
    private static partial Regex SingleBrackets();

    [GeneratedRegex("图形" + Space + FigureLetters + Space + "式" + Space + MoodLetters)]
    private static partial Regex ChineseWords();

    protected override Verdict Judge(string answer, Puzzle puzzle)
    {
        if (!ValidForms.Contains(answer)) return Verdict.Wrong($"{answer} is not one of the 15 valid forms");
        return answer == $"{puzzle.Figure};{puzzle.Mood}" ? Verdict.Correct : Verdict.Wrong($"the form is {puzzle.Figure};{puzzle.Mood}");
    }

    private static readonly HashSet<string> ValidForms = [.. Syllogism.Valid.Select(form => $"{form.Figure};{form.Mood}")];

    // Levels add statements that are no premises. At level 1 a third of the puzzles are skeletons to complete.
    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        if (level == 1 && random.Chance(0.33)) return MakeFill(random);
        var statements = level switch { 1 => 2, 2 => 4, 3 => 6, 4 => 9, _ => 14 };
        while (true)
        {
            var form = random.Pick(Syllogism.Valid);
            Term[] terms = [.. random.Sample(Vocabulary.Classes, Math.Min(3 + (statements / 3), 6)).Select(name => new Term(name))];
            Term s = terms[0], p = terms[1], m = terms[2];
            List<CategoricalProposition> given = [form.MajorPremise(p, m), form.MinorPremise(s, m)];
            for (var tries = 0; given.Count < statements && tries < 100; tries++)
            {
                var statement = OtherStatement(random, terms, given);
                if (CanBeTrueTogether([.. given, statement], terms)) given.Add(statement);
            }
            var conclusion = form.ConclusionOn(s, p);
            if (given.Count < statements || FormsIn(given, conclusion).Take(2).Count() != 1) continue;
            random.Shuffle(given);
            return new(Standard, form.Figure.ToString(), form.Mood)
            {
                Premises = [.. given.Select(statement => Say(random, statement, level) + ".")],
                Conclusion = Say(random, conclusion, 1) + ".",
            };
        }
    }

    // Mostly statements that share a term with the syllogism, so that they might be premises; never one on a pair of terms that has one already.
    private static CategoricalProposition OtherStatement(PuzzleRandom random, Term[] terms, List<CategoricalProposition> given)
    {
        while (true)
        {
            var pair = random.Sample(terms, 2);
            var statement = new CategoricalProposition(random.Pick(CategoricalForms.All), pair[0], pair[1]);
            if (pair.Contains(terms[0]) && pair.Contains(terms[1])) continue; // That would speak of the conclusion's own terms.
            if (!given.Exists(other => other.Subject == pair[0] && other.Predicate == pair[1])) return statement;
        }
    }

    // Universal statements forbid kinds of things. What is left must make every statement true.
    private static bool CanBeTrueTogether(List<CategoricalProposition> statements, Term[] terms)
    {
        var kinds = Enumerable.Range(0, 1 << terms.Length)
            .Select(Func<string, bool> (kind) => name => (kind >> Array.FindIndex(terms, term => term.Name == name) & 1) != 0);
        Func<string, bool>[] allowed = [.. kinds.Where(kind => statements.TrueForAll(statement => !statement.Form.IsUniversal() || statement.IsTrue([kind])))];
        return statements.TrueForAll(statement => statement.IsTrue(allowed));
    }

    /// <summary>Every valid syllogism with the given conclusion whose premises are two of the statements.</summary>
    private static IEnumerable<Syllogism> FormsIn(List<CategoricalProposition> statements, CategoricalProposition conclusion) =>
        from major in statements
        from minor in statements
        from figure in Enum.GetValues<Figure>()
        let form = new Syllogism(figure, major.Form, minor.Form, conclusion.Form)
        let middle = figure is Figure.I or Figure.III ? major.Subject : major.Predicate
        where form.MajorPremise(conclusion.Predicate, middle) == major && form.MinorPremise(conclusion.Subject, middle) == minor && form.IsValid
        select form;

    private static Puzzle MakeFill(PuzzleRandom random)
    {
        while (true)
        {
            var form = random.Pick(Syllogism.Valid);
            var (showMajor, showMinor) = random.Pick((true, true), (true, false), (false, true));
            var fitting = Syllogism.Valid.Count(other => other.Figure == form.Figure
                && (!showMajor || other.Major == form.Major) && (!showMinor || other.Minor == form.Minor));
            if (fitting != 1) continue;
            var terms = random.Sample(Vocabulary.Classes, 3);
            Term s = new(terms[0]), p = new(terms[1]), m = new(terms[2]);
            var template = string.Join('\n', Skeleton(form.MajorPremise(p, m), showMajor), Skeleton(form.MinorPremise(s, m), showMinor), Skeleton(form.ConclusionOn(s, p), false));
            return new(Fill, form.Figure.ToString(), form.Mood)
            {
                Template = template,
                VisibleMoods = [.. form.Mood.Where(letter => template.Contains(letter, StringComparison.Ordinal)).Select(letter => letter.ToString())],
            };
        }
    }

    private static string Skeleton(CategoricalProposition statement, bool showForm) => $"{statement.Subject} ({(showForm ? statement.Form.ToString() : "")}) {statement.Predicate}";

    private static readonly Dictionary<CategoricalForm, string[]> Wordings = new()
    {
        [CategoricalForm.A] = ["All S are P", "Every one of the S is among the P", "There are no S outside the P"],
        [CategoricalForm.E] = ["No S are P", "Not one of the S is among the P", "There are no S among the P"],
        [CategoricalForm.I] = ["Some S are P", "At least one of the S is among the P", "There are S among the P"],
        [CategoricalForm.O] = ["Some S are not P", "At least one of the S is not among the P", "There are S outside the P"],
    };

    private static string Say(PuzzleRandom random, CategoricalProposition statement, int level)
    {
        var wording = Wordings[statement.Form][level == 1 ? 0 : random.Below(3)];
        return Place().Replace(wording, place => (place.Value == "S" ? statement.Subject : statement.Predicate).ToString());
    }

    [GeneratedRegex(@"\b[SP]\b")]
    private static partial Regex Place();

    protected override string Ask(Puzzle puzzle) => $"""
        A categorical statement has a subject S, a predicate P and one of four forms, named by a letter. Each can be worded in several ways:
        {string.Join('\n', Wordings.Select(form => $"{form.Key}: {string.Join("; or: ", form.Value)}."))}
        The class named first is always the subject, whatever the wording; a statement is never turned round.

        A syllogism has a major premise, a minor premise and a conclusion. Its conclusion has the subject S and the predicate P. The middle term M stands in both premises. The major premise holds M and P, the minor premise holds M and S. The figure is given by the places of the terms (subject first):
        {string.Join('\n', Enum.GetValues<Figure>().Select(figure => $"Figure {figure}: major premise {Places(figure)}, minor premise {MinorPlaces(figure)}, conclusion S-P."))}

        The mood is the letters of major premise, minor premise and conclusion, in this order. Exactly these moods count as valid:
        {string.Join('\n', Enum.GetValues<Figure>().Select(figure => $"Figure {figure}: {string.Join(", ", Syllogism.Valid.Where(form => form.Figure == figure).Select(form => form.Mood))}."))}

        {(puzzle.Type == Fill ? AskFill(puzzle) : AskStandard(puzzle))}

        Write the figure in Roman numerals and the mood, with a semicolon between them, in double square brackets: [[FIGURE;MOOD]]
        """;

    private static string Places(Figure figure) => figure is Figure.I or Figure.III ? "M-P" : "P-M";

    private static string MinorPlaces(Figure figure) => figure is Figure.I or Figure.II ? "S-M" : "M-S";

    private static string AskStandard(Puzzle puzzle) => $"""
        Statements, in no particular order:
        {string.Join('\n', puzzle.Premises!)}

        Conclusion:
        {puzzle.Conclusion}

        Exactly two of the statements are, just as they stand, the premises of a valid syllogism with this conclusion. Which figure and which mood does it have?
        """;

    private static string AskFill(Puzzle puzzle) => $"""
        Of a valid syllogism, only the terms of its three lines (major premise, minor premise, conclusion) and some of the letters are known; an empty pair of parentheses stands for a letter that is not known:
        {puzzle.Template}

        Only one valid mood fits. Which figure and which mood does the syllogism have?
        """;

    protected override string? Solve(Puzzle puzzle) => $"[[{puzzle.Figure};{puzzle.Mood}]]";

    protected override double Measure(Puzzle puzzle) => puzzle.Premises?.Length ?? 2;
}
