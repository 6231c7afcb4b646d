// Conclusions are tried out against every way things may stand, beliefs are looked up world by world, symbols are read off the sentence.

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Logic;

public sealed partial class KorLogicEpistemicLogicTests
{
    private const string Name = "KorLogicEpistemicLogic";

    private static readonly IEnumerable<Problem> Problems = [.. FreshProblems.Of(Name)];

    [Fact]
    public void Exactly_one_conclusion_follows_from_the_axioms()
    {
        foreach (var problem in Problems.Where(problem => problem.Text("axiom") == "Axioms of belief"))
        {
            var group = Regexes.Group().Match(problem.Prompt).Groups[1].Value.Split([", ", " and "], StringSplitOptions.None);
            var lines = problem.Lines();
            var said = lines.SkipWhile(line => !line.StartsWith("The group", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line != "").ToList();
            var links = said.Select(line => Regexes.Link().Match(line)).Where(match => match.Success).Select(match => (match.Groups[1].Value, match.Groups[2].Value)).ToList();
            List<string> given = [.. said.Where(line => !Regexes.Link().IsMatch(line)).Select(Literal)];
            string[] following = [.. "ABC".Select(letter => letter.ToString()).Where(letter =>
                !CanBe([.. given, Opposite(Literal(problem.Labelled(letter + ".")))], group, links))];

            Assert.True(CanBe(given, group, links));
            Assert.Equal([problem.Text("correct_answer")], following);
        }
    }

    [Fact]
    public void Exactly_one_belief_is_held_in_the_actual_world()
    {
        foreach (var problem in Problems.Where(problem => problem.Text("axiom") == "Possible worlds"))
        {
            var here = int.Parse(Regexes.Here().Match(problem.Prompt).Groups[1].Value, CultureInfo.InvariantCulture);
            var facts = Regexes.Fact().Matches(problem.Prompt).ToDictionary(
                match => char.ToLowerInvariant(match.Groups[1].Value[0]) + match.Groups[1].Value[1..],
                match => Numbers(match.Groups[2].Value));
            var groups = Regexes.Groups().Matches(problem.Prompt).ToDictionary(
                match => match.Groups[1].Value, match => match.Groups[2].Captures.Select(capture => Numbers(capture.Value)).ToList());
            string[] held = [.. "ABC".Select(letter => letter.ToString()).Where(letter => Holds(problem.Labelled(letter + ".").TrimEnd('.'), here, facts, groups))];

            Assert.Equal([problem.Text("correct_answer")], held);
        }
    }

    [Fact]
    public void Symbols_follow_the_sentence_part_by_part()
    {
        foreach (var problem in Problems.Where(problem => problem.Has("correct_expression")))
        {
            var parts = problem.Labelled("Sentence:").TrimEnd('.').Split("; and ").Select(part => Symbols(part, problem));
            Assert.Equal(1, problem.ScoreOf($"[[{string.Join(" ∧ ", parts)}]]"));
        }
    }

    [Fact]
    public void All_three_kinds_of_question_and_all_letters_come_up_at_every_level()
    {
        foreach (var level in Problems.Chunk(60))
        {
            Assert.Equal(3, level.Select(problem => problem.Text("axiom")).Distinct().Count());
            Assert.Equal(3, level.Where(problem => problem.Has("correct_answer")).Select(problem => problem.Text("correct_answer")).Distinct().Count());
        }
    }

    [Theory]
    [InlineData("""{"type": "multiple_choice", "axiom": "", "scenario": "", "options": [], "correct_answer": "B"}""", "答案：[[ b ]]", 1)]
    [InlineData("""{"type": "multiple_choice", "axiom": "", "scenario": "", "options": [], "correct_answer": "B"}""", "[[B]]（格式为 [[ ]]）", 0)]
    [InlineData("""{"type": "expression", "axiom": "", "scenario": "", "correct_expression": "G_雪∧H_Bob_雪"}""", "[[G_雪 ∧ H_Bob_雪]]", 1)]
    [InlineData("""{"type": "expression", "axiom": "", "scenario": "", "correct_expression": "G_雪∧H_Bob_雪"}""", "[[G_雪\t∧H_Bob_雪]]", 0)]
    public void Answers_are_judged_as_the_reference_does(string truth, string output, double score) =>
        Assert.Equal(score, Bootcamps.Named(Name).Verify(output, JsonElement.Parse(truth)).Score);

    // A literal is a sign, a kind, a person (or nobody) and a thing: "+believes Ann|the gate is locked".
    private static string Literal(string sentence)
    {
        var text = sentence.TrimEnd('.');
        if (Regexes.Twice().Match(text) is { Success: true } twice) return Write("+", "believes2", twice.Groups[1].Value, twice.Groups[2].Value);
        if (Regexes.Believes().Match(text) is { Success: true } belief) return Write("+", "believes", belief.Groups[1].Value, belief.Groups[2].Value);
        if (Regexes.Doubts().Match(text) is { Success: true } doubt) return Write("+", "doubts", doubt.Groups[1].Value, doubt.Groups[2].Value);
        if (Regexes.BelievesNot().Match(text) is { Success: true } noBelief) return Write("-", "believes", noBelief.Groups[1].Value, noBelief.Groups[2].Value);
        if (Regexes.DoubtsNot().Match(text) is { Success: true } noDoubt) return Write("-", "doubts", noDoubt.Groups[1].Value, noDoubt.Groups[2].Value);
        if (Regexes.Common().Match(text) is { Success: true } common) return Write("+", "common", "", common.Groups[1].Value);
        return Write("+", "so", "", char.ToLowerInvariant(text[0]) + text[1..]);
    }

    private static string Write(string sign, string kind, string person, string thing)
    {
        var denied = thing.Contains(" is not ", StringComparison.Ordinal);
        var plain = thing.Replace(" is not ", " is ", StringComparison.Ordinal);
        if (denied && kind == "so") return $"-so |{plain}";
        return denied ? $"{sign}{kind} not {person}|{plain}" : $"{sign}{kind} {person}|{plain}";
    }

    private static string Opposite(string literal) => (literal[0] == '+' ? '-' : '+') + literal[1..];

    // Whether statements and axioms can all be true: tries both values of one statement after the other.
    private static bool CanBe(List<string> given, string[] group, List<(string Who, string Whom)> links)
    {
        string[] things = [.. given.Select(literal => literal.Split('|')[1]).Distinct()];
        var clauses = things.SelectMany(thing => Axioms(thing, group, links)).Concat(given.Select(literal => new[] { literal })).ToList();
        return IsSatisfiable(clauses);
    }

    private static IEnumerable<string[]> Axioms(string thing, string[] group, List<(string Who, string Whom)> links)
    {
        foreach (var person in group)
        {
            yield return [$"-believes {person}|{thing}", $"+so |{thing}"];
            yield return [$"-believes not {person}|{thing}", $"-so |{thing}"];
            yield return [$"-believes {person}|{thing}", $"+believes2 {person}|{thing}"];
            yield return [$"-common |{thing}", $"+believes {person}|{thing}"];
            yield return [$"-believes {person}|{thing}", $"-believes not {person}|{thing}"];
            yield return [$"-doubts {person}|{thing}", $"-believes {person}|{thing}"];
        }
        foreach (var (who, whom) in links)
            foreach (var kind in new[] { "believes", "believes not", "doubts" })
                yield return [$"-{kind} {who}|{thing}", $"+{kind} {whom}|{thing}"];
    }

    private static bool IsSatisfiable(List<string[]> clauses)
    {
        while (clauses.Find(clause => clause.Length <= 1) is { } unit)
        {
            if (unit.Length == 0) return false;
            clauses = Assume(clauses, unit[0]);
        }
        if (clauses.Count == 0) return true;
        var literal = clauses[0][0];
        return IsSatisfiable(Assume(clauses, literal)) || IsSatisfiable(Assume(clauses, Opposite(literal)));
    }

    private static List<string[]> Assume(List<string[]> clauses, string literal) =>
        [.. clauses.Where(clause => !clause.Contains(literal)).Select(clause => clause.Where(other => other != Opposite(literal)).ToArray())];

    private static bool Holds(string claim, int world, Dictionary<string, int[]> facts, Dictionary<string, List<int[]>> groups)
    {
        if (Regexes.WorldBelief().Match(claim) is { Success: true } belief)
        {
            var everywhere = groups[belief.Groups[1].Value].Single(group => group.Contains(world)).All(other => Holds(belief.Groups[3].Value, other, facts, groups));
            return everywhere == (belief.Groups[2].Value == "believes");
        }
        var thing = claim.Replace(" is not ", " is ", StringComparison.Ordinal);
        return facts[char.ToLowerInvariant(thing[0]) + thing[1..]].Contains(world) == (thing == claim);
    }

    private static int[] Numbers(string text) => [.. Regexes.Number().Matches(text).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture))];

    private static string Symbols(string part, Problem problem)
    {
        var match = Regexes.Attitude().Match(part);
        if (!match.Success) return problem.Lines().Single(line => line.Length > 3 && line[1] == ':' && line[3..] == part)[..1];
        var inner = Symbols(match.Groups[3].Value, problem);
        var words = match.Groups[2].Value.Split(' ');
        var operatorText = words[^1] switch { "believes" => "B_" + words[0], "doubts" => "H_" + words[0], _ => "G" };
        return (match.Groups[1].Success ? "¬" : "") + operatorText + (inner.Length == 1 ? "_" + inner : $"({inner})");
    }

    private static partial class Regexes
    {
        [GeneratedRegex(@"^The group is (.+)\.$", RegexOptions.Multiline)]
        public static partial Regex Group();

        [GeneratedRegex(@"^(\w+) can recognise (\w+)'s state of belief\.$")]
        public static partial Regex Link();

        [GeneratedRegex(@"^(\w+) firmly believes that \1 firmly believes that (.+)$")]
        public static partial Regex Twice();

        [GeneratedRegex(@"^(\w+) firmly believes that (.+)$")]
        public static partial Regex Believes();

        [GeneratedRegex(@"^(\w+) does not firmly believe that (.+)$")]
        public static partial Regex BelievesNot();

        [GeneratedRegex(@"^(\w+) doubts that (.+)$")]
        public static partial Regex Doubts();

        [GeneratedRegex(@"^(\w+) does not doubt that (.+)$")]
        public static partial Regex DoubtsNot();

        [GeneratedRegex(@"^It is common belief of the group that (.+)$")]
        public static partial Regex Common();

        [GeneratedRegex(@"^The actual world is world (\d+)\.$", RegexOptions.Multiline)]
        public static partial Regex Here();

        [GeneratedRegex(@"^(The .+) in worlds? (.+) and in no other world\.$", RegexOptions.Multiline)]
        public static partial Regex Fact();

        [GeneratedRegex(@"^(\w+) can't tell apart the worlds within each of these groups:(?: (\{[\d, ]+\}))+\.$", RegexOptions.Multiline)]
        public static partial Regex Groups();

        [GeneratedRegex(@"^(\w+) (believes|does not believe) that (.+)$")]
        public static partial Regex WorldBelief();

        [GeneratedRegex(@"\d+")]
        public static partial Regex Number();

        [GeneratedRegex(@"^([Ii]t is not the case that )?(\w+ firmly believes|\w+ doubts|[Ii]t is common belief) that (.+)$")]
        public static partial Regex Attitude();
    }
}
