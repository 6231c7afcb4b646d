// The two ciphers that work on running text: they keep case, and what is not a letter.

using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Ciphers;

/// <summary>Caesar's cipher: every letter moves the same number of places.</summary>
internal sealed class Caesar(int shift) : CipherKernel
{
    public override string Name => "Caesar_Cipher";

    public override string Title => "a shift cipher";

    public override int StepsPerLetter => 1;

    public override string Rules => $"""
        Replace each letter by the one {shift} places further in the alphabet A to Z; after Z comes A again. Letters keep their case, and other
        characters stay as they are.
        """;

    public override string Arguments => $$"""{"shift":{{shift}}}""";

    public override string Encrypt(string text) => Moved(text, shift);

    public override string Decrypt(string text) => Moved(text, -shift);

    private static string Moved(string text, int by) => string.Concat(text.Select(c => c switch
    {
        >= 'A' and <= 'Z' => Shifted(Alphabet, c - 'A', by % 26),
        >= 'a' and <= 'z' => char.ToLowerInvariant(Shifted(Alphabet, c - 'a', by % 26)),
        _ => c,
    }));
}

/// <summary>Atbash: the alphabet backwards.</summary>
internal sealed class Atbash : CipherKernel
{
    public override string Name => "AtbashCipher";

    public override string Title => "the mirrored alphabet";

    public override int StepsPerLetter => 1;

    public override string Rules => """
        Replace A by Z, B by Y, C by X and so on to Z by A. Letters keep their case, and other characters stay as they are. Words are separated
        by one space.
        """;

    public override string Encrypt(string text) => string.Join(' ', PyText.Split(text).Select(word => string.Concat(word.Select(Mirrored))));

    public override string Decrypt(string text) => Encrypt(text);

    private static char Mirrored(char c) => c switch
    {
        >= 'A' and <= 'Z' => (char)('A' + 'Z' - c),
        >= 'a' and <= 'z' => (char)('a' + 'z' - c),
        _ => c,
    };
}
