// Verify is total and bounded: whatever a model writes, a verdict comes back, soon.

using System.Diagnostics;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests;

public sealed class HostileTextTests
{
    // The contract is 100 ms for 200 kB; a shared test machine may stall for longer, and what this guards against takes minutes or for ever.
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(5);

    public static TheoryData<string> Names => Bootcamps.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Verify_gives_a_verdict_on_any_text(string name)
    {
        var bootcamp = Bootcamps.Named(name);
        var problem = ProblemSource.Of(bootcamp, seed: 7, level: 2).First();
        var right = bootcamp.Solve(problem.GroundTruth)!;

        foreach (var text in HostileTexts.Around(right))
        {
            var start = Stopwatch.GetTimestamp();
            var verdict = bootcamp.Verify(text, problem.GroundTruth);
            var took = Stopwatch.GetElapsedTime(start);
            Assert.True(took < Hang, $"{took} for {text.Length} characters beginning {text[..Math.Min(60, text.Length)]}");
            Assert.False(verdict.Reason?.StartsWith(Verdict.FaultPrefix, StringComparison.Ordinal) ?? false, $"{verdict.Reason} on {text[..Math.Min(200, text.Length)]}");
            Assert.InRange(verdict.Score, 0, 1);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_answer_with_one_character_changed_is_not_right_unless_it_says_the_same(string name)
    {
        var bootcamp = Bootcamps.Named(name);
        if (Bootcamps.AllowsSeveralAnswers(name)) return;
        foreach (var problem in ProblemSource.Of(bootcamp, seed: 11, level: 2).Take(10))
        {
            var right = bootcamp.Solve(problem.GroundTruth)!;
            var extracted = bootcamp.Verify(right, problem.GroundTruth).ExtractedOutput;
            foreach (var changed in HostileTexts.OneCharacterChanged(right))
            {
                var verdict = bootcamp.Verify(changed, problem.GroundTruth);
                Assert.True(verdict.Score < 1 || verdict.ExtractedOutput == extracted, $"{changed} is accepted like {right}");
            }
        }
    }
}

/// <summary>Texts that break careless readers.</summary>
internal static class HostileTexts
{
    private const int Long = 200_000;

    private static readonly string[] Markers =
        ["[answer]", "[/answer]", "<answer>", "</answer>", "[[", "]]", "\\boxed{", "```json\n", "```", "[", "(", "{", "\"", "'", "$", "<think>", "\\boxed ", "-", "~", "not ", "#", "\\", "1,", "\n"];

    public static IEnumerable<string> Around(string right)
    {
        yield return "";
        for (var length = 1; length < Math.Min(right.Length, 2_000); length++) yield return right[..length];
        yield return right + new string(' ', Long);
        yield return string.Concat(Enumerable.Repeat(right, Math.Max(1, Long / Math.Max(1, right.Length))));
        yield return right.Replace('1', '\ud800');
        yield return right + "\ud800\udfff\udc00";
        foreach (var marker in Markers) yield return string.Concat(Enumerable.Repeat(marker, Long / marker.Length));
        foreach (var (open, close) in new[] { ("[answer]", "[/answer]"), ("<answer>", "</answer>"), ("[[", "]]"), ("\\boxed{", "}"), ("```json\n", "\n```"), ("```python\n", "\n```") })
            foreach (var inside in Insides) yield return $"{open}{inside}{close}";
    }

    private static readonly string[] Insides =
    [
        new('9', Long), new('[', Long), new('(', Long), new string('[', 150) + new string(']', 150), new('{', Long), new('-', Long), new('+', Long), new('~', Long), new(' ', Long),
        new('\n', Long), string.Concat(Enumerable.Repeat("1 ", Long / 2)), string.Concat(Enumerable.Repeat("[1],", Long / 4)), string.Concat(Enumerable.Repeat("A=1,", Long / 4)),
        "9**9**9**9**9", "1<<99999999999", "1e999999999", "0x" + new string('f', Long), "'" + new string('x', Long), "{" + string.Concat(Enumerable.Repeat("\"a\":", 50_000)),
        string.Concat(Enumerable.Repeat("(1+", Long / 3)), string.Concat(Enumerable.Repeat("\\frac{1}{", Long / 9)), string.Concat(Enumerable.Repeat("sqrt(", Long / 5)),
        string.Concat(Enumerable.Repeat("not ", Long / 4)), string.Concat(Enumerable.Repeat("a ∧ ", Long / 4)), string.Concat(Enumerable.Repeat("X\n", Long / 2)), "\ud800", "\0", "NaN", "Infinity",
        string.Concat(Enumerable.Repeat("(0, 0), ", Long / 8)), string.Concat(Enumerable.Repeat("1\n", Long / 2)), new('!', Long), new('¬', Long), new('^', Long), new('\\', Long),
    ];

    public static IEnumerable<string> OneCharacterChanged(string right)
    {
        for (var i = 0; i < right.Length; i++)
        {
            var c = right[i];
            var other = c switch
            {
                >= '0' and < '9' => (char)(c + 1),
                '9' => '1',
                >= 'A' and < 'Z' or >= 'a' and < 'z' => (char)(c + 1),
                'Z' => 'A',
                'z' => 'a',
                _ => c,
            };
            if (other != c) yield return right[..i] + other + right[(i + 1)..];
        }
    }
}
