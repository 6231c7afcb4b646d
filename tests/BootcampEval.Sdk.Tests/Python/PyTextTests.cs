// White space, digits, word characters and lines are Python's, to the character.

using System.Text;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Sdk.Tests.Python;

public sealed class PyTextTests
{
    private static readonly int[] Spaces =
    [
        0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x1F, 0x20, 0x85, 0xA0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006,
        0x2007, 0x2008, 0x2009, 0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
    ];

    [Fact]
    public void White_space_is_exactly_what_Python_calls_space() =>
        Assert.Equal(Spaces, Enumerable.Range(0, 0x10000).Where(unit => PyText.IsSpace((char)unit)));

    [Theory]
    [InlineData("\u001c a \u3000b\u0085", "a \u3000b")]
    [InlineData("\u200ba\ufeff", "\u200ba\ufeff")]
    [InlineData(" \t\n", "")]
    [InlineData("", "")]
    public void Strip_trims_white_space_and_nothing_else(string text, string stripped) => Assert.Equal(stripped, PyText.Strip(text));

    [Fact]
    public void Split_leaves_no_empty_piece() => Assert.Equal(["a", "b\u200bc", "d"], PyText.Split("  a\u001f\u00a0b\u200bc\n d "));

    [Fact]
    public void Without_spaces_deletes_them_inside_too() => Assert.Equal("ab\u200bc", PyText.WithoutSpaces(" a\u001d b\u200b\u2003c\r\n"));

    [Fact]
    public void Lines_end_at_every_line_boundary_Python_knows()
    {
        Assert.Equal(["a", "b", "c", "", "d", "e", "f"], PyText.SplitLines("a\r\nb\rc\n\nd\u2028e\u001cf\n"));
        Assert.Equal(["a\u001fb"], PyText.SplitLines("a\u001fb"));
        Assert.Empty(PyText.SplitLines(""));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("\uff15", 5)]
    [InlineData("\u0663", 3)]
    [InlineData("\U0001d7d7", 9)] // mathematical bold, beyond the BMP
    [InlineData("\u00b2", -1)]
    [InlineData("\u2460", -1)]
    [InlineData("\u4e09", -1)]
    [InlineData("\U0001e5f1", -1)] // a digit since Unicode 16, unknown to Python 3.11
    public void Digits_are_the_decimal_digits_of_every_script(string text, int value) =>
        Assert.Equal(value, PyText.DigitValue(Rune.GetRuneAt(text, 0)));

    [Theory]
    [InlineData("12\uff13", true)]
    [InlineData("\u00b2", true)]
    [InlineData("\u2460", true)]
    [InlineData("\u00bd", false)]
    [InlineData("-1", false)]
    [InlineData("", false)]
    public void Digits_in_the_wider_sense_include_superscripts(string text, bool isDigits) => Assert.Equal(isDigits, PyText.IsDigits(text));

    [Theory]
    [InlineData("_", true)]
    [InlineData("\u00b2", true)]
    [InlineData("\u2167", true)]
    [InlineData("\U0001d400", true)]
    [InlineData("\u4e2d", true)]
    [InlineData("\u0301", false)] // a combining mark
    [InlineData("\u200d", false)] // a joiner
    [InlineData("\u203f", false)] // a connector that .NET counts
    [InlineData("-", false)]
    public void Word_characters_are_letters_numbers_and_the_underscore(string text, bool isWord) =>
        Assert.Equal(isWord, PyText.IsWord(Rune.GetRuneAt(text, 0)));

    [Fact]
    public void Word_boundaries_lie_where_a_word_character_meets_another()
    {
        const string Text = "a\u0301b \U0001d400\ud800";
        Assert.Equal([0, 1, 2, 3, 4, 6], Enumerable.Range(0, Text.Length + 1).Where(i => PyText.IsWordBoundary(Text, i)));
    }

    [Fact]
    public void Runs_of_digits_and_spaces_end_where_the_regular_expressions_end()
    {
        Assert.Equal(4, PyText.EndOfDigits("1\U0001d7d7\uff12x", 0));
        Assert.Equal(3, PyText.EndOfSpaces("x \u001cy", 1));
        Assert.Equal(1, PyText.EndOfDigits("x", 1));
    }

    [Fact]
    public void Length_counts_code_points_and_lone_surrogates()
    {
        Assert.Equal(4, PyText.Length("a\U0001d400\ud800b"));
        Assert.Equal([0x61, 0x1d400, 0xd800, 0x62], PyText.CodePoints("a\U0001d400\ud800b"));
    }
}
