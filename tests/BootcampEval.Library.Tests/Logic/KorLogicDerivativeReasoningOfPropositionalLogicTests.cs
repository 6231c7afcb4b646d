// The rules that the prompt prints, applied to the sentence that it gives, lead to the key and to nothing else.

using System.Text.RegularExpressions;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Logic;

public sealed partial class KorLogicDerivativeReasoningOfPropositionalLogicTests
{
    private const string Name = "KorLogicDerivativeReasoningOfPropositionalLogic";

    [Fact]
    public void The_rules_in_the_prompt_lead_to_the_key_alone()
    {
        foreach (var problem in FreshProblems.Of(Name))
        {
            var rules = RulesIn(problem);
            var given = problem.Labelled("Given sentence:").Split(';')[0];
            if (problem.Has("correct_answer"))
            {
                var order = MethodNamed().Matches(problem.Labelled("Apply to it, one after the other:")).Select(match => match.Groups[1].Value);
                Assert.Equal(problem.Text("correct_answer"), order.Aggregate(given, (sentence, method) => Apply(rules, method, sentence)!));
            }
            else
            {
                var story = problem.Labelled("Given sentence:").Split(';') is [_, var told] ? told : "the unknown method";
                var order = MethodNamed().Matches(story).Select(match => match.Groups[1].Value).ToArray();
                string[] fitting = [.. new[] { "A", "B", "C" }.Where(letter =>
                    order.Aggregate((string?)given, (sentence, method) => sentence is null ? null : Apply(rules, method == "" ? letter : method, sentence))
                    == problem.Labelled("Result:"))];
                Assert.Equal([problem.Text("correct_method")], fitting);
            }
        }
    }

    [Fact]
    public void Both_kinds_of_question_are_asked_at_every_level()
    {
        foreach (var level in FreshProblems.Of(Name).Chunk(60))
            Assert.InRange(level.Count(problem => problem.Has("correct_method")), 10, 40);
    }

    [Theory]
    [InlineData("[[\"All poets are not cooks.\"]]", 1)]
    [InlineData("[[\"all poets arenot cooks\"]]", 1)]
    [InlineData("[[All poets are not cooks]]", 0)]
    [InlineData("[[\"All poets are not cooks\"]] by [[A]]", 0)]
    public void A_sentence_is_read_in_straight_quotes_only(string output, double score)
    {
        var truth = System.Text.Json.JsonElement.Parse("""{"question_type": "apply_method", "method": "B", "original_proposition": "All cooks are not poets", "correct_answer": "All poets are not cooks"}""");

        Assert.Equal(score, Bootcamps.Named(Name).Verify(output, truth).Score);
    }

    private static Dictionary<(string Method, string From), string> RulesIn(Problem problem)
    {
        var rules = new Dictionary<(string, string), string>();
        var method = "";
        foreach (var line in problem.Lines())
        {
            if (Regexes.MethodHeading().Match(line) is { Success: true } heading) method = heading.Groups[1].Value;
            else if (Regexes.Rule().Match(line) is { Success: true } rule) rules[(method, rule.Groups[1].Value)] = rule.Groups[2].Value;
        }
        Assert.Equal(9, rules.Count);
        return rules;
    }

    private static string? Apply(Dictionary<(string Method, string From), string> rules, string method, string sentence)
    {
        var parts = Regexes.Sentence().Match(sentence);
        var form = $"{parts.Groups[1].Value} S are {parts.Groups[3].Value}P";
        return rules.TryGetValue((method, form), out var result)
            ? Regexes.Place().Replace(result, place => place.Value == "S" ? parts.Groups[2].Value : parts.Groups[4].Value).Replace("non-non-", "", StringComparison.Ordinal)
            : null;
    }

    [GeneratedRegex("(?:method ([ABC])|the unknown method)")]
    private static partial Regex MethodNamed();

    private static partial class Regexes
    {
        [GeneratedRegex("^Method ([ABC]) ")]
        public static partial Regex MethodHeading();

        [GeneratedRegex("^\"(.+)\" becomes \"(.+)\"$")]
        public static partial Regex Rule();

        [GeneratedRegex("^(All|Some) ([a-z-]+) are (not )?([a-z-]+)$")]
        public static partial Regex Sentence();

        [GeneratedRegex(@"\b[SP]\b")]
        public static partial Regex Place();
    }
}
