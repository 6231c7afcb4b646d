// What int(), float() and complex() do to a text before they read it: one home for digits of all scripts, white space and underscores.

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace BootcampEval.Sdk.Python;

/// <summary>Turns the text of a number into ASCII, as Python's number constructors do.</summary>
internal static class NumberText
{
    /// <summary>More decimal digits than this, and Python refuses to make an integer of them.</summary>
    public const int MostDigits = 4300;

    /// <summary>
    /// Trims, turns the decimal digits of every script into ASCII ones, and takes out single underscores between digits. White space of all
    /// kinds is trimmed but U+001C to U+001F: they are not white space to these constructors.
    /// </summary>
    /// <returns>Null when some other character beyond ASCII, or an underscore in another place, makes it no number.</returns>
    [SuppressMessage("Style", "IDE0045", Justification = "The cases read better apart.")]
    public static string? ToAscii(ReadOnlySpan<char> text)
    {
        text = Trim(text);
        if (Ascii.IsValid(text) && !text.Contains('_')) return text.ToString();
        var ascii = new StringBuilder(text.Length);
        var afterUnderscore = false;
        for (var i = 0; i < text.Length;)
        {
            if (!PyText.TryRuneAt(text, i, out var rune)) return null;
            i += rune.Utf16SequenceLength;
            var digit = PyText.DigitValue(rune);
            if (rune.Value == '_')
            {
                if (afterUnderscore || ascii.Length == 0 || !char.IsAsciiDigit(ascii[^1])) return null;
                afterUnderscore = true;
                continue;
            }
            if (digit < 0 && (afterUnderscore || !rune.IsAscii)) return null;
            ascii.Append(digit < 0 ? (char)rune.Value : (char)('0' + digit));
            afterUnderscore = false;
        }
        return afterUnderscore ? null : ascii.ToString();
    }

    /// <summary>The integer that ASCII digits write. Most are short, and read without <see cref="BigInteger.Parse(string)"/>.</summary>
    public static BigInteger Integer(ReadOnlySpan<char> digits) => digits.Length <= 18
        ? long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)
        : BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Trims the white space that the number constructors ignore.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        while (text.Length > 0 && char.IsWhiteSpace(text[0])) text = text[1..];
        while (text.Length > 0 && char.IsWhiteSpace(text[^1])) text = text[..^1];
        return text;
    }
}
