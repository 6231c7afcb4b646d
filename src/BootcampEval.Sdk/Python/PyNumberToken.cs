// Number literals of Python source: 7, 1_000, 0x1f, 1., .5, 1e-5, 2j.

using System.Globalization;
using System.Numerics;

namespace BootcampEval.Sdk.Python;

/// <summary>Reads a number token, after CPython 3.11's tokenizer.</summary>
internal static class PyNumberToken
{
    /// <summary>Reads the number that starts at a digit, or at a point before a digit. False where CPython reports a syntax error.</summary>
    /// <param name="text">The source, which ends with a line break.</param>
    /// <param name="position">Where the number starts; afterwards, where it ends.</param>
    /// <param name="value">The number.</param>
    public static bool TryRead(string text, ref int position, out PyValue? value)
    {
        var radix = text[position] != '0' ? 10 : char.ToLowerInvariant(text[position + 1]) switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 10 };
        return radix == 10 ? TryReadDecimal(text, ref position, out value) : TryReadRadix(text, radix, ref position, out value);
    }

    private static bool TryReadRadix(string text, int radix, ref int position, out PyValue? value)
    {
        value = null;
        var start = position += 2;
        do
        {
            if (text[position] == '_') position++;
            if (!IsDigit(text[position], radix)) return false;
            while (IsDigit(text[position], radix)) position++;
        } while (text[position] == '_');
        value = PyValue.Of(Integer(Plain(text.AsSpan(start, position - start)), radix));
        return MayEndAt(text, position);
    }

    // Each digit of a power-of-two radix is a fixed number of bits, so this is linear: binary and octal by way of hexadecimal.
    private static BigInteger Integer(string digits, int radix)
    {
        var bits = radix switch { 16 => 4, 8 => 3, _ => 1 };
        var value = new byte[(digits.Length * bits / 8) + 2];
        for (int i = digits.Length - 1, bit = 0; i >= 0; i--, bit += bits)
        {
            var shifted = (char.IsAsciiDigit(digits[i]) ? digits[i] - '0' : (digits[i] | 0x20) - 'a' + 10) << (bit % 8);
            value[bit / 8] |= (byte)shifted;
            value[(bit / 8) + 1] |= (byte)(shifted >> 8);
        }
        return new BigInteger(value, isUnsigned: true);
    }

    private static bool TryReadDecimal(string text, ref int position, out PyValue? value)
    {
        value = null;
        var start = position;
        if (!TrySkipDigits(text, ref position)) return false;
        var whole = position;
        if (text[position] == '.')
        {
            position++;
            if (char.IsAsciiDigit(text[position]) && !TrySkipDigits(text, ref position)) return false;
        }
        if (text[position] is 'e' or 'E')
        {
            var exponent = position + (text[position + 1] is '+' or '-' ? 2 : 1);
            if (char.IsAsciiDigit(text[exponent]))
            {
                position = exponent;
                if (!TrySkipDigits(text, ref position)) return false;
            }
            else if (exponent == position + 2)
            {
                return false;
            }
        }
        var digits = Plain(text.AsSpan(start, position - start));
        if (text[position] is 'j' or 'J')
        {
            value = new PyValue.Complex(new Complex(0, Double(digits)));
            position++;
        }
        else if (position > whole)
        {
            value = PyValue.Of(Double(digits));
        }
        else
        {
            var isZero = !digits.AsSpan().ContainsAnyExcept('0');
            if ((digits[0] == '0' && !isZero) || digits.Length > NumberText.MostDigits) return false;
            value = PyValue.Of(NumberText.Integer(digits));
        }
        return MayEndAt(text, position);
    }

    // digits, then any number of single underscores each followed by digits. No digit at all is allowed: ".5" starts so.
    private static bool TrySkipDigits(string text, ref int position)
    {
        while (true)
        {
            while (char.IsAsciiDigit(text[position])) position++;
            if (text[position] != '_') return true;
            if (!char.IsAsciiDigit(text[++position])) return false;
        }
    }

    // A letter at once behind a number is an error, unless a keyword begins there ("1or 2").
    private static bool MayEndAt(string text, int position) =>
        !(char.IsAsciiLetterOrDigit(text[position]) || text[position] == '_' || text[position] > '\x7f')
        || StartsAny(text.AsSpan(position), "and", "else", "for", "if", "in", "is", "or", "not");

    private static bool StartsAny(ReadOnlySpan<char> text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (text.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsDigit(char c, int radix) => radix switch
    {
        16 => char.IsAsciiHexDigit(c),
        8 => c is >= '0' and <= '7',
        _ => c is '0' or '1',
    };

    private static double Double(string digits) =>
        double.Parse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture);

    private static string Plain(ReadOnlySpan<char> digits) => digits.ToString().Replace("_", "", StringComparison.Ordinal);
}
