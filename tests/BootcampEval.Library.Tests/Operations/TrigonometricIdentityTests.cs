// Which equal forms of a trigonometric value the reference recognises, and which it leaves undecided.

using System.Text.Json;

namespace BootcampEval.Library.Tests.Operations;

public sealed class TrigonometricIdentityTests
{
    [Theory]
    [InlineData("sin(1)-sin(2)/2", 1)]
    [InlineData("4*sin(1/2)^3*cos(1/2)", 1)]
    [InlineData("sin(1)^3/(1+cos(1))", 1)]
    [InlineData("sin(1)*(1-1/sec(1))", 1)]
    [InlineData("tan(1)*(cos(1)-cos(1)^2)", 1)]
    [InlineData("sqrt(1-cos(1)^2)*(1-cos(1))", 1)]
    [InlineData("(1-cos(1))*cos(1-pi/2)", 1)]
    [InlineData("sin(1)-0.5*sin(2)", 1)]
    [InlineData("tan(1/2)*sin(1)^2", 0)]
    [InlineData("sin(1)*(1-1/sqrt(1+tan(1)^2))", 0)]
    [InlineData("sqrt((1-cos(2))/2)*(1-cos(1))", 0)]
    [InlineData("(1-cos(1.0))*sin(1)", 0)]
    [InlineData("0.38682227139505565895", 0)]
    public void An_equal_form_scores_where_the_reference_sees_it(string answer, double score)
    {
        var truth = JsonSerializer.SerializeToElement(new
        {
            function = "sin(x)·cos(y)",
            x_range = new[] { 0, 1 },
            y_range = new[] { 0, 1 },
            correct_answer = "(1 - cos(1))*sin(1)",
            format_type = "fraction",
        });

        Assert.Equal(score, Bootcamps.Named("KorOperationUnicode25c6").Verify($"[[{answer}]]", truth).Score);
    }
}
