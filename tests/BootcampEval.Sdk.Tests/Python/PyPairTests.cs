using BootcampEval.Sdk.Python;

namespace BootcampEval.Sdk.Tests.Python;

public sealed class PyPairTests
{
    [Theory]
    [InlineData("(3, 4)", 3, 4)]
    [InlineData("[3, 4]", 3, 4)]
    [InlineData("{3: 'a', 4: 'b'}", 3, 4)]
    [InlineData("(True, False)", 1, 0)]
    [InlineData(@"b'\x03\x04'", 3, 4)]
    [InlineData("{4, 3}", 3, 4)]
    [InlineData("{8, 1}", 8, 1)]
    [InlineData("{1, 8}", 8, 1)]
    [InlineData("{1, 9}", 1, 9)]
    [InlineData("{9, 1}", 9, 1)]
    [InlineData("{40, 8}", 40, 8)]
    public void Two_ints_are_taken_apart_as_CPython_does(string literal, int first, int second)
    {
        Assert.True(PyLiteral.TryParse(literal, out var value));
        Assert.True(PyPair.TryUnpack(value, out var x, out var y));
        Assert.Equal((first, second), (x, y));
    }

    [Theory]
    [InlineData("(3, 4, 5)")]
    [InlineData("(3,)")]
    [InlineData("3")]
    [InlineData("(3.0, 4)")]
    [InlineData("'34'")]
    [InlineData("(3, None)")]
    [InlineData("(3, 99999999999999999999)")]
    public void What_is_not_two_ints_is_refused(string literal)
    {
        Assert.True(PyLiteral.TryParse(literal, out var value));
        Assert.False(PyPair.TryUnpack(value, out _, out _));
    }
}
