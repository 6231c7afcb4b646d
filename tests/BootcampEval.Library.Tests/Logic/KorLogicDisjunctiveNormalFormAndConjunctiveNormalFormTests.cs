// The formula in the prompt, evaluated row by row with the weights that the prompt states, gives the key.

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Logic;

namespace BootcampEval.Library.Tests.Logic;

public sealed partial class KorLogicDisjunctiveNormalFormAndConjunctiveNormalFormTests
{
    private const string Name = "KorLogicDisjunctiveNormalFormAndConjunctiveNormalForm";

    [Fact]
    public void The_rows_that_the_prompt_numbers_give_the_key()
    {
        foreach (var problem in FreshProblems.Of(Name))
        {
            var trueRows = TrueRows(problem, out var rows);
            if (problem.Has("correct_options"))
            {
                Assert.Equal(Classes(trueRows, rows), string.Concat(problem.Texts("correct_options")));
            }
            else
            {
                var numbers = problem.Prompt.Contains("Minterm number", StringComparison.Ordinal) ? trueRows : [.. Enumerable.Range(0, rows).Except(trueRows)];
                Assert.Equal(1, problem.ScoreOf($"[[{string.Join('∨', numbers.Select(number => $"m{number}"))}]]"));
                Assert.Equal(0, problem.ScoreOf($"[[{string.Join('∨', numbers.Skip(1).Append(rows).Select(number => $"m{number}"))}]]"));
            }
        }
    }

    [Fact]
    public void Every_class_comes_up_at_every_level()
    {
        foreach (var level in FreshProblems.Of(Name, perLevel: 300).Chunk(300))
        {
            var classes = level.Where(problem => problem.Has("correct_options")).Select(problem => string.Concat(problem.Texts("correct_options"))).ToHashSet();
            Assert.Superset(new HashSet<string> { "A", "B", "C", "CD", "E", "F" }, classes);
        }
    }

    [Theory]
    [InlineData("[[m3 ∨ m0]]", 1)]
    [InlineData("[[M0∧M3]]", 1)]
    [InlineData("[[M0∧M3∧M3]]", 0)]
    [InlineData("[[M00∧M3]]", 0)]
    [InlineData("[[M0∧M3]] i.e. [[0,3]]", 0)]
    public void A_form_is_read_as_a_set_of_numbered_terms(string output, double score)
    {
        var truth = JsonElement.Parse("""{"variables": ["p", "q"], "n": 2, "type": "denote", "form_type": "conjunctive", "expression": "(¬p ∨ ¬q) ∧ (p ∨ q)", "terms": [3, 0], "correct_denote": "M0 ∧ M3"}""");

        Assert.Equal(score, Bootcamps.Named(Name).Verify(output, truth).Score);
    }

    private static int[] TrueRows(Problem problem, out int rows)
    {
        var formula = FormulaReader.Read(problem.Lines()[2], Notation.Unicode).Answer;
        var weights = Weight().Matches(problem.Prompt).ToDictionary(match => match.Groups[1].Value, match => int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
        rows = weights.Values.Sum() + 1;
        return [.. Enumerable.Range(0, rows).Where(row => Value(formula, name => (row & weights[name]) != 0))];
    }

    private static bool Value(Formula formula, Func<string, bool> value) => formula switch
    {
        Atom atom => value(atom.Name),
        Negation negation => !Value(negation.Of, value),
        Compound { Connective: Connective.And } both => Value(both.Left, value) && Value(both.Right, value),
        Compound { Connective: Connective.Or } either => Value(either.Left, value) || Value(either.Right, value),
        Compound { Connective: Connective.Implies } implies => !Value(implies.Left, value) || Value(implies.Right, value),
        Compound iff => Value(iff.Left, value) == Value(iff.Right, value),
        _ => throw new ArgumentException("not propositional"),
    };

    private static string Classes(int[] trueRows, int rows)
    {
        if (trueRows.Length == rows) return "A";
        if (trueRows.Length == 0) return "B";
        var letters = new (string Letter, bool Holds)[]
        {
            ("C", trueRows.Contains(0)), ("D", Array.TrueForAll(trueRows, row => row % 2 == 0)), ("E", Array.TrueForAll(trueRows, row => row % 2 == 1)),
        };
        return letters.Any(letter => letter.Holds) ? string.Concat(letters.Where(letter => letter.Holds).Select(letter => letter.Letter)) : "F";
    }

    [GeneratedRegex(@"\b([p-s]) has the weight (\d+)")]
    private static partial Regex Weight();
}
