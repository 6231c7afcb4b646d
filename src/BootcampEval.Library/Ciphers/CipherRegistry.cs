// All ciphers by name: how their keys are read from a ground truth, and how fresh keys are drawn.

using System.Collections.Frozen;
using System.Text.Json;
using BootcampEval.Library.Words;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Ciphers;

/// <summary>A cipher with its keys left open.</summary>
/// <param name="Name">The name in ground truths.</param>
/// <param name="Read">Makes the cipher from <c>extra_args</c>; null when a key is missing or of the wrong type.</param>
/// <param name="Draw">Makes the cipher with random keys.</param>
internal sealed record CipherKind(string Name, Func<JsonElement?, CipherKernel?> Read, Func<PuzzleRandom, CipherKernel> Draw);

/// <summary>The ciphers that the reference knows.</summary>
internal static class CipherRegistry
{
    /// <summary>All of them, in ordinal order of their names.</summary>
    public static IReadOnlyList<CipherKind> All { get; } =
    [
        .. CodeBooks.All.Select(Keyless)
            .Append(new("Caesar_Cipher", args => Number(args, "shift") is { } shift ? new Caesar(shift) : null, random => new Caesar(random.Between(1, 25))))
            .Append(Keyless(new Atbash()))
            .Append(Keyless(new AsciiCodes()))
            .Append(Keyless(new TapCode()))
            .Append(Keyless(new Trifid()))
            .Append(new("FourSquareCipher", ReadFourSquare, DrawFourSquare))
            .Append(Keyless(new Solitaire()))
            .Append(new(
                "Kor_rule8_PortaCipher",
                args => Text(args, "key") is { } key ? new Porta(key) : null,
                random => new Porta(random.Pick(Vocabulary.OfLength(random.Between(5, 8))))))
            .Append(new("Kor_rule9_AlertiCipher", ReadAlberti, random => new Alberti(random.Between(3, 6), random.Between(2, 9))))
            .Append(Keyless(new Jefferson()))
            .Append(Keyless(new FixedFourSquare()))
            .Append(Keyless(new Morbit()))
            .Append(Keyless(new Bifid()))
            .Append(Keyless(new Digrafid()))
            .Append(Keyless(new Collon()))
            .Append(Keyless(new Redefence()))
            .Append(Keyless(new WindingPath()))
            .Append(Keyless(new RotatingGrid()))
            .Append(Keyless(new Adfgvx()))
            .Append(Keyless(new ColumnOrder()))
            .Append(Keyless(new SubstitutionBox()))
            .Append(Keyless(new DigestMask()))
            .Append(Keyless(new LetterMeans()))
            .OrderBy(kind => kind.Name, StringComparer.Ordinal),
    ];

    private static readonly FrozenDictionary<string, CipherKind> ByName = All.ToFrozenDictionary(kind => kind.Name, StringComparer.Ordinal);

    /// <summary>Finds a cipher by its name; null when it is not known.</summary>
    public static CipherKind? Find(string name) => ByName.GetValueOrDefault(name);

    private static CipherKind Keyless(CipherKernel cipher) => new(cipher.Name, _ => cipher, _ => cipher);

    private static FourSquare? ReadFourSquare(JsonElement? args) =>
        Text(args, "str1") is { } first && Text(args, "str2") is { } second ? new FourSquare(first, second) : null;

    // A key with a Q would push another letter out of its square.
    private static FourSquare DrawFourSquare(PuzzleRandom random)
    {
        string[] keys = [.. Vocabulary.OfLength(random.Between(6, 9)).Where(word => !word.Contains('q', StringComparison.Ordinal))];
        return random.Sample(keys, 2) is [var first, var second] ? new(first, second) : throw new InvalidOperationException("a sample of two has two words");
    }

    private static Alberti? ReadAlberti(JsonElement? args) =>
        Number(args, "period", Alberti.UsualPeriod) is { } period && Number(args, "increment", Alberti.UsualIncrement) is { } increment
            ? new Alberti(period, increment)
            : null;

    private static int? Number(JsonElement? args, string name, int? otherwise = null)
    {
        if (args is not { ValueKind: JsonValueKind.Object } given || !given.TryGetProperty(name, out var value)) return otherwise;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
    }

    private static string? Text(JsonElement? args, string name) =>
        args is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
