// Dyck languages: find the first wrong step of a trace that reads brackets with a stack.

using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Bbeh;

/// <summary>Dyck languages: a trace follows the stack of open brackets; name its first wrong Thought.</summary>
public sealed partial class BbehDyckLanguages : Bootcamp<BbehDyckLanguages.Puzzle, string>
{
    /// <summary>The brackets, the right trace, the trace shown (with its conclusion), and the 1-based number of the wrong Thought, null for none.</summary>
    public sealed record Puzzle(string InputSequence, string[] CorrectSteps, string[] ModifiedSteps, int? ErrorStep, string? ErrorType);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class BbehDyckLanguagesJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => BbehDyckLanguagesJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "BbehDyckLanguages", Family.Bbeh, "Dyck languages", "Find the first wrong step in a trace of a bracket stack.")
    {
        AnswerFormat = "[answer]number of a Thought, or No[/answer]",
        Measure = "brackets",
    };

    // The last match of \[answer\]\s*(\d+|No)\s*\[/answer\], ignoring case; other content between the tags is passed over.
    protected override Extraction<string> Extract(string output)
    {
        const string Open = "[answer]", Close = "[/answer]";
        var folded = PyCase.FoldAscii(output);
        string? last = null;
        for (var opened = folded.IndexOf(Open, StringComparison.Ordinal); opened >= 0; opened = folded.IndexOf(Open, opened + 1, StringComparison.Ordinal))
        {
            var start = PyText.EndOfSpaces(folded, opened + Open.Length);
            var end = folded.AsSpan(start).StartsWith("no", StringComparison.Ordinal) ? start + 2 : PyText.EndOfDigits(folded, start);
            var close = PyText.EndOfSpaces(folded, end);
            if (end > start && folded.AsSpan(close).StartsWith(Close, StringComparison.Ordinal)) last = folded[start..end];
        }
        if (last is null) return new NoAnswer($"no number and no “No” between {Open} and {Close}");
        return last == "no" ? "No" : last;
    }

    protected override Verdict Judge(string answer, Puzzle puzzle) => JudgeAgainst(puzzle.ErrorStep, answer);

    // Some official keys name a Thought that is right: the fair verdict reads the trace.
    protected override Verdict JudgeFairly(string answer, Puzzle puzzle) => JudgeAgainst(FirstWrong(puzzle), answer);

    private static Verdict JudgeAgainst(int? wrongThought, string answer) => answer == Text(wrongThought) ? Verdict.Correct
        : Verdict.Wrong(wrongThought is null ? "no Thought is wrong" : $"the first wrong Thought is {wrongThought}");

    private static string Text(int? wrongThought) => wrongThought?.ToString(CultureInfo.InvariantCulture) ?? "No";

    /// <summary>The 1-based number of the first Thought that differs from the right trace, null when none does.</summary>
    internal static int? FirstWrong(Puzzle puzzle)
    {
        var right = RightTrace(puzzle.InputSequence);
        for (var i = 0; i < right.Length && i < puzzle.ModifiedSteps.Length; i++)
            if (i > 0 && puzzle.ModifiedSteps[i] != right[i]) return i + 1; // the first Thought is a remark, whatever its words
        return null;
    }

    // The number of brackets; each is one more step to check.
    private static readonly (int Fewest, int Most)[] Levels = [(8, 12), (16, 24), (30, 40), (48, 64), (80, 100)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (fewest, most) = Levels[level - 1];
        var brackets = DrawBrackets(random, random.Between(fewest, most));
        var right = RightTrace(brackets);
        string[] shown = [.. right];
        var (step, kind) = ((int?)null, (string?)null);
        if (random.Chance(0.8))
        {
            // Every Thought that names a bracket is as likely to be wrong as any other.
            step = random.Between(3, right.Length);
            kind = Spoil(random, brackets, shown, step.Value);
        }
        return new(brackets, right, [.. shown, .. Conclusion(brackets, right.Length)], step, kind);
    }

    // Opens and closes at random, so that the stack rises and falls; what is open at the end is mostly closed, as far as the length allows.
    private static string DrawBrackets(PuzzleRandom random, int length)
    {
        var text = new List<char>();
        var open = new Stack<char>();
        while (text.Count < length)
        {
            var room = length - text.Count - open.Count;
            if (open.Count == 0 || (room > 1 && random.Chance(0.55)))
            {
                var opener = random.Pick(Openers);
                open.Push(opener);
                text.Add(opener);
            }
            else
            {
                text.Add(Partner(open.Pop()));
            }
        }
        return new([.. text]);
    }

    // Changes one Thought so that it is wrong: its bracket, or the stack that it shows.
    private static string Spoil(PuzzleRandom random, string brackets, string[] steps, int thought)
    {
        var right = steps[thought - 1];
        var bracket = brackets[thought - 3];
        var stack = StackAfter(brackets, thought - 2);
        while (true)
        {
            var (kind, wrong) = random.Below(5) switch
            {
                0 => ("wrong_bracket", Thought(thought, random.Pick(Openers.Concat(Openers.Select(Partner)).ToArray()), stack)),
                1 => ("stack_not_updated", Thought(thought, bracket, StackAfter(brackets, thought - 3))),
                2 => ("entry_missing", Thought(thought, bracket, stack.Length > 0 ? stack.Remove(random.Below(stack.Length), 1) : stack)),
                3 => ("entry_added", Thought(thought, bracket, stack.Insert(random.Below(stack.Length + 1), random.Pick(Openers).ToString()))),
                _ => ("entry_replaced", Thought(thought, bracket, ReplacedAt(stack, random.Below(Math.Max(1, stack.Length)), random.Pick(Openers)))),
            };
            if (wrong == right) continue;
            steps[thought - 1] = wrong;
            return kind;
        }
    }

    private static string ReplacedAt(string stack, int index, char entry) => stack.Length == 0 ? stack : stack.Remove(index, 1).Insert(index, entry.ToString());

    private static readonly char[] Openers = ['(', '[', '{', '<'];

    private static char Partner(char opener) => opener switch { '(' => ')', '[' => ']', '{' => '}', _ => '>' };

    private static string[] RightTrace(string brackets) =>
    [
        "Thought 1: Read the brackets one by one and keep the open ones on a stack.",
        "Thought 2: stack: empty",
        .. Enumerable.Range(0, brackets.Length).Select(i => Thought(i + 3, brackets[i], StackAfter(brackets, i + 1))),
    ];

    private static string Thought(int number, char bracket, string stack) => $"Thought {number}: {bracket} ; stack: {Shown(stack)}";

    private static string Shown(string stack) => stack.Length == 0 ? "empty" : string.Join(' ', stack.ToCharArray());

    // The open brackets after the first few characters, bottom first. A closing bracket without its partner on top changes nothing.
    private static string StackAfter(string brackets, int count)
    {
        var open = new List<char>();
        foreach (var bracket in brackets.AsSpan(0, count))
        {
            if (Openers.Contains(bracket)) open.Add(bracket);
            else if (open.Count > 0 && Partner(open[^1]) == bracket) open.RemoveAt(open.Count - 1);
        }
        return new([.. open]);
    }

    private static string[] Conclusion(string brackets, int thoughts)
    {
        var open = StackAfter(brackets, brackets.Length);
        if (open.Length == 0) return [$"Thought {thoughts + 1}: All brackets are read and the stack is empty.", $"Thought {thoughts + 2}: Nothing is left to close."];
        var closers = open.Reverse().Select(Partner).ToArray();
        return [$"Thought {thoughts + 1}: All brackets are read and the stack is: {Shown(open)}", $"Thought {thoughts + 2}: Still to close, in this order: {Shown(new(closers))}"];
    }

    protected override string Ask(Puzzle puzzle) => $"""
        A program reads a line of brackets from left to right. There are four kinds: ( ), [ ], {"{ }"} and < >. It keeps a stack of the brackets that are open:
        an opening bracket is put on top of the stack, and a closing bracket takes its partner off the top.

        The line of brackets:
        {puzzle.InputSequence}

        This is the program's record. Thought 2 is the empty stack before anything is read. After that, each Thought names the next bracket of the line and
        shows the stack once that bracket is read: the open brackets from the bottom to the top, or the word empty. The last two Thoughts sum up what is still open.

        {string.Join('\n', puzzle.ModifiedSteps)}

        A Thought is wrong if it names another bracket than the line has at that place, or if its stack is not the one that the line leaves when it is read
        rightly up to that place. At most one Thought is wrong, and it may be that none is. Which one is it?

        End with its number, or with No if every Thought is right, and nothing else between two tags. If it were Thought N, the last line would be:
        [answer]N[/answer]
        """;

    // The stored key: in 16 official rows it names a Thought that is right, and nothing else scores there.
    protected override string? Solve(Puzzle puzzle) => $"[answer]{Text(puzzle.ErrorStep)}[/answer]";

    protected override double Measure(Puzzle puzzle) => puzzle.InputSequence.Length;
}
