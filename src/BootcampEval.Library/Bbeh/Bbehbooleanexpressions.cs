// Boolean expressions: which one of five expressions is true?

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Bbeh;

/// <summary>Boolean expressions: five expressions over facts and arithmetic, exactly one of which is true.</summary>
public sealed partial class Bbehbooleanexpressions : Bootcamp<Bbehbooleanexpressions.Puzzle, string>
{
    /// <summary>The choices A, B, C, D, E, and the 0-based index of the true one.</summary>
    public sealed record Puzzle(string[] Expressions, int Answer);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class BbehbooleanexpressionsJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => BbehbooleanexpressionsJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "Bbehbooleanexpressions", Family.Bbeh, "Boolean expressions", "Find the one true expression among five.")
    {
        AnswerFormat = "[answer]letter A to E[/answer]",
        Measure = "operators",
    };

    // Only the first character counts, so that words are read by their first letter.
    protected override Extraction<string> Extract(string output) => Tagged.Last(output, "[answer]", "[/answer]").Then<string>(content =>
        PyText.Strip(content) is not { Length: > 0 } letters ? new NoAnswer("nothing stands between the last tags")
        : Choices.IndexOf(char.ToUpperInvariant(letters[0])) is >= 0 and var choice ? Choices[choice].ToString()
        : new NoAnswer("what stands between the last tags does not begin with a letter from A to E"));

    private const string Choices = "ABCDE";

    protected override Verdict Judge(string answer, Puzzle puzzle) => Choices.IndexOf(answer, StringComparison.Ordinal) == puzzle.Answer
        ? Verdict.Correct
        : Verdict.Wrong($"{Choices[Math.Clamp(puzzle.Answer, 0, Choices.Length - 1)]} is the true one");

    // In two official rows two expressions are true: the fair verdict takes either.
    protected override Verdict JudgeFairly(string answer, Puzzle puzzle)
    {
        var choice = Choices.IndexOf(answer, StringComparison.Ordinal);
        return choice < puzzle.Expressions.Length && BooleanText.Evaluate(puzzle.Expressions[choice]) == true ? Verdict.Correct : Judge(answer, puzzle);
    }

    protected override string? FaultOf(Puzzle puzzle) =>
        puzzle.Answer >= 0 && puzzle.Answer < puzzle.Expressions.Length ? null : $"answer {puzzle.Answer} is not the index of an expression";

    // How deep expressions nest, and how likely an operand is an atom before that depth.
    private static readonly (int Depth, double Atoms)[] Levels = [(1, 0.3), (2, 0.3), (3, 0.3), (4, 0.3), (5, 0.2)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (depth, atoms) = Levels[level - 1];
        while (true)
        {
            var answer = random.Below(Choices.Length);
            string[] expressions = [.. Enumerable.Range(0, Choices.Length).Select(choice => Draw(random, depth, atoms, choice == answer))];
            var trueOnes = expressions.Count(expression => BooleanText.Evaluate(expression) == true);
            if (trueOnes == 1 && BooleanText.Evaluate(expressions[answer]) == true && expressions.Distinct().Count() == expressions.Length) return new(expressions, answer);
        }
    }

    private static string Draw(PuzzleRandom random, int depth, double atoms, bool value)
    {
        var negations = random.Chance(0.5) ? random.Between(1, 2) * 2 : 0;
        var body = DrawBody(random, depth, atoms, value);
        // In front of a bare sum of operands, "not" would bind to the first one only.
        return string.Concat(Enumerable.Repeat("not ", negations)) + (negations > 0 ? $"({body})" : body);
    }

    private static string DrawBody(PuzzleRandom random, int depth, double atoms, bool value)
    {
        if (depth == 0 || random.Chance(atoms)) return DrawAtom(random, value);
        var (left, right) = (value, value);
        switch (random.Below(5))
        {
            case 0:
                return $"not ({DrawBody(random, depth - 1, atoms, !value)})";
            case 1 or 2: // a false operand makes "and" false
                if (!value) (left, right) = random.Pick((false, true), (true, false), (false, false));
                return $"({DrawBody(random, depth - 1, atoms, left)}) and ({DrawBody(random, depth - 1, atoms, right)})";
            default: // a true operand makes "or" true
                if (value) (left, right) = random.Pick((false, true), (true, false), (true, true));
                return $"({DrawBody(random, depth - 1, atoms, left)}) or ({DrawBody(random, depth - 1, atoms, right)})";
        }
    }

    private static string DrawAtom(PuzzleRandom random, bool value)
    {
        switch (random.Below(5))
        {
            case 0:
                return value ? "True" : "False";
            case 1 or 2:
                var country = random.Pick(Capitals.Undisputed);
                return $"The capital of {country.Name} is {(value ? country.Capital : random.Pick(country.OtherCities))}.";
            default:
                var (a, b) = (random.Between(2, 12), random.Between(2, 12) * random.Pick(1, -1));
                var (operation, result) = random.Pick(("*", a * b), ("+", a + b), ("-", a - b));
                var above = random.Chance(0.5);
                var limit = above == value ? result - random.Between(1, 9) : result + random.Between(1, 9);
                return $"{a} {operation} {b} {(above ? '>' : '<')} {limit}";
        }
    }

    protected override string Ask(Puzzle puzzle) => $"""
        Exactly one of these five expressions is true.

        {string.Join('\n', puzzle.Expressions.Select((expression, i) => $"{Choices[i]}. {expression}"))}

        They are built from True and False, statements about capitals (true or false as a matter of fact) and comparisons of whole numbers, joined by not, and, or.
        Brackets come first, then arithmetic, then comparisons, then not, then and, then or.

        Which one is true? End with its letter alone between two tags:
        [answer]LETTER[/answer]
        """;

    protected override string? Solve(Puzzle puzzle)
    {
        // The key decides where more than one is true, as in two official rows.
        var isUnique = puzzle.Expressions.Count(expression => BooleanText.Evaluate(expression) == true) == 1;
        var choice = isUnique ? Array.FindIndex(puzzle.Expressions, expression => BooleanText.Evaluate(expression) == true) : puzzle.Answer;
        return choice < Choices.Length ? $"[answer]{Choices[choice]}[/answer]" : null; // no letter can be given for a sixth choice
    }

    protected override double Measure(Puzzle puzzle) => puzzle.Expressions.Sum(BooleanText.OperatorsIn);
}
