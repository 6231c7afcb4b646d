// a◎b: squares of complex numbers.

using System.Numerics;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Operations;

/// <summary>a◎b = (a + bi)²: join two such numbers, or find an operand from the result.</summary>
public sealed partial class KorOperationUnicode25ce : Bootcamp<KorOperationUnicode25ce.Puzzle, string>
{
    /// <summary>
    /// The type <c>calculation</c> has two pairs of operands, an operator and the result; the type <c>equation</c> its left side as text, which of
    /// four forms that is, the numbers in it (and the sign last), and its right side.
    /// </summary>
    public sealed record Puzzle(string Type)
    {
        public int[][]? Terms { get; init; }

        public string? Operator { get; init; }

        public long[]? Correct { get; init; }

        public string? Form { get; init; }

        public string? XPos { get; init; }

        [JsonConverter(typeof(PyValueJson))]
        public PyValue? Params { get; init; }

        public long[]? Target { get; init; }
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorOperationUnicode25ceJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorOperationUnicode25ceJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorOperationUnicode25ce", Family.Operations, "Operator ◎: complex squares", "Work with squares of complex numbers, or find an operand from the result.")
    {
        AnswerFormat = "[[-7]]",
        Measure = "bits of the numbers in the equation",
    };

    private const string Calculation = "calculation", Equation = "equation";

    protected override string? FaultOf(Puzzle puzzle) => puzzle switch
    {
        { Type: Calculation, Terms: [[_, _], [_, _]], Operator: not null, Correct: [_, _] } => null,
        { Type: Equation, Form: not null, XPos: not null, Target: [_, _] } when OperandsOf(puzzle) is not null => null,
        _ => "it is neither a calculation nor an equation in X",
    };

    protected override Extraction<string> Extract(string output)
    {
        const char Open = '[', Close = ']';
        string? last = null;
        for (var at = output.IndexOf("[[", StringComparison.Ordinal); at >= 0; at = output.IndexOf("[[", at, StringComparison.Ordinal))
        {
            var start = at + 2;
            var end = output.AsSpan(start).IndexOfAny(Open, Close) is var length and > 0 ? start + length : start;
            var isMatch = end > start && output.AsSpan(end).StartsWith("]]");
            if (isMatch) last = output[start..end];
            at = isMatch ? end + 2 : at + 1;
        }
        return last is null ? new NoAnswer("no [[…]] without further brackets in the output") : PyText.Strip(last);
    }

    protected override Verdict Judge(string answer, Puzzle puzzle) => puzzle.Type == Calculation ? JudgeValue(answer, puzzle) : JudgeOperand(answer, puzzle);

    // The reference cuts the unit off the end before it reads the number, so 3-4i is not read, but (3-4i) is.
    private static Verdict JudgeValue(string answer, Puzzle puzzle)
    {
        var text = PyCase.Lower(answer.Replace(" ", "", StringComparison.Ordinal)).Replace('i', 'j').TrimEnd('j');
        BigInteger re, im = 0;
        if (PyComplex.TryParse(text, out var value))
        {
            if (!double.IsFinite(value.Real) || !double.IsFinite(value.Imaginary)) return Verdict.Wrong($"{answer} is not a finite number");
            (re, im) = (new BigInteger(value.Real), new BigInteger(value.Imaginary));
        }
        else if (text.Length == 0) re = 0;
        else if (!PyInt.TryParse(text, out re)) return Verdict.Wrong($"{answer} can't be read: a complex number is only read in round brackets, like (3-4i)");
        var (wantedRe, wantedIm) = (puzzle.Correct![0], puzzle.Correct[1]);
        return re == wantedRe && im == wantedIm ? Verdict.Correct : Verdict.Wrong($"the result is {new Gaussian(wantedRe, wantedIm)}, not {re} and {im}i");
    }

    private static Verdict JudgeOperand(string answer, Puzzle puzzle)
    {
        if (!PyInt.TryParse(answer, out BigInteger x)) return Verdict.Wrong($"{answer} is not a whole number");
        var operands = OperandsOf(puzzle)!;
        Gaussian p = Gaussian.SquareOf(x, operands.A), q = Gaussian.SquareOf(operands.B, operands.C);
        // In the last form the reference multiplies X's term, but puts it behind the other one.
        var (first, second) = puzzle.XPos switch
        {
            "left" => (p, q),
            "right" => (q, p),
            "left_scalar" => (p, operands.K * q),
            _ => (q, operands.K * p),
        };
        var result = puzzle.Form!.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, "+", ..] ? first + second : first - second;
        return result.Re == puzzle.Target![0] && result.Im == puzzle.Target[1]
            ? Verdict.Correct
            : Verdict.Wrong($"with X = {x} the left side is {result}, not {new Gaussian(puzzle.Target[0], puzzle.Target[1])}");
    }

    /// <summary>The numbers of an equation: X◎A, B◎C, and what one of them is multiplied by.</summary>
    private sealed record Operands(BigInteger A, BigInteger B, BigInteger C, BigInteger K);

    private static Operands? OperandsOf(Puzzle puzzle)
    {
        if (puzzle.Params is not PyValue.List list) return null;
        var numbers = list.Items.SkipLast(1).Select(item => item.TryGetInt(out BigInteger number) ? number : (BigInteger?)null).ToArray();
        return numbers switch
        {
            [{ } a, { } b, { } c] => new(a, b, c, 1),
            [{ } a, { } b, { } c, { } k] => new(a, b, c, k),
            _ => null,
        };
    }

    // Only equations are asked for: the reference reads a complex number in round brackets alone, which nobody writes.
    private static readonly (string[] Forms, int Largest)[] Levels =
    [
        (["left"], 5), (["left", "right"], 12), (["left", "right", "left_scalar"], 40), (["left_scalar", "right_scalar"], 150), (["left_scalar", "right_scalar"], 900),
    ];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (forms, largest) = Levels[level - 1];
        var form = random.Pick(forms);
        int NonZero(int most) => random.Between(1, most) * random.Pick(1, -1);
        var (x, a, b, c, k) = (NonZero(largest), random.Between(1, Math.Max(5, largest / 4)), NonZero(largest), NonZero(largest), random.Between(2, 5 + level));
        // k×(X◎a) - (b◎c) is the form that the reference works out in the wrong order.
        var sign = form == "right_scalar" ? "+" : random.Pick("+", "-");
        Gaussian p = Gaussian.SquareOf(x, a), q = Gaussian.SquareOf(b, c);
        var (left, first, second) = form switch
        {
            "left" => ($"(X◎{a}) {sign} ({b}◎{c})", p, q),
            "right" => ($"({b}◎{c}) {sign} (X◎{a})", q, p),
            "left_scalar" => ($"(X◎{a}) {sign} {k}×({b}◎{c})", p, k * q),
            _ => ($"{k}×(X◎{a}) {sign} ({b}◎{c})", k * p, q),
        };
        var target = sign == "+" ? first + second : first - second;
        int[] numbers = form is "left" or "right" ? [a, b, c] : [a, b, c, k];
        return new(Equation)
        {
            Form = left,
            XPos = form,
            Params = new PyValue.List([.. numbers.Select(number => PyValue.Of((BigInteger)number)), PyValue.Of(sign)]),
            Target = [(long)target.Re, (long)target.Im],
        };
    }

    protected override string Ask(Puzzle puzzle) => $"""
        For real numbers a and b, the operation a◎b is defined as the square of a complex number: a◎b = (a + bi)², where i² = -1. The sign × stands
        for ordinary multiplication.

        {(puzzle.Type == Calculation
            ? $"Compute ({puzzle.Terms![0][0]}◎{puzzle.Terms[0][1]}) {puzzle.Operator} ({puzzle.Terms[1][0]}◎{puzzle.Terms[1][1]})."
            : $"Find the whole number X for which\n\n{puzzle.Form} = {new Gaussian(puzzle.Target![0], puzzle.Target[1])}")}

        {(puzzle.Type == Calculation
            ? "Write the result in round brackets within double square brackets, as in [[(x+yi)]]."
            : "Write the number in double square brackets, with nothing else in them: [[X]].")}
        """;

    protected override string? Solve(Puzzle puzzle)
    {
        if (puzzle.Type == Calculation) return $"[[({puzzle.Correct![0]}{puzzle.Correct[1]:+0;-0}i)]]";
        // The imaginary part is linear in X. Where the reference takes the terms in another order than the form says, so does this.
        var operands = OperandsOf(puzzle)!;
        var q = Gaussian.SquareOf(operands.B, operands.C);
        var isSum = puzzle.Form!.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, "+", ..];
        var (factor, rest) = puzzle.XPos switch
        {
            "left" => (BigInteger.One, isSum ? q.Im : -q.Im),
            "right" => (isSum ? 1 : -1, q.Im),
            "left_scalar" => (1, operands.K * (isSum ? q.Im : -q.Im)),
            _ => (isSum ? operands.K : -operands.K, q.Im),
        };
        var slope = 2 * operands.A * factor;
        return slope.IsZero ? null : $"[[{(puzzle.Target![1] - rest) / slope}]]";
    }

    protected override double Measure(Puzzle puzzle)
    {
        IEnumerable<BigInteger> numbers = puzzle.Type == Calculation
            ? puzzle.Terms!.SelectMany(term => term).Select(number => (BigInteger)number)
            : [OperandsOf(puzzle)!.A, OperandsOf(puzzle)!.B, OperandsOf(puzzle)!.C, OperandsOf(puzzle)!.K, puzzle.Target![0], puzzle.Target[1]];
        return numbers.Sum(number => BigInteger.Abs(number).GetBitLength());
    }
}
