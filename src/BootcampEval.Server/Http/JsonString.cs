// The content of a JSON string as UTF-8, without making a string of it.

using System.Buffers;
using System.Text;
using System.Text.Json;

namespace BootcampEval.Server.Http;

/// <summary>Unescaped text in a rented buffer: dispose it to give the buffer back.</summary>
internal readonly struct JsonString : IDisposable
{
    private readonly byte[] _rented;
    private readonly int _length;

    private JsonString(byte[] rented, int length)
    {
        _rented = rented;
        _length = length;
    }

    /// <summary>The text.</summary>
    public ReadOnlySpan<byte> Utf8 => _rented.AsSpan(0, _length);

    /// <summary>The text of the string that a reader stands on. Lone surrogates, which UTF-8 lacks, become U+FFFD.</summary>
    public static JsonString Unescape(ref Utf8JsonReader reader)
    {
        var rented = ArrayPool<byte>.Shared.Rent(Math.Max(1, reader.HasValueSequence ? (int)reader.ValueSequence.Length : reader.ValueSpan.Length));
        try
        {
            return new(rented, reader.CopyString(rented));
        }
        catch (InvalidOperationException)
        {
            ArrayPool<byte>.Shared.Return(rented);
            return Leniently(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_rented is not null) ArrayPool<byte>.Shared.Return(_rented);
    }

    private static JsonString Leniently(ReadOnlySpan<byte> escaped)
    {
        var text = new StringBuilder(escaped.Length);
        var raw = Encoding.UTF8.GetString(escaped);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\' || i + 1 >= raw.Length)
            {
                text.Append(raw[i]);
                continue;
            }
            var letter = raw[++i];
            if (letter == 'u' && i + 4 < raw.Length && ushort.TryParse(raw.AsSpan(i + 1, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var unit))
            {
                text.Append((char)unit);
                i += 4;
                continue;
            }
            text.Append(letter switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', _ => letter });
        }
        var written = Encoding.UTF8.GetByteCount(text.ToString());
        var rented = ArrayPool<byte>.Shared.Rent(Math.Max(1, written));
        return new(rented, Encoding.UTF8.GetBytes(text.ToString(), rented));
    }
}
