// The law that the prompt asks for, used on the formula that it gives, leads to the key; and the key means the same.

using System.Text.Json;
using System.Text.RegularExpressions;
using BootcampEval.Sdk.Logic;

namespace BootcampEval.Library.Tests.Logic;

public sealed partial class KorLogicEquivalenceCalculusTests
{
    private const string Name = "KorLogicEquivalenceCalculus";

    private static readonly Notation Spelling = Notation.Ascii with { OuterParentheses = true };

    [Fact]
    public void The_law_used_on_the_given_formula_leads_to_the_key()
    {
        foreach (var problem in FreshProblems.Of(Name))
        {
            var given = FormulaReader.Read(problem.Labelled("Given formula:"), Spelling).Answer;
            var law = LawAsked().Match(problem.Prompt).Groups[1].Value;

            Assert.Equal(1, problem.ScoreOf($"[[{Use(law, given)}]]"));
            Assert.Equal(0, problem.ScoreOf($"[[{problem.Labelled("Given formula:")}]]"));
        }
    }

    [Fact]
    public void The_key_is_equivalent_to_the_given_formula()
    {
        foreach (var problem in FreshProblems.Of(Name))
        {
            var given = FormulaReader.Read(problem.Labelled("Given formula:"), Spelling).Answer;
            Assert.True(TruthTable.Equivalent(given, FormulaReader.Read(problem.Text("expression"), Spelling).Answer));
        }
    }

    [Fact]
    public void Equivalence_is_not_asked_for_because_any_text_would_score_where_it_fails() =>
        Assert.All(FreshProblems.Of(Name), problem => Assert.Equal("expression_conversion", problem.Text("type")));

    [Theory]
    [InlineData("""{"type": "equivalence_validation", "pairs": ["p", "q"], "expected": true}""", "[[ A]]", 0)]
    [InlineData("""{"type": "equivalence_validation", "pairs": ["p", "q"], "expected": false}""", "[[Yes]]", 1)]
    [InlineData("""{"type": "expression_conversion", "expression": "((r > r) = (p & q))", "target_rule": 10}""", "[[((r ! r) | (p & q))]]", 1)]
    [InlineData("""{"type": "expression_conversion", "expression": "((r > r) = (p & q))", "target_rule": 12}""", "[[((r > r) = (p & q))]]", 1)]
    [InlineData("""{"type": "puzzle_solution", "city": "Shanghai", "params": {}}""", "[[Shanghai;A]]", 0)]
    public void Official_rows_are_judged_as_the_reference_does(string truth, string output, double score) =>
        Assert.Equal(score, Bootcamps.Named(Name).Verify(output, JsonElement.Parse(truth)).Score);

    // From the outside in, straight to text.
    private static string Use(string law, Formula formula) => (law, formula) switch
    {
        (_, Atom atom) => atom.Name,
        ("14", Negation negation) => $"(({Use(law, negation.Of)} > t) & ({Use(law, negation.Of)} > !t))",
        (_, Negation negation) => "!" + Use(law, negation.Of),
        ("10", Compound { Connective: Connective.Implies } implies) => $"(!{Use(law, implies.Left)} | {Use(law, implies.Right)})",
        ("12", Compound { Connective: Connective.Implies } implies) => $"(!{Use(law, implies.Right)} > !{Use(law, implies.Left)})",
        (_, Compound compound) => $"({Use(law, compound.Left)} {"&|>="[(int)compound.Connective]} {Use(law, compound.Right)})",
        _ => throw new ArgumentException("not propositional"),
    };

    [GeneratedRegex(@"by law (\d+) from")]
    private static partial Regex LawAsked();
}
