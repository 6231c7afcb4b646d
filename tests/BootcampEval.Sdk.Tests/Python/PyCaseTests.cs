// Upper and lower case are Python's full mappings.

using BootcampEval.Sdk.Python;

namespace BootcampEval.Sdk.Tests.Python;

public sealed class PyCaseTests
{
    [Theory]
    [InlineData("abc 1", "ABC 1")]
    [InlineData("stra\u00dfe", "STRASSE")]
    [InlineData("\ufb01sh", "FISH")]
    [InlineData("d\u0131sh", "DISH")]
    [InlineData("\u017fun", "SUN")]
    [InlineData("\u0390\u1fb7", "\u0399\u0308\u0301\u0391\u0342\u0399")]
    [InlineData("\u03c2\u00e9\U00010428", "\u03a3\u00c9\U00010400")]
    [InlineData("\u019b\u0264", "\u019b\u0264")] // their capitals are younger than Unicode 14
    public void Upper_maps_one_letter_to_several_where_Unicode_says_so(string text, string upper) => Assert.Equal(upper, PyCase.Upper(text));

    [Theory]
    [InlineData("ABC", "abc")]
    [InlineData("\u0130", "i\u0307")]
    [InlineData("\u212a", "k")]
    [InlineData("\u017f", "\u017f")]
    [InlineData("\u1e9e", "\u00df")]
    [InlineData("\u039f\u03a3", "\u03bf\u03c2")]
    [InlineData("\u039f\u03a3.\u0391", "\u03bf\u03c3.\u03b1")]
    [InlineData("\u03a3", "\u03c3")]
    [InlineData("\u039f\u03a3\u0301 x", "\u03bf\u03c2\u0301 x")]
    public void Lower_knows_the_dotted_capital_i_and_the_final_sigma(string text, string lower) => Assert.Equal(lower, PyCase.Lower(text));

    [Fact]
    public void Lone_surrogates_stay_as_they_are()
    {
        Assert.Equal("A\ud800\u00c9", PyCase.Upper("a\ud800\u00e9"));
        Assert.Equal("a\udc00\u00e9", PyCase.Lower("A\udc00\u00c9"));
    }

    [Fact]
    public void Folding_finds_what_ignoring_case_takes_for_ASCII_letters()
    {
        Assert.Equal("[answer] unknown i i \u00c9\ud800", PyCase.FoldAscii("[An\u017fWer] UN\u212anown \u0130 \u0131 \u00c9\ud800"));
    }
}
