// A text that arrives in pieces of escaped UTF-8. Kept as UTF-16, so that a surrogate pair cut in two by the server comes together again.

using System.Buffers;
using BootcampEval.Engine.Json;

namespace BootcampEval.Engine.Models;

/// <summary>Collects a text in pooled memory; nothing is allocated per piece.</summary>
internal sealed class TextBuilder : IDisposable
{
    /// <summary>The longest text taken: a server that never ends an answer must not take all memory.</summary>
    public const int MostCharacters = 128 * 1024 * 1024;

    private char[] _text = [];

    /// <summary>How many UTF-16 units there are.</summary>
    public int Length { get; private set; }

    /// <summary>Appends what stands between the quotes of a JSON string.</summary>
    /// <exception cref="InvalidDataException">The text is too long.</exception>
    public void AppendEscaped(ReadOnlySpan<byte> content)
    {
        if (_text.Length - Length < content.Length) Grow(content.Length);
        Length += JsonStrings.Unescape(content, _text.AsSpan(Length));
    }

    /// <summary>Forgets the text.</summary>
    public void Clear() => Length = 0;

    /// <inheritdoc/>
    public override string ToString() => new(_text, 0, Length);

    /// <inheritdoc/>
    public void Dispose()
    {
        var text = _text;
        _text = [];
        Length = 0;
        if (text.Length > 0) ArrayPool<char>.Shared.Return(text);
    }

    private void Grow(int more)
    {
        if ((long)Length + more > MostCharacters) throw new InvalidDataException($"the answer is longer than {MostCharacters} characters");
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(Math.Max(256, Length + more), (int)Math.Min(MostCharacters, _text.Length * 2L)));
        _text.AsSpan(0, Length).CopyTo(larger);
        if (_text.Length > 0) ArrayPool<char>.Shared.Return(_text);
        _text = larger;
    }
}
