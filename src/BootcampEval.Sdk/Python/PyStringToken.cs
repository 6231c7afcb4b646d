// String and bytes literals of Python source: quotes, prefixes, escapes.

using System.Globalization;
using System.Text;

namespace BootcampEval.Sdk.Python;

/// <summary>Reads a string token, after CPython 3.11. Formatted strings and <c>\N{name}</c> are refused.</summary>
internal static class PyStringToken
{
    /// <summary>Whether a name directly before a quote is a prefix of a string: <c>r</c>, <c>b</c>, <c>u</c>, <c>f</c>, <c>rb</c>, <c>rf</c> in any case and order.</summary>
    public static bool IsPrefix(string name) => name.Length <= 2 && name.ToLowerInvariant() is
        "" or "r" or "b" or "u" or "f" or "rb" or "br" or "rf" or "fr";

    /// <summary>Reads a string or bytes. False where CPython reports an error, and for formatted strings.</summary>
    /// <param name="text">The source.</param>
    /// <param name="prefix">The prefix before the quote.</param>
    /// <param name="position">Where the opening quote stands; afterwards, behind the closing one.</param>
    /// <param name="value">The string or bytes.</param>
    public static bool TryRead(string text, string prefix, ref int position, out PyValue? value)
    {
        value = null;
        if (prefix.Contains('f', StringComparison.OrdinalIgnoreCase)) return false;
        var quote = text[position];
        var quotes = text.AsSpan(position).StartsWith([quote, quote, quote]) ? 3 : 1;
        var start = position + quotes;
        if (!TryFindEnd(text, start, quote, quotes, out var end)) return false;
        position = end + quotes;
        var isBytes = prefix.Contains('b', StringComparison.OrdinalIgnoreCase);
        var body = text[start..end];
        if (isBytes && !Ascii.IsValid(body)) return false;
        if (!prefix.Contains('r', StringComparison.OrdinalIgnoreCase) && !TryUnescape(body, isBytes, out body)) return false;
        value = isBytes ? new PyValue.Bytes([.. body.Select(c => (byte)c)]) : PyValue.Of(body);
        return true;
    }

    /// <summary>Joins adjacent literals, which must be all strings or all bytes; null otherwise.</summary>
    public static PyValue? Join(IReadOnlyList<PyValue> pieces)
    {
        if (pieces.Count == 1) return pieces[0];
        if (pieces.All(piece => piece is PyValue.Str)) return PyValue.Of(string.Concat(pieces));
        var bytes = pieces.OfType<PyValue.Bytes>().ToArray();
        return bytes.Length == pieces.Count ? new PyValue.Bytes([.. bytes.SelectMany(piece => piece.Value)]) : null;
    }

    private static bool TryFindEnd(string text, int start, char quote, int quotes, out int end)
    {
        for (end = start; end < text.Length; end++)
        {
            if (text[end] == '\\') end++;
            else if (text[end] == '\n' && quotes == 1) return false;
            else if (text[end] == quote && (quotes == 1 || (end + 2 < text.Length && text[end + 1] == quote && text[end + 2] == quote))) return true;
        }
        return false;
    }

    private static bool TryUnescape(string body, bool isBytes, out string plain)
    {
        plain = body;
        if (!body.Contains('\\')) return true;
        var text = new StringBuilder(body.Length);
        for (var i = 0; i < body.Length;)
        {
            if (body[i] != '\\') text.Append(body[i++]);
            else if (!TryEscape(body, ref i, isBytes, text)) return false;
        }
        plain = text.ToString();
        return true;
    }

    // Reads the escape at a backslash. An unknown one stays as it is written.
    private static bool TryEscape(string body, ref int i, bool isBytes, StringBuilder text)
    {
        var c = body[i + 1];
        if (c is >= '0' and <= '7')
        {
            AppendOctal(body, ref i, isBytes, text);
            return true;
        }
        if (c == 'x') return TryHex(body, ref i, 2, text);
        if (c == 'u' && !isBytes) return TryHex(body, ref i, 4, text);
        if (c == 'U' && !isBytes) return TryHex(body, ref i, 8, text);
        if (c == 'N' && !isBytes) return false;
        i += 2;
        _ = c switch
        {
            '\n' => text,
            '\\' or '\'' or '"' => text.Append(c),
            'a' => text.Append('\a'),
            'b' => text.Append('\b'),
            'f' => text.Append('\f'),
            'n' => text.Append('\n'),
            'r' => text.Append('\r'),
            't' => text.Append('\t'),
            'v' => text.Append('\v'),
            _ => text.Append('\\').Append(c),
        };
        return true;
    }

    private static void AppendOctal(string body, ref int i, bool isBytes, StringBuilder text)
    {
        var value = 0;
        var start = ++i;
        while (i < body.Length && i < start + 3 && body[i] is >= '0' and <= '7') value = (value * 8) + body[i++] - '0';
        text.Append((char)(isBytes ? value & 0xFF : value));
    }

    private static bool TryHex(string body, ref int i, int digits, StringBuilder text)
    {
        if (i + 2 + digits > body.Length) return false;
        var hex = body.AsSpan(i + 2, digits);
        if (!uint.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var point) || point > 0x10FFFF) return false;
        i += 2 + digits;
        if (point <= 0xFFFF) text.Append((char)point);
        else text.Append(char.ConvertFromUtf32((int)point));
        return true;
    }
}
