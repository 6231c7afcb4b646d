// Ciphers in which the place of a letter in the text decides what becomes of it: Porta, Alberti, Jefferson.

using System.Globalization;

namespace BootcampEval.Library.Ciphers;

/// <summary>Porta's cipher: a key word chooses one of thirteen exchanges for each letter.</summary>
internal sealed class Porta(string key) : CipherKernel
{
    public override string Name => "Kor_rule8_PortaCipher";

    public override string Title => "Porta's cipher";

    public override int StepsPerLetter => 3;

    public override string Rules => $"""
        Write the key word {key.ToUpperInvariant()} under the text letter by letter, and again from its start when it is used up. Number the
        letters A = 0 to Z = 25. For each text letter x, take s = half of the number of the key letter under it, rounded down. If x is less
        than 13, the new letter is 13 + ((x - s) mod 13); else it is (x - 13 + s) mod 13. (The same steps also undo it.)
        """;

    public override string Arguments => $$"""{"key":"{{key}}"}""";

    public override string? Encrypt(string text)
    {
        var shifts = LettersOf(key).Select(letter => (letter - 'A') / 2).ToArray();
        return shifts.Length == 0 ? null : string.Concat(LettersOf(text).Select((letter, i) => Exchanged(letter - 'A', shifts[i % shifts.Length])));
    }

    public override string? Decrypt(string text) => Encrypt(text);

    private static char Exchanged(int x, int shift) => Alphabet[x < 13 ? 13 + Modulo(x - shift, 13) : Modulo(x - 13 + shift, 13)];
}

/// <summary>Alberti's disk: an inner ring of letters under an outer one, turned after every few letters.</summary>
internal sealed class Alberti(int period, int increment) : CipherKernel
{
    private const string Outer = "QWERTYUIOPASDFGHJZXCVBNMKL", Inner = "JKLZXCVBNMASDFGHJQWERTYUIO";

    public const int UsualPeriod = 5, UsualIncrement = 4;

    public override string Name => "Kor_rule9_AlertiCipher";

    public override string Title => "Alberti's disk";

    public override int StepsPerLetter => 3;

    public override string Rules => $"""
        Two rings of letters lie over each other, the first letters at the same place. Find each text letter in the outer ring and write the
        letter of the inner ring at the same place. After every {period} letters the inner ring is turned: its first {increment} letters are
        moved, in their order, to its end.
        Outer ring: {Outer}
        Inner ring at the start: {Inner}
        """;

    public override string Arguments => period == UsualPeriod && increment == UsualIncrement
        ? "{}"
        : string.Create(CultureInfo.InvariantCulture, $$"""{"period":{{period}},"increment":{{increment}}}""");

    public override string? Encrypt(string text) => Turned(LettersOf(text), (letter, inner) => inner[Outer.IndexOf(letter, StringComparison.Ordinal)]);

    // J stands on the inner ring twice: the first one counts. P is missing there.
    public override string? Decrypt(string text) =>
        Turned(text, (letter, inner) => inner.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var place ? Outer[place] : null);

    private string? Turned(string text, Func<char, string, char?> replace)
    {
        if (period <= 0) return null;
        var result = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var turn = Modulo((int)((long)(i / period) * increment % Inner.Length), Inner.Length);
            if (replace(text[i], Inner[turn..] + Inner[..turn]) is not { } letter) return null;
            result[i] = letter;
        }
        return new(result);
    }
}

/// <summary>Jefferson's wheels: each letter on a wheel of its own.</summary>
internal sealed class Jefferson : CipherKernel
{
    private static readonly string[] Wheels =
    [
        "ABCEIGDJFVUYMHTQKZOLRXSPWN", "ACDEHFIJKTLMOUVYGZNPQXRWSB", "ADKOMJUBGEPHSCZINXFYQRTVWL", "AEDCBIFGJHLKMRUOQVPTNWYXZS", "AFNQUKDOPITJBRHCYSLWEMZVXG",
        "AGPOCIXLURNDYZHWBJSQFKVMET", "AHXJEZBNIKPVROGSYDULCFMQTW", "AIHPJOBWKCVFZLQERYNSUMGTDX", "AJDSKQOIVTZEFHGYUNLPMBXWCR", "AKELBDFJGHONMTPRQSVZUXYWIC",
        "ALTMSXVQPNOHUWDIZYCGKRFBEJ", "AMNFLHQGCUJTBYPZKXISRDVEWO", "ANCJILDHBMKGXUZTSWQYVORPFE", "AODWPKJVIUQHZCTXBLEGNYRSMF", "APBVHIYKSGUENTCXOWFQDRLJZM",
        "AQJNUBTGIMWZRVLXCSHDEOKFPY", "ARMYOFTHEUSZJXDPCWGQIBKLNV", "ASDMCNEQBOZPLGVJRKYTFUIWXH", "ATOJYLFXNGWHVCMIRBSEKUPDZQ", "AUTRZXQLYIOVBPESNHJWMDGFCK",
        "AVNKHRGOXEYBFSJMUDQCLZWTIP", "AWVSFDLIEBHKNRJQZGMXPUCOTY", "AXKWREVDTUFOYHMLSIQNJCPGBZ", "AYJPXMVKBQWUGLOSTECHNZFRID", "AZDNBUHYFWJLVGRCQMPSOEXTKI",
    ];

    public override string Name => "Kor_rule10_JeffersonCipher";

    public override string Title => "a set of Jefferson's wheels";

    public override int StepsPerLetter => 2;

    public override string Rules => $"""
        There are {Wheels.Length} wheels with the letters below. The first letter of the text uses wheel 1, the second wheel 2 and so on;
        after wheel {Wheels.Length} comes wheel 1 again. On its wheel, each letter is replaced by the letter that follows it; the last
        letter of a wheel is followed by the first.
        {string.Join('\n', Wheels.Select((wheel, i) => $"{i + 1}: {wheel}"))}
        """;

    public override string? Encrypt(string text) => Moved(LettersOf(text), 1);

    public override string? Decrypt(string text) => Moved(text, -1);

    private static string? Moved(string text, int by) => text.All(char.IsAsciiLetterUpper)
        ? string.Concat(text.Select((letter, i) => NextOn(Wheels[i % Wheels.Length], letter, by)))
        : null;

    private static char NextOn(string wheel, char letter, int by) => Shifted(wheel, wheel.IndexOf(letter, StringComparison.Ordinal), by);
}
