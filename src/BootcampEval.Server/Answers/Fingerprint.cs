// A fast hash of text: rows are found by it, and every "random" decision of the reference models is drawn from it.

using System.Buffers.Binary;

namespace BootcampEval.Server.Answers;

/// <summary>A 64-bit hash over UTF-8 text, the same on every platform.</summary>
/// <remarks>Folded 128-bit multiplication as in wyhash (Wang Yi, 2019), 8 bytes a step. Not for hostile keys: both sides of a look-up are ours.</remarks>
internal static class Fingerprint
{
    private const ulong Start = 0x9E3779B97F4A7C15, Step = 0xA0761D6478BD642F, End = 0xE7037ED1A0B428DB;

    /// <summary>The hash of a text.</summary>
    public static ulong Of(ReadOnlySpan<byte> text)
    {
        var hash = Fold(Start ^ (ulong)text.Length, Step);
        while (text.Length >= 8)
        {
            hash = Fold(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text), Step);
            text = text[8..];
        }
        ulong tail = 0;
        for (var i = 0; i < text.Length; i++) tail |= (ulong)text[i] << (8 * i);
        return Fold(hash ^ tail, End);
    }

    /// <summary>The hash of exactly <see cref="Window"/> bytes: cheap enough to be tried at every place of a text.</summary>
    public static ulong OfWindow(ReadOnlySpan<byte> text) => Fold(
        BinaryPrimitives.ReadUInt64LittleEndian(text) ^ Step,
        BinaryPrimitives.ReadUInt64LittleEndian(text[8..]) ^ End);

    /// <summary>Number of bytes that <see cref="OfWindow"/> reads.</summary>
    public const int Window = 16;

    /// <summary>Another hash that follows from two: independent draws from one fingerprint.</summary>
    public static ulong Mix(ulong hash, ulong salt) => Fold(hash ^ Start, Fold(salt ^ Step, End) ^ End);

    /// <summary>A number from 0 up to, not including, 1, drawn from a hash.</summary>
    public static double Fraction(ulong hash) => (hash >> 11) * (1.0 / (1UL << 53));

    private static ulong Fold(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }
}
