// JSON is read as json.loads reads it.

using System.Diagnostics;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Sdk.Tests.Python;

public sealed class PyJsonTests
{
    private static string Read(string text) => PyJson.TryParse(text, out var value, out var fault) ? value.Repr() : fault.ToString();

    [Theory]
    [InlineData(" [1, -0, 2.50, 1E5] \r\n", "[1, 0, 2.5, 100000.0]")]
    [InlineData("[NaN, Infinity, -Infinity, 1e999]", "[nan, inf, -inf, inf]")]
    [InlineData("{\"a\": 1, \"b\": {}, \"a\": null}", "{'a': None, 'b': {}}")]
    [InlineData("[true, false, []]", "[True, False, []]")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("\"\\u00e9\\n\\/\\ud83d\\ude00\u007f\"", "'é\\n/😀\\x7f'")]
    [InlineData("\"\\ud800\"", "'\\ud800'")]
    [InlineData("-0.0", "-0.0")]
    public void Python_s_JSON_is_read(string text, string repr) => Assert.Equal(repr, Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("\ufeff1")]
    [InlineData("\u00a01")]
    [InlineData("\f1")]
    [InlineData("[1,]")]
    [InlineData("{\"a\": 1,}")]
    [InlineData("{a: 1}")]
    [InlineData("{'a': 1}")]
    [InlineData("{1: 2}")]
    [InlineData("[1 2]")]
    [InlineData("01")]
    [InlineData("+1")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1e")]
    [InlineData("-")]
    [InlineData("-NaN")]
    [InlineData("nan")]
    [InlineData("True")]
    [InlineData("None")]
    [InlineData("1 2")]
    [InlineData("[1] // done")]
    [InlineData("\"a\tb\"")]
    [InlineData("\"a\nb\"")]
    [InlineData("\"abc")]
    [InlineData("\"\\x41\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"\\u+123\"")]
    [InlineData("[")]
    [InlineData("{\"a\"")]
    public void Everything_else_is_malformed(string text) => Assert.Equal("Malformed", Read(text));

    [Fact]
    public void Depth_and_digits_are_bounded_with_errors_of_their_own()
    {
        Assert.True(PyJson.TryParse(new string('[', 995) + new string(']', 995), out _));
        Assert.Equal("TooDeep", Read(new string('[', 996) + new string(']', 996)));
        Assert.Equal("TooDeep", Read(new string('[', 200_000)));
        Assert.Equal("TooManyDigits", Read(new string('9', 4301)));
        Assert.True(PyJson.TryParse("-" + new string('9', 4300), out _));
    }

    [Theory]
    [InlineData("1,")]
    [InlineData("\"\\u0041\",")]
    [InlineData("{\"a\":1},")]
    [InlineData("  ")]
    public void Long_text_is_read_in_linear_time(string piece)
    {
        var text = "[" + string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length)) + "1]";
        var started = Stopwatch.GetTimestamp();
        Assert.True(PyJson.TryParse(text, out var value));
        JsonText.Of(value);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(2));
    }
}
