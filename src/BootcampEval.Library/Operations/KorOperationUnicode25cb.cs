// A○B: a product of two sums, in chains and equations.

using System.Globalization;
using System.Numerics;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Mathematics;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Operations;

/// <summary>A○B = (A + 3B)(A + B) for numbers: work out a chain, or find an operand from the result.</summary>
public sealed partial class KorOperationUnicode25cb : Bootcamp<KorOperationUnicode25cb.Puzzle, string>
{
    /// <summary>
    /// By type: <c>compute</c> a chain; <c>solve_x</c> an equation with two roots; <c>nested_solve</c> an equation A○(X○B) = C; <c>solve_xy</c> the
    /// factors x and y in A○B = (xA + yB)(A + B) from two equations.
    /// </summary>
    public sealed record Puzzle(string Type)
    {
        public int[]? Expr { get; init; }

        public long? Answer { get; init; }

        public string? Equation { get; init; }

        public double[]? Solutions { get; init; }

        [JsonConverter(typeof(PyValueJson))]
        public PyValue? Solution { get; init; }

        public int[]? Params { get; init; }

        [JsonPropertyName("A")]
        public int? A { get; init; }

        [JsonPropertyName("B")]
        public int? B { get; init; }

        public string[]? Equations { get; init; }
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorOperationUnicode25cbJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorOperationUnicode25cbJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorOperationUnicode25cb", Family.Operations, "Operator ○: chains and equations", "Work out (A + 3B)(A + B) in chains, or find an operand from the result.")
    {
        AnswerFormat = "[[-3/2 or 4]]",
        Measure = "bits of the numbers given and sought",
    };

    private const string Compute = "compute", SolveX = "solve_x", Nested = "nested_solve", SolveXY = "solve_xy";
    private const int X = 1, Y = 3;

    protected override string? FaultOf(Puzzle puzzle) => puzzle switch
    {
        { Type: Compute, Answer: not null } or { Type: SolveX, Solutions: not null } or { Type: SolveXY } => null,
        { Type: Nested, Params: [_, _], A: not null, B: not null } when RightSide(puzzle) is not null => null,
        _ => "it has no answer",
    };

    protected override Extraction<string> Extract(string output) => RootText.Find(output);

    protected override Verdict Judge(string answer, Puzzle puzzle) => puzzle.Type switch
    {
        Compute => PyInt.TryParse(answer, out BigInteger value) && value == puzzle.Answer ? Verdict.Correct : Verdict.Wrong($"the value is {puzzle.Answer}, not {answer}"),
        SolveX => JudgeRoots(answer, puzzle),
        Nested => JudgeNested(answer, puzzle),
        _ => Verdict.Wrong("the reference never finds x and y equal to what is stored"),
    };

    private static Verdict JudgeRoots(string answer, Puzzle puzzle)
    {
        var roots = puzzle.Solutions!.ToHashSet();
        var parts = answer.Split(" or ");
        foreach (var part in parts)
        {
            if (ReadRoot(part) is not { } root) return Verdict.Wrong($"{part} is not a whole number or a fraction");
            if (!roots.Any(known => IsClose(root, known))) return Verdict.Wrong($"{part} is not one of the stored roots {Listed(roots)}");
        }
        return parts.Length == roots.Count ? Verdict.Correct : Verdict.Wrong($"the roots are {Listed(roots)}: {parts.Length} given");
    }

    private static double? ReadRoot(string part) =>
        part.Contains("sqrt", StringComparison.Ordinal) ? null
        : part.Contains('/', StringComparison.Ordinal) ? PyFraction.TryParse(part, out var fraction) ? fraction.ToDouble() : null
        : PyFloat.TryParse(part, out var number) ? number : null;

    private static string Listed(IEnumerable<double> roots) => string.Join(" and ", roots.Order().Select(PyNumber.Repr));

    // Any root counts, not only the stored one.
    private static Verdict JudgeNested(string answer, Puzzle puzzle)
    {
        if (!PyFloat.TryParse(answer, out var x)) return Verdict.Wrong($"{answer} is not a decimal number");
        double px = puzzle.Params![0], py = puzzle.Params[1], a = puzzle.A!.Value, b = puzzle.B!.Value, c = RightSide(puzzle)!.Value;
        var inner = (px * x + py * b) * (x + b);
        var outer = (px * a + py * inner) * (a + inner);
        return IsClose(outer, c) ? Verdict.Correct : Verdict.Wrong($"with X = {answer} the left side is {PyNumber.Repr(outer)}, not {PyNumber.Repr(c)}");
    }

    // Python's math.isclose with its defaults: only zero is close to zero.
    private static bool IsClose(double left, double right) =>
        left == right || (double.IsFinite(left) && double.IsFinite(right) && Math.Abs(left - right) <= 1e-9 * Math.Max(Math.Abs(left), Math.Abs(right)));

    private static double? RightSide(Puzzle puzzle) =>
        puzzle.Equation is { } equation && PyFloat.TryParse(equation.AsSpan(equation.LastIndexOf('=') + 1), out var value) ? value : null;

    // What may be asked at a level, and how large its numbers are.
    private static readonly (string Type, int Operands, int Largest)[][] Levels =
    [
        [(Compute, 2, 12)],
        [(Compute, 2, 90), (SolveX, 2, 9)],
        [(Compute, 3, 9), (SolveX, 2, 25)],
        [(Compute, 3, 20), (SolveX, 2, 120), (Nested, 3, 8)],
        [(Compute, 4, 9), (SolveX, 2, 1000), (Nested, 3, 30)],
    ];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (type, operands, largest) = random.Pick(Levels[level - 1]);
        int NonZero() => random.Between(1, largest) * random.Pick(1, -1);
        return type switch
        {
            Compute => Chain([.. Enumerable.Range(0, operands).Select(_ => NonZero())]),
            SolveX => Roots(random, NonZero(), NonZero()),
            _ => NestedIn(NonZero(), NonZero(), NonZero()),
        };
    }

    private static Puzzle Chain(int[] numbers) =>
        new(Compute) { Expr = numbers, Answer = (long)numbers.Skip(1).Aggregate((BigInteger)numbers[0], (left, right) => Operate(left, right)) };

    private static BigInteger Operate(BigInteger a, BigInteger b) => (X * a + Y * b) * (a + b);

    // X○B is a quadratic with the roots r and -4B - r, A○X one with the roots r and -4A/3 - r.
    private static Puzzle Roots(PuzzleRandom random, int known, int root)
    {
        var isFirst = random.Chance(0.5);
        var other = isFirst ? new Rational(-4 * known - root) : new Rational(-4 * known, 3) - root;
        if (other == root) return Roots(random, known, root + 1);
        var value = isFirst ? Operate(root, known) : Operate(known, root);
        double[] roots = [root, other.ToDouble()];
        return new(SolveX) { Equation = isFirst ? $"X○{Operand(known)} = {value}" : $"{Operand(known)}○X = {value}", Solutions = [.. roots.Order()] };
    }

    private static Puzzle NestedIn(int a, int b, int x) => new(Nested)
    {
        Equation = $"{Operand(a)}○(X○{Operand(b)}) = {Operate(a, Operate(x, b))}",
        Solution = PyValue.Of((BigInteger)x),
        Params = [X, Y],
        A = a,
        B = b,
    };

    private static string Operand(int number) => number < 0 ? $"({number})" : $"{number}";

    protected override string Ask(Puzzle puzzle) => puzzle.Type == SolveXY
        ? $"""
        For numbers A and B, the operation ○ is defined as A○B = (xA + yB)(A + B), with two whole numbers x and y that are to be found from these equations:

        {string.Join('\n', puzzle.Equations ?? [])}

        Write x and y in double square brackets, as in [[x=m,y=n]] with numbers for m and n.
        """
        : $"""
        For numbers A and B, the operation ○ is defined as A○B = (A + 3B)(A + B). A chain without brackets is worked out from left to right:
        A○B○C means (A○B)○C.

        {Question(puzzle)}
        """;

    private static string Question(Puzzle puzzle) => puzzle.Type switch
    {
        Compute => $"""
            Compute {string.Join('○', (puzzle.Expr ?? []).Select(Operand))}.

            Write the number in double square brackets, with nothing else in them, not even blanks: [[number]].
            """,
        SolveX => $"""
            Find both real numbers X with {puzzle.Equation}.

            Write them in double square brackets with " or " between them, as whole numbers or as fractions such as -5/3, without decimals and without
            blanks next to the brackets: [[first or second]].
            """,
        _ => $"""
            Find a whole number X with {puzzle.Equation}.

            Write it in double square brackets, with nothing else in them, not even blanks: [[number]].
            """,
    };

    protected override string? Solve(Puzzle puzzle) => puzzle.Type switch
    {
        Compute => $"[[{puzzle.Answer}]]",
        SolveX => $"[[{string.Join(" or ", puzzle.Solutions!.Distinct().Select(Written))}]]",
        Nested => $"[[{puzzle.Solution}]]",
        _ => puzzle.Solution is PyValue.List { Items: [var x, var y] } ? $"[[x={x},y={y}]]" : null,
    };

    // Roots are whole numbers or thirds.
    private static string Written(double root) =>
        root == Math.Round(root) ? root.ToString("F0", CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Math.Round(root * 3):F0}/3");

    protected override double Measure(Puzzle puzzle)
    {
        IEnumerable<double> numbers = puzzle.Type switch
        {
            Compute => [.. (puzzle.Expr ?? []).Select(number => (double)number), puzzle.Answer!.Value],
            Nested => [puzzle.A!.Value, puzzle.B!.Value, RightSide(puzzle)!.Value],
            SolveX => [.. puzzle.Solutions!, PyFloat.TryParse(puzzle.Equation!.AsSpan(puzzle.Equation!.LastIndexOf('=') + 1), out var value) ? value : 0],
            _ => [1],
        };
        return numbers.Sum(number => Math.Log2(Math.Abs(number) + 1));
    }
}
