// The key follows from the definitions, evaluated here by rewriting innermost brackets and letting Python's rules work out the definitions.

using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;
using BootcampEval.Library.Bbeh;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Tests.Bbeh;

public sealed partial class BbehMultistepArithmeticTests
{
    private const string Name = "BbehMultistepArithmetic";
    private static readonly IBootcamp Bootcamp = Bootcamps.Named(Name);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void The_definitions_give_the_key(int level)
    {
        foreach (var truth in ProblemSource.Of(Bootcamp, seed: 4, level).Take(60).Select(problem => problem.GroundTruth))
        {
            Assert.Equal(truth.GetProperty("A_val").GetInt64(), Value(truth, "A"));
            Assert.Equal(truth.GetProperty("answer").GetInt64(), Value(truth, "A") + Value(truth, "B") - Value(truth, "C"));
        }
    }

    [Fact]
    public void Every_definition_and_expression_stands_in_the_question()
    {
        foreach (var problem in ProblemSource.Of(Bootcamp, seed: 5, level: 4).Take(50))
        {
            foreach (var defined in problem.GroundTruth.GetProperty("operators").EnumerateArray())
                Assert.Contains($"a {defined.GetProperty("symbol").GetString()} b is ", problem.Prompt, StringComparison.Ordinal);
            foreach (var name in new[] { "A", "B", "C" })
                Assert.Contains($"\n{name} = {problem.GroundTruth.GetProperty(name).GetString()}\n", problem.Prompt, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_fair_verdict_follows_the_definitions_on_every_official_row()
    {
        var agreeing = 0;
        foreach (var row in SharedData.RowsOf(Name))
        {
            var truth = row.GroundTruth;
            var value = Value(truth, "A") + Value(truth, "B") - Value(truth, "C");
            var answer = string.Create(CultureInfo.InvariantCulture, $"[answer]{value}[/answer]");
            Assert.Equal(1, Bootcamp.Verify(answer, truth, Ruling.Fair).Score);
            agreeing += Bootcamp.Verify(answer, truth).Score == 1 ? 1 : 0;
        }
        Assert.Equal(11, agreeing);
    }

    [Fact]
    public void Symbols_written_together_are_read_in_one_way()
    {
        DefinedOperator[] operators = [new("><", "a > b", "a * b", "a + b"), new("<>", "a > b", "a - b", "a * b"), new("]", "", "", ""), new("][", "a > b", "a - b", "a + b")];
        Assert.Equal(1, DefinedOperators.Evaluate(operators, "(1 ><<> 2)"));
        Assert.Equal(3, DefinedOperators.Evaluate(operators, "(1 ][ 2)"));
        Assert.Null(DefinedOperators.Evaluate(operators, "(1 >< 2"));
        Assert.Null(DefinedOperators.Evaluate(operators, "(1 @ 2)"));
        Assert.Null(DefinedOperators.Evaluate(operators, new string('(', 100_000)));
    }

    private static long Value(JsonElement truth, string name)
    {
        var text = truth.GetProperty(name).GetString()!;
        while (Innermost().Match(text) is { Success: true } match)
        {
            var (a, b) = (BigInteger.Parse(match.Groups[1].ValueSpan, null), BigInteger.Parse(match.Groups[3].ValueSpan, null));
            for (var symbols = match.Groups[2].Value; symbols.Length > 0;)
            {
                var defined = truth.GetProperty("operators").EnumerateArray()
                    .Where(each => symbols.StartsWith(each.GetProperty("symbol").GetString()!, StringComparison.Ordinal))
                    .MaxBy(each => each.GetProperty("symbol").GetString()!.Length);
                a = Apply(truth, defined, a, b);
                symbols = symbols[defined.GetProperty("symbol").GetString()!.Length..];
            }
            text = text[..match.Index] + a.ToString(CultureInfo.InvariantCulture) + text[(match.Index + match.Length)..];
        }
        return long.Parse(text, CultureInfo.InvariantCulture);
    }

    private static BigInteger Apply(JsonElement truth, JsonElement defined, BigInteger a, BigInteger b)
    {
        var value = defined.GetProperty(Evaluate(defined.GetProperty("condition").GetString()!, a, b).IsTruthy ? "true_expr" : "false_expr").GetString()!;
        foreach (var earlier in truth.GetProperty("operators").EnumerateArray())
            if (value == $"(a {earlier.GetProperty("symbol").GetString()} b)") return Apply(truth, earlier, a, b);
        Assert.True(Evaluate(value, a, b).TryGetInt(out BigInteger number));
        return number;
    }

    private static PyValue Evaluate(string code, BigInteger a, BigInteger b)
    {
        code = code.Replace("math.gcd(a, b)", BigInteger.GreatestCommonDivisor(a, b).ToString(CultureInfo.InvariantCulture))
            .Replace("is_prime(a)", IsPrime(a)).Replace("is_prime(b)", IsPrime(b));
        code = Operand().Replace(code, match => string.Create(CultureInfo.InvariantCulture, $"({(match.Value == "a" ? a : b)})"));
        Assert.True(PyExpression.TryEvaluate(code, out var value), code);
        return value;
    }

    private static string IsPrime(BigInteger n) => n > 1 && Enumerable.Range(2, (int)Math.Sqrt((double)n)).All(d => d >= n || n % d != 0) ? "True" : "False";

    [GeneratedRegex(@"\((-?\d+) (\S+) (-?\d+)\)")]
    private static partial Regex Innermost();

    [GeneratedRegex(@"\b[ab]\b")]
    private static partial Regex Operand();
}
