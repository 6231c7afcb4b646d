// Fractions as Python's fractions.Fraction reads them.

using System.Numerics;
using BootcampEval.Sdk.Mathematics;

namespace BootcampEval.Sdk.Python;

/// <summary>Reads exact fractions by the rules of Python's <c>Fraction(text)</c>.</summary>
public static class PyFraction
{
    /// <summary>Decimal exponents beyond this are refused, where Python would fill its memory.</summary>
    private const int LargestExponent = 100_000;

    /// <summary>
    /// Reads a fraction: white space around it, one sign, then <c>digits/digits</c> or a decimal with an optional exponent (<c>2.5</c>, <c>.5</c>,
    /// <c>2.</c>, <c>25e-1</c>). Digits of any script, single underscores between digits; no sign or point behind the slash, no space round it.
    /// </summary>
    /// <returns>False where <c>Fraction</c> raises, a denominator of zero included.</returns>
    public static bool TryParse(string text, out Rational value)
    {
        value = default;
        var rest = PyText.Strip(text.AsSpan());
        var isNegative = rest.StartsWith("-");
        if (isNegative || rest.StartsWith("+")) rest = rest[1..];
        var slash = rest.IndexOf('/');
        if (slash < 0 ? !TryReadDecimal(rest, out value) : !TryReadQuotient(rest[..slash], rest[(slash + 1)..], out value)) return false;
        if (isNegative) value = -value;
        return true;
    }

    private static bool TryReadQuotient(ReadOnlySpan<char> above, ReadOnlySpan<char> below, out Rational value)
    {
        value = default;
        if (!TryReadDigits(above, out var numerator) || !TryReadDigits(below, out var denominator) || denominator.IsZero) return false;
        value = new(numerator, denominator);
        return true;
    }

    private static bool TryReadDecimal(ReadOnlySpan<char> text, out Rational value)
    {
        value = default;
        var exponent = 0;
        if (text.IndexOfAny('e', 'E') is var e and >= 0)
        {
            var power = text[(e + 1)..];
            var unsigned = power.StartsWith("-") || power.StartsWith("+") ? power[1..] : power;
            if (!TryReadDigits(unsigned, out _) || !PyInt.TryParse(power, out exponent) || Math.Abs(exponent) > LargestExponent) return false;
            text = text[..e];
        }
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var decimals = point < 0 ? [] : text[(point + 1)..];
        if (whole.IsEmpty && decimals.IsEmpty) return false;
        BigInteger above = 0, below = 0;
        if ((!whole.IsEmpty && !TryReadDigits(whole, out above)) || (!decimals.IsEmpty && !TryReadDigits(decimals, out below))) return false;
        var places = DigitsIn(decimals);
        value = (above + below * Rational.PowerOfTen(-places)) * Rational.PowerOfTen(exponent);
        return true;
    }

    // int() also takes signs and white space, which are no digits.
    private static bool TryReadDigits(ReadOnlySpan<char> text, out BigInteger value)
    {
        value = default;
        return !text.IsEmpty && PyText.TryRuneAt(text, 0, out var first) && PyText.IsDecimalDigit(first)
            && !PyText.IsSpace(text[^1]) && PyInt.TryParse(text, out value);
    }

    private static int DigitsIn(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
            if (PyText.IsDecimalDigit(rune)) count++;
        return count;
    }
}
