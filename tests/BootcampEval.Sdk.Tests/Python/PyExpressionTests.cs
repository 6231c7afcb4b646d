// Expressions have the value that Python's eval gives them, in bounded time.

using System.Diagnostics;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Sdk.Tests.Python;

public sealed class PyExpressionTests
{
    private static string? Value(string text) => PyExpression.TryEvaluate(text, out var value) ? value.Repr() : null;

    [Theory]
    [InlineData("(3 + 4 + 5) * 2", "24")]
    [InlineData("8/(3-8/3)", "23.99999999999999")]
    [InlineData("5*(5-1/5)", "24.0")]
    [InlineData("2**3**2", "512")]
    [InlineData("-2**2", "-4")]
    [InlineData("2**-1", "0.5")]
    [InlineData("-7//2", "-4")]
    [InlineData("-7%3", "2")]
    [InlineData("7.5//2", "3.0")]
    [InlineData("7^2", "5")]
    [InlineData("1|6&3", "3")]
    [InlineData("1<<3+1", "16")]
    [InlineData("~-- 5", "-6")]
    [InlineData("8. + .5 + 2e1", "28.5")]
    [InlineData("0x18", "24")]
    [InlineData("2_4", "24")]
    [InlineData("99999999999999999999*9", "899999999999999999991")]
    [InlineData("9007199254740993/1", "9007199254740992.0")]
    [InlineData("1.5+2j-2j", "(1.5+0j)")]
    [InlineData("True + True", "2")]
    [InlineData("True | False", "True")]
    [InlineData("1e308*10", "inf")]
    public void Arithmetic_is_Python_s(string text, string value) => Assert.Equal(value, Value(text));

    [Theory]
    [InlineData("0>4+5+6+9", "False")]
    [InlineData("1 < 2 < 3", "True")]
    [InlineData("3 < 2 < 1/0", "False")]
    [InlineData("1 == 1.0 != 2", "True")]
    [InlineData("24 or 1/0", "24")]
    [InlineData("0 and 1/0", "0")]
    [InlineData("0 or foo or 24", null)]
    [InlineData("24 if 1 else 1/0", "24")]
    [InlineData("1/0 if 0 else 2 if 0 else 24", "24")]
    [InlineData("not 0", "True")]
    [InlineData("not not 5", "True")]
    [InlineData("24 in [1, 24]", "True")]
    [InlineData("24 not in (1, 24)", "False")]
    [InlineData("1e999-1e999 == 1e999-1e999", "False")]
    [InlineData("1or 0", "1")]
    public void What_Python_does_not_evaluate_does_no_harm(string text, string? value) => Assert.Equal(value, Value(text));

    [Theory]
    [InlineData("abs(-24)", "24")]
    [InlineData("int(24.9)", "24")]
    [InlineData("int('24')", "24")]
    [InlineData("float(24)", "24.0")]
    [InlineData("round(24.5)", "24")]
    [InlineData("round(2.675, 2)", "2.67")]
    [InlineData("round(25, -1)", "20")]
    [InlineData("pow(2, 3)", "8")]
    [InlineData("pow(2, 10, 1000)", "24")]
    [InlineData("sum([1, 2.5, True])", "4.5")]
    [InlineData("min(3, 1, 2) + max([4, 5])", "6")]
    [InlineData("max(24,)", null)]
    [InlineData("len([1, 2])", "2")]
    public void A_few_functions_can_be_called(string text, string? value) => Assert.Equal(value, Value(text));

    [Theory]
    [InlineData(" \t24 # done", "24")]
    [InlineData("(12 +\n12)\n", "24")]
    [InlineData("12\t+\f12", "24")]
    [InlineData("[24]", "[24]")]
    [InlineData("{24}", "{24}")]
    [InlineData("24,", "(24,)")]
    [InlineData("('a' 'b')", "'ab'")]
    public void Blanks_comments_and_displays_are_read(string text, string value) => Assert.Equal(value, Value(text));

    [Theory]
    [InlineData("")]
    [InlineData("6*4=24")]
    [InlineData("6x4")]
    [InlineData("6 \u00d7 4")]
    [InlineData("6\u22122")]
    [InlineData("\uff16*4")]
    [InlineData("6\u00a0*4")]
    [InlineData("6 *\n4")]
    [InlineData("6 4")]
    [InlineData("02*12")]
    [InlineData("(6*4")]
    [InlineData("6*4)")]
    [InlineData("6*4.)")]
    [InlineData("6**")]
    [InlineData("+")]
    [InlineData("24!")]
    [InlineData("24;")]
    [InlineData("24 or lambda")]
    [InlineData("24 or (1 2)")]
    [InlineData("\\times")]
    [InlineData("sum(x for x in [1])")]
    public void Text_that_is_no_expression_has_no_value(string text) => Assert.Null(Value(text));

    [Theory]
    [InlineData("1/0")]
    [InlineData("1.0//0")]
    [InlineData("5%0")]
    [InlineData("0**-1")]
    [InlineData("2(3)")]
    [InlineData("foo")]
    [InlineData("abs")]
    [InlineData("(5).real")]
    [InlineData("[1][0]")]
    [InlineData("1 + 'a'")]
    [InlineData("1 < 'a'")]
    [InlineData("{[]}")]
    [InlineData("1 << -1")]
    [InlineData("1.5 & 1")]
    [InlineData("round(1e999)")]
    [InlineData("1e308 ** 2")]
    [InlineData("__import__('os')")]
    [InlineData("round(2.5, ndigits=0)")]
    public void An_error_at_run_time_leaves_no_value(string text) => Assert.Null(Value(text));

    [Theory]
    [InlineData("9**9**9")]
    [InlineData("9**9**9**9")]
    [InlineData("1<<9**9")]
    [InlineData("pow(9, 9**8)")]
    public void Numbers_beyond_the_bound_are_not_computed(string text) => Assert.Null(Value(text));

    [Theory]
    [InlineData("9**9999*", "1")]
    [InlineData("1+", "1")]
    [InlineData("-", "1")]
    [InlineData("2**", "1")]
    [InlineData("not ", "1")]
    [InlineData("1 if 0 else ", "1")]
    [InlineData("(", "")]
    [InlineData("abs(", "")]
    [InlineData("[1,", "")]
    [InlineData("1<", "1")]
    [InlineData("3**20000%7**20001+", "1")]
    [InlineData("'a' ", "")]
    [InlineData("1/3**20000+", "1")]
    public void Hostile_text_is_done_in_bounded_time_and_stack(string piece, string end)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length)) + end;
        var started = Stopwatch.GetTimestamp();
        var thread = new Thread(() => PyExpression.TryEvaluate(text, out _), maxStackSize: 1 << 20);
        thread.Start();
        thread.Join();
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Two_hundred_open_brackets_fit_the_stack_and_more_are_refused()
    {
        var text = string.Concat(Enumerable.Repeat("1|1^1&1<<1*(", 200)) + "1" + new string(')', 200);
        string? value = null;
        var thread = new Thread(() => value = Value(text), maxStackSize: 1 << 20);
        thread.Start();
        thread.Join();
        Assert.NotNull(value);
        Assert.Null(Value(new string('(', 201) + "1" + new string(')', 201)));
    }
}
