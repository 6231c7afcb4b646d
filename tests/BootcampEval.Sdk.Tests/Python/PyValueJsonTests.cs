// Ground truths of mixed type survive the way through JSON.

using System.Text.Json;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Sdk.Tests.Python;

public sealed class PyValueJsonTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new PyValueJson() } };

    [Theory]
    [InlineData("5", "5")]
    [InlineData("5.0", "5.0")]
    [InlineData("\"No\"", "'No'")]
    [InlineData("null", "None")]
    [InlineData("[\"lunch\", [1, {\"a\": true}]]", "['lunch', [1, {'a': True}]]")]
    public void Values_of_any_type_survive_the_way_through_JSON(string json, string repr)
    {
        var value = JsonSerializer.Deserialize<PyValue>(json, Options)!;
        Assert.Equal(repr, value.Repr());
        Assert.Equal(value, JsonSerializer.Deserialize<PyValue>(JsonSerializer.Serialize(value, Options), Options));
    }
}
