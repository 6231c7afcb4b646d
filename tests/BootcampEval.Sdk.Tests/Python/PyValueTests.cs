// Values compare, hash, order and print as Python's do.

using System.Numerics;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Sdk.Tests.Python;

public sealed class PyValueTests
{
    private static PyValue Read(string text) => PyLiteral.TryParse(text, out var value) ? value : throw new ArgumentException(text);

    [Theory]
    [InlineData("True", "1")]
    [InlineData("1", "1.0")]
    [InlineData("1.0", "1+0j")]
    [InlineData("0", "-0.0")]
    [InlineData("False", "0j")]
    [InlineData("0.5", "0.5-0j")]
    [InlineData("1e22", "10000000000000000000000")]
    [InlineData("[1, (2, 'a')]", "[True, (2.0, 'a')]")]
    [InlineData("{1, 2}", "{2.0, True}")]
    [InlineData("{'a': 1, 2: [3]}", "{2.0: [3], 'a': True}")]
    [InlineData("b'a'", "b'\\x61'")]
    [InlineData("None", "None")]
    [InlineData("...", "...")]
    public void Equal_values_are_equal_and_hash_alike(string left, string right)
    {
        Assert.Equal(Read(left), Read(right));
        Assert.Equal(Read(left).GetHashCode(), Read(right).GetHashCode());
    }

    [Theory]
    [InlineData("[1]", "(1,)")]
    [InlineData("1", "'1'")]
    [InlineData("'a'", "b'a'")]
    [InlineData("0", "None")]
    [InlineData("0", "''")]
    [InlineData("()", "set()")]
    [InlineData("{}", "set()")]
    [InlineData("1", "1+1j")]
    [InlineData("9007199254740993", "9007199254740992.0")]
    [InlineData("[1, 2]", "[1]")]
    [InlineData("{1: 2}", "{1: 3}")]
    public void Different_values_are_different(string left, string right) => Assert.NotEqual(Read(left), Read(right));

    [Theory]
    [InlineData("3", true)]
    [InlineData("3.0", true)]
    [InlineData("3+0j", true)]
    [InlineData("3.5", false)]
    [InlineData("'3'", false)]
    [InlineData("[3]", false)]
    public void A_number_of_any_type_may_equal_an_integer(string text, bool isThree)
    {
        Assert.Equal(isThree, Read(text).IsNumberEqualTo(3));
        Assert.Equal(isThree, Read(text).TryGetWhole(out var number) && number == 3);
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("True", 1)]
    [InlineData("3.0", null)]
    [InlineData("'3'", null)]
    [InlineData("2147483648", null)]
    public void Only_ints_and_bools_are_ints(string text, int? expected) =>
        Assert.Equal(expected, Read(text).TryGetInt(out int number) ? number : null);

    [Theory]
    [InlineData("0", false)]
    [InlineData("0.0", false)]
    [InlineData("0j", false)]
    [InlineData("''", false)]
    [InlineData("b''", false)]
    [InlineData("()", false)]
    [InlineData("{}", false)]
    [InlineData("set()", false)]
    [InlineData("None", false)]
    [InlineData("False", false)]
    [InlineData("...", true)]
    [InlineData("[0]", true)]
    [InlineData("'0'", true)]
    public void Zero_and_everything_empty_is_false(string text, bool truth) => Assert.Equal(truth, Read(text).IsTruthy);

    [Theory]
    [InlineData("((1, 2), [3.0, True])", "[[1, 2], [3.0, true]]")]
    [InlineData("{(0, 1), (0, 0)}", "[[0, 0], [0, 1]]")]
    [InlineData("{3, 1.5, True}", "[true, 1.5, 3]")]
    [InlineData("{1, 'a'}", "[\"a\", 1]")]
    [InlineData("[1e999, 1e16, -0.0, 1e-5]", "[\"inf\", 1e+16, -0.0, 1e-05]")]
    [InlineData("[-4+0j, 2j, ..., None, b'a\\n']", "[\"(-4+0j)\", \"2j\", \"Ellipsis\", null, \"b'a\\\\n'\"]")]
    [InlineData("{1: 2, (1, 'x'): 3, None: 4, True: 5}", "{\"1\": 5, \"(1, 'x')\": 3, \"None\": 4}")]
    [InlineData("'\\ud800é'", "\"\\ud800é\"")]
    public void Values_print_as_the_result_files_show_them(string text, string json) => Assert.Equal(json, JsonText.Of(Read(text)));

    [Fact]
    public void Iterating_yields_members_keys_characters_and_bytes()
    {
        Assert.Equal(["1", "2"], Members("{1: 3, 2: 4}"));
        Assert.Equal(["'a'", "'\U0001f600'"], Members("'a\U0001f600'"));
        Assert.Equal(["255"], Members("b'\\xff'"));
        Assert.Equal(["3", "1"], Members("{3, 1}"));
        Assert.False(Read("1").TryIterate(out _));

        static IEnumerable<string> Members(string text) => Read(text).TryIterate(out var members) ? members.Select(member => member.Repr()) : [];
    }

    [Fact]
    public void A_dictionary_finds_keys_by_equality()
    {
        var dict = Assert.IsType<PyValue.Dict>(Read("{'a': 1, 2: 3}"));
        Assert.True(dict.TryGet("a", out var one) && one.IsNumberEqualTo(1));
        Assert.True(dict.TryGet(PyValue.Of(2.0), out var three) && three.IsNumberEqualTo(3));
        Assert.False(dict.TryGet(new PyValue.List([]), out _));
    }

    [Theory]
    [InlineData("1", "1.5", -1)]
    [InlineData("True", "0", 1)]
    [InlineData("9007199254740993", "9007199254740992.0", 1)]
    [InlineData("-1e999", "0", -1)]
    [InlineData("'\U0001f600'", "'\uffff'", 1)]
    [InlineData("(1, 'a')", "(1, 'b')", -1)]
    [InlineData("[1]", "[1, 0]", -1)]
    [InlineData("[None, 1]", "[None, 2]", -1)]
    [InlineData("b'a'", "b'b'", -1)]
    public void Order_is_that_of_numbers_code_points_and_first_differences(string left, string right, int expected)
    {
        Assert.True(PyOrder.TryCompare(Read(left), Read(right), out var sign));
        Assert.Equal(expected, Math.Sign(Assert.NotNull(sign)));
    }

    [Theory]
    [InlineData("1", "'1'")]
    [InlineData("1j", "1")]
    [InlineData("None", "0")]
    [InlineData("[1]", "(1,)")]
    [InlineData("[1]", "['a']")]
    public void Values_of_different_kinds_have_no_order(string left, string right) =>
        Assert.False(PyOrder.TryCompare(Read(left), Read(right), out _));

    [Fact]
    public void Not_a_number_is_neither_less_nor_greater()
    {
        Assert.True(PyOrder.TryCompare(PyValue.Of(double.NaN), PyValue.Of(BigInteger.One), out var sign));
        Assert.Null(sign);
        Assert.False(PyOrder.IsWithin(PyValue.Of(double.NaN), 0, 9));
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("8.5", true)]
    [InlineData("9", false)]
    [InlineData("-0.5", false)]
    [InlineData("'0'", null)]
    [InlineData("1j", null)]
    public void A_range_check_says_where_it_would_raise(string text, bool? within) => Assert.Equal(within, PyOrder.IsWithin(Read(text), 0, 9));

    [Fact]
    public void Sets_and_dictionaries_refuse_unhashable_members()
    {
        Assert.Throws<ArgumentException>(() => new PyValue.Set([new PyValue.List([])]));
        Assert.Throws<ArgumentException>(() => new PyValue.Dict([new(new PyValue.Tuple([new PyValue.Set([])]), PyValue.None)]));
    }
}
