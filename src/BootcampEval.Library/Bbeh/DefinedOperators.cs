// Operators on whole numbers that a question defines: drawn, explained, and applied.

using System.Globalization;
using System.Numerics;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Bbeh;

/// <summary>An operator: the first value if the condition holds for the operands a and b, the second otherwise.</summary>
/// <param name="Symbol">How it is written.</param>
/// <param name="Condition">The condition, written in Python.</param>
/// <param name="TrueExpr">The value if it holds, written in Python, or <c>(a SYM b)</c> with an operator defined before.</param>
/// <param name="FalseExpr">The value otherwise.</param>
public sealed record DefinedOperator(string Symbol, string Condition, string TrueExpr, string FalseExpr);

/// <summary>Draws, explains and applies <see cref="DefinedOperator"/>s.</summary>
internal static class DefinedOperators
{
    private const int MostBits = 4096;
    private const int MostBrackets = 200;

    private static readonly string[] Symbols = ["@", "#", "&", "~", "!", ";", "><", "<>", "[]", "][", ":*"];

    // A condition with the two values that are sensible after it, the way that official rows pair them.
    private static readonly (string Condition, string Words, string[] Values)[] Kinds =
    [
        ("a * b > 0", "the product of a and b is above 0", ["a - b", "a + b"]),
        ("a > b", "a is greater than b", ["a * b", "a - b", "a + b"]),
        ("is_prime(a) or is_prime(b)", "at least one of a and b is prime", ["min(a, b)", "max(a, b)"]),
        ("math.gcd(a, b) == 1", "gcd(a, b) is 1", ["a + b", "math.gcd(a, b)"]),
        ("abs(a - b) < 2", "|a - b| is less than 2", ["a * b", "a - b"]),
    ];

    /// <summary>Draws operators with different symbols and conditions.</summary>
    /// <param name="random">The source of chance.</param>
    /// <param name="count">How many; at most 5.</param>
    /// <param name="reuse">Whether an operator may be defined by an earlier one.</param>
    public static DefinedOperator[] Draw(PuzzleRandom random, int count, bool reuse)
    {
        var symbols = random.Sample(Symbols, count);
        var kinds = random.Sample(Kinds, count);
        var operators = new List<DefinedOperator>();
        for (var i = 0; i < count; i++)
        {
            var values = random.Sample(kinds[i].Values, 2);
            if (reuse && i > 0 && random.Chance(0.5)) values[random.Below(2)] = $"(a {random.Pick(operators).Symbol} b)";
            operators.Add(new(symbols[i], kinds[i].Condition, values[0], values[1]));
        }
        return [.. operators];
    }

    /// <summary>A definition in words.</summary>
    public static string Explain(DefinedOperator defined)
    {
        var condition = Array.Find(Kinds, kind => kind.Condition == defined.Condition).Words ?? defined.Condition;
        return $"a {defined.Symbol} b is {Plain(defined.TrueExpr)} if {condition}, and {Plain(defined.FalseExpr)} otherwise.";

        static string Plain(string value) => value.Replace("math.", "", StringComparison.Ordinal);
    }

    /// <summary>A + B - C; null when a definition or an expression is not understood or a number grows too large.</summary>
    public static BigInteger? Evaluate(DefinedOperator[] operators, string a, string b, string c) =>
        Evaluate(operators, a) + Evaluate(operators, b) - Evaluate(operators, c);

    /// <summary>The value of an expression; null when it is not understood or a number grows too large.</summary>
    public static BigInteger? Evaluate(DefinedOperator[] operators, string expression)
    {
        var position = 0;
        var value = new Reader(operators, expression).Read(ref position, 0);
        return position == expression.Length ? value : null;
    }

    /// <summary>How many operators an expression applies; null when it is not understood.</summary>
    public static int? OperationsIn(DefinedOperator[] operators, string expression)
    {
        var reader = new Reader(operators, expression);
        var position = 0;
        reader.Read(ref position, 0);
        return position == expression.Length ? reader.Operations : null;
    }

    /// <summary>Applies an operator; null when its definition is not understood or a number grows too large.</summary>
    public static BigInteger? Apply(DefinedOperator[] operators, int index, BigInteger a, BigInteger b)
    {
        if (a.GetBitLength() + b.GetBitLength() > MostBits) return null;
        var (_, condition, whenTrue, whenFalse) = operators[index];
        bool? holds = condition switch
        {
            "a * b > 0" => (a * b).Sign > 0,
            "a > b" => a > b,
            "is_prime(a) or is_prime(b)" => IsPrime(a) || IsPrime(b),
            "math.gcd(a, b) == 1" => BigInteger.GreatestCommonDivisor(a, b).IsOne,
            "abs(a - b) < 2" => BigInteger.Abs(a - b) < 2,
            _ => null,
        };
        if (holds is null) return null;
        var value = holds.Value ? whenTrue : whenFalse;
        return value switch
        {
            "a + b" => a + b,
            "a - b" => a - b,
            "a * b" => a * b,
            "min(a, b)" => BigInteger.Min(a, b),
            "max(a, b)" => BigInteger.Max(a, b),
            "math.gcd(a, b)" => BigInteger.GreatestCommonDivisor(a, b),
            _ => Array.FindIndex(operators, 0, index, earlier => value == $"(a {earlier.Symbol} b)") is >= 0 and var earlier ? Apply(operators, earlier, a, b) : null,
        };
    }

    // By trial division: numbers here are small, and beyond a million million nothing is decided.
    private static bool IsPrime(BigInteger number)
    {
        if (number < 2 || number > 1_000_000_000_000) return false;
        var n = (long)number;
        for (long divisor = 2; divisor * divisor <= n; divisor++)
            if (n % divisor == 0) return false;
        return true;
    }

    // (operand symbols operand), nested to any side; symbols are one or more operators written together.
    private sealed class Reader(DefinedOperator[] operators, string text)
    {
        public int Operations { get; private set; }

        public BigInteger? Read(ref int position, int depth)
        {
            if (position >= text.Length || depth > MostBrackets) return null;
            if (text[position] != '(') return ReadNumber(ref position);
            position++;
            var left = Read(ref position, depth + 1);
            if (left is null || ReadSymbols(ref position) is not { } chain) return null;
            var right = Read(ref position, depth + 1);
            if (right is null || position >= text.Length || text[position] != ')') return null;
            position++;
            Operations += chain.Count;
            foreach (var index in chain) left = left is null ? null : Apply(operators, index, left.Value, right.Value);
            return left;
        }

        private BigInteger? ReadNumber(ref int position)
        {
            var end = position;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '-')) end++;
            var number = BigInteger.TryParse(text.AsSpan(position, Math.Min(end - position, 100)), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read);
            position = end;
            return number ? read : null;
        }

        // The operators between two blanks, the longest symbol first at each place.
        private List<int>? ReadSymbols(ref int position)
        {
            var end = position + 1 < text.Length ? text.IndexOf(' ', position + 1) : -1;
            if (end < 0 || text[position] != ' ') return null;
            var chain = new List<int>();
            for (var at = position + 1; at < end;)
            {
                var best = -1;
                for (var i = 0; i < operators.Length; i++)
                {
                    if (string.CompareOrdinal(text, at, operators[i].Symbol, 0, operators[i].Symbol.Length) == 0
                        && (best < 0 || operators[i].Symbol.Length > operators[best].Symbol.Length)) best = i;
                }
                if (best < 0 || operators[best].Symbol.Length == 0) return null;
                chain.Add(best);
                at += operators[best].Symbol.Length;
            }
            position = end + 1;
            return chain;
        }
    }
}
