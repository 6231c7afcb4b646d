// Ciphers that replace each letter by a code of its own, whatever stands around it.

namespace BootcampEval.Library.Ciphers;

/// <summary>A cipher that is a table: each letter has one code, wherever it stands.</summary>
internal sealed class CodeBook : CipherKernel
{
    private readonly Dictionary<char, string> _codes;
    private readonly Dictionary<string, char> _letters;

    /// <summary>Makes a code book.</summary>
    /// <param name="name">The name in ground truths.</param>
    /// <param name="title">What it is called in a question.</param>
    /// <param name="rules">How a text is encrypted.</param>
    /// <param name="codeOf">The code of each of the 26 letters.</param>
    /// <param name="steps">The work of one letter.</param>
    public CodeBook(string name, string title, string rules, Func<char, string> codeOf, int steps = 1)
    {
        (Name, Title, Rules, StepsPerLetter) = (name, title, rules, steps);
        _codes = Alphabet.ToDictionary(letter => letter, codeOf);
        _letters = _codes.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }

    public override string Name { get; }

    public override string Title { get; }

    public override string Rules { get; }

    public override int StepsPerLetter { get; }

    /// <summary>What stands between two codes; without it all codes have one length.</summary>
    public string Separator { get; init; } = "";

    /// <summary>Takes a ciphertext apart where it may hold other things than codes, which are then left out; else every piece must be a code.</summary>
    public Func<string, IEnumerable<string>>? Scan { get; init; }

    /// <summary>The table as lines: <c>A 2^1</c>.</summary>
    public static string Table(Func<char, string> codeOf) => string.Join(", ", Alphabet.Select(letter => $"{letter} {codeOf(letter)}"));

    public override string? Encrypt(string text) => string.Join(Separator, LettersOf(text).Select(letter => _codes[letter]));

    public override string? Decrypt(string text)
    {
        if (Scan is not null) return string.Concat(Scan(text).Where(_letters.ContainsKey).Select(code => _letters[code]));
        var pieces = Separator == "" ? Chunks(text, _codes['A'].Length) : text.Split(Separator);
        return pieces.All(_letters.ContainsKey) ? string.Concat(pieces.Select(code => _letters[code])) : null;
    }

    private static IEnumerable<string> Chunks(string text, int length) => text.Chunk(length).Select(chunk => new string(chunk));
}
