// Complex numbers as complex(text) reads them.

using System.Numerics;

namespace BootcampEval.Sdk.Python;

/// <summary>Reads complex numbers by the rules of Python's <c>complex(text)</c>.</summary>
public static class PyComplex
{
    /// <summary>
    /// Reads a real number, an imaginary one, or a real and then a signed imaginary one (<c>3-4j</c>), each part as <see cref="PyFloat"/> reads
    /// it, the whole optionally in one pair of round brackets. No space inside but next to the brackets. The unit is <c>j</c> or <c>J</c>.
    /// </summary>
    /// <returns>False where <c>complex</c> raises.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Complex value)
    {
        value = default;
        text = NumberText.Trim(text);
        if (text.StartsWith("("))
        {
            if (text.Length < 2 || text[^1] != ')') return false;
            text = text[1..^1];
        }
        if (NumberText.ToAscii(text) is not { } ascii) return false;
        var rest = ascii.AsSpan();
        if (!IsImaginary(rest)) return PyFloat.TryParseAscii(rest, out var only) && Set(only, 0, out value);
        rest = rest[..^1];
        var split = LengthOfReal(rest);
        var real = 0.0;
        if (split > 0 && !PyFloat.TryParseAscii(rest[..split], out real)) return false;
        return TryParseImaginary(rest[split..], out var imaginary) && Set(real, imaginary, out value);
    }

    private static bool IsImaginary(ReadOnlySpan<char> text) => text.Length > 0 && text[^1] is 'j' or 'J';

    // Where the sign of the imaginary part stands when a real part comes before it; 0 when there is none.
    private static int LengthOfReal(ReadOnlySpan<char> text)
    {
        for (var i = text.Length - 1; i > 0; i--)
            if (text[i] is '+' or '-' && !(text[i - 1] is 'e' or 'E' && i > 1 && (char.IsAsciiDigit(text[i - 2]) || text[i - 2] == '.'))) return i;
        return 0;
    }

    // "4", "+4", "-", "": a missing number is 1.
    private static bool TryParseImaginary(ReadOnlySpan<char> text, out double value)
    {
        value = text.Equals("-", StringComparison.Ordinal) ? -1 : 1;
        return text.Length == 0 || text is "+" or "-" || PyFloat.TryParseAscii(text, out value);
    }

    private static bool Set(double real, double imaginary, out Complex value)
    {
        value = new(real, imaginary);
        return true;
    }
}
