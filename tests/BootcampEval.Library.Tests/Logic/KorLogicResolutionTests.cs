// The clauses in the prompt, worked through with sets of literals, give the key; and what can't score twice is not asked.

using System.Text.Json;

namespace BootcampEval.Library.Tests.Logic;

public sealed class KorLogicResolutionTests
{
    private const string Name = "KorLogicResolution";

    [Fact]
    public void The_clauses_in_the_prompt_give_the_key()
    {
        foreach (var problem in FreshProblems.Of(Name, perLevel: 25))
        {
            if (problem.Has("expected"))
            {
                var (first, second) = (Literals(problem.Labelled("C1 =")), Literals(problem.Labelled("C2 =")));
                Assert.Equal(problem.GroundTruth.GetProperty("expected").GetBoolean(), first.Any(literal => second.Contains(Complement(literal))));
            }
            else
            {
                var lines = problem.Lines();
                var clauses = lines.Skip(Array.IndexOf(lines, "Given clauses:") + 1).TakeWhile(line => line != "").Select(Literals).ToList();
                foreach (var dropTautologies in new[] { true, false })
                    Assert.Equal((problem.Text("expected_output"), problem.GroundTruth.GetProperty("steps").GetInt32()), Saturate(clauses, dropTautologies));
                Assert.Equal(problem.Text("expected_output") == "Plausible", IsSatisfiable(clauses));
            }
        }
    }

    [Fact]
    public void Both_outputs_and_several_numbers_of_cycles_come_up_at_every_level()
    {
        foreach (var level in FreshProblems.Of(Name).Chunk(60))
        {
            var saturations = level.Where(problem => problem.Has("steps")).ToList();
            Assert.InRange(saturations.Count(problem => problem.Text("expected_output") == "Plausible"), saturations.Count / 4, saturations.Count * 3 / 4);
            Assert.True(saturations.Select(problem => problem.GroundTruth.GetProperty("steps").GetInt32()).Distinct().Count() >= 2);
        }
    }

    [Fact]
    public void No_resolvent_is_asked_for_because_a_list_of_guesses_would_score() =>
        Assert.DoesNotContain(FreshProblems.Of(Name), problem => problem.Text("problem_type") == "compute_dispel");

    [Theory]
    [InlineData("[[p;0; ¬r ∨ ¬s]]", 1)]
    [InlineData("[[¬s∨¬r]]", 0)]
    [InlineData("[[¬s ∨ ¬r ∨ ¬s]]", 1)]
    [InlineData("[[]]", 0)]
    public void A_resolvent_is_read_as_a_set_of_literals(string output, double score)
    {
        var truth = JsonElement.Parse("""{"problem_type": "compute_dispel", "C1": ["p"], "C2": ["¬p", "¬s", "¬r"], "expected": "¬s ∨ ¬r"}""");

        Assert.Equal(score, Bootcamps.Named(Name).Verify(output, truth).Score);
    }

    // The reference's procedure, step by step: S0 old clauses, S1 those of the last cycle, S2 the new ones.
    private static (string Output, int Cycle) Saturate(List<HashSet<string>> clauses, bool dropTautologies)
    {
        var (old, recent) = (new List<HashSet<string>>(), clauses);
        for (var cycle = 1; ; cycle++)
        {
            var fresh = new List<HashSet<string>>();
            foreach (var first in old.Concat(recent))
            {
                foreach (var resolvent in recent.Where(second => !ReferenceEquals(first, second)).SelectMany(second => Resolvents(first, second)))
                {
                    if (resolvent.Count == 0) return ("Implausible", cycle);
                    if (dropTautologies && resolvent.Any(literal => resolvent.Contains(Complement(literal)))) continue;
                    if (!old.Concat(recent).Concat(fresh).Any(known => known.SetEquals(resolvent))) fresh.Add(resolvent);
                }
            }
            if (fresh.Count == 0) return ("Plausible", cycle);
            old.AddRange(recent);
            recent = fresh;
        }
    }

    private static IEnumerable<HashSet<string>> Resolvents(HashSet<string> first, HashSet<string> second) =>
        first.Where(literal => second.Contains(Complement(literal)))
            .Select(literal => first.Where(other => other != literal).Concat(second.Where(other => other != Complement(literal))).ToHashSet());

    private static bool IsSatisfiable(List<HashSet<string>> clauses)
    {
        string[] names = [.. clauses.SelectMany(clause => clause).Select(literal => literal.TrimStart('¬')).Distinct()];
        return Enumerable.Range(0, 1 << names.Length).Any(row => clauses.TrueForAll(clause =>
            clause.Any(literal => (row >> Array.IndexOf(names, literal.TrimStart('¬')) & 1) == (literal.StartsWith('¬') ? 0 : 1))));
    }

    private static HashSet<string> Literals(string clause) => [.. clause.Split(" ∨ ")];

    private static string Complement(string literal) => literal.StartsWith('¬') ? literal[1..] : "¬" + literal;
}
