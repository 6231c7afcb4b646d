// Exactly one choice is true, by Python's own rules of precedence.

using System.Text.RegularExpressions;
using BootcampEval.Library.Bbeh;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Tests.Bbeh;

public sealed partial class BbehbooleanexpressionsTests
{
    private static readonly IBootcamp Bootcamp = Bootcamps.Named("Bbehbooleanexpressions");

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void The_key_is_the_only_true_choice_of_the_question(int level)
    {
        foreach (var problem in ProblemSource.Of(Bootcamp, seed: 4, level).Take(100))
        {
            var choices = Choice().Matches(problem.Prompt);
            Assert.Equal(5, choices.Count);
            Assert.Equal(
                [problem.GroundTruth.GetProperty("answer").GetInt32()],
                Enumerable.Range(0, 5).Where(i => IsTrueInPython(choices[i].Groups[1].Value)));
        }
    }

    [Fact]
    public void The_fair_verdict_takes_any_true_choice()
    {
        var truth = System.Text.Json.JsonElement.Parse("""{"expressions": ["2 * 2 > 2", "False", "not (1 * 1 > 1)", "False", "False"], "answer": 0}""");
        Assert.Equal(0, Bootcamp.Verify("[answer]C[/answer]", truth).Score);
        Assert.Equal(1, Bootcamp.Verify("[answer]C[/answer]", truth, Ruling.Fair).Score);
        Assert.Equal(0, Bootcamp.Verify("[answer]B[/answer]", truth, Ruling.Fair).Score);
    }

    [Theory]
    [InlineData("not True or True", true)]
    [InlineData("not (True or True)", false)]
    [InlineData("True or False and False", true)]
    [InlineData("not not (The capital of Nepal is Kathmandu.)", true)]
    [InlineData("The capital of Nepal is Pokhara.", false)]
    [InlineData("8 * -8 > 64", false)]
    [InlineData("3 - -2 < 6", true)]
    [InlineData("The capital of Atlantis is Poseidonis.", null)]
    [InlineData("True and", null)]
    [InlineData("(True", null)]
    public void Expressions_are_evaluated_by_precedence(string text, bool? value) => Assert.Equal(value, BooleanText.Evaluate(text));

    private static bool IsTrueInPython(string choice)
    {
        var code = Sentence().Replace(choice, match => Capitals.IsCapital(match.Groups[1].Value, match.Groups[2].Value) == true ? "True" : "False");
        Assert.True(PyExpression.TryEvaluate(code, out var value), code);
        return value.IsTruthy;
    }

    [GeneratedRegex(@"(?m)^[A-E]\. (.*)$")]
    private static partial Regex Choice();

    [GeneratedRegex(@"The capital of ([\w ]+) is ([\w ]+)\.")]
    private static partial Regex Sentence();
}
