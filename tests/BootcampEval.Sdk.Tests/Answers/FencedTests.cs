using BootcampEval.Sdk.Answers;

namespace BootcampEval.Sdk.Tests.Answers;

public sealed class FencedTests
{
    [Theory]
    [InlineData("```json\n[1]\n```", "[1]")]
    [InlineData("```json[1]```", "[1]")]
    [InlineData("````json\n[1]\n````", "[1]")]
    [InlineData("```jsonc\n[1]\n```", "c\n[1]")]
    [InlineData("```json\n[1]\n``` and ```json\u3000\u001c[2]\u00a0```", "[2]")]
    [InlineData("```json\n[1]\n``` then ```json ```", "")]
    [InlineData("say ```json here:\n```json\n[1]\n```", "here:")]
    public void The_last_fence_counts_and_white_space_at_its_ends_does_not(string output, string content) =>
        Assert.Equal(content, Fenced.Last(output, "json").Answer);

    [Theory]
    [InlineData("[1]")]
    [InlineData("```\n[1]\n```")]
    [InlineData("```JSON\n[1]\n```")]
    [InlineData("``` json\n[1]\n```")]
    [InlineData("```json\n[1]")]
    public void Other_labels_and_open_fences_are_no_answer(string output) => Assert.False(Fenced.Last(output, "json").Found);
}
