// Python's upper and lower case: full mappings, where one letter may become several. .NET's invariant mapping is one to one.

using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace BootcampEval.Sdk.Python;

/// <summary>Case mapping as <c>str.upper</c> and <c>str.lower</c> do it in Python 3.11 (Unicode 14, SpecialCasing.txt without the locale rules).</summary>
public static class PyCase
{
    // Each entry: the letter, then what it becomes. U+0131 and U+017F are single mappings that .NET's invariant culture leaves out.
    private static readonly FrozenDictionary<char, string> SpecialUpper = (
        "\u00DFSS \u0131I \u0149\u02BCN \u017FS \u01F0J\u030C \u0390\u0399\u0308\u0301 \u03B0\u03A5\u0308\u0301 "
        + "\u0587\u0535\u0552 \u1E96H\u0331 \u1E97T\u0308 \u1E98W\u030A \u1E99Y\u030A \u1E9AA\u02BE \u1F50\u03A5\u0313 "
        + "\u1F52\u03A5\u0313\u0300 \u1F54\u03A5\u0313\u0301 \u1F56\u03A5\u0313\u0342 \u1F80\u1F08\u0399 \u1F81\u1F09\u0399 "
        + "\u1F82\u1F0A\u0399 \u1F83\u1F0B\u0399 \u1F84\u1F0C\u0399 \u1F85\u1F0D\u0399 \u1F86\u1F0E\u0399 \u1F87\u1F0F\u0399 "
        + "\u1F88\u1F08\u0399 \u1F89\u1F09\u0399 \u1F8A\u1F0A\u0399 \u1F8B\u1F0B\u0399 \u1F8C\u1F0C\u0399 \u1F8D\u1F0D\u0399 "
        + "\u1F8E\u1F0E\u0399 \u1F8F\u1F0F\u0399 \u1F90\u1F28\u0399 \u1F91\u1F29\u0399 \u1F92\u1F2A\u0399 \u1F93\u1F2B\u0399 "
        + "\u1F94\u1F2C\u0399 \u1F95\u1F2D\u0399 \u1F96\u1F2E\u0399 \u1F97\u1F2F\u0399 \u1F98\u1F28\u0399 \u1F99\u1F29\u0399 "
        + "\u1F9A\u1F2A\u0399 \u1F9B\u1F2B\u0399 \u1F9C\u1F2C\u0399 \u1F9D\u1F2D\u0399 \u1F9E\u1F2E\u0399 \u1F9F\u1F2F\u0399 "
        + "\u1FA0\u1F68\u0399 \u1FA1\u1F69\u0399 \u1FA2\u1F6A\u0399 \u1FA3\u1F6B\u0399 \u1FA4\u1F6C\u0399 \u1FA5\u1F6D\u0399 "
        + "\u1FA6\u1F6E\u0399 \u1FA7\u1F6F\u0399 \u1FA8\u1F68\u0399 \u1FA9\u1F69\u0399 \u1FAA\u1F6A\u0399 \u1FAB\u1F6B\u0399 "
        + "\u1FAC\u1F6C\u0399 \u1FAD\u1F6D\u0399 \u1FAE\u1F6E\u0399 \u1FAF\u1F6F\u0399 \u1FB2\u1FBA\u0399 \u1FB3\u0391\u0399 "
        + "\u1FB4\u0386\u0399 \u1FB6\u0391\u0342 \u1FB7\u0391\u0342\u0399 \u1FBC\u0391\u0399 \u1FC2\u1FCA\u0399 "
        + "\u1FC3\u0397\u0399 \u1FC4\u0389\u0399 \u1FC6\u0397\u0342 \u1FC7\u0397\u0342\u0399 \u1FCC\u0397\u0399 "
        + "\u1FD2\u0399\u0308\u0300 \u1FD3\u0399\u0308\u0301 \u1FD6\u0399\u0342 \u1FD7\u0399\u0308\u0342 "
        + "\u1FE2\u03A5\u0308\u0300 \u1FE3\u03A5\u0308\u0301 \u1FE4\u03A1\u0313 \u1FE6\u03A5\u0342 \u1FE7\u03A5\u0308\u0342 "
        + "\u1FF2\u1FFA\u0399 \u1FF3\u03A9\u0399 \u1FF4\u038F\u0399 \u1FF6\u03A9\u0342 \u1FF7\u03A9\u0342\u0399 "
        + "\u1FFC\u03A9\u0399 \uFB00FF \uFB01FI \uFB02FL \uFB03FFI \uFB04FFL \uFB05ST \uFB06ST \uFB13\u0544\u0546 "
        + "\uFB14\u0544\u0535 \uFB15\u0544\u053B \uFB16\u054E\u0546 \uFB17\u0544\u053D ")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenDictionary(entry => entry[0], entry => entry[1..]);

    /// <summary>The text in upper case: <c>str.upper()</c>. <c>ß</c> becomes <c>SS</c>, <c>ﬁ</c> becomes <c>FI</c>.</summary>
    public static string Upper(string text)
    {
        if (Ascii.IsValid(text)) return text.ToUpperInvariant();
        var upper = new StringBuilder(text.Length);
        foreach (var (rune, index, isRune) in PyText.Characters(text))
        {
            if (!isRune) upper.Append(text[index]);
            else if (rune.IsBmp && SpecialUpper.TryGetValue((char)rune.Value, out var letters)) upper.Append(letters);
            else upper.Append(Mapped(rune, Rune.ToUpperInvariant(rune)));
        }
        return upper.ToString();
    }

    /// <summary>The text in lower case: <c>str.lower()</c>. <c>İ</c> becomes two code points, and <c>Σ</c> at the end of a word <c>ς</c>.</summary>
    public static string Lower(string text)
    {
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();
        var lower = new StringBuilder(text.Length);
        foreach (var (rune, index, isRune) in PyText.Characters(text))
        {
            if (!isRune) lower.Append(text[index]);
            else if (rune.Value == '\u0130') lower.Append("i\u0307");
            else if (rune.Value == '\u03A3') lower.Append(EndsWord(text, index) ? '\u03C2' : '\u03C3');
            else lower.Append(Mapped(rune, Rune.ToLowerInvariant(rune)));
        }
        return lower.ToString();
    }

    /// <summary>
    /// Folds what <c>re.IGNORECASE</c> takes for an ASCII letter to the lower-case letter: A to Z, and also U+017F (s), U+212A (k), U+0130 and
    /// U+0131 (i). Nothing else changes, and no index moves: search the result for lower-case ASCII, ordinally.
    /// </summary>
    public static string FoldAscii(string text) => string.Create(text.Length, text, static (folded, text) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            folded[i] = text[i] switch
            {
                >= 'A' and <= 'Z' => (char)(text[i] | 0x20),
                '\u017f' => 's',
                '\u212a' => 'k',
                '\u0130' or '\u0131' => 'i',
                var other => other,
            };
        }
    });

    private static Rune Mapped(Rune from, Rune to) =>
        UnicodeAge.IsAfterPython(from.Value) || UnicodeAge.IsAfterPython(to.Value) ? from : to;

    // The Final_Sigma condition of the Unicode Standard, section 3.13: a cased letter before, none after, case-ignorable characters skipped.
    private static bool EndsWord(string text, int sigma)
    {
        var before = sigma;
        while (PyText.TryRuneBefore(text, before, out var skipped) && IsCaseIgnorable(skipped)) before -= skipped.Utf16SequenceLength;
        if (!PyText.TryRuneBefore(text, before, out var previous) || !IsCased(previous)) return false;
        var after = sigma + 1;
        while (PyText.TryRuneAt(text, after, out var skipped) && IsCaseIgnorable(skipped)) after += skipped.Utf16SequenceLength;
        return !PyText.TryRuneAt(text, after, out var next) || !IsCased(next);
    }

    // Letters with case, and the letter-like characters of Other_Lowercase and Other_Uppercase that are not case-ignorable as well.
    private static bool IsCased(Rune rune) => rune.Value is
        0xAA or 0xBA or (>= 0x2160 and <= 0x217F) or (>= 0x24B6 and <= 0x24E9) or (>= 0x1F130 and <= 0x1F149) or (>= 0x1F150 and <= 0x1F169) or
        (>= 0x1F170 and <= 0x1F189) || (Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        && !UnicodeAge.IsAfterPython(rune.Value));

    private static bool IsCaseIgnorable(Rune rune) => rune.Value is
        '\'' or '.' or ':' or 0xB7 or 0x387 or 0x55F or 0x5F4 or 0x2018 or 0x2019 or 0x2024 or 0x2027 or 0xFE13 or 0xFE52 or 0xFE55 or 0xFF07 or
        0xFF0E or 0xFF1A || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or
        UnicodeCategory.Format or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol;
}
