// The key follows from the question alone: its facts and rules are read here and worked forward.

using System.Text.RegularExpressions;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Bbeh;

public sealed partial class BbehboardgameqaTests
{
    private static readonly IBootcamp Bootcamp = Bootcamps.Named("Bbehboardgameqa");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void The_facts_and_rules_of_the_question_give_the_key(int level)
    {
        foreach (var problem in ProblemSource.Of(Bootcamp, seed: 4, level).Take(60))
            Assert.Equal(problem.GroundTruth.GetProperty("answer").GetString(), new Game(problem.Prompt).Decide());
    }

    [Fact]
    public void The_three_answers_are_about_equally_frequent()
    {
        var answers = ProblemSource.Of(Bootcamp, seed: 5, level: 3).Take(200).CountBy(problem => problem.GroundTruth.GetProperty("answer").GetString()!).ToDictionary();
        Assert.All(answers.Values, count => Assert.InRange(count, 40, 95));
    }

    [Fact]
    public void No_statement_and_its_opposite_are_both_facts()
    {
        foreach (var problem in ProblemSource.Of(Bootcamp, seed: 6, level: 5).Take(50))
        {
            var game = new Game(problem.Prompt);
            Assert.All(game.Facts, fact => Assert.DoesNotContain(fact with { IsDone = !fact.IsDone }, game.Facts));
        }
    }

    // Subjects, deeds and objects as they are written; a positive deed loses the s of its verb, so that both forms compare.
    private sealed record Said(string Subject, string Deed, bool IsDone);

    private sealed class Game
    {
        private readonly List<(int Number, string[] Conditions, string Conclusion, string Text)> _rules;
        private readonly HashSet<(int, int)> _precedes;
        private readonly Said _asked;
        private readonly string[] _animals;

        public Game(string prompt)
        {
            Facts = [.. Fact().Matches(prompt).Select(fact => Read(fact.Groups[1].Value))];
            _rules = [.. RuleLine().Matches(prompt).Select(rule => (int.Parse(rule.Groups[1].ValueSpan, null), rule.Groups[2].Value.Split(" and "), rule.Groups[3].Value, rule.Value))];
            _precedes = [.. Precedence().Matches(prompt).Select(pair => (int.Parse(pair.Groups[1].ValueSpan, null), int.Parse(pair.Groups[2].ValueSpan, null)))];
            _asked = Read(Asked().Match(prompt).Groups[1].Value);
            _animals = [.. Animal().Matches(prompt).Select(animal => animal.Groups[1].Value).Distinct()];
        }

        public HashSet<Said> Facts { get; }

        // Rounds of forward chaining: in each, every rule whose conditions hold now is compared with the rules against it that apply now.
        // The theories are without cycles, so after as many rounds as there are rules nothing changes any more.
        public string Decide()
        {
            var ground = _rules.SelectMany(Grounded).ToList();
            var holding = new HashSet<Said>(Facts);
            for (var round = 0; round <= _rules.Count; round++)
            {
                var applying = ground.Where(rule => rule.Conditions.All(holding.Contains)).ToList();
                var next = new HashSet<Said>(Facts);
                foreach (var rule in applying)
                {
                    var against = applying.Where(other => other.Conclusion == Opposite(rule.Conclusion)).ToList();
                    if (against.TrueForAll(other => _precedes.Contains((rule.Number, other.Number)))) next.Add(rule.Conclusion);
                }
                if (next.SetEquals(holding)) break;
                holding = next;
            }
            Assert.DoesNotContain(holding, said => holding.Contains(Opposite(said)));
            return holding.Contains(_asked) ? "proved" : holding.Contains(Opposite(_asked)) ? "disproved" : "unknown";
        }

        private static Said Opposite(Said said) => said with { IsDone = !said.IsDone };

        private IEnumerable<(int Number, Said[] Conditions, Said Conclusion)> Grounded((int Number, string[] Conditions, string Conclusion, string Text) rule)
        {
            var first = rule.Conditions[0];
            var quantified = first.StartsWith("any animal ", StringComparison.Ordinal) || first.StartsWith("at least one animal ", StringComparison.Ordinal);
            if (!quantified)
            {
                yield return (rule.Number, [.. rule.Conditions.Select(Read)], Read(rule.Conclusion));
                yield break;
            }
            foreach (var animal in _animals)
            {
                var conditions = rule.Conditions.Select((condition, i) => Read($"the {animal} {(i > 0 ? condition : condition[(condition.IndexOf("animal ", StringComparison.Ordinal) + 7)..])}")).ToArray();
                var conclusion = rule.Conclusion.StartsWith("it ", StringComparison.Ordinal) ? $"the {animal} {rule.Conclusion[3..]}" : rule.Conclusion;
                yield return (rule.Number, conditions, Read(conclusion));
            }
        }

        private static Said Read(string sentence)
        {
            var match = Sentence().Match(sentence);
            Assert.True(match.Success, sentence);
            var negated = match.Groups[2].Success;
            var (verb, rest) = (match.Groups[3].Value, match.Groups[4].Value);
            if (!negated) verb = verb is "teaches" ? "teach" : verb is "copies" ? "copy" : verb[..^1];
            return new(match.Groups[1].Value, verb + rest, !negated);
        }
    }

    [GeneratedRegex(@"(?m)^- (the .*)$")]
    private static partial Regex Fact();

    [GeneratedRegex(@"(?m)^Rule (\d+): If (.+), then (.+)\.$")]
    private static partial Regex RuleLine();

    [GeneratedRegex(@"(?m)^Rule (\d+) has precedence over rule (\d+)\.$")]
    private static partial Regex Precedence();

    [GeneratedRegex(@"The statement in question: (.+)\.\n")]
    private static partial Regex Asked();

    [GeneratedRegex(@"\bthe (\w+) (?:does not )?\w+")]
    private static partial Regex Animal();

    [GeneratedRegex(@"^the (\w+) (does not )?(\w+)( .+)$")]
    private static partial Regex Sentence();
}
