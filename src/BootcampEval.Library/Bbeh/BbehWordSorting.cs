// Word sorting: sort words by an alphabet of any order, or find the first wrong step of such a sort.

using System.Numerics;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Library.Words;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Bbeh;

/// <summary>Word sorting: put words in order under a changed alphabet or from their last letter, or name the first wrong Thought of a sort.</summary>
public sealed partial class BbehWordSorting : Bootcamp<BbehWordSorting.Puzzle, PyValue>
{
    /// <summary>
    /// The steps of the sort, the 1-based number of the first wrong one or <c>No</c>, the words in order and as asked, the task
    /// (<c>pure_sort</c> or <c>error_detection</c>), the direction (<c>normal</c> or <c>reverse</c>), and the alphabet if it is not the usual one.
    /// </summary>
    public sealed record Puzzle(
        string[] Thoughts,
        [property: JsonConverter(typeof(PyValueJson))] PyValue FirstErrorStep,
        string[] SortedWords,
        string[] Words,
        string Subtask,
        string Mode,
        string SortOrder,
        string[]? CustomOrder);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class BbehWordSortingJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => BbehWordSortingJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "BbehWordSorting", Family.Bbeh, "Word sorting", "Sort words by a changed alphabet, or find the first wrong step of a sort.")
    {
        AnswerFormat = "[answer]words with commas, or a number, or No[/answer]",
        Measure = "words",
    };

    private const string Detection = "error_detection";

    // The first pair of tags counts. Its content is "No", an integer, a JSON value, or a list of words: the first of these that it can be.
    protected override Extraction<PyValue> Extract(string output) => Tagged.First(output, "[answer]", "[/answer]").Then<PyValue>(tagged =>
    {
        var content = PyText.Strip(tagged);
        if (PyCase.Lower(content) == "no") return PyValue.Of("No");
        if (PyInt.TryParse(content, out BigInteger number)) return PyValue.Of(number);
        if (!PyJson.TryParse(content, out var json)) return new PyValue.List([.. content.Split(',').Select(word => PyValue.Of(PyText.Strip(word)))]);
        return json.IsNone ? new NoAnswer("null stands between the first tags") : json;
    });

    protected override Verdict Judge(PyValue answer, Puzzle puzzle)
    {
        if (puzzle.Subtask == Detection)
        {
            if (answer.ToString() == puzzle.FirstErrorStep.ToString()) return Verdict.Correct;
            return Verdict.Wrong(puzzle.FirstErrorStep is PyValue.Str ? "no Thought is wrong" : $"the first wrong Thought is {puzzle.FirstErrorStep}");
        }
        if (answer is not PyValue.List { Items: var words }) return Verdict.Wrong("the answer is not a list of words");
        for (var i = 0; i < Math.Min(words.Count, puzzle.SortedWords.Length); i++)
            if (words[i] is not PyValue.Str { Value: var word } || word != puzzle.SortedWords[i]) return Verdict.Wrong($"word {i + 1} in order is {puzzle.SortedWords[i]}");
        return words.Count == puzzle.SortedWords.Length ? Verdict.Correct : Verdict.Wrong($"there are {puzzle.SortedWords.Length} words, not {words.Count}");
    }

    // Words, how likely the alphabet is another one, and how likely they are sorted from their last letters.
    private static readonly (int Words, double Custom, double Reverse)[] Levels = [(6, 0, 0.2), (9, 0.4, 0.4), (12, 0.6, 0.5), (16, 0.8, 0.6), (20, 1, 0.7)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (count, custom, reverse) = Levels[level - 1];
        var alphabet = random.Chance(custom) ? new string(random.Shuffled(SortingTrace.UsualAlphabet)) : null;
        var backwards = random.Chance(reverse);
        var words = DrawWords(random, count, backwards);
        var trace = SortingTrace.Of(words, alphabet ?? SortingTrace.UsualAlphabet, backwards);
        var isDetection = random.Chance(0.5);
        var wrong = isDetection && random.Chance(0.85) ? trace.Spoil(random) : (int?)null;
        return new(
            trace.Thoughts,
            wrong is { } step ? PyValue.Of(new BigInteger(step)) : PyValue.Of("No"),
            trace.SortedWords,
            words,
            isDetection ? Detection : "pure_sort",
            backwards ? "reverse" : "normal",
            alphabet is null ? "normal_order" : "custom_sorting",
            alphabet?.Select(letter => letter.ToString()).ToArray());
    }

    // Words share a few first letters (or last ones, when these are compared first), so that one letter does not decide everything.
    private static string[] DrawWords(PuzzleRandom random, int count, bool backwards)
    {
        string[] all = [.. Enumerable.Range(4, 7).SelectMany(Vocabulary.OfLength)];
        while (true)
        {
            var letters = random.Sample([.. all.Select(Leading).Distinct().Order()], Math.Max(3, count / 3));
            string[] fitting = [.. all.Where(word => letters.Contains(Leading(word)))];
            if (fitting.Length >= count * 2) return random.Sample(fitting, count);
        }

        char Leading(string word) => backwards ? word[^1] : word[0];
    }

    protected override string Ask(Puzzle puzzle)
    {
        var alphabet = puzzle.CustomOrder is { } order ? $"this new alphabet: {string.Join(' ', order)}" : $"the usual alphabet: {string.Join(' ', SortingTrace.UsualAlphabet.ToCharArray())}";
        var direction = puzzle.Mode == "reverse"
            ? "Words are compared from their last letter to their first: the last letters decide, then the letters before them, and so on."
            : "Words are compared from their first letter to their last: the first letters decide, then the second ones, and so on.";
        var rules = $"""
            The order of the letters is {alphabet}
            {direction} When one word runs out of letters before a difference is found, it comes first.
            """;
        return puzzle.Subtask == Detection ? AskForError(puzzle, rules) : $"""
            Sort these words: {string.Join(", ", puzzle.Words)}

            {rules}

            End with all the words in order, separated by commas, between two tags. For three words the answer would look like this:
            [answer]firstword, secondword, thirdword[/answer]
            """;
    }

    private static string AskForError(Puzzle puzzle, string rules) => $"""
        Somebody sorts these words: {string.Join(", ", puzzle.Words)}

        {rules}

        Their method: an odd Thought writes down, for each word of a group, its letter at the place that is looked at (none, if the word has no letter there). The first
        Thought does so for all words. An even Thought puts the words of that group in order by this letter; words with the same letter stay together in square brackets.
        From Thought 4 on it also gives the order of all words reached so far. Then the first bracket that is left is refined in the same way at the next place, and what
        comes of it is finished before the next bracket. Within brackets words keep the order of the list above. The last Thought gives all words in order.

        {string.Join('\n', puzzle.Thoughts.Select((thought, i) => $"Thought {i + 1}: {thought}"))}

        At most one Thought is wrong: it leaves out a word, gives a wrong letter or a wrong order. The other Thoughts are those of the right sort, whatever the wrong one says.
        Which Thought is wrong? End with its number, or with No if every Thought is right, between two tags. If it were Thought N, the answer would be:
        [answer]N[/answer]
        """;

    // For a wrong step the stored key: in five official rows it names a Thought that is right as it is shown.
    protected override string? Solve(Puzzle puzzle)
    {
        if (puzzle.Subtask == Detection) return $"[answer]{puzzle.FirstErrorStep}[/answer]";
        var alphabet = puzzle.CustomOrder is { } order ? string.Concat(order) : SortingTrace.UsualAlphabet;
        return $"[answer]{string.Join(", ", SortingTrace.Sort(puzzle.Words, alphabet, puzzle.Mode == "reverse"))}[/answer]";
    }

    protected override double Measure(Puzzle puzzle) => puzzle.Words.Length;
}
