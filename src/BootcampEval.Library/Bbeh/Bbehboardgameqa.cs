// Board game: does a statement follow from facts and from rules that may contradict each other?

using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Bbeh;

/// <summary>Board game: facts, rules with precedence, and a statement that is proved, disproved or unknown.</summary>
public sealed partial class Bbehboardgameqa : Bootcamp<Bbehboardgameqa.Puzzle, string>
{
    /// <summary>
    /// The facts, the rules by number, which rule precedes which others, the statement asked about, how deep its derivation goes, and the answer.
    /// (<c>need_remove</c> is false in all official rows and here.)
    /// </summary>
    public sealed record Puzzle(
        string[] Facts,
        Dictionary<string, string> Rules,
        Dictionary<string, int[]> PreferenceGraph,
        string Question,
        int Depth,
        string Answer,
        bool NeedRemove);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class BbehboardgameqaJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => BbehboardgameqaJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "Bbehboardgameqa", Family.Bbeh, "Board game", "Decide whether a statement follows from facts and rules with precedence.")
    {
        AnswerFormat = "[answer]proved, disproved or unknown[/answer]",
        Measure = "rules",
    };

    private static readonly string[] Words = ["proved", "disproved", "unknown"];

    // What stands between the last tags, in any case; only without any pair of tags, the last of the three words in the whole text.
    protected override Extraction<string> Extract(string output)
    {
        var folded = PyCase.FoldAscii(output);
        (int Start, int Length)? last = null;
        foreach (var tagged in Tagged.All(folded, "[answer]", "[/answer]")) last = tagged;
        last ??= LastWord(output, folded);
        if (last is not var (start, length)) return new NoAnswer("no [answer]…[/answer] and none of the three words in the output");
        var word = PyCase.Lower(PyText.Strip(output.Substring(start, length)));
        // A long s or a dotless i matches when case is ignored, but stays another letter.
        return Words.Contains(word) ? word : new NoAnswer("what stands last is none of proved, disproved and unknown");
    }

    private static (int Start, int Length)? LastWord(string output, string folded)
    {
        (int Start, int Length)? last = null;
        foreach (var word in Words)
        {
            for (var at = folded.Length; at > 0 && (at = folded.LastIndexOf(word, at - 1, StringComparison.Ordinal)) > (last?.Start ?? -1);)
                if (PyText.IsWordBoundary(output, at) && PyText.IsWordBoundary(output, at + word.Length)) last = (at, word.Length);
        }
        return last;
    }

    protected override Verdict Judge(string answer, Puzzle puzzle) => answer == puzzle.Answer ? Verdict.Correct : Verdict.Wrong($"the statement is {puzzle.Answer}");

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        while (true)
        {
            var theory = new RuleTheory(random);
            var (asked, answer) = theory.Derive(level, random.Pick(Words));
            if (theory.Rules.Count > RuleTheory.MostRules) continue;
            // The rules come in any order, and are numbered in that order.
            int[] order = random.Shuffled(Enumerable.Range(0, theory.Rules.Count));
            var numbers = order.Select((rule, number) => (rule, number)).ToDictionary(pair => pair.rule, pair => pair.number);
            return new(
                random.Shuffled(theory.Facts.Select(fact => fact.ToString())),
                order.Select((rule, number) => (number, theory.Rules[rule].ToString())).ToDictionary(pair => pair.number.ToString(CultureInfo.InvariantCulture), pair => pair.Item2),
                theory.Precedence.OrderBy(pair => numbers[pair.Winner])
                    .ToDictionary(pair => numbers[pair.Winner].ToString(CultureInfo.InvariantCulture), pair => new[] { numbers[pair.Loser] }),
                asked.ToString(),
                level,
                answer,
                NeedRemove: false);
        }
    }

    protected override string Ask(Puzzle puzzle) => $"""
        Some animals play a board game. These facts are given:

        {string.Join('\n', puzzle.Facts.Select(fact => $"- {fact}"))}

        These rules are given:

        {string.Join('\n', puzzle.Rules.Select(rule => $"Rule {rule.Key}: {rule.Value}."))}

        {Precedence(puzzle)}

        A rule applies when all its conditions hold. A statement, with or without "not", holds if it is a fact or the conclusion of a rule that applies; nothing else holds.
        In particular, that a statement does not hold does not make its opposite hold. If two rules apply whose conclusions are opposites of each other, only the conclusion
        of the rule that has precedence holds.

        The statement in question: {puzzle.Question}.

        Is it proved (it holds), disproved (its opposite holds) or unknown (neither holds)? End with one of these three words between two tags:
        [answer]WORD[/answer]
        """;

    private static string Precedence(Puzzle puzzle) => puzzle.PreferenceGraph.Count == 0
        ? "No rule has precedence over another."
        : string.Join('\n', puzzle.PreferenceGraph.SelectMany(pair => pair.Value.Select(loser => $"Rule {pair.Key} has precedence over rule {loser}.")));

    // The stored key: 26 official keys do not follow from the rules, and nothing else scores there.
    protected override string? Solve(Puzzle puzzle) => $"[answer]{puzzle.Answer}[/answer]";

    protected override double Measure(Puzzle puzzle) => puzzle.Rules.Count;
}
