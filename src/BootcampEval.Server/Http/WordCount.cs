// Tokens, for a server without a tokenizer: whitespace-separated words.

using System.Numerics;
using System.Runtime.Intrinsics;

namespace BootcampEval.Server.Http;

/// <summary>Counts words in UTF-8 text, 32 bytes a step: prompts are counted on every request.</summary>
internal static class WordCount
{
    /// <summary>Number of runs of bytes above the space character.</summary>
    public static int Of(ReadOnlySpan<byte> text)
    {
        var words = 0;
        var wasSpace = 1u;
        while (text.Length >= Vector256<byte>.Count)
        {
            var spaces = Vector256.LessThanOrEqual(Vector256.Create(text), Vector256.Create((byte)' ')).ExtractMostSignificantBits();
            words += BitOperations.PopCount(~spaces & ((spaces << 1) | wasSpace));
            wasSpace = spaces >> 31;
            text = text[Vector256<byte>.Count..];
        }
        foreach (var octet in text)
        {
            var isSpace = octet <= ' ' ? 1u : 0u;
            words += (int)(wasSpace & ~isSpace & 1u);
            wasSpace = isSpace;
        }
        return words;
    }
}
