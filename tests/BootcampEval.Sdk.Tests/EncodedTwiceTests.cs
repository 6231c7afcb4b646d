using System.Text.Json;
using System.Text.Json.Serialization;
using BootcampEval.Sdk.Parsing;

namespace BootcampEval.Sdk.Tests;

public sealed partial class EncodedTwiceTests
{
    internal sealed record Clues([property: JsonConverter(typeof(EncodedTwice<int[]>))] int[] Numbers);

    [JsonSerializable(typeof(Clues))]
    [JsonSerializable(typeof(int[]))]
    internal sealed partial class CluesJson : JsonSerializerContext;

    [Theory]
    [InlineData("""{"Numbers":[1,2]}""")]
    [InlineData("""{"Numbers":"[1, 2]"}""")]
    public void A_value_and_the_text_of_its_JSON_read_alike_and_write_as_the_value(string json)
    {
        var clues = JsonSerializer.Deserialize(json, CluesJson.Default.Clues)!;
        Assert.Equal("""{"Numbers":[1,2]}""", JsonSerializer.Serialize(clues, CluesJson.Default.Clues));
    }

    [Fact]
    public void Text_that_is_no_JSON_is_a_JSON_fault() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("""{"Numbers":"one"}""", CluesJson.Default.Clues));
}
