// a★b: the difference of two squares, written as an integral.

using System.Numerics;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Operations;

/// <summary>a★b = ∫ 2x dx from a to b = b² - a²: compute it, or find whole numbers for which it has a given value.</summary>
public sealed partial class KorOperationUnicode2605 : Bootcamp<KorOperationUnicode2605.Puzzle, BigInteger[]>
{
    /// <summary>
    /// The puzzle by its type: <c>compute</c> has both operands; <c>equation_type1</c> asks for one operand, given the value; <c>equation_type2</c>
    /// asks for b with 0★b = b. The expected answer is a list of whole numbers; official rows of type <c>compute</c> have a bare number, which no
    /// answer equals.
    /// </summary>
    public sealed record Puzzle(string Type, [property: JsonConverter(typeof(PyValueJson))] PyValue Expected)
    {
        public int? A { get; init; }

        public int? B { get; init; }

        public string? SolveVar { get; init; }

        public int? Result { get; init; }
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorOperationUnicode2605Json : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorOperationUnicode2605Json.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorOperationUnicode2605", Family.Operations, "Operator ★: differences of squares", "Compute b² - a², or find the whole numbers for which it has a given value.")
    {
        AnswerFormat = "[[-5 or 1 or 5]]",
        Measure = "bits of the numbers given",
    };

    private const string Compute = "compute", FindOperand = "equation_type1";

    protected override Extraction<BigInteger[]> Extract(string output) => Tagged.Last(output, "[[", "]]", oneLine: true).Then(ReadNumbers);

    // The letters "or" part the numbers wherever they stand; what is no number is left out.
    private static Extraction<BigInteger[]> ReadNumbers(string content)
    {
        var numbers = new List<BigInteger>();
        foreach (var part in content.Split("or"))
            if (PyInt.TryParse(part, out BigInteger number)) numbers.Add(number);
        return numbers.Count > 0 ? numbers.ToArray() : new NoAnswer("there is no whole number in the double square brackets");
    }

    protected override Verdict Judge(BigInteger[] answer, Puzzle puzzle)
    {
        if (puzzle.Expected is not PyValue.List expected) return Verdict.Wrong("the expected answer is a bare number, which no list of answers equals");
        var wanted = expected.Items.Select(item => item.TryGetInt(out BigInteger number) ? number : (BigInteger?)null).Order().ToArray();
        BigInteger?[] given = [.. answer.Order().Select(number => (BigInteger?)number)];
        if (given.SequenceEqual(wanted)) return Verdict.Correct;
        return wanted.Except(given).FirstOrDefault() is { } missing ? Verdict.Wrong($"{missing} is missing")
            : given.Except(wanted).FirstOrDefault() is { } extra ? Verdict.Wrong($"{extra} is not a solution")
            : Verdict.Wrong("a number is given more than once");
    }

    // Larger numbers at each level; from level 3 on, equations whose solutions come from pairs of factors.
    private static readonly (int Largest, double Equations)[] Levels = [(12, 0), (60, 0), (300, 0.6), (1500, 0.7), (6000, 0.8)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (largest, equations) = Levels[level - 1];
        while (true)
        {
            if (!random.Chance(equations))
            {
                int a = random.Between(-largest, largest), b = random.Between(-largest, largest);
                return new(Compute, ListOf([(BigInteger)b * b - (BigInteger)a * a])) { A = a, B = b };
            }
            var unknown = random.Pick("a", "b");
            var result = random.Between(largest / 2, largest);
            var solutions = Solutions(unknown, result);
            if (solutions.Count is >= 2 and <= 8) return new(FindOperand, ListOf(solutions)) { SolveVar = unknown, Result = result };
        }
    }

    /// <summary>All whole values of one operand for which a whole other one gives the result: from the pairs of factors (b - a)(b + a).</summary>
    internal static IReadOnlyList<BigInteger> Solutions(string unknown, int result)
    {
        var found = new SortedSet<BigInteger>();
        for (var smaller = 1; smaller * smaller <= result; smaller++)
        {
            var greater = result / smaller;
            if (smaller * greater != result || (greater - smaller) % 2 != 0) continue;
            var value = unknown == "b" ? (smaller + greater) / 2 : (greater - smaller) / 2;
            found.Add(value);
            found.Add(-value);
        }
        return [.. found];
    }

    private static PyValue.List ListOf(IEnumerable<BigInteger> numbers) => new([.. numbers.Select(PyValue.Of)]);

    protected override string Ask(Puzzle puzzle) => $"""
        The operation a★b is defined as the integral of 2x with respect to x from a to b, that is, a★b = b² - a².

        {Question(puzzle)}

        Write whole numbers in double square brackets, each once, in any order; put the word "or" between them if there is more than one, as in [[m or n]].
        """;

    private static string Question(Puzzle puzzle) => puzzle.Type switch
    {
        Compute => $"Compute {Operand(puzzle.A)}★{Operand(puzzle.B)}.",
        FindOperand => $"Let a and b be whole numbers (positive, negative or zero) with a★b = {puzzle.Result}. Find all values that {puzzle.SolveVar} can have.",
        _ => "Find all numbers b with 0★b = b.",
    };

    private static string Operand(int? number) => number < 0 ? $"({number})" : $"{number}";

    protected override string? Solve(Puzzle puzzle) => $"[[{(puzzle.Expected is PyValue.List list ? string.Join(" or ", list.Items) : puzzle.Expected)}]]";

    protected override double Measure(Puzzle puzzle) =>
        puzzle.Type == Compute ? BitsOf(puzzle.A ?? 0) + BitsOf(puzzle.B ?? 0) : 2 * BitsOf(puzzle.Result ?? 0);

    private static long BitsOf(int number) => BigInteger.Abs(number).GetBitLength();
}
