// Web of lies: who tells the truth, from what they say about each other.

using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Bbeh;

/// <summary>Web of lies: people who always tell the truth or always lie speak of each other; decide about three of them.</summary>
public sealed partial class BbehWebOfLies : Bootcamp<BbehWebOfLies.Puzzle, string[]>
{
    /// <summary>The people, their statements, the three asked about, the one who is known, and the answer: <c>yes</c>, <c>no</c> or <c>unknown</c> for each.</summary>
    public sealed record Puzzle(string[] People, Statement[] Statements, string[] Questions, string InitialPerson, bool InitialState, string[] Solution);

    /// <summary>
    /// What a speaker says: <c>single</c> of a target, or of a group that <c>exact_one</c>, <c>exact_two</c>, all (<c>all_true</c>) or none
    /// (<c>all_false</c>) tell the truth, or lie when <c>assertion</c> is false.
    /// </summary>
    public sealed record Statement(
        string Type,
        string Speaker,
        bool Assertion,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Target = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string[]? Group = null);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class BbehWebOfLiesJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => BbehWebOfLiesJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "BbehWebOfLies", Family.Bbeh, "Web of lies", "Decide who tells the truth from statements about each other.")
    {
        AnswerFormat = "[answer]yes, no, unknown[/answer]",
        Measure = "statements",
    };

    // The last match, ignoring case, of \[answer\]\s*<?\s*(word(?:\s*,\s*word){2})\s*>?\s*\[/answer\]; other content is passed over.
    protected override Extraction<string[]> Extract(string output)
    {
        const string Open = "[answer]";
        var folded = PyCase.FoldAscii(output);
        string? last = null;
        for (var opened = folded.IndexOf(Open, StringComparison.Ordinal); opened >= 0; opened = folded.IndexOf(Open, opened + 1, StringComparison.Ordinal))
        {
            var start = AfterOptional(folded, opened + Open.Length, '<');
            if (EndOfWords(folded, start) is { } end && IsClosed(folded, end)) last = output[start..end];
        }
        if (last is null) return new NoAnswer("no three words (yes, no, unknown) with commas between [answer] and [/answer]");
        string[] words = [.. PyCase.Lower(last).Split(',').Select(PyText.Strip)];
        // A long s matches when case is ignored, but stays another letter.
        return words.All(Words.Contains) ? words : new NoAnswer("one of the three words is spelled with another letter");
    }

    private static readonly string[] Words = ["yes", "no", "unknown"];

    private static int? EndOfWords(string folded, int start)
    {
        var end = start;
        for (var i = 0; i < 3; i++)
        {
            if (i > 0)
            {
                var comma = PyText.EndOfSpaces(folded, end);
                if (comma == folded.Length || folded[comma] != ',') return null;
                end = PyText.EndOfSpaces(folded, comma + 1);
            }
            var word = Array.Find(Words, word => folded.AsSpan(end).StartsWith(word, StringComparison.Ordinal));
            if (word is null) return null;
            end += word.Length;
        }
        return end;
    }

    private static bool IsClosed(string folded, int end) => folded.AsSpan(AfterOptional(folded, end, '>')).StartsWith("[/answer]", StringComparison.Ordinal);

    private static int AfterOptional(string text, int index, char symbol)
    {
        index = PyText.EndOfSpaces(text, index);
        return index < text.Length && text[index] == symbol ? PyText.EndOfSpaces(text, index + 1) : index;
    }

    // The official verdict does without the statements, which are most of the text.
    protected override Puzzle ReadForVerdict(JsonElement groundTruth, Ruling ruling) =>
        ruling == Ruling.Official && groundTruth.ValueKind == JsonValueKind.Object
            && groundTruth.TryGetProperty("questions", out var asked) && asked.Deserialize(BbehWebOfLiesJson.Default.StringArray) is { } questions
            && groundTruth.TryGetProperty("solution", out var key) && key.Deserialize(BbehWebOfLiesJson.Default.StringArray) is { } solution
            ? new([], [], questions, "", false, solution) : base.ReadForVerdict(groundTruth, ruling);

    protected override Verdict Judge(string[] answer, Puzzle puzzle) => JudgeAgainst(puzzle.Solution, answer, puzzle);

    // The fair verdict tries all assignments. Most official puzzles contradict themselves; for those the key stands.
    protected override Verdict JudgeFairly(string[] answer, Puzzle puzzle) => JudgeAgainst(LiarPuzzle.Decide(puzzle) ?? puzzle.Solution, answer, puzzle);

    private static Verdict JudgeAgainst(string[] key, string[] answer, Puzzle puzzle)
    {
        if (answer.SequenceEqual(key)) return Verdict.Correct;
        var wrong = Enumerable.Range(0, Math.Min(key.Length, puzzle.Questions.Length)).FirstOrDefault(i => i >= answer.Length || answer[i] != key[i]);
        return Verdict.Wrong(wrong < key.Length && wrong < puzzle.Questions.Length ? $"for {puzzle.Questions[wrong]} the answer is {key[wrong]}" : $"the answer is {string.Join(", ", key)}");
    }

    private static readonly (int People, int Statements)[] Levels = [(5, 5), (6, 7), (8, 10), (10, 13), (12, 16)];

    // Draws statements that fit an assignment until the three words wanted occur; all assignments are tried to decide.
    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (count, statements) = Levels[level - 1];
        string[] wanted = [.. Enumerable.Range(0, 3).Select(_ => random.Pick(Words))];
        while (true)
        {
            var people = random.Sample(Names, count);
            var puzzle = LiarPuzzle.Draw(random, people, statements);
            var known = LiarPuzzle.Decide(puzzle with { Questions = people }) ?? throw new InvalidOperationException("an assignment that made the statements satisfies them");
            var questions = new List<string>();
            foreach (var word in wanted)
            {
                var fitting = Enumerable.Range(0, count).Where(i => known[i] == word && people[i] != puzzle.InitialPerson && !questions.Contains(people[i])).ToArray();
                if (fitting.Length > 0) questions.Add(people[random.Pick(fitting)]);
            }
            if (questions.Count == 3) return puzzle with { Questions = [.. questions], Solution = wanted };
        }
    }

    protected override string Ask(Puzzle puzzle)
    {
        var text = new StringBuilder();
        foreach (var statement in puzzle.Statements) text.Append("- ").Append(statement.Speaker).Append(" says: ").Append(InWords(statement)).Append('\n');
        return $"""
            Each of these {puzzle.People.Length} people either always tells the truth or always lies: {string.Join(", ", puzzle.People)}.
            Whatever one who tells the truth says is true, and whatever a liar says is false. It is known that {puzzle.InitialPerson} {(puzzle.InitialState ? "tells the truth" : "lies")}.

            {text.ToString().TrimEnd('\n')}

            About each of {puzzle.Questions[0]}, {puzzle.Questions[1]} and {puzzle.Questions[2]}, in this order: does the person tell the truth? Answer yes if this follows from what is given,
            no if it follows that the person lies, and unknown if neither follows.

            End with the three words, separated by commas, between two tags. If they were P, Q and R, the last line would be:
            [answer]P, Q, R[/answer]
            """;
    }

    private static string InWords(Statement statement)
    {
        var (single, several) = statement.Assertion ? ("tells the truth", "tell the truth") : ("lies", "lie");
        var group = string.Join(", ", statement.Group ?? []);
        return statement.Type switch
        {
            "single" => $"{statement.Target} {single}.",
            "exact_one" => $"exactly one of {group} {single}.",
            "exact_two" => $"exactly two of {group} {several}.",
            "all_true" => $"all of {group} {several}.",
            _ => $"none of {group} {several}.",
        };
    }

    // The stored key: 57 official puzzles contradict themselves, and nothing else scores there.
    protected override string? Solve(Puzzle puzzle) => $"[answer]{string.Join(", ", puzzle.Solution)}[/answer]";

    protected override double Measure(Puzzle puzzle) => puzzle.Statements.Length;

    private static readonly string[] Names =
        ["Agnes", "Boris", "Clara", "Dario", "Edith", "Felix", "Gemma", "Hugo", "Irene", "Jonas", "Karin", "Louis", "Mira", "Nils", "Opal", "Piotr", "Rhea", "Stefan", "Tilda", "Umar", "Vera", "Wanda", "Yusuf", "Zora"];
}
