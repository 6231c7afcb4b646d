using BootcampEval.Sdk.Answers;

namespace BootcampEval.Sdk.Tests.Answers;

public sealed class PythonicJsonTests
{
    [Theory]
    [InlineData("[('T', \"C\"), 1]", "[[\"T\", \"C\"], 1]")]
    [InlineData("[NaN, -Infinity]", "[\"nan\", \"-inf\"]")]
    [InlineData("path = (0)", "\"path = [0]\"")]
    [InlineData("", "\"\"")]
    public void Quotes_and_round_brackets_are_replaced_and_what_is_no_JSON_stays_text(string text, string json) =>
        Assert.Equal(json, JsonText.Of(PythonicJson.Read(text).Answer));

    [Fact]
    public void Null_is_no_answer() => Assert.False(PythonicJson.Read("null").Found);
}
