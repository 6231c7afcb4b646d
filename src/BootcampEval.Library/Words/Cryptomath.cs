// Crypto-math: the letters of an addition stand for digits; find the digits.

using System.Numerics;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Words;

/// <summary>Crypto-math: find the digits behind the letters of an addition.</summary>
public sealed partial class Cryptomath : Bootcamp<Cryptomath.Puzzle, Dictionary<string, BigInteger>>
{
    /// <summary>The terms of the addition, the letters that can't be 0, and all letters.</summary>
    public sealed record Puzzle(string[] LeftTerms, string RightTerm, string[] LeadingLetters, string[] AllLetters);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class CryptomathJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => CryptomathJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new("Cryptomath", Family.Words, "Crypto-math", "Find the digits behind the letters of an addition.")
    {
        AnswerFormat = "[[A=1,B=2]]",
        Measure = "letters",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        puzzle.LeftTerms.Length > 0 && puzzle.LeftTerms.Append(puzzle.RightTerm).All(term => term.Length > 0) ? null : "a term is empty";

    protected override Extraction<Dictionary<string, BigInteger>> Extract(string output) =>
        Tagged.Last(output, "[[", "]]", oneLine: true).Then(ReadPairs);

    // All matches of ([A-Z])=(\d+), spaces taken out before: whatever stands between them is of no account, and a later pair for a letter replaces
    // an earlier one.
    private static Extraction<Dictionary<string, BigInteger>> ReadPairs(string content)
    {
        var text = content.Replace(" ", "", StringComparison.Ordinal);
        var pairs = new Dictionary<string, BigInteger>(StringComparer.Ordinal);
        for (var sign = text.IndexOf('=', StringComparison.Ordinal); sign >= 0; sign = text.IndexOf('=', sign + 1))
        {
            var end = PyText.EndOfDigits(text, sign + 1);
            if (sign == 0 || !char.IsAsciiLetterUpper(text[sign - 1]) || end == sign + 1) continue;
            if (!PyInt.TryParse(text.AsSpan((sign + 1)..end), out BigInteger value)) return new NoAnswer($"the number for {text[sign - 1]} is too long");
            pairs[text[sign - 1].ToString()] = value;
        }
        return pairs.Count > 0 ? pairs : new NoAnswer("no pair like A=1 in the double brackets");
    }

    // Values above 9 are accepted if the places add up: the reference never looks at their size.
    protected override Verdict Judge(Dictionary<string, BigInteger> answer, Puzzle puzzle)
    {
        if (answer.Keys.FirstOrDefault(letter => !puzzle.AllLetters.Contains(letter)) is { } other) return Verdict.Wrong($"{other} does not occur");
        if (puzzle.AllLetters.FirstOrDefault(letter => !answer.ContainsKey(letter)) is { } missing) return Verdict.Wrong($"{missing} has no digit");
        return AdditionOf(puzzle).FaultOf(answer, puzzle.LeadingLetters) is { } fault ? Verdict.Wrong(fault) : Verdict.Correct;
    }

    protected override Verdict JudgeFairly(Dictionary<string, BigInteger> answer, Puzzle puzzle) =>
        answer.FirstOrDefault(pair => pair.Value > 9).Key is { } letter ? Verdict.Wrong($"{letter} is not a digit") : Judge(answer, puzzle);

    private static readonly Alphametic.Size[] Sizes = [new(2, 1, 3, 4), new(2, 2, 3, 6), new(3, 2, 3, 7), new(3, 3, 4, 9), new(4, 3, 4, 10)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var addition = Alphametic.Fresh(random, Sizes[level - 1], Capitals);
        return new([.. addition.Addends], addition.Sum, Texts(addition.LeadingLetters), Texts(addition.Letters));
    }

    private static readonly char[] Capitals = [.. Enumerable.Range('A', 26).Select(letter => (char)letter)];

    protected override string Ask(Puzzle puzzle) => $"""
        In this addition every letter stands for one digit from 0 to 9. The same letter is the same digit everywhere, and different letters
        are different digits. A number of two or more digits does not begin with 0.

        {string.Join(" + ", puzzle.LeftTerms)} = {puzzle.RightTerm}

        Find a digit for each of the letters {string.Join(", ", puzzle.AllLetters)} so that the addition is right.

        Write the digits on one line in double square brackets, each as letter=digit with commas between them:
        [[letter=digit,letter=digit,...]].
        """;

    protected override string? Solve(Puzzle puzzle) => AdditionOf(puzzle).Solve() is { } digits
        ? $"[[{string.Join(',', digits.Select(pair => $"{pair.Key}={pair.Value}"))}]]"
        : null;

    protected override double Measure(Puzzle puzzle) => puzzle.AllLetters.Length;

    private static Alphametic AdditionOf(Puzzle puzzle) => new(puzzle.LeftTerms, puzzle.RightTerm);

    private static string[] Texts(IEnumerable<char> letters) => [.. letters.Select(letter => letter.ToString())];
}
