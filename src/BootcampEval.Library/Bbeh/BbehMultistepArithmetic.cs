// Multistep arithmetic: evaluate nested expressions with newly defined operators.

using System.Globalization;
using System.Numerics;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Bbeh;

/// <summary>Multistep arithmetic: A + B - C, where A, B and C are nested expressions with operators that the question defines.</summary>
public sealed partial class BbehMultistepArithmetic : Bootcamp<BbehMultistepArithmetic.Puzzle, double>
{
    /// <summary>The operators in the order of their definition, the three expressions, their values, and the answer.</summary>
    public sealed record Puzzle(
        DefinedOperator[] Operators,
        [property: JsonPropertyName("A")] string A,
        [property: JsonPropertyName("B")] string B,
        [property: JsonPropertyName("C")] string C,
        [property: JsonPropertyName("A_val"), JsonConverter(typeof(PyValueJson))] PyValue ValueOfA,
        [property: JsonPropertyName("B_val"), JsonConverter(typeof(PyValueJson))] PyValue ValueOfB,
        [property: JsonPropertyName("C_val"), JsonConverter(typeof(PyValueJson))] PyValue ValueOfC,
        [property: JsonConverter(typeof(PyValueJson))] PyValue Answer);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class BbehMultistepArithmeticJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => BbehMultistepArithmeticJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "BbehMultistepArithmetic", Family.Bbeh, "Multistep arithmetic", "Evaluate nested expressions with newly defined operators.")
    {
        AnswerFormat = "[answer]number[/answer]",
        Measure = "operations",
    };

    protected override Extraction<double> Extract(string output) => Tagged.Last(output, "[answer]", "[/answer]").Then<double>(content =>
        PyFloat.TryParse(PyText.Strip(content), out var number) ? number : new NoAnswer("what stands between the last tags is not a number"));

    protected override Verdict Judge(double answer, Puzzle puzzle) => JudgeAgainst(puzzle.Answer, answer);

    // Most official keys do not follow from the definitions: the fair verdict evaluates those.
    protected override Verdict JudgeFairly(double answer, Puzzle puzzle) =>
        DefinedOperators.Evaluate(puzzle.Operators, puzzle.A, puzzle.B, puzzle.C) is { } value ? JudgeAgainst(PyValue.Of(value), answer) : Judge(answer, puzzle);

    private static Verdict JudgeAgainst(PyValue key, double answer) => key.TryGetDouble(out var expected) && Math.Abs(answer - expected) < 1e-6
        ? Verdict.Correct
        : Verdict.Wrong($"A + B - C is {key}");

    // Number of operators, and of places for an operator in each of A, B and C; at half of these places two are written together.
    private static readonly (int Operators, int Depth)[] Levels = [(2, 1), (3, 2), (3, 4), (4, 6), (5, 8)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (count, depth) = Levels[level - 1];
        while (true)
        {
            var operators = DefinedOperators.Draw(random, count, reuse: level >= 3);
            string[] expressions = [.. Enumerable.Range(0, 3).Select(_ => DrawExpression(random, operators, depth))];
            var values = expressions.Select(expression => DefinedOperators.Evaluate(operators, expression)).OfType<BigInteger>().ToArray();
            // A long way to a small number would reward a guess; a huge one is only long to write.
            if (values.Length < 3 || values.Any(value => BigInteger.Abs(value) > 1_000_000) || values.Distinct().Count() < 3) continue;
            var answer = values[0] + values[1] - values[2];
            if (BigInteger.Abs(answer) < 3) continue;
            return new(operators, expressions[0], expressions[1], expressions[2],
                PyValue.Of(values[0]), PyValue.Of(values[1]), PyValue.Of(values[2]), PyValue.Of(answer));
        }
    }

    private static string DrawExpression(PuzzleRandom random, DefinedOperator[] operators, int depth)
    {
        var text = Operand();
        for (var i = 0; i < depth; i++)
        {
            var symbols = string.Concat(Enumerable.Range(0, random.Between(1, 2)).Select(_ => random.Pick(operators).Symbol));
            text = $"({text} {symbols} {Operand()})";
        }
        return text;

        string Operand() => (random.Between(1, 10) * random.Pick(1, -1)).ToString(CultureInfo.InvariantCulture);
    }

    protected override string Ask(Puzzle puzzle) => $"""
        Some operators on whole numbers are defined here. In each definition a is the number on the left of the operator and b the number on the right.

        {string.Join('\n', puzzle.Operators.Select(DefinedOperators.Explain))}

        min is the smaller and max the larger of two numbers. gcd is the greatest common divisor, never negative: gcd(-4, 6) is 2. |x| is x without its sign.
        A prime is a whole number above 1 that only 1 and itself divide; negative numbers are not prime.
        Two operators written together are applied one after the other with the same number on the right: if P and Q were operators, a PQ b would mean (a P b) Q b.

        A = {puzzle.A}
        B = {puzzle.B}
        C = {puzzle.C}

        What is A + B - C, with ordinary + and -?

        End with the number alone, in digits, between two tags. If it were N, the last line would be:
        [answer]N[/answer]
        """;

    // The stored key: 53 official rows score with nothing else.
    protected override string? Solve(Puzzle puzzle) => $"[answer]{puzzle.Answer}[/answer]";

    protected override double Measure(Puzzle puzzle) =>
        new[] { puzzle.A, puzzle.B, puzzle.C }.Sum(text => DefinedOperators.OperationsIn(puzzle.Operators, text) ?? 0);
}
