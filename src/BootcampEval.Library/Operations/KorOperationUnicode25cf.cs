// a●b: a definite integral plus 6.

using System.Numerics;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Mathematics;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Operations;

/// <summary>a●b = ∫ f(x) dx from a to b, plus 6: compute it, or find a limit for which it has a given value.</summary>
public sealed partial class KorOperationUnicode25cf : Bootcamp<KorOperationUnicode25cf.Puzzle, PyValue>
{
    /// <summary>The integrand and the sign shown for the operation; then both limits and the value, or one limit, the value and all other limits that give it.</summary>
    public sealed record Puzzle(string ProblemType, string F, string Operator)
    {
        public int? A { get; init; }

        public int? B { get; init; }

        public double? CorrectAnswer { get; init; }

        public string? KnownVar { get; init; }

        public int? KnownValue { get; init; }

        public string? TargetVar { get; init; }

        public int? Result { get; init; }

        public double[]? CorrectAnswers { get; init; }
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorOperationUnicode25cfJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorOperationUnicode25cfJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorOperationUnicode25cf", Family.Operations, "Operator ●: definite integrals", "Compute a definite integral plus 6, or find a limit from the value.")
    {
        AnswerFormat = "[[19/2]]",
        Measure = "terms of the integrand, weighed by degree and limits",
    };

    private const string Compute = "compute", SolveForLimit = "solve";
    private const int Constant = 6;

    protected override string? FaultOf(Puzzle puzzle) => puzzle switch
    {
        { ProblemType: Compute, CorrectAnswer: not null } or { ProblemType: SolveForLimit, CorrectAnswers: not null } => null,
        _ => "it has no answer",
    };

    protected override Extraction<PyValue> Extract(string output) => Tagged.Last(output, "[[", "]]", oneLine: true).Then(ReadNumbers);

    // The letters "or" part the numbers wherever they stand; what is no number is left out.
    private static Extraction<PyValue> ReadNumbers(string content)
    {
        PyValue[] numbers = [.. PyText.Strip(content).Split("or").Select(ReadNumber).OfType<PyValue>()];
        return numbers.Length switch
        {
            0 => new NoAnswer("there is no decimal number or fraction of whole numbers in the double square brackets"),
            1 => numbers[0],
            _ => new PyValue.List(numbers),
        };
    }

    private static PyValue? ReadNumber(string part)
    {
        if (!part.Contains('/', StringComparison.Ordinal)) return PyFloat.TryParse(PyText.Strip(part), out var number) ? PyValue.Of(number) : null;
        return PyText.Strip(part).Split('/') is [var above, var below] && PyInt.TryParse(above, out BigInteger numerator)
            && PyInt.TryParse(below, out BigInteger denominator) && !denominator.IsZero && PyNumber.TryDivide(numerator, denominator, out var quotient)
            ? PyValue.Of(quotient)
            : null;
    }

    protected override Verdict Judge(PyValue answer, Puzzle puzzle)
    {
        const double Tolerance = 1e-6;
        if (puzzle.ProblemType == Compute)
        {
            if (answer is not PyValue.Float single) return Verdict.Wrong("there are several numbers, not one");
            return Math.Abs(single.Value - puzzle.CorrectAnswer!.Value) < Tolerance
                ? Verdict.Correct
                : Verdict.Wrong($"the value is {PyNumber.Repr(puzzle.CorrectAnswer.Value)}, not {answer.Repr()}");
        }
        var given = (answer.TryGetItems(out var items) ? items : [answer]).Select(item => Rounded(((PyValue.Float)item).Value)).ToHashSet();
        var expected = puzzle.CorrectAnswers!.Select(Rounded).ToHashSet();
        // Not-a-number equals nothing in Python, and itself as a member of a set here.
        if (given.SetEquals(expected) && !given.Contains(double.NaN)) return Verdict.Correct;
        return expected.Except(given).ToArray() is [var missing, ..]
            ? Verdict.Wrong($"the limit {PyNumber.Repr(missing)} is missing")
            : Verdict.Wrong($"{PyNumber.Repr(given.Except(expected).FirstOrDefault())} is not such a limit");
    }

    private static double Rounded(double value) => PyNumber.Round(value, 6);

    // Integrands are polynomials, so that values are fractions, which have one exact spelling; sin, cos and 1/x would ask for six decimals.
    private static readonly (int Terms, int LowestDegree, int HighestDegree, int Limits)[] Levels = [(1, 1, 1, 5), (1, 2, 3, 6), (2, 1, 3, 7), (3, 1, 4, 8), (4, 1, 6, 9)];

    private static readonly string[] Signs = ["●", "★", "◆"];

    protected override Puzzle Generate(PuzzleRandom random, int level) =>
        level >= 2 && random.Chance(0.25) ? GenerateEquation(random, level) : GenerateIntegral(random, level);

    private static Puzzle GenerateIntegral(PuzzleRandom random, int level)
    {
        var (terms, lowest, highest, limits) = Levels[level - 1];
        var x = Expression.Variable("x");
        var degrees = random.Sample([.. Enumerable.Range(lowest, highest - lowest + 1)], Math.Min(terms, highest - lowest + 1));
        var f = Expression.SumOf(degrees.Select(degree => random.Between(1, 6) * random.Pick(1, -1) * Expression.Pow(x, degree)));
        if (terms >= 3) f += random.Between(1, 9);
        var a = random.Between(-limits, limits - 1);
        var b = random.Between(a + 1, limits);
        var value = ((Number)(Integration.Between(f, "x", a, b)! + Constant)).Value;
        return new(Compute, PlainText.Of(f, "^"), random.Pick(Signs)) { A = a, B = b, CorrectAnswer = value.ToDouble() };
    }

    // ∫ m x^n dx is chosen so that the limit sought is whole; for odd n, so is its opposite.
    private static Puzzle GenerateEquation(PuzzleRandom random, int level)
    {
        var x = Expression.Variable("x");
        var n = random.Between(1, Math.Min(level, 4));
        int known = random.Between(-level - 2, level + 2), sought = random.Between(1, level + 3) * (n % 2 == 0 ? random.Pick(1, -1) : 1);
        var f = (n + 1) * random.Between(1, level) * random.Pick(1, -1) * Expression.Pow(x, n);
        var unknown = random.Pick("a", "b");
        var value = Integration.Between(f, "x", unknown == "a" ? sought : known, unknown == "a" ? known : sought)! + Constant;
        return new(SolveForLimit, PlainText.Of(f, "^"), random.Pick(Signs))
        {
            KnownVar = unknown == "a" ? "b" : "a",
            KnownValue = known,
            TargetVar = unknown,
            Result = (int)((Number)value).Value.Numerator,
            CorrectAnswers = n % 2 == 1 ? [-sought, sought] : [sought],
        };
    }

    protected override string Ask(Puzzle puzzle) => $"""
        For real numbers a and b, the operation a{puzzle.Operator}b is defined as the definite integral of f(x) with respect to x from a to b, plus {Constant}:
        a{puzzle.Operator}b = ∫[a to b] f(x) dx + {Constant}.

        f(x) = {puzzle.F}

        {Question(puzzle)}
        """;

    private static string Question(Puzzle puzzle) => puzzle.ProblemType == Compute
        ? $"""
        Compute ({puzzle.A}){puzzle.Operator}({puzzle.B}).

        Write the value in double square brackets, as a whole number, a decimal or a fraction such as 7/3: [[value]]. If it is no fraction, give a
        decimal number with at least seven decimals.
        """
        : $"""
        Find all real numbers {puzzle.TargetVar} with {(puzzle.TargetVar == "a" ? $"a{puzzle.Operator}({puzzle.KnownValue})" : $"({puzzle.KnownValue}){puzzle.Operator}b")} = {puzzle.Result}.

        Write them in double square brackets, with the word "or" between them if there are several: [[value]] or [[first or second]]. Whole numbers,
        decimals and fractions such as 7/3 are read; if a value is none of these, give it with at least seven decimals.
        """;

    protected override string? Solve(Puzzle puzzle) => puzzle.ProblemType == Compute
        ? $"[[{Written(puzzle.CorrectAnswer!.Value)}]]"
        : $"[[{string.Join(" or ", puzzle.CorrectAnswers!.Select(Written))}]]";

    /// <summary>The number as a fraction with a small denominator, if it is one, or in full.</summary>
    private static string Written(double value)
    {
        const int LargestDenominator = 1000;
        for (var denominator = 1; denominator <= LargestDenominator; denominator++)
        {
            var numerator = Math.Round(value * denominator);
            if (numerator / denominator == value) return denominator == 1 ? $"{numerator:F0}" : $"{numerator:F0}/{denominator}";
        }
        return PyNumber.Repr(value);
    }

    protected override double Measure(Puzzle puzzle) =>
        puzzle.F.Count(c => c == 'x') * 10 + puzzle.F.Count(char.IsAsciiDigit)
        + Math.Abs(puzzle.A ?? puzzle.KnownValue ?? 0) / 2.0 + Math.Abs(puzzle.B ?? 0) / 2.0;
}
