// Integers as int(text) reads them.

using System.Numerics;

namespace BootcampEval.Sdk.Python;

/// <summary>Reads integers by the rules of Python's <c>int(text)</c>.</summary>
public static class PyInt
{
    /// <summary>
    /// Reads an integer: white space around it (but not U+001C to U+001F), one ASCII sign, decimal digits of any script, single underscores
    /// between digits, leading zeros; at most 4,300 digits.
    /// </summary>
    /// <returns>False where <c>int</c> raises.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out BigInteger value)
    {
        value = default;
        if (NumberText.ToAscii(text) is not { } ascii) return false;
        var digits = ascii.AsSpan();
        var negative = digits.StartsWith("-");
        if (negative || digits.StartsWith("+")) digits = digits[1..];
        if (digits.IsEmpty || digits.Length > NumberText.MostDigits || digits.ContainsAnyExceptInRange('0', '9')) return false;
        value = NumberText.Integer(digits);
        if (negative) value = -value;
        return true;
    }

    /// <summary>Reads an integer that fits 32 bits. False where <c>int</c> raises and for larger numbers.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (!TryParse(text, out BigInteger any) || any < int.MinValue || any > int.MaxValue) return false;
        value = (int)any;
        return true;
    }
}
