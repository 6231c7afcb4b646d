// JSON strings that may hold anything: lone surrogates, which System.Text.Json refuses to read and replaces on writing, come through unchanged.
// Also the fastest way in and out here: whole runs between escapes are transcoded at once.

using System.Buffers;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace BootcampEval.Engine.Json;

/// <summary>Reads and writes the content of JSON strings, UTF-8 on one side and UTF-16 on the other.</summary>
internal static class JsonStrings
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    /// <summary>The text of the string that the reader stands on.</summary>
    public static string Read(ref Utf8JsonReader reader)
    {
        if (reader.HasValueSequence) return Read(reader.ValueSequence.ToArray());
        return reader.ValueIsEscaped ? Read(reader.ValueSpan) : Encoding.UTF8.GetString(reader.ValueSpan);
    }

    /// <summary>The text of a JSON string element.</summary>
    public static string Read(JsonElement element) => Read(JsonMarshal.GetRawUtf8Value(element)[1..^1]);

    /// <summary>The text of a JSON string, given what stands between its quotes.</summary>
    public static string Read(ReadOnlySpan<byte> content)
    {
        if (!content.Contains((byte)'\\')) return Encoding.UTF8.GetString(content);
        var rented = ArrayPool<char>.Shared.Rent(content.Length);
        try
        {
            return new(rented, 0, Unescape(content, rented));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    /// <summary>Writes the text of a JSON string, given what stands between its quotes; returns the number of characters.</summary>
    /// <param name="content">The content, of which a JSON reader has already checked the escapes.</param>
    /// <param name="text">Room for at least as many characters as <paramref name="content"/> has bytes.</param>
    public static int Unescape(ReadOnlySpan<byte> content, Span<char> text)
    {
        var written = 0;
        while (true)
        {
            var escape = content.IndexOf((byte)'\\');
            var run = escape < 0 ? content : content[..escape];
            Utf8.ToUtf16(run, text[written..], out _, out var characters);
            written += characters;
            if (escape < 0) return written;
            content = content[(escape + 1)..];
            switch (content[0])
            {
                case (byte)'u':
                    text[written++] = Utf8Parser.TryParse(content[1..5], out ushort unit, out _, 'x') ? (char)unit : '\uFFFD';
                    content = content[5..];
                    break;
                case var letter:
                    text[written++] = letter switch
                    {
                        (byte)'n' => '\n',
                        (byte)'t' => '\t',
                        (byte)'r' => '\r',
                        (byte)'b' => '\b',
                        (byte)'f' => '\f',
                        _ => (char)letter,
                    };
                    content = content[1..];
                    break;
            }
        }
    }

    /// <summary>Appends a text as a JSON string, quotes included.</summary>
    public static void Append(Utf8Buffer json, ReadOnlySpan<char> text)
    {
        json.Append((byte)'"');
        AppendContent(json, text);
        json.Append((byte)'"');
    }

    /// <summary>Appends a text as the content of a JSON string: non-ASCII as itself, lone surrogates escaped.</summary>
    public static void AppendContent(Utf8Buffer json, ReadOnlySpan<char> text)
    {
        while (true)
        {
            var escape = text.IndexOfAny(Escaped);
            AppendRun(json, escape < 0 ? text : text[..escape]);
            if (escape < 0) return;
            AppendEscape(json, text[escape]);
            text = text[(escape + 1)..];
        }
    }

    private static void AppendRun(Utf8Buffer json, ReadOnlySpan<char> run)
    {
        while (!run.IsEmpty)
        {
            // Three bytes for each unit is the most: asked for in pieces, so that a huge text does not ask for three times its size at once.
            var piece = run.Length <= 16_384 ? run : run[..16_384];
            var status = Utf8.FromUtf16(piece, json.GetSpan(piece.Length * 3), out var read, out var written, replaceInvalidSequences: false,
                isFinalBlock: piece.Length == run.Length);
            json.Advance(written);
            run = run[read..];
            if (status != OperationStatus.InvalidData) continue;
            AppendEscape(json, run[0]);
            run = run[1..];
        }
    }

    private static void AppendEscape(Utf8Buffer json, char unit)
    {
        ReadOnlySpan<byte> short2 = unit switch
        {
            '"' => "\\\""u8,
            '\\' => "\\\\"u8,
            '\n' => "\\n"u8,
            '\r' => "\\r"u8,
            '\t' => "\\t"u8,
            _ => default,
        };
        if (!short2.IsEmpty)
        {
            json.Append(short2);
            return;
        }
        var room = json.GetSpan(6);
        "\\u"u8.CopyTo(room);
        Utf8Formatter.TryFormat((ushort)unit, room[2..], out _, new StandardFormat('x', 4));
        json.Advance(6);
    }
}
