// The propositions of the prompt, read word by word and tried out on small worlds, give the key.

using System.Text.Json;
using System.Text.RegularExpressions;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Logic;

public sealed partial class KorLogicPropositionalLogicConceptsTests
{
    private const string Name = "KorLogicPropositionalLogicConcepts";

    private static readonly IEnumerable<Problem> Problems = [.. FreshProblems.Of(Name)];

    // The subject has members inside the predicate, outside it, or both.
    private static readonly (bool Inside, bool Outside)[] Worlds = [(true, true), (true, false), (false, true)];

    [Fact]
    public void The_four_parts_make_up_the_proposition()
    {
        foreach (var problem in OfType("components"))
        {
            var parts = problem.Texts("correct_answer").Select(letter => problem.Labelled(letter + ".")).ToArray();
            Assert.Equal(problem.Labelled("Proposition:"), $"{parts[3]} {parts[0]} {parts[2]} {parts[1]}.");
            Assert.Contains(parts[3], new[] { "all", "no", "some" });
            Assert.Contains(parts[2], new[] { "are", "are not" });
        }
    }

    [Fact]
    public void The_type_is_the_one_that_is_true_in_the_same_worlds()
    {
        foreach (var problem in OfType("proposition_type"))
        {
            var proposition = Read(problem.Labelled("Proposition:"));
            string[] same = [.. new[] { ("SAP", "all s are p"), ("SEP", "no s are p"), ("SIP", "some s are p"), ("SOP", "some s are not p") }
                .Where(type => Worlds.Append((false, false)).All(world => Holds(Read(type.Item2), world) == Holds(proposition, world))).Select(type => type.Item1)];
            Assert.Equal([problem.Text("correct_type")], same);
        }
    }

    [Fact]
    public void Terms_are_shared_where_both_words_are_the_same()
    {
        foreach (var problem in OfType("relationship_exists"))
        {
            var pairs = Regexes.NumberedPair().Matches(problem.Prompt).Select(match =>
            {
                var (first, second) = (Read(problem.Labelled(match.Groups[1].Value)), Read(problem.Labelled(match.Groups[2].Value)));
                return first.Subject == second.Subject && first.Predicate == second.Predicate ? "A" : "B";
            });
            Assert.Equal(problem.Texts("correct_answers"), pairs);
        }
    }

    [Fact]
    public void Relations_are_those_of_the_square_of_opposition()
    {
        foreach (var problem in OfType("relationship_type"))
        {
            var relations = Regexes.Pair().Matches(problem.Prompt).Select(pair =>
            {
                var (first, second) = (Read(pair.Groups[1].Value), Read(pair.Groups[2].Value));
                Assert.Equal((first.Subject, first.Predicate), (second.Subject, second.Predicate));
                var values = Worlds.Select(world => (Holds(first, world), Holds(second, world))).ToHashSet();
                return (values.Contains((true, true)), values.Contains((false, false)), values.Contains((true, false)) && values.Contains((false, true))) switch
                {
                    (false, false, _) => "*",
                    (false, true, _) => "#",
                    (true, false, _) => "&",
                    (true, true, false) when values.Count == 3 => "%",
                    _ => "none",
                };
            });
            Assert.Equal(problem.Texts("correct_relations"), relations);
        }
    }

    [Fact]
    public void Only_what_follows_is_asked_and_the_key_says_what_follows()
    {
        foreach (var problem in OfType("truth_value"))
        {
            var values = Regexes.Question().Matches(problem.Prompt).Select(question =>
            {
                var given = Read(question.Groups[1].Value);
                var isTrue = question.Groups[2].Value == "true";
                return Worlds.Where(world => Holds(given, world) == isTrue).Select(world => Holds(Read(question.Groups[3].Value), world)).Distinct().Single() ? "true" : "false";
            });
            Assert.Equal(problem.Texts("correct_values"), values);
        }
    }

    [Fact]
    public void All_five_types_come_up_at_every_level()
    {
        foreach (var level in Problems.Chunk(60)) Assert.Equal(5, level.Select(problem => problem.Text("problem_type")).Distinct().Count());
    }

    [Theory]
    [InlineData("[[ D ; B\n;A; C ]]", 1)]
    [InlineData("[[D];[B];[A];[C]]", 0)]
    [InlineData("[[D;B;A;C;]]", 0)]
    [InlineData("[[d;b;a;c]]", 0)]
    public void Items_are_compared_one_by_one(string output, double score)
    {
        var truth = JsonElement.Parse("""{"problem_type": "components", "proposition": "no p are s.", "shuffled_elements": ["are", "s", "no", "p"], "correct_answer": ["D", "B", "A", "C"]}""");

        Assert.Equal(score, Bootcamps.Named(Name).Verify(output, truth).Score);
    }

    private static IEnumerable<Problem> OfType(string type) => Problems.Where(problem => problem.Text("problem_type") == type);

    private static (bool Denied, string Quantifier, string Subject, bool Not, string Predicate) Read(string proposition)
    {
        var match = Regexes.Proposition().Match(proposition);
        Assert.True(match.Success, proposition);
        return (match.Groups[1].Captures.Count % 2 == 1, match.Groups[2].Value, match.Groups[3].Value, match.Groups[4].Success != match.Groups[5].Success, match.Groups[6].Value);
    }

    private static bool Holds((bool Denied, string Quantifier, string Subject, bool Not, string Predicate) proposition, (bool Inside, bool Outside) world)
    {
        var (fitting, others) = proposition.Not ? (world.Outside, world.Inside) : world;
        var holds = proposition.Quantifier switch { "all" => !others, "no" => !fitting, _ => fitting };
        return holds != proposition.Denied;
    }

    private static partial class Regexes
    {
        [GeneratedRegex(@"^(it is not the case that |it is false that )*(all|no|some) (\w+) are (not )?(non-)?(\w+)\.?$")]
        public static partial Regex Proposition();

        [GeneratedRegex(@"(\[\d\]) and (\[\d\])")]
        public static partial Regex NumberedPair();

        [GeneratedRegex(@"\(a\) (.+)\n\(b\) (.+)")]
        public static partial Regex Pair();

        [GeneratedRegex("If \"(.+)\" is (true|false), then \"(.+)\" is ___")]
        public static partial Regex Question();
    }
}
