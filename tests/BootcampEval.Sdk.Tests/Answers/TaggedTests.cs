// Finding answers between markers, against the regular expressions that the specs give.

using System.Text.RegularExpressions;
using BootcampEval.Sdk.Answers;
using CsCheck;

namespace BootcampEval.Sdk.Tests.Answers;

public sealed partial class TaggedTests
{
    private static readonly Gen<string> Texts = Gen.Char["[]a\n"].Array[0, 40].Select(letters => new string(letters));

    [Fact]
    public void Last_is_the_last_lazy_match_over_lines() => AssertSame(Lazy(), text => Tagged.Last(text, "[[", "]]"));

    [Fact]
    public void Last_on_one_line_is_the_last_lazy_match_within_lines() => AssertSame(LazyInLine(), text => Tagged.Last(text, "[[", "]]", oneLine: true));

    [Fact]
    public void Last_unbroken_is_the_last_match_without_a_closing_bracket_inside() => AssertSame(Unbroken(), Tagged.LastUnbroken);

    [Fact]
    public void An_opening_marker_that_is_not_closed_on_its_line_does_not_hide_a_later_one() =>
        Assert.Equal("B", Tagged.Last("I open [[ and go on\n[[B]]", "[[", "]]", oneLine: true).Answer);

    private static void AssertSame(Regex regex, Func<string, Extraction<string>> find) => Texts.Sample(
        text =>
        {
            var found = find(text);
            var expected = regex.Matches(text).LastOrDefault()?.Groups[1].Value;
            Assert.Equal(expected, found.Found ? found.Answer : null);
        },
        iter: 3_000);

    [GeneratedRegex(@"\[\[(.*?)\]\]", RegexOptions.Singleline)]
    private static partial Regex Lazy();

    [GeneratedRegex(@"\[\[(.*?)\]\]")]
    private static partial Regex LazyInLine();

    [GeneratedRegex(@"\[\[([^]]+)\]\]")]
    private static partial Regex Unbroken();
}
