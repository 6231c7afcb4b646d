// Connect words: form words of given lengths out of a bag of letters.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Words;

/// <summary>Connect words: form words of given lengths out of a bag of letters, each letter used once.</summary>
public sealed partial class KorPuzzleConnectWords : Bootcamp<KorPuzzleConnectWords.Puzzle, string>
{
    /// <summary>The letters in alphabetical order, the lengths of the words in order, and words that fit.</summary>
    public sealed record Puzzle(string[] Letters, int[] WordLengths, string[] Solution);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorPuzzleConnectWordsJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorPuzzleConnectWordsJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorPuzzleConnectWords", Family.Words, "Connect words", "Form words of given lengths out of a bag of letters, each letter used once.")
    {
        AnswerFormat = "[[NO BE]]",
        Measure = "letters",
    };

    // The only words that count, whatever else is English: the reference's verifier knows no others.
    private static readonly string[] Pool =
    [
        "BE", "IN", "NO", "TO", "UP", "BAT", "BED", "CAR", "CAT", "DOG", "MAT", "PAN", "PEN", "RAT", "BALL", "BEAN", "CAKE", "DESK", "FISH", "ROAD", "UNIT", "APPLE",
        "CHAIR", "TABLE",
    ];

    protected override Extraction<string> Extract(string output) => Tagged.LastUnbroken(output).Then<string>(content =>
    {
        var words = PyCase.Upper(PyText.Strip(content));
        return IsWordsApart(words) ? words : new NoAnswer("the double brackets hold something else than words of plain letters with one blank between them");
    });

    // The full match of ([A-Z]+\s)*[A-Z]+ in a stripped text.
    private static bool IsWordsApart(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (!char.IsAsciiLetterUpper(text[i]) && !(PyText.IsSpace(text[i]) && !PyText.IsSpace(text[i - 1]))) return false;
        return text.Length > 0;
    }

    protected override Verdict Judge(string answer, Puzzle puzzle)
    {
        var words = PyText.Split(answer);
        if (words.Length != puzzle.Solution.Length) return Verdict.Wrong($"there are {words.Length} words, not {puzzle.Solution.Length}");
        foreach (var (word, length) in words.Zip(puzzle.WordLengths))
        {
            if (word.Length != length) return Verdict.Wrong($"{word} has {word.Length} letters where {length} are asked for");
            if (!Pool.Contains(word)) return Verdict.Wrong($"{word} is not one of the allowed words");
            if (word.FirstOrDefault(letter => !puzzle.Letters.Contains(letter.ToString())) is not '\0' and var other)
                return Verdict.Wrong($"{word} needs {other}, which is not given");
            if (word.Distinct().Count() < word.Length) return Verdict.Wrong($"{word} has a letter twice");
        }
        var used = words.SelectMany(word => word).Select(letter => letter.ToString()).Order(StringComparer.Ordinal);
        return used.SequenceEqual(puzzle.Letters.Order(StringComparer.Ordinal))
            ? Verdict.Correct
            : Verdict.Wrong("the words do not use every letter exactly once");
    }

    // How many words, and the letters they have together: the more, the more words of the list compete for the same letters.
    private static readonly (int Fewest, int Most, int LeastLetters, int MostLetters)[] Levels =
        [(1, 2, 2, 9), (3, 3, 6, 8), (3, 3, 9, 15), (4, 4, 8, 20), (5, 5, 10, 20)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (fewest, most, leastLetters, mostLetters) = Levels[level - 1];
        while (true)
        {
            // One word makes few different puzzles, so two are tried more often than one.
            var count = random.Chance(0.1) ? fewest : most;
            var words = WordsApart(random.Shuffled(Pool)).Take(count).ToArray();
            var letters = string.Concat(words);
            if (words.Length < count || letters.Length < leastLetters || letters.Length > mostLetters) continue;
            return new([.. letters.Order().Select(letter => letter.ToString())], [.. words.Select(word => word.Length)], words);
        }
    }

    // Those words that have no letter twice and share none with the ones before.
    private static IEnumerable<string> WordsApart(IEnumerable<string> words)
    {
        var used = new HashSet<char>();
        foreach (var word in words.Where(word => word.Distinct().Count() == word.Length && !used.Overlaps(word)))
        {
            used.UnionWith(word);
            yield return word;
        }
    }

    protected override string Ask(Puzzle puzzle) => $"""
        You have these letters: {string.Join(' ', puzzle.Letters)}

        Form {Counted(puzzle.WordLengths.Length)} out of them, with {string.Join(", then ", puzzle.WordLengths)} letters, in this order of
        lengths. Use every letter exactly once. No word may have the same letter twice.

        Only these words are allowed, others do not count, English or not:
        {string.Join(", ", Pool.Where(word => puzzle.WordLengths.Contains(word.Length)))}

        Write the words in order in double square brackets, with one space between two words and no commas: [[FIRST SECOND ...]].
        """;

    private static string Counted(int words) => words == 1 ? "1 word" : $"{words} words";

    protected override string? Solve(Puzzle puzzle) => $"[[{string.Join(' ', puzzle.Solution)}]]";

    protected override double Measure(Puzzle puzzle) => puzzle.Letters.Length;
}
