// What every cipher can do: encrypt, decrypt, and say how it works.

namespace BootcampEval.Library.Ciphers;

/// <summary>A cipher with its keys. Immutable.</summary>
internal abstract class CipherKernel
{
    /// <summary>The letters in their usual order, A at position 0.</summary>
    public const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>The name in ground truths, <c>cipher_name</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What the cipher is called in a question: <c>a shift cipher</c>.</summary>
    public abstract string Title { get; }

    /// <summary>How much work a letter is: 1 for a look-up, 2 for several or with its neighbours, 3 for reckoning or a state that changes.</summary>
    public abstract int StepsPerLetter { get; }

    /// <summary>How a text is encrypted, keys and tables included, complete enough to do it and to undo it.</summary>
    public abstract string Rules { get; }

    /// <summary>The keys as the JSON object of a ground truth's <c>extra_args</c>.</summary>
    public virtual string Arguments => "{}";

    /// <summary>Encrypts a text; null where the reference fails.</summary>
    public abstract string? Encrypt(string text);

    /// <summary>Decrypts a text; null where the reference fails.</summary>
    public abstract string? Decrypt(string text);

    /// <summary>The letters of a text in upper case, everything else left out.</summary>
    protected static string LettersOf(string text) => string.Concat(text.Where(char.IsAsciiLetter)).ToUpperInvariant();

    /// <summary>The remainder that is never negative.</summary>
    protected static int Modulo(int number, int divisor) => ((number % divisor) + divisor) % divisor;

    /// <summary>The letter some places further in an alphabet that goes round.</summary>
    protected static char Shifted(string alphabet, int position, int by) => alphabet[Modulo(position + by, alphabet.Length)];
}
