// Floating point numbers as float(text) reads them.

using System.Globalization;

namespace BootcampEval.Sdk.Python;

/// <summary>Reads doubles by the rules of Python's <c>float(text)</c>.</summary>
public static class PyFloat
{
    /// <summary>
    /// Reads a number: white space around it (but not U+001C to U+001F), one ASCII sign, digits of any script with single underscores between
    /// them, a point, an exponent; or <c>inf</c>, <c>infinity</c>, <c>nan</c> in any case. Too large is infinity, correctly rounded otherwise.
    /// </summary>
    /// <returns>False where <c>float</c> raises.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        return NumberText.ToAscii(text) is { } ascii && TryParseAscii(ascii, out value);
    }

    /// <summary>Reads a trimmed ASCII number without underscores: a decimal number or one of the three words, with an optional sign.</summary>
    internal static bool TryParseAscii(ReadOnlySpan<char> ascii, out double value)
    {
        value = 0;
        var unsigned = ascii;
        var negative = unsigned.StartsWith("-");
        if (negative || unsigned.StartsWith("+")) unsigned = unsigned[1..];
        if (LengthOfDecimal(unsigned) is var length and > 0 && length == unsigned.Length)
            value = double.Parse(unsigned, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture);
        else if (unsigned.Equals("inf", StringComparison.OrdinalIgnoreCase) || unsigned.Equals("infinity", StringComparison.OrdinalIgnoreCase))
            value = double.PositiveInfinity;
        else if (unsigned.Equals("nan", StringComparison.OrdinalIgnoreCase))
            value = double.NaN;
        else
            return false;
        if (negative) value = -value;
        return true;
    }

    /// <summary>The length of the unsigned decimal number that a text starts with, <c>digits[.digits][e[sign]digits]</c>; 0 for none.</summary>
    internal static int LengthOfDecimal(ReadOnlySpan<char> text)
    {
        var whole = Digits(text);
        var end = whole;
        if (end < text.Length && text[end] == '.')
        {
            var fraction = Digits(text[(end + 1)..]);
            if (whole + fraction == 0) return 0;
            end += 1 + fraction;
        }
        else if (whole == 0)
        {
            return 0;
        }
        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var signed = end + 1 < text.Length && text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            var exponent = signed <= text.Length ? Digits(text[signed..]) : 0;
            if (exponent > 0) end = signed + exponent;
        }
        return end;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var other = text.IndexOfAnyExceptInRange('0', '9');
        return other < 0 ? text.Length : other;
    }
}
