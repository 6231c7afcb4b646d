// Word ladder: how few one-letter changes lead from one word to another.

using System.Globalization;
using System.Numerics;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Words;

/// <summary>Word ladder (doublets): count the fewest one-letter changes that turn one word into another, by way of words only.</summary>
public sealed partial class KorPuzzleWordLadder : Bootcamp<KorPuzzleWordLadder.Puzzle, BigInteger>
{
    /// <summary>Two lower-case words of equal length and the fewest changes between them.</summary>
    public sealed record Puzzle(string StartWord, string EndWord, int CorrectSteps);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorPuzzleWordLadderJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorPuzzleWordLadderJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorPuzzleWordLadder", Family.Words, "Word ladder", "Count the fewest one-letter changes that turn one word into another, by way of words only.")
    {
        AnswerFormat = "[[4]]",
        Measure = "changes",
    };

    // The last run of digits, of whatever script, that stands alone in double brackets: the regex \[\[(\d+)\]\].
    protected override Extraction<BigInteger> Extract(string output)
    {
        string? last = null;
        for (var open = output.IndexOf("[[", StringComparison.Ordinal); open >= 0;)
        {
            var end = PyText.EndOfDigits(output, open + 2);
            var isNumber = end > open + 2 && output.AsSpan(end).StartsWith("]]", StringComparison.Ordinal);
            if (isNumber) last = output[(open + 2)..end];
            open = output.IndexOf("[[", isNumber ? end + 2 : open + 1, StringComparison.Ordinal);
        }
        if (last is null) return new NoAnswer("no number alone in double square brackets");
        return PyInt.TryParse(last, out BigInteger steps) ? steps : new NoAnswer($"the number has {last.Length} digits");
    }

    protected override Verdict Judge(BigInteger answer, Puzzle puzzle) => answer == puzzle.CorrectSteps
        ? Verdict.Correct
        : Verdict.Wrong(string.Create(
            CultureInfo.InvariantCulture, $"from {puzzle.StartWord} to {puzzle.EndWord} it takes {puzzle.CorrectSteps} changes, not {answer}"));

    // The longer the ladder, the more words have to be kept in view; from level 3 on the words have four letters and more neighbours.
    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (length, fewest, most) = level switch { 1 => (3, 2, 3), 2 => (3, 4, 5), 3 => (4, 6, 7), 4 => (4, 8, 9), _ => (4, 10, 13) };
        var web = Webs[length];
        while (true)
        {
            var start = random.Pick(web.Words);
            var far = web.DistancesFrom(start).Where(word => word.Value >= fewest && word.Value <= most).ToArray();
            if (far.Length == 0) continue;
            var (end, steps) = random.Pick(far);
            return new(start, end, steps);
        }
    }

    protected override string Ask(Puzzle puzzle) => $"""
        A word ladder leads from one word to another. Each step changes exactly one letter of the word and keeps the others in their places,
        and every word on the way, the last one included, must be an allowed word.

        Start: {puzzle.StartWord}
        End: {puzzle.EndWord}

        {Allowed(puzzle)}

        What is the smallest number of steps that leads from the start to the end? Changing cat to cot and then cot to dot would be two
        steps.

        Write that number in digits in double square brackets, like [[n]] with the number in place of n and nothing else inside the
        brackets.
        """;

    protected override string? Solve(Puzzle puzzle) => $"[[{puzzle.CorrectSteps}]]";

    protected override double Measure(Puzzle puzzle) => puzzle.CorrectSteps;

    // How much longer than the shortest ladder a detour may be for its words to be listed.
    private const int Detour = 2;

    // The words that matter: all of the vocabulary on ladders that are at most a little longer than the shortest. For ends that the
    // vocabulary does not link in the stated number of steps, the large list that the official rows were made with is named instead.
    private static string Allowed(Puzzle puzzle)
    {
        if (Webs.TryGetValue(puzzle.StartWord.Length, out var web) && web.Contains(puzzle.StartWord) && web.Contains(puzzle.EndWord))
        {
            var fromStart = web.DistancesFrom(puzzle.StartWord);
            if (fromStart.TryGetValue(puzzle.EndWord, out var steps) && steps == puzzle.CorrectSteps)
            {
                var fromEnd = web.DistancesFrom(puzzle.EndWord);
                var near = web.Words.Where(word => fromStart.TryGetValue(word, out var there) && there + fromEnd[word] <= steps + Detour);
                return $"Allowed words: {string.Join(", ", near)}.";
            }
        }
        return "Allowed are all words of the list words_alpha, of about 370,000 entries with many rare words and abbreviations.";
    }

    private static readonly Dictionary<int, Web> Webs = new() { [3] = new(Vocabulary.OfLength(3)), [4] = new(Vocabulary.OfLength(4)) };

    /// <summary>The words of one length, joined where they differ in one letter.</summary>
    private sealed class Web(IReadOnlyList<string> words)
    {
        private readonly Dictionary<string, string[]> _neighbours = words.ToDictionary(
            word => word, word => words.Where(other => DifferInOneLetter(word, other)).ToArray(), StringComparer.Ordinal);

        public IReadOnlyList<string> Words => words;

        public bool Contains(string word) => _neighbours.ContainsKey(word);

        /// <summary>The fewest changes to each word that can be reached, nearest first.</summary>
        public Dictionary<string, int> DistancesFrom(string start)
        {
            var distances = new Dictionary<string, int>(StringComparer.Ordinal) { [start] = 0 };
            var reached = new List<string> { start };
            for (var i = 0; i < reached.Count; i++)
                foreach (var next in _neighbours[reached[i]])
                    if (distances.TryAdd(next, distances[reached[i]] + 1)) reached.Add(next);
            return distances;
        }

        private static bool DifferInOneLetter(string word, string other)
        {
            var differences = 0;
            for (var i = 0; i < word.Length; i++)
                if (word[i] != other[i]) differences++;
            return differences == 1;
        }
    }
}
