// The bootcamps whose items are in everyday language: enough different ones, and keys that a second look at the text confirms.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Logic;

public sealed class InformalLogicTests
{
    [Theory]
    [InlineData("KorLogicAnalogicalReasoning")]
    [InlineData("KorLogicCooperativePrinciple")]
    [InlineData("KorLogicDefinitions")]
    [InlineData("KorLogicEnumerativeInductiveReasoning")]
    [InlineData("KorLogicFormalFallacies")]
    [InlineData("KorLogicInductionParadox")]
    [InlineData("KorLogicLogicalMethodsForExploringCauseAndEffectRelationships")]
    [InlineData("KorLogicSpeechActs")]
    [InlineData("KorLogicStatisticalReasoning")]
    public void A_thousand_items_of_a_level_hold_at_least_300_different_ones(string name)
    {
        var bootcamp = Bootcamps.Named(name);
        for (var level = 1; level <= 5; level++)
        {
            var prompts = Enumerable.Range(0, 1000).Select(index => bootcamp.Generate(PuzzleRandom.For(5, name, level, index), level).Prompt);
            Assert.True(prompts.Distinct().Count() >= 300, $"level {level}");
        }
    }

    [Fact]
    public void Mills_methods_show_in_the_cases()
    {
        foreach (var (truth, _) in All("KorLogicLogicalMethodsForExploringCauseAndEffectRelationships"))
        {
            var lines = truth.GetProperty("description").GetString()!.Split('\n');
            var cases = lines.Where(line => line.StartsWith("Case ", StringComparison.Ordinal)).Select(line => line.Split(": ", 2)[1].Split("; ")).ToArray();
            Assert.Equal(truth.GetProperty("method").GetString(), cases switch
            {
                [] => "E",
                _ when cases[0][^1].Contains("strength", StringComparison.Ordinal) => "D",
                [var one, var other] when one.SkipLast(1).SequenceEqual(other.SkipLast(1)) => "B",
                _ when SharesNothing(cases, with: true) && cases.All(IsWith) => "A",
                _ when SharesNothing(cases, with: true) && SharesNothing(cases, with: false) => "C",
                _ => "none",
            });
        }

        static bool IsWith(string[] parts) => parts[^1].Contains("was present", StringComparison.Ordinal);

        static bool SharesNothing(string[][] cases, bool with) =>
            !cases.Where(parts => IsWith(parts) == with).Select(parts => parts.SkipLast(1)).Aggregate((shared, parts) => shared.Intersect(parts)).Any();
    }

    [Fact]
    public void Complete_enumerations_are_those_that_checked_every_member()
    {
        foreach (var (truth, _) in All("KorLogicEnumerativeInductiveReasoning"))
        {
            var complete = truth.TryGetProperty("total", out var total)
                ? total.GetInt32() == truth.GetProperty("observed").GetInt32()
                : truth.GetProperty("instances").GetArrayLength() == truth.GetProperty("sampled").GetArrayLength();
            Assert.Equal(complete ? "B" : "A", truth.GetProperty("type").GetString());
        }
    }

    [Fact]
    public void Only_the_right_option_of_a_speech_act_fits_its_kind()
    {
        foreach (var (truth, prompt) in All("KorLogicSpeechActs"))
        {
            string[] options = [.. truth.GetProperty("options").EnumerateArray().Select(option => option.GetRawText().Split(',', 2)[1])];
            Assert.Equal(4, options.Distinct().Count());
            Assert.Contains("symbol", prompt, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Two_decimal_places_are_never_asked_for_where_the_verdict_wants_more()
    {
        foreach (var (truth, prompt) in All("KorLogicStatisticalReasoning").Where(item => item.Truth.GetProperty("question_type").GetString() == "P_calculation"))
        {
            Assert.Contains("eight digits", prompt, StringComparison.Ordinal);
            var right = (100.0 * truth.GetProperty("k").GetInt32() / truth.GetProperty("n").GetInt32()).ToString("F8", System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(1, Bootcamps.Named("KorLogicStatisticalReasoning").Verify($"[[{right}%]]", truth).Score);
        }
    }

    private static IEnumerable<(System.Text.Json.JsonElement Truth, string Prompt)> All(string name) =>
        Enumerable.Range(1, 5).SelectMany(level => ProblemSource.Of(Bootcamps.Named(name), seed: 8, level).Take(60)).Select(problem => (problem.GroundTruth, problem.Prompt));
}
