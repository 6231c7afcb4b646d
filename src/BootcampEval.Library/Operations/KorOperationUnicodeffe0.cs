// a￠b: a sum of two logarithms that are each other's reciprocals.

using System.Numerics;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Mathematics;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Operations;

/// <summary>a￠b = log_b a + log_a b: compute it where it is rational, or find an operand from it.</summary>
public sealed partial class KorOperationUnicodeffe0 : Bootcamp<KorOperationUnicodeffe0.Puzzle, string>
{
    /// <summary>
    /// The type <c>compute</c> has the operands, and as its answer a fraction or, where there is none, LaTeX text; the type <c>solve</c> an
    /// equation with the text <c>X</c> for one operand, its right side, and the X accepted.
    /// </summary>
    public sealed record Puzzle(string Type)
    {
        public long[]? Expression { get; init; }

        [JsonConverter(typeof(PyValueJson))]
        public PyValue? Equation { get; init; }

        public string? Target { get; init; }

        public long? Solution { get; init; }

        public string? LogExpr { get; init; }

        public bool? IsExpressible { get; init; }
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorOperationUnicodeffe0Json : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorOperationUnicodeffe0Json.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorOperationUnicodeffe0", Family.Operations, "Operator ￠: logarithms", "Compute log_b a + log_a b exactly, or find an operand from it.")
    {
        AnswerFormat = "[[34/15]]",
        Measure = "bits of the numbers given",
    };

    private const string Compute = "compute", SolveForOperand = "solve";

    protected override string? FaultOf(Puzzle puzzle) => puzzle switch
    {
        { Type: SolveForOperand, Solution: not null } or { Type: Compute, IsExpressible: false, LogExpr: not null } => null,
        { Type: Compute, IsExpressible: not false, Target: { } target } when PyFraction.TryParse(target, out _) => null,
        _ => "it has no answer",
    };

    protected override Extraction<string> Extract(string output) => Tagged.Last(output, "[[", "]]", oneLine: true);

    protected override Verdict Judge(string answer, Puzzle puzzle)
    {
        if (puzzle.Type == SolveForOperand)
            return PyInt.TryParse(answer, out BigInteger x) && x == puzzle.Solution ? Verdict.Correct : Verdict.Wrong($"X is {puzzle.Solution}");
        if (puzzle.IsExpressible == false)
            return PyText.WithoutSpaces(answer) == PyText.WithoutSpaces(puzzle.LogExpr!) ? Verdict.Correct : Verdict.Wrong($"it is not written as {puzzle.LogExpr}");
        if (!PyFraction.TryParse(answer, out var given)) return Verdict.Wrong("the answer is not a whole number, a decimal or a fraction such as 5/2");
        return PyFraction.TryParse(puzzle.Target!, out var target) && given == target ? Verdict.Correct : Verdict.Wrong($"the value is {target}, not {given}");
    }

    // Operands are powers of a common base, so that the value is rational; how many bits they have together.
    private static readonly (double Least, double Most)[] Levels = [(6, 16), (16, 22), (22, 30), (30, 42), (42, 60)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        const int LargestBase = 1000, LargestExponent = 7;
        var (least, most) = Levels[level - 1];
        while (true)
        {
            int @base = random.Between(2, random.Pick(12, 60, LargestBase)), p = random.Between(1, LargestExponent), q = random.Between(1, LargestExponent);
            var bits = (p + q) * Math.Log2(@base);
            if (bits < least || bits > most || p == q || BigInteger.GreatestCommonDivisor(p, q) != 1 || IsPower(@base)) continue;
            long a = (long)BigInteger.Pow(@base, p), b = (long)BigInteger.Pow(@base, q);
            if (random.Chance(0.5)) return new(Compute) { Expression = [a, b], Target = TextOf(ValueOf(p, q)), IsExpressible = true };
            // Both c^p and c^(q²/p) make an equation with c^q true: the smaller one is asked for.
            if (p > q) (p, q, a, b) = (q, p, b, a);
            PyValue[] sides = [PyValue.Of("X"), PyValue.Of((BigInteger)b)];
            if (random.Chance(0.5)) Array.Reverse(sides);
            return new(SolveForOperand) { Equation = new PyValue.List(sides), Target = TextOf(ValueOf(p, q)), Solution = a };
        }
    }

    /// <summary>log of base^p to base^q is p/q.</summary>
    private static Rational ValueOf(int p, int q) => new Rational(p, q) + new Rational(q, p);

    private static string TextOf(Rational value) => $"{value.Numerator}/{value.Denominator}";

    private static bool IsPower(int number)
    {
        for (var root = 2; root * root <= number; root++)
            for (var power = root * root; power <= number; power *= root)
                if (power == number) return true;
        return false;
    }

    protected override string Ask(Puzzle puzzle) => $"""
        For whole numbers a and b greater than 1, the operation a￠b is defined as a sum of two logarithms: a￠b = log_b(a) + log_a(b), where log_b(a) is the
        logarithm of a to the base b.

        {Question(puzzle)}
        """;

    private static string Question(Puzzle puzzle) => puzzle switch
    {
        { Type: SolveForOperand } => $"""
            Find the smallest whole number X greater than 1 for which {string.Join('￠', puzzle.Equation!.TryGetItems(out var sides) ? sides : [])} = {puzzle.Target}.

            Write the number in double square brackets, with nothing else in them: [[X]].
            """,
        { IsExpressible: false } => $"""
            Write {string.Join('￠', puzzle.Expression!)} as a sum of two logarithms.

            Give it in LaTeX in double square brackets, the logarithm whose base is the second operand first, each written like \log_{"{base}{number}"}: [[...]].
            """,
        _ => $"""
            Compute {string.Join('￠', puzzle.Expression!)}. The value is a fraction.

            Write it in double square brackets as a whole number or as a fraction in plain text, numerator/denominator: [[value]].
            """,
    };

    protected override string? Solve(Puzzle puzzle) => puzzle switch
    {
        { Type: SolveForOperand } => $"[[{puzzle.Solution}]]",
        { IsExpressible: false } => $"[[{puzzle.LogExpr}]]",
        _ => $"[[{puzzle.Target}]]",
    };

    protected override double Measure(Puzzle puzzle)
    {
        var numbers = puzzle.Expression?.Select(number => (BigInteger)number)
            ?? (puzzle.Equation!.TryGetItems(out var sides) ? sides.Where(side => side is PyValue.Int).Select(side => ((PyValue.Int)side).Value).Append(puzzle.Solution!.Value) : []);
        return numbers.Sum(number => number.GetBitLength());
    }
}
