// Where thinking ends.

using BootcampEval.Reports.Figures;

namespace BootcampEval.Reports.Tests.Figures;

public sealed class ThinkingTests
{
    [Theory]
    [InlineData("the answer", 0)]
    [InlineData("<think>a</think>b", 16)]
    [InlineData("a</think>b", 9)]
    [InlineData(" <think>a", 9)]
    [InlineData("I write <think> here", 0)]
    [InlineData("", 0)]
    public void Thinking_is_what_stands_before_its_closing_marker(string output, int length) => Assert.Equal(length, Thinking.LengthIn(output));

    [Theory]
    [InlineData("<think>a", null, false, true)]
    [InlineData("<think>a</think>", null, false, false)]
    [InlineData("no marker", null, false, false)]
    [InlineData("no marker", null, true, true)]
    [InlineData("", "thought apart", false, true)]
    [InlineData("answer", "thought apart", true, false)]
    [InlineData("", null, true, false)]
    public void Thinking_that_is_never_closed_is_known(string output, string? reasoning, bool begunByTemplate, bool open) =>
        Assert.Equal(open, Thinking.IsNeverClosed(output, reasoning, begunByTemplate));
}
