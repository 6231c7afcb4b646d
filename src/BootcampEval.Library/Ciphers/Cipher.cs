// Ciphers: encrypt or decrypt a short text by the rules of a named cipher. The ciphers themselves stand beside this file.

using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Library.Words;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Ciphers;

/// <summary>Ciphers: encrypt or decrypt a short text by the rules of a named cipher. The score is the squared likeness to the right text.</summary>
public sealed partial class Cipher : Bootcamp<Cipher.Puzzle, string>
{
    /// <summary>A cipher, a direction (hidden in the file name), a text (a list of codes where ASCII is decoded), keys, and the right text.</summary>
    public sealed record Puzzle(
        string SourceFilename, string CipherName, JsonElement Input, JsonElement? ExtraArgs = null,
        string? Output = null, JsonElement? GroundTruth = null, int? Id = null);

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class CipherJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => CipherJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new("Cipher", Family.Ciphers, "Ciphers", "Encrypt or decrypt a short text by the rules of a named cipher.")
    {
        AnswerFormat = "a code fence labelled text",
        Measure = "letters of the plaintext, each counted as the steps it takes",
        OfficialRows = 432,
    };

    protected override string? FaultOf(Puzzle puzzle)
    {
        if (CipherRegistry.Find(puzzle.CipherName) is null) return $"cipher_name {puzzle.CipherName} is not known";
        if (!IsEncoding(puzzle) && !IsDecoding(puzzle)) return "source_filename names neither encode nor decode";
        return TextOf(puzzle.Input) is null ? "input is neither a text nor a list of whole numbers" : null;
    }

    protected override Extraction<string> Extract(string output) =>
        Fenced.Last(output, "text").Then<string>(text => text.Replace('\'', '"').Replace('(', '[').Replace(')', ']'));

    protected override Verdict Judge(string answer, Puzzle puzzle)
    {
        if (RightText(puzzle) is not { Length: > 0 } right)
            return Verdict.Wrong("the right text can't be told: the cipher fails on this input, or leaves nothing of it");
        var likeness = Likeness(PyCase.Lower(answer), PyCase.Lower(right));
        return Verdict.Partial(likeness * likeness, $"the right text is {right}");
    }

    /// <summary>The share of the right text that need not be edited, in code points and by Levenshtein's distance: from 0 to 1.</summary>
    private static double Likeness(string answer, string right)
    {
        var length = PyText.Length(right);
        if (PyText.Length(answer) >= 2 * length) return 0; // At least as many characters too many as the right text has.
        return 1 - Math.Min((double)EditDistance.Between(right, answer) / length, 1);
    }

    // What the cipher makes of the input: the stored text plays no part in the verdict.
    private static string? RightText(Puzzle puzzle) =>
        TextOf(puzzle.Input) is { } input && CipherRegistry.Find(puzzle.CipherName)?.Read(puzzle.ExtraArgs) is { } cipher
            ? IsEncoding(puzzle) ? cipher.Encrypt(input) : IsDecoding(puzzle) ? cipher.Decrypt(input) : null
            : null;

    private static bool IsEncoding(Puzzle puzzle) => puzzle.SourceFilename.Contains("encode", StringComparison.Ordinal);

    private static bool IsDecoding(Puzzle puzzle) => puzzle.SourceFilename.Contains("decode", StringComparison.Ordinal);

    // A text, or a list of numbers as it prints.
    private static string? TextOf(JsonElement input) => input.ValueKind switch
    {
        JsonValueKind.String => input.GetString(),
        JsonValueKind.Array when input.EnumerateArray().All(code => code.ValueKind == JsonValueKind.Number) =>
            $"[{string.Join(", ", input.EnumerateArray().Select(code => code.GetRawText()))}]",
        _ => null,
    };

    // Longer texts, and ciphers that take more steps for each letter.
    private static readonly (int FewestSteps, int MostSteps, int Shortest, int Longest)[] Levels =
        [(1, 1, 4, 5), (1, 2, 6, 8), (1, 3, 9, 12), (2, 3, 13, 17), (3, 3, 18, 24)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (fewest, most, shortest, longest) = Levels[level - 1];
        while (true)
        {
            var cipher = random.Pick(CipherRegistry.All).Draw(random);
            if (cipher.StepsPerLetter < fewest || cipher.StepsPerLetter > most) continue;
            var plaintext = Letters(random, random.Between(shortest, longest));
            var isEncoding = cipher is not LetterMeans && random.Chance(0.5);
            var ciphertext = cipher is LetterMeans ? LetterMeans.Spread(plaintext, most => random.Between(0, most)) : cipher.Encrypt(plaintext);
            if (ciphertext is null || cipher.Decrypt(ciphertext) != plaintext || !IsReadable(isEncoding ? ciphertext : plaintext)) continue;
            return PuzzleOf(cipher, plaintext, ciphertext, isEncoding);
        }
    }

    // Words one behind the other, in capitals, as long as asked for.
    private static string Letters(PuzzleRandom random, int length)
    {
        var letters = "";
        while (letters.Length < length)
        {
            var missing = length - letters.Length;
            letters += random.Pick(Vocabulary.OfLength(missing <= 8 ? missing : random.Between(4, Math.Min(8, missing - 3))));
        }
        return letters.ToUpperInvariant();
    }

    // Whether a text survives the way an answer is read.
    private bool IsReadable(string text) => Extract(Fence(text)) is { Found: true, Answer: var read } && read == text;

    private static string Fence(string text) => $"```text\n{text}\n```";

    private static Puzzle PuzzleOf(CipherKernel cipher, string plaintext, string ciphertext, bool isEncoding)
    {
        var direction = isEncoding ? "encode" : "decode";
        var plain = JsonElement.Parse(JsonText.Of(plaintext));
        var encrypted = JsonElement.Parse(cipher is AsciiCodes ? ciphertext : JsonText.Of(ciphertext));
        return new($"icl_with_rule_{direction}_{cipher.Name}_en.jsonl", cipher.Name, isEncoding ? plain : encrypted, JsonElement.Parse(cipher.Arguments))
        {
            Output = isEncoding ? $"{plaintext} is encrypted to {ciphertext}" : $"{ciphertext} is decrypted to {plaintext}",
            GroundTruth = isEncoding ? encrypted : plain,
            Id = 1,
        };
    }

    protected override string Ask(Puzzle puzzle)
    {
        var cipher = CipherRegistry.Find(puzzle.CipherName)?.Read(puzzle.ExtraArgs);
        var (request, answer) = IsEncoding(puzzle)
            ? ("Encrypt this text:", "encrypted text")
            : ("The following text was encrypted in this way. Decrypt it, and leave out signs that were only added to fill up:", "decrypted text");
        return $"""
            This is how a text is encrypted with {cipher?.Title ?? puzzle.CipherName}:

            {cipher?.Rules}
            {Example(cipher)}
            {request}

            {TextOf(puzzle.Input)}

            Write the {answer}, and nothing else, on a line of its own in a Markdown code fence that opens with three backticks followed directly
            by the word text, and closes with three backticks on the next line. It has to be the last code fence of your answer.
            """;
    }

    // A pair that shows spacing and order. The word is none of the vocabulary, so that it is never asked for.
    private static string Example(CipherKernel? cipher)
    {
        const string Word = "EXAMPLE";
        return cipher?.Encrypt(Word) is { } ciphertext ? $"\nFor example, {Word} is encrypted to {ciphertext}\n" : "";
    }

    protected override string? Solve(Puzzle puzzle) => RightText(puzzle) is { } right ? Fence(right) : null;

    protected override double Measure(Puzzle puzzle)
    {
        var plaintext = IsEncoding(puzzle) ? TextOf(puzzle.Input) : RightText(puzzle);
        return (plaintext?.Length ?? 0) * (CipherRegistry.Find(puzzle.CipherName)?.Read(puzzle.ExtraArgs)?.StepsPerLetter ?? 0);
    }
}
