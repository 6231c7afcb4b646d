// JSON strings that may hold anything.

using System.Text;
using System.Text.Json;
using BootcampEval.Engine.Json;
using CsCheck;

namespace BootcampEval.Engine.Tests.Json;

public sealed class JsonStringsTests
{
    // Any UTF-16 unit at all, so lone surrogates and pairs, control characters and ASCII.
    private static readonly Gen<string> AnyText =
        Gen.Frequency((6, Gen.Char[' ', '~']), (2, Gen.Char['\0', '\u001f']), (2, Gen.Char['\ud800', '\udfff']), (1, Gen.Char['\u0080', '\uffff'])).Array[0, 60].Select(letters => new string(letters));

    [Fact]
    public void Any_text_comes_back_as_it_was_written() =>
        AnyText.Sample(text =>
        {
            using var json = new Utf8Buffer();
            JsonStrings.Append(json, text);
            return JsonStrings.Read(json.Written[1..^1]) == text;
        });

    [Fact]
    public void What_is_written_is_JSON_and_UTF_8() =>
        AnyText.Sample(text =>
        {
            using var json = new Utf8Buffer();
            JsonStrings.Append(json, text);
            var reader = new Utf8JsonReader(json.Written);
            return reader.Read() && reader.TokenType == JsonTokenType.String && System.Text.Unicode.Utf8.IsValid(json.Written);
        });

    [Fact]
    public void Text_longer_than_a_piece_comes_back_as_it_was_written()
    {
        var text = string.Concat(Enumerable.Repeat("aé你😀", 20_000)) + '\ud83d';
        using var json = new Utf8Buffer();

        JsonStrings.Append(json, text);

        Assert.Equal(text, JsonStrings.Read(json.Written[1..^1]));
    }

    [Theory]
    [InlineData("你好 ▢ é 😀 \u2028", "\"你好 ▢ é 😀 \u2028\"")]
    [InlineData("a\"b\\c\n\t\u0001", "\"a\\\"b\\\\c\\n\\t\\u0001\"")]
    public void Text_is_written_as_itself_where_JSON_allows_it(string text, string expected)
    {
        using var json = new Utf8Buffer();

        JsonStrings.Append(json, text);

        Assert.Equal(expected, Encoding.UTF8.GetString(json.Written));
    }

    [Theory]
    [InlineData("""\u4f60\/\b\f\n\r\t\"\\""", "你/\b\f\n\r\t\"\\")]
    [InlineData("""\ud83d\ude00""", "😀")]
    public void Every_escape_is_read(string content, string expected) =>
        Assert.Equal(expected, JsonStrings.Read(Encoding.UTF8.GetBytes(content)));

    // Not as data of a theory: an attribute can't hold half a character.
    [Fact]
    public void A_lone_surrogate_is_escaped_and_read_back()
    {
        using var json = new Utf8Buffer();

        JsonStrings.Append(json, "\ud800x");

        Assert.Equal("\"\\ud800x\"", Encoding.UTF8.GetString(json.Written));
        Assert.Equal("\ud800x", JsonStrings.Read("\\uD800x"u8));
    }
}
