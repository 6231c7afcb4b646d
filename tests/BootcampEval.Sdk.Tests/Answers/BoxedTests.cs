// The last box is found by the graders' rules, spacing rule included.

using BootcampEval.Sdk.Answers;

namespace BootcampEval.Sdk.Tests.Answers;

public sealed class BoxedTests
{
    [Theory]
    [InlineData("\\boxed{ 3 }", " 3 ")]
    [InlineData("\\boxed{4} ... \\boxed{3}", "3")]
    [InlineData("\\boxed{\\boxed{2}}", "2")]
    [InlineData("\\boxed{\\text{3}}", "\\text{3}")]
    [InlineData("\\boxed{3} \\fbox{4}", "3")]
    [InlineData("$\\boxed 3$ ok", "3")]
    [InlineData("\\boxed 3\n", "3\n")]
    [InlineData("\\boxed {3}", "{3}")]
    [InlineData("\\boxed 4 then \\boxed{3}", "4 then \\boxed{3}")]
    [InlineData("\\boxed{}", "")]
    public void The_last_box_counts_and_a_spaced_one_before_all_others(string output, string content) =>
        Assert.Equal(content, Boxed.Last(output).Answer);

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("\\boxed{3} \\boxed{4")]
    [InlineData("\\fbox{3}")]
    [InlineData("\\boxed[1]{3}")]
    [InlineData("\\boxed\n{3}")]
    [InlineData("\\boxed3 {3}")]
    [InlineData("\\boxed}{3}")]
    [InlineData("\\Boxed{3}")]
    public void Any_other_last_box_is_no_answer(string output) => Assert.False(Boxed.Last(output).Found);
}
