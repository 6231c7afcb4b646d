// Ciphers on the bytes of a text, written in hexadecimal.

using System.Globalization;
using System.Text;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Ciphers;

/// <summary>A small block cipher: exclusive-or, a table for half bytes, a rotation, and exclusive-or again.</summary>
internal sealed class SubstitutionBox : CipherKernel
{
    private const string Key = "12345678";

    private static readonly int[] Box = [0xF, 0xA, 7, 5, 9, 3, 0xD, 0, 0xE, 8, 4, 6, 1, 2, 0xB, 0xC];

    public override string Name => "Kor_rule22_SBOXCipher";

    public override string Title => "a small block cipher";

    public override int StepsPerLetter => 3;

    public override string Rules => $"""
        Take the ASCII codes of the characters as bytes, small letters as capitals, in blocks of 8; fill up the last block with zero bytes
        at the end. The bytes of a block have the key bytes 31 32 33 34 35 36 37 38 (hexadecimal), the first byte the first key byte and so
        on. For each byte:
        1. take the exclusive or with its key byte;
        2. replace each of its two hexadecimal digits by this table, from digit to new digit:
        {string.Join(", ", Box.Select((to, from) => $"{from:X} to {to:X}"))};
        3. rotate the 8 bits left by one: the highest bit becomes the lowest;
        4. take the exclusive or with the key byte once more.
        Write all bytes as two hexadecimal digits each, with capital letters and without spaces.
        """;

    public override string Encrypt(string text)
    {
        var bytes = Encoding.ASCII.GetBytes(string.Concat(text.Where(c => char.IsAsciiLetterOrDigit(c) || PyText.IsSpace(c))).ToUpperInvariant());
        return string.Concat(bytes.Chunk(Key.Length).Select(block =>
            Convert.ToHexString([.. Key.Select((key, i) => Encrypted(i < block.Length ? block[i] : 0, key))])));
    }

    public override string? Decrypt(string text) => Hexadecimal.Read(text) is { } bytes
        ? string.Concat(bytes.Chunk(Key.Length).Select(block =>
            Encoding.Latin1.GetString([.. block.Select((value, i) => Decrypted(value, Key[i]))]).TrimEnd('\0')))
        : null;

    private static byte Encrypted(int value, char key)
    {
        var mixed = value ^ key;
        var boxed = (Box[mixed >> 4] << 4) | Box[mixed & 15];
        return (byte)((byte)((boxed << 1) | (boxed >> 7)) ^ key);
    }

    private static byte Decrypted(int value, char key)
    {
        var rotated = value ^ key;
        var boxed = (byte)((rotated >> 1) | (rotated << 7));
        return (byte)(((Array.IndexOf(Box, boxed >> 4) << 4) | Array.IndexOf(Box, boxed & 15)) ^ key);
    }
}

/// <summary>Exclusive-or with the bytes of a fixed digest.</summary>
internal sealed class DigestMask : CipherKernel
{
    // The SHA-256 digest of "SECRET_KEY".
    private static readonly byte[] Digest = Convert.FromHexString("73ef2a4edd7a7fbf07fd5f6faf99674dc0c25a025fd74c221f4c35849e5c0fb3");

    public override string Name => "Kor_rule25_SHACipher";

    public override string Title => "a mask made of a digest";

    public override int StepsPerLetter => 3;

    public override string Rules => $"""
        Take the ASCII code of each letter, as a capital (A = 65 to Z = 90), as a byte. Take the exclusive or of the first byte with the
        first byte of the mask below, of the second with the second and so on; the mask starts again when it is used up. Write each result
        as two hexadecimal digits, with small letters and without spaces.
        Mask (hexadecimal): {string.Join(' ', Digest.Select(value => value.ToString("x2", CultureInfo.InvariantCulture)))}
        """;

    public override string Encrypt(string text) => Convert.ToHexStringLower(Masked(Encoding.ASCII.GetBytes(LettersOf(text))));

    public override string? Decrypt(string text) => Hexadecimal.Read(text) is { } bytes ? Encoding.Latin1.GetString(Masked(bytes)) : null;

    private static byte[] Masked(byte[] bytes) => [.. bytes.Select((value, i) => (byte)(value ^ Digest[i % Digest.Length]))];
}

/// <summary>Texts of hexadecimal digits.</summary>
internal static class Hexadecimal
{
    /// <summary>The bytes; null when it is no such text.</summary>
    public static byte[]? Read(string text) => text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : null;
}
