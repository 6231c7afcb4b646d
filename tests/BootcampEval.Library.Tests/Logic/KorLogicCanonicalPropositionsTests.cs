// The statements of the prompt, read by the equations that the prompt states, give the key.

using System.Text.Json;
using System.Text.RegularExpressions;

namespace BootcampEval.Library.Tests.Logic;

public sealed partial class KorLogicCanonicalPropositionsTests
{
    private const string Name = "KorLogicCanonicalPropositions";

    // Each statement says of a pair (doing it is permitted, leaving it is permitted) whether it fits; at least one of the two is permitted.
    private static readonly (bool Doing, bool Leaving)[] Codes = [(true, true), (true, false), (false, true)];

    [Fact]
    public void Relations_follow_from_what_is_permitted()
    {
        foreach (var problem in FreshProblems.Of(Name).Where(problem => problem.Has("key")))
        {
            string[] letters = [.. Regexes.Pair().Matches(problem.Prompt).Select(pair => Relation(
                [.. Codes.Select(code => Holds(pair.Groups[1].Value, code))], [.. Codes.Select(code => Holds(pair.Groups[2].Value, code))]))];
            Assert.Equal(problem.Texts("key").Length, letters.Length);
            Assert.Equal(1, problem.ScoreOf($"[[{string.Join(';', letters)}]]"));
        }
    }

    [Fact]
    public void Symbols_follow_the_regulation_word_by_word()
    {
        foreach (var problem in FreshProblems.Of(Name).Where(problem => problem.Has("solution")))
        {
            var parts = Regexes.Clause().Matches(problem.Labelled("Regulation:")).Select(clause =>
                Symbols(clause.Groups[1].Value) + problem.Lines().Single(line => line.Length > 3 && line[1] == ':' && line[3..] == clause.Groups[2].Value)[0]);
            Assert.Equal(problem.Text("solution"), string.Join(" ∧ ", parts));
        }
    }

    [Fact]
    public void All_four_relations_come_up_at_every_level()
    {
        foreach (var level in FreshProblems.Of(Name).Chunk(60))
            Assert.Equal(4, level.Where(problem => problem.Has("key")).SelectMany(problem => problem.Texts("key")).Distinct().Count());
    }

    [Fact]
    public void No_law_is_asked_for_because_a_list_of_all_numbers_would_score() =>
        Assert.DoesNotContain(FreshProblems.Of(Name), problem => problem.Has("correct"));

    [Theory]
    [InlineData("""{"type": "relationship", "key": ["@", "x"]}""", "[[C; b]]", 1)]
    [InlineData("""{"type": "relationship", "key": ["@", "x"]}""", "[[C;B;]]", 0)]
    [InlineData("""{"type": "symbolization", "solution": "‽p ∧ §¬q"}""", "[[§¬q ∧ ‽P]]", 1)]
    [InlineData("""{"type": "symbolization", "solution": "‽p ∧ §¬q"}""", "[[§¬q ∧ ‽p ∧ ‽p]]", 0)]
    [InlineData("""{"type": "formula", "correct": 9}""", "[[2, 3, 9]]", 1)]
    [InlineData("""{"type": "formula", "correct": 9}""", "[[x9x]]", 1)]
    [InlineData("""{"type": "formula", "correct": 9}""", "[[09]]", 0)]
    [InlineData("""{"type": "formula", "correct": 9}""", "[[９9]]", 0)]
    public void Official_rows_are_judged_as_the_reference_does(string truth, string output, double score) =>
        Assert.Equal(score, Bootcamps.Named(Name).Verify(output, JsonElement.Parse(truth)).Score);

    private static bool Holds(string statement, (bool Doing, bool Leaving) code)
    {
        var (before, word, behind) = Read(statement);
        var (doing, leaving) = behind ? (code.Leaving, code.Doing) : code;
        var value = word switch { "obligatory" => !leaving, "permitted" => doing, _ => !doing };
        return before % 2 == 0 ? value : !value;
    }

    private static string Symbols(string clause)
    {
        var (before, word, behind) = Read(clause);
        return new string('¬', before) + word switch { "obligatory" => "¶", "permitted" => "§", _ => "‽" } + (behind ? "¬" : "");
    }

    private static (int NotBefore, string Word, bool NotBehind) Read(string statement)
    {
        var match = Regexes.Norm().Match(statement);
        Assert.True(match.Success, statement);
        return (match.Groups[1].Captures.Count + (match.Groups[2].Success ? 1 : 0), match.Groups[3].Value, match.Groups[4].Success);
    }

    private static string Relation(bool[] first, bool[] second)
    {
        var pairs = first.Zip(second).ToHashSet();
        return (pairs.Contains((true, true)), pairs.Contains((false, false))) switch
        {
            (false, false) => "A",
            (false, true) => "B",
            (true, false) => "C",
            _ => pairs.Contains((true, false)) == pairs.Contains((false, true)) ? "none" : "D",
        };
    }

    private static partial class Regexes
    {
        [GeneratedRegex(@"\(a\) (.+)\.\n\(b\) (.+)\.")]
        public static partial Regex Pair();

        [GeneratedRegex("^([Ii]t is not true that )*[Ii]t is (not )?(obligatory|permitted|forbidden) (not )?to")]
        public static partial Regex Norm();

        [GeneratedRegex("((?:[Ii]t is not true that )*[Ii]t is (?:not )?(?:obligatory|permitted|forbidden) (?:not )?to) ([^,.]+)[,.]")]
        public static partial Regex Clause();
    }
}
