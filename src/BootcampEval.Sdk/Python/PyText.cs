// Python's view of text: code points, white space, digits, word characters. .NET's own predicates differ in a few characters that verdicts turn on.

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace BootcampEval.Sdk.Python;

/// <summary>What Python 3.11 (Unicode 14) means by white space, digits and word characters, and what it does with them.</summary>
/// <remarks>Total on any UTF-16: a lone surrogate is one character that is none of these.</remarks>
public static class PyText
{
    /// <summary>
    /// White space for <c>str.isspace</c>, <c>strip</c>, <c>split</c> and the regex <c>\s</c>: .NET's plus U+001C to U+001F. Not U+200B, not U+FEFF.
    /// No white space lies beyond the BMP, so UTF-16 units are enough.
    /// </summary>
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is >= '\u001c' and <= '\u001f';

    /// <summary>White space: see <see cref="IsSpace(char)"/>.</summary>
    public static bool IsSpace(Rune rune) => rune.IsBmp && IsSpace((char)rune.Value);

    /// <summary>The text without white space at both ends: <c>str.strip()</c>.</summary>
    public static ReadOnlySpan<char> Strip(ReadOnlySpan<char> text) => StripEnd(StripStart(text));

    /// <summary>The text without white space at both ends: <c>str.strip()</c>.</summary>
    public static string Strip(string text)
    {
        var stripped = Strip(text.AsSpan());
        return stripped.Length == text.Length ? text : stripped.ToString();
    }

    /// <summary>The text without white space at its start: <c>str.lstrip()</c>.</summary>
    public static ReadOnlySpan<char> StripStart(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && IsSpace(text[start])) start++;
        return text[start..];
    }

    /// <summary>The text without white space at its end: <c>str.rstrip()</c>.</summary>
    public static ReadOnlySpan<char> StripEnd(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        while (end > 0 && IsSpace(text[end - 1])) end--;
        return text[..end];
    }

    /// <summary>The pieces between runs of white space, none of them empty: <c>str.split()</c>.</summary>
    public static string[] Split(ReadOnlySpan<char> text)
    {
        var pieces = new List<string>();
        for (var rest = StripStart(text); rest.Length > 0; rest = StripStart(rest))
        {
            var length = 1;
            while (length < rest.Length && !IsSpace(rest[length])) length++;
            pieces.Add(rest[..length].ToString());
            rest = rest[length..];
        }
        return [.. pieces];
    }

    /// <summary>The text with all white space deleted: <c>re.sub(r"\s+", "", text)</c>.</summary>
    public static string WithoutSpaces(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!IsSpace(c)) kept.Append(c);
        return kept.Length == text.Length ? text : kept.ToString();
    }

    /// <summary>
    /// The lines: <c>str.splitlines()</c>. A line ends at LF, CR, CR LF, VT, FF, U+001C to U+001E, U+0085, U+2028 or U+2029; a break at the very
    /// end does not open another line. (To split at LF alone, use <c>text.Split('\n')</c>.)
    /// </summary>
    public static string[] SplitLines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && !IsLineBreak(text[end])) end++;
            lines.Add(text[start..end]);
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }
        return [.. lines];
    }

    /// <summary>A decimal digit of any script (category Nd): the regex <c>\d</c>, <c>str.isdecimal</c>.</summary>
    public static bool IsDecimalDigit(Rune rune) => DigitValue(rune) >= 0;

    /// <summary>The value of a decimal digit of any script, 0 to 9; -1 for any other character (superscripts and circled digits too).</summary>
    public static int DigitValue(Rune rune)
    {
        if (rune.IsAscii) return rune.Value is >= '0' and <= '9' ? rune.Value - '0' : -1;
        if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.DecimalDigitNumber || UnicodeAge.IsAfterPython(rune.Value)) return -1;
        return (int)Rune.GetNumericValue(rune);
    }

    /// <summary>
    /// Whether all characters, at least one, are digits in the wider sense of <c>str.isdigit</c>: decimal digits and also superscript, circled and
    /// similar ones, which <c>int()</c> refuses.
    /// </summary>
    public static bool IsDigits(string text)
    {
        foreach (var (rune, _, isRune) in Characters(text))
            if (!isRune || !IsDigit(rune)) return false;
        return text.Length > 0;
    }

    /// <summary>A word character, the regex <c>\w</c>: letters, numbers of every kind and <c>_</c>, in all planes; no combining mark, no joiner.</summary>
    public static bool IsWord(Rune rune) => rune.Value == '_' || IsAlphanumeric(rune);

    /// <summary>A letter or a number of any kind: <c>str.isalnum</c> of one character.</summary>
    public static bool IsAlphanumeric(Rune rune) =>
        rune.IsAscii ? char.IsAsciiLetterOrDigit((char)rune.Value) : Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or
            UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or
            UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber && !UnicodeAge.IsAfterPython(rune.Value);

    /// <summary>A letter: <c>str.isalpha</c> of one character.</summary>
    public static bool IsLetter(Rune rune) =>
        rune.IsAscii ? char.IsAsciiLetter((char)rune.Value) : Rune.IsLetter(rune) && !UnicodeAge.IsAfterPython(rune.Value);

    /// <summary>The text's length in code points: <c>len</c>.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i += UnitsAt(text, i)) length++;
        return length;
    }

    /// <summary>The code points of a text. A lone surrogate is its own code point.</summary>
    public static int[] CodePoints(string text)
    {
        var points = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i += UnitsAt(text, i))
            points.Add(UnitsAt(text, i) == 2 ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i]);
        return [.. points];
    }

    /// <summary>Reads the character that starts at an index. False for a lone surrogate and beyond the end.</summary>
    public static bool TryRuneAt(ReadOnlySpan<char> text, int index, out Rune rune)
    {
        rune = default;
        return (uint)index < (uint)text.Length
            && Rune.DecodeFromUtf16(text[index..], out rune, out _) == System.Buffers.OperationStatus.Done;
    }

    /// <summary>Reads the character that ends before an index. False for a lone surrogate and at the start.</summary>
    public static bool TryRuneBefore(ReadOnlySpan<char> text, int index, out Rune rune)
    {
        rune = default;
        return index > 0 && index <= text.Length
            && Rune.DecodeLastFromUtf16(text[..index], out rune, out _) == System.Buffers.OperationStatus.Done;
    }

    /// <summary>Whether the regex <c>\b</c> matches at an index: a word character on exactly one side.</summary>
    public static bool IsWordBoundary(ReadOnlySpan<char> text, int index) =>
        (TryRuneBefore(text, index, out var before) && IsWord(before)) != (TryRuneAt(text, index, out var after) && IsWord(after));

    /// <summary>Where the run of decimal digits (<c>\d*</c>) that starts at an index ends.</summary>
    public static int EndOfDigits(ReadOnlySpan<char> text, int index)
    {
        while (TryRuneAt(text, index, out var rune) && IsDecimalDigit(rune)) index += rune.Utf16SequenceLength;
        return index;
    }

    /// <summary>Where the run of white space (<c>\s*</c>) that starts at an index ends.</summary>
    public static int EndOfSpaces(ReadOnlySpan<char> text, int index)
    {
        while (index < text.Length && IsSpace(text[index])) index++;
        return index;
    }

    /// <summary>The characters of a text with their places; <c>IsRune</c> is false for a lone surrogate.</summary>
    [SuppressMessage("Design", "CA1006", Justification = "A tuple says what is meant.")]
    internal static IEnumerable<(Rune Rune, int Index, bool IsRune)> Characters(string text)
    {
        for (var i = 0; i < text.Length; i += UnitsAt(text, i))
            yield return (TryRuneAt(text, i, out var rune) ? rune : Rune.ReplacementChar, i, UnitsAt(text, i) == 2 || !char.IsSurrogate(text[i]));
    }

    private static int UnitsAt(ReadOnlySpan<char> text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;

    private static bool IsLineBreak(char c) => c is (>= '\n' and <= '\r') or (>= '\u001c' and <= '\u001e') or '\u0085' or '\u2028' or '\u2029';

    // Unicode's Numeric_Type=Digit beyond category Nd.
    private static bool IsDigit(Rune rune) => IsDecimalDigit(rune) || rune.Value is
        0xB2 or 0xB3 or 0xB9 or (>= 0x1369 and <= 0x1371) or 0x19DA or 0x2070 or (>= 0x2074 and <= 0x2079) or (>= 0x2080 and <= 0x2089) or
        (>= 0x2460 and <= 0x2468) or (>= 0x2474 and <= 0x247C) or (>= 0x2488 and <= 0x2490) or 0x24EA or (>= 0x24F5 and <= 0x24FD) or 0x24FF or
        (>= 0x2776 and <= 0x277E) or (>= 0x2780 and <= 0x2788) or (>= 0x278A and <= 0x2792) or (>= 0x10A40 and <= 0x10A43) or
        (>= 0x10E60 and <= 0x10E68) or (>= 0x11052 and <= 0x1105A) or (>= 0x1F100 and <= 0x1F10A);
}
