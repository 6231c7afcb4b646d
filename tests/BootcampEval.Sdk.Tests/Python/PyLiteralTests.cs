// Literals are read by the grammar of ast.literal_eval: expectations were taken from Python 3.11.

using System.Diagnostics;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Sdk.Tests.Python;

public sealed class PyLiteralTests
{
    private static string Read(string text) => PyLiteral.TryParse(text, out var value, out var fault) ? value.Repr() : fault.ToString();

    [Theory]
    [InlineData("7", "7")]
    [InlineData("+7", "7")]
    [InlineData("-7", "-7")]
    [InlineData("- 7", "-7")]
    [InlineData("-(7)", "-7")]
    [InlineData("1_0", "10")]
    [InlineData("00", "0")]
    [InlineData("0x2A", "42")]
    [InlineData("0o7_7", "63")]
    [InlineData("0b_101", "5")]
    [InlineData("05.0", "5.0")]
    [InlineData("1.", "1.0")]
    [InlineData(".5", "0.5")]
    [InlineData("1e-5", "1e-05")]
    [InlineData("1e999", "inf")]
    [InlineData("2j", "2j")]
    [InlineData("012j", "12j")]
    [InlineData("1+2j", "(1+2j)")]
    [InlineData("(-1)-(2j)", "(-1-2j)")]
    public void Numbers_take_one_sign_and_a_real_one_may_carry_an_imaginary_one(string text, string repr) => Assert.Equal(repr, Read(text));

    [Theory]
    [InlineData("--1")]
    [InlineData("-(-1)")]
    [InlineData("2-1")]
    [InlineData("1+1")]
    [InlineData("2j+1")]
    [InlineData("1+-2j")]
    [InlineData("1+2j+3j")]
    [InlineData("True+2j")]
    [InlineData("-True")]
    [InlineData("-(1+2j)")]
    [InlineData("01")]
    [InlineData("0_7")]
    [InlineData("1__0")]
    [InlineData("1_")]
    [InlineData("0x")]
    [InlineData("0o8")]
    [InlineData("1e")]
    [InlineData("12f")]
    [InlineData("1 2")]
    [InlineData("nan")]
    [InlineData("inf")]
    [InlineData("1*2")]
    public void Arithmetic_and_malformed_numbers_are_refused(string text) => Assert.Equal("Malformed", Read(text));

    [Theory]
    [InlineData("[1, 2,]", "[1, 2]")]
    [InlineData("(0,1),[2,3]", "((0, 1), [2, 3])")]
    [InlineData("1,", "(1,)")]
    [InlineData("(1)", "1")]
    [InlineData("(1,)", "(1,)")]
    [InlineData("()", "()")]
    [InlineData("((1, 2))", "(1, 2)")]
    [InlineData("{1, 1.0, True}", "{1}")]
    [InlineData("set ( )", "set()")]
    [InlineData("{}", "{}")]
    [InlineData("{1: 'a', True: 'b',}", "{1: 'b'}")]
    [InlineData("{'center': (1, 2), \"cells\": [...]}", "{'center': (1, 2), 'cells': [Ellipsis]}")]
    [InlineData("[True, False, None]", "[True, False, None]")]
    public void Containers_may_end_in_a_comma_and_merge_equal_members(string text, string repr) => Assert.Equal(repr, Read(text));

    [Theory]
    [InlineData("[1 2]")]
    [InlineData("[,]")]
    [InlineData("[1,,2]")]
    [InlineData("(1")]
    [InlineData("[1)")]
    [InlineData("1]")]
    [InlineData("{1: 2, 3}")]
    [InlineData("{1, 2: 3}")]
    [InlineData("{**{}}")]
    [InlineData("[*[1]]")]
    [InlineData("set([1])")]
    [InlineData("list()")]
    [InlineData("[1][0]")]
    [InlineData("x = [1]")]
    [InlineData("[1];")]
    [InlineData("[true, null]")]
    [InlineData("[x for x in ()]")]
    [InlineData("`[1]`")]
    [InlineData("$1$")]
    [InlineData("// [1]")]
    [InlineData("")]
    [InlineData("# only a comment")]
    [InlineData("[\uff11]")]
    [InlineData("[1\uff0c2]")]
    [InlineData("[1,\u00a02]")]
    [InlineData("[1,\u000b2]")]
    [InlineData("[1]\0")]
    [InlineData("\ufeff[1]")]
    public void Everything_else_is_refused(string text) => Assert.Equal("Malformed", Read(text));

    [Fact] // outside the table above: attributes can't hold a lone surrogate
    public void A_lone_surrogate_is_refused() => Assert.Equal("Malformed", Read("['\ud800']"));

    [Theory]
    [InlineData(" \t[1]", "[1]")]
    [InlineData("\n# first\n[1] # last\n\n# end", "[1]")]
    [InlineData("[1, # one\r\n 2,\r3,\f4]", "[1, 2, 3, 4]")]
    [InlineData("\\\n[1]", "[1]")]
    [InlineData("1, \\\n2", "(1, 2)")]
    [InlineData("\f[1]", "[1]")]
    [InlineData("# c\n\t\f[1]", "[1]")]
    public void Comments_blank_lines_and_joined_lines_are_free(string text, string repr) => Assert.Equal(repr, Read(text));

    [Theory]
    [InlineData("[1]\n[2]")]
    [InlineData("1,\n2")]
    [InlineData("\n [1]")]
    [InlineData("# c\n\t[1]")]
    [InlineData("\\\n [1]")]
    [InlineData("[1]\n ")]
    [InlineData("[1]\\")]
    [InlineData("[1]\\\n")]
    [InlineData("[1, \\ \n2]")]
    public void A_line_break_outside_brackets_ends_the_value_and_lines_start_in_column_0(string text) => Assert.Equal("Malformed", Read(text));

    [Theory]
    [InlineData("'a' \"b\"", "'ab'")]
    [InlineData("'''x\r\ny'''", "'x\\ny'")]
    [InlineData(@"'\x41\u00e9\U0001F600\101\'\q'", @"""Aé😀A'\\q""")]
    [InlineData("'a\\\nb'", "'ab'")]
    [InlineData(@"r'\n' u'x'", @"'\\nx'")]
    [InlineData(@"b'\xff\400\u' bR'\q'", @"b'\xff\x00\\u\\q'")]
    [InlineData(@"'\ud800'", @"'\ud800'")]
    public void Strings_and_bytes_in_any_quoting_are_read_and_joined(string text, string repr) => Assert.Equal(repr, Read(text));

    [Theory]
    [InlineData("'a' b'b'")]
    [InlineData("'a")]
    [InlineData("'a\n'")]
    [InlineData("'''a''")]
    [InlineData(@"'\x4'")]
    [InlineData(@"'\U00110000'")]
    [InlineData("b'\u00e9'")]
    [InlineData("f'a'")]
    [InlineData("bu'a'")]
    public void Broken_strings_are_refused(string text) => Assert.Equal("Malformed", Read(text));

    [Theory]
    [InlineData("{[1]}")]
    [InlineData("[{([],): 1}]")]
    [InlineData("{1: 2, {}: 3}")]
    public void Unhashable_members_are_an_error_of_their_own(string text) => Assert.Equal("Unhashable", Read(text));

    [Fact]
    public void An_integer_too_large_for_a_complex_number_is_an_error_of_its_own() =>
        Assert.Equal("Overflow", Read("1" + new string('0', 400) + "+1j"));

    [Fact]
    public void At_most_200_brackets_are_open_at_once()
    {
        Assert.True(PyLiteral.TryParse(new string('[', 200) + new string(']', 200), out _));
        Assert.False(PyLiteral.TryParse(new string('[', 201) + new string(']', 201), out _));
    }

    [Fact]
    public void Decimal_integers_have_at_most_4300_digits()
    {
        Assert.True(PyLiteral.TryParse(new string('9', 4300), out _));
        Assert.False(PyLiteral.TryParse(new string('9', 4301), out _));
        Assert.True(PyLiteral.TryParse("0x" + new string('f', 5000), out _));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("(")]
    [InlineData("-")]
    [InlineData("(1,")]
    [InlineData("{1:")]
    [InlineData("1,")]
    [InlineData("'a' ")]
    [InlineData("'")]
    [InlineData("\n")]
    [InlineData("#\n")]
    [InlineData("\\\n")]
    [InlineData("1_0")]
    [InlineData("set()")]
    [InlineData("1+1j,")]
    public void Hostile_text_is_read_in_linear_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));
        var started = Stopwatch.GetTimestamp();
        if (PyLiteral.TryParse(text, out var value)) JsonText.Of(value);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void A_long_hexadecimal_integer_prints_quickly()
    {
        var started = Stopwatch.GetTimestamp();
        Assert.True(PyLiteral.TryParse("0x" + new string('f', 200_000), out var value));
        Assert.StartsWith("\"0xfff", JsonText.Of(value), StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(2));
    }
}
