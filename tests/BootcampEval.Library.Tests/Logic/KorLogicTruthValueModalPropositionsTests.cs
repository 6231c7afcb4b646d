// The sentences of the prompt, turned into symbols phrase by phrase, give the key by the tables that the prompt prints.

using System.Globalization;
using System.Text.RegularExpressions;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Logic;

public sealed partial class KorLogicTruthValueModalPropositionsTests
{
    private const string Name = "KorLogicTruthValueModalPropositions";

    private static readonly IEnumerable<Problem> Problems = [.. FreshProblems.Of(Name)];

    [Fact]
    public void Relations_are_those_of_the_square_of_modal_opposition()
    {
        foreach (var problem in OfType("relationship"))
        {
            var (first, second) = (Symbols(problem.Labelled("(1)"), out var fact), Symbols(problem.Labelled("(2)"), out var other));
            Assert.Equal(fact, other);
            Assert.Equal(problem.Text("correct_answer"), (Reduced(first), Reduced(second)) switch
            {
                ("#", "$!") or ("$!", "#") or ("#!", "$") or ("$", "#!") => "A",
                ("#", "#!") or ("#!", "#") => "B",
                ("$", "$!") or ("$!", "$") => "C",
                ("#", "$") or ("#!", "$!") => "D",
                var pair => $"no relation of {pair}",
            });
        }
    }

    [Fact]
    public void Symbols_follow_the_sentence_phrase_by_phrase()
    {
        foreach (var problem in OfType("symbolization"))
        {
            var symbols = Symbols(problem.Labelled("Sentence:"), out var fact);
            var definition = Regexes.Definition().Match(problem.Prompt);
            Assert.Equal(definition.Groups[2].Value, fact);
            Assert.Equal(1, problem.ScoreOf($"[[{symbols}{definition.Groups[1].Value}]]"));
        }
    }

    [Fact]
    public void Exactly_one_rule_of_the_table_takes_the_premise_to_the_conclusion()
    {
        foreach (var problem in OfType("formula"))
        {
            var (premise, conclusion) = (Symbols(problem.Labelled("Premise:"), out var fact) + "p", Symbols(problem.Labelled("Conclusion:"), out var other) + "p");
            Assert.Equal(fact, other);
            int[] fitting = [.. RulesIn(problem).Where(rule => Leads(rule.Left, rule.Right, premise, conclusion) || (rule.BothWays && Leads(rule.Right, rule.Left, premise, conclusion))).Select(rule => rule.Number)];
            Assert.Equal([problem.GroundTruth.GetProperty("correct_answer").GetInt32()], fitting);
        }
    }

    [Fact]
    public void Exactly_one_option_is_what_the_rule_infers()
    {
        foreach (var problem in OfType("multiple_choice_formula"))
        {
            var number = int.Parse(Regexes.RuleAsked().Match(problem.Prompt).Groups[1].Value, CultureInfo.InvariantCulture);
            var rule = RulesIn(problem).Single(each => each.Number == number);
            var premise = Symbols(problem.Labelled("Premise:"), out _) + "p";
            string[] right = [.. "ABCD".Select(letter => letter.ToString()).Where(letter => Leads(rule.Left, rule.Right, premise, Symbols(problem.Labelled(letter + ":"), out _) + "p"))];
            Assert.Equal([problem.Text("correct_answer")], right);
        }
    }

    [Fact]
    public void All_four_kinds_of_question_and_all_answers_come_up()
    {
        Assert.Equal(4, Problems.Select(problem => problem.Text("type")).Distinct().Count());
        Assert.Equal(["A", "B", "C", "D"], OfType("relationship").Select(problem => problem.Text("correct_answer")).Distinct().Order());
        // Rules 10, 12, 14 and 16 are cases of 9, 11, 13 and 15, so that no inference is theirs alone.
        Assert.Equal(12, OfType("formula").Select(problem => problem.GroundTruth.GetProperty("correct_answer").GetInt32()).Distinct().Count());
    }

    private static IEnumerable<Problem> OfType(string type) => Problems.Where(problem => problem.Text("type") == type);

    // "It is not true that it is possible that Alma sings." is !$ and "Alma sings".
    private static string Symbols(string sentence, out string fact)
    {
        var phrases = sentence.TrimEnd('.').Split(" that ");
        fact = phrases[^1];
        return string.Concat(phrases[..^1].Select(phrase => phrase.ToUpperInvariant() switch
        {
            "IT IS NECESSARY" or "IT IS NECESSARILY THE CASE" or "IT IS NECESSARILY TRUE" => '#',
            "IT IS POSSIBLE" or "IT IS POSSIBLY THE CASE" or "IT IS POSSIBLY TRUE" => '$',
            "IT IS NOT THE CASE" or "IT IS NOT TRUE" => '!',
            _ => throw new ArgumentException($"unknown phrase: {phrase}"),
        }));
    }

    // Moves every "not" through the modal word, which turns it into the other one, and cancels pairs.
    private static string Reduced(string symbols)
    {
        var modal = symbols.Single(symbol => symbol != '!');
        var before = symbols.IndexOf(modal, StringComparison.Ordinal);
        if (before % 2 == 1) modal = modal == '#' ? '$' : '#';
        return modal + ((symbols.Length - 1) % 2 == 1 ? "!" : "");
    }

    private static (int Number, string Left, string Right, bool BothWays)[] RulesIn(Problem problem)
    {
        (int, string, string, bool)[] rules = [.. Regexes.Rule().Matches(problem.Prompt).Select(match =>
            (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[2].Value, match.Groups[4].Value, match.Groups[3].Value == "↔"))];
        Assert.Equal(16, rules.Length);
        return rules;
    }

    private static bool Leads(string left, string right, string premise, string conclusion)
    {
        var (before, after) = (left.TrimEnd('p'), right.TrimEnd('p'));
        return premise.StartsWith(before, StringComparison.Ordinal) && conclusion == after + premise[before.Length..];
    }

    private static partial class Regexes
    {
        [GeneratedRegex(@"^([pq]): (.+)$", RegexOptions.Multiline)]
        public static partial Regex Definition();

        [GeneratedRegex(@"^Rule (\d+): ([#$!p]+) ([↔→]) ([#$!p]+)$", RegexOptions.Multiline)]
        public static partial Regex Rule();

        [GeneratedRegex(@"what rule (\d+), used")]
        public static partial Regex RuleAsked();
    }
}
