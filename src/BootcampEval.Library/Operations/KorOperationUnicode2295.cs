// a⊕b: complex numbers by another name.

using System.Globalization;
using System.Numerics;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Operations;

/// <summary>a⊕b = a + bi: calculate with two such numbers, or find an operand from the result.</summary>
public sealed partial class KorOperationUnicode2295 : Bootcamp<KorOperationUnicode2295.Puzzle, string>
{
    /// <summary>The type <c>compute</c> has four operands and the result; the type <c>equation</c> has the text <c>X</c> for one of them, the result, and X.</summary>
    public sealed record Puzzle(string Type, string Operator)
    {
        public int? LeftA { get; init; }

        public int? LeftB { get; init; }

        public int? RightA { get; init; }

        public int? RightB { get; init; }

        public double? SolutionReal { get; init; }

        public double? SolutionImag { get; init; }

        public Operand[]? LeftOperands { get; init; }

        public double? TargetReal { get; init; }

        public double? TargetImag { get; init; }

        public Place? Unknown { get; init; }

        public double? Solution { get; init; }
    }

    /// <summary>The operands of one a⊕b; one may be the text <c>X</c>.</summary>
    public sealed record Operand([property: JsonConverter(typeof(PyValueJson))] PyValue A, [property: JsonConverter(typeof(PyValueJson))] PyValue B);

    /// <summary>Where X stands: in the first or second a⊕b, as <c>a</c> or <c>b</c>.</summary>
    public sealed record Place(int OperandIndex, string Part);

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorOperationUnicode2295Json : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorOperationUnicode2295Json.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorOperationUnicode2295", Family.Operations, "Operator ⊕: complex numbers", "Calculate with complex numbers, or find an operand from the result.")
    {
        AnswerFormat = "[[3 - 4i]]",
        Measure = "bits of the operands, doubled for products and quotients",
    };

    private const string Compute = "compute", Equation = "equation";

    protected override string? FaultOf(Puzzle puzzle) => puzzle switch
    {
        { Type: Compute, LeftA: not null, LeftB: not null, RightA: not null, RightB: not null, SolutionReal: not null, SolutionImag: not null } => null,
        { Type: Equation, LeftOperands: [_, _], TargetReal: not null, TargetImag: not null, Solution: not null } => null,
        _ => "it is neither a calculation nor an equation in X",
    };

    protected override Extraction<string> Extract(string output) => Tagged.Last(output, "[[", "]]", oneLine: true).Then<string>(content => PyText.WithoutSpaces(content));

    protected override Verdict Judge(string answer, Puzzle puzzle)
    {
        if (puzzle.Type == Equation)
        {
            if (!PyFloat.TryParse(answer, out var x)) return Verdict.Wrong($"{answer} is not a decimal number");
            return Rounded(x) == puzzle.Solution ? Verdict.Correct : Verdict.Wrong($"X is {PyNumber.Repr(puzzle.Solution!.Value)}, not {PyNumber.Repr(x)}");
        }
        if (!PyComplex.TryParse(PyCase.Lower(answer).Replace('i', 'j'), out var value))
            return Verdict.Wrong($"{answer} is not a complex number x+yi with decimal numbers x and y");
        var (re, im) = (Rounded(puzzle.SolutionReal!.Value), Rounded(puzzle.SolutionImag!.Value));
        return Rounded(value.Real) == re && Rounded(value.Imaginary) == im
            ? Verdict.Correct
            : Verdict.Wrong($"the result is {Shown(re, im)}, not {Shown(value.Real, value.Imaginary)}");
    }

    private static double Rounded(double value) => PyNumber.Round(value, 2);

    // Quotients come out whole: then there is nothing to round, and one way to write the result.
    private static readonly (string[] Operators, int Largest, double Equations)[] Levels =
    [
        (["+", "-"], 20, 0), (["+", "-", "*"], 30, 0.3), (["*", "/"], 25, 0.3), (["*", "/"], 120, 0.5), (["*", "/"], 700, 0.5),
    ];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (operators, largest, equations) = Levels[level - 1];
        var sign = random.Pick(operators);
        // A quotient is made from the divisor and the result.
        Gaussian AnyNumber(int most) => new(random.Between(1, most) * random.Pick(1, -1), random.Between(1, most) * random.Pick(1, -1));
        Gaussian right = AnyNumber(sign == "/" ? Math.Max(5, (int)Math.Sqrt(largest)) : largest), other = AnyNumber(sign == "/" ? Math.Max(5, (int)Math.Sqrt(largest)) : largest);
        var (left, result) = sign switch
        {
            "+" => (other, other + right),
            "-" => (other, other - right),
            "*" => (other, other * right),
            _ => (other * right, other),
        };
        if (!random.Chance(equations))
        {
            return new(Compute, sign)
            {
                LeftA = (int)left.Re,
                LeftB = (int)left.Im,
                RightA = (int)right.Re,
                RightB = (int)right.Im,
                SolutionReal = (double)result.Re,
                SolutionImag = (double)result.Im,
            };
        }
        BigInteger[] numbers = [left.Re, left.Im, right.Re, right.Im];
        var unknown = random.Below(4);
        var shown = numbers.Select((number, i) => i == unknown ? PyValue.Of("X") : PyValue.Of(number)).ToArray();
        return new(Equation, sign)
        {
            LeftOperands = [new(shown[0], shown[1]), new(shown[2], shown[3])],
            TargetReal = (double)result.Re,
            TargetImag = (double)result.Im,
            Unknown = new(unknown / 2, unknown % 2 == 0 ? "a" : "b"),
            Solution = (double)numbers[unknown],
        };
    }

    protected override string Ask(Puzzle puzzle) => $"""
        For real numbers a and b, a⊕b denotes the complex number a + bi, where i² = -1. The signs + - * / stand for the ordinary operations on complex numbers.

        {(puzzle.Type == Compute
            ? $"Compute ({puzzle.LeftA}⊕{puzzle.LeftB}) {puzzle.Operator} ({puzzle.RightA}⊕{puzzle.RightB})."
            : $"Find the number X for which ({puzzle.LeftOperands![0].A}⊕{puzzle.LeftOperands[0].B}) {puzzle.Operator} ({puzzle.LeftOperands[1].A}⊕{puzzle.LeftOperands[1].B}) = {Shown(puzzle.TargetReal!.Value, puzzle.TargetImag!.Value)}.")}

        {(puzzle.Type == Compute
            ? "Write the result in double square brackets as x + yi or x - yi, the real part first, both parts as decimal numbers (rounded to two decimals if they have more): [[x + yi]]."
            : "Write X in double square brackets as a decimal number with at most one decimal, with nothing else in them: [[X]].")}
        """;

    private static string Shown(double re, double im) =>
        string.Create(CultureInfo.InvariantCulture, $"{re} {(im < 0 ? '-' : '+')} {Math.Abs(im)}i");

    protected override string? Solve(Puzzle puzzle) => puzzle.Type == Compute
        ? $"[[{Shown(puzzle.SolutionReal!.Value, puzzle.SolutionImag!.Value)}]]"
        : string.Create(CultureInfo.InvariantCulture, $"[[{puzzle.Solution}]]");

    protected override double Measure(Puzzle puzzle)
    {
        IEnumerable<double> numbers = puzzle.Type == Compute
            ? [puzzle.LeftA!.Value, puzzle.LeftB!.Value, puzzle.RightA!.Value, puzzle.RightB!.Value]
            : [.. puzzle.LeftOperands!.SelectMany(operand => new[] { operand.A, operand.B }).Select(part => part.TryGetDouble(out var number) ? number : puzzle.Solution!.Value)];
        return numbers.Sum(number => Math.Log2(Math.Abs(number) + 1)) * (puzzle.Operator is "*" or "/" ? 2 : 1);
    }
}
