// How Python prints strings, bytes and containers: repr().

using System.Globalization;
using System.Text;

namespace BootcampEval.Sdk.Python;

/// <summary>The Python text of strings, bytes and containers.</summary>
internal static class PyRepr
{
    public static void AppendMembers(StringBuilder text, string open, IReadOnlyList<PyValue> members, string close)
    {
        text.Append(open);
        for (var i = 0; i < members.Count; i++)
        {
            if (i > 0) text.Append(", ");
            members[i].AppendRepr(text);
        }
        text.Append(close);
    }

    public static void AppendString(StringBuilder text, string value)
    {
        var quote = value.Contains('\'') && !value.Contains('"') ? '"' : '\'';
        text.Append(quote);
        foreach (var (rune, index, isRune) in PyText.Characters(value))
        {
            if (!isRune) text.Append(CultureInfo.InvariantCulture, $"\\u{(int)value[index]:x4}");
            else if (rune.Value == quote || rune.Value == '\\') text.Append('\\').Append(rune);
            else if (IsPrintable(rune)) text.Append(rune);
            else AppendEscape(text, rune.Value);
        }
        text.Append(quote);
    }

    public static void AppendBytes(StringBuilder text, IReadOnlyList<byte> value)
    {
        var quote = value.Contains((byte)'\'') && !value.Contains((byte)'"') ? '"' : '\'';
        text.Append('b').Append(quote);
        foreach (var octet in value)
        {
            if (octet == quote || octet == '\\') text.Append('\\').Append((char)octet);
            else if (octet is >= 0x20 and < 0x7F) text.Append((char)octet);
            else AppendEscape(text, octet);
        }
        text.Append(quote);
    }

    private static void AppendEscape(StringBuilder text, int point) => _ = point switch
    {
        '\n' => text.Append("\\n"),
        '\r' => text.Append("\\r"),
        '\t' => text.Append("\\t"),
        <= 0xFF => text.Append(CultureInfo.InvariantCulture, $"\\x{point:x2}"),
        <= 0xFFFF => text.Append(CultureInfo.InvariantCulture, $"\\u{point:x4}"),
        _ => text.Append(CultureInfo.InvariantCulture, $"\\U{point:x8}"),
    };

    private static bool IsPrintable(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or
        UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);
}
