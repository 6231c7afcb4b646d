// Hundreds of pairs of expressions, equal and unequal, of every kind.

using System.Diagnostics;
using BootcampEval.Sdk.Mathematics;
using BootcampEval.Sdk.Mathematics.Notation;

namespace BootcampEval.Sdk.Tests.Mathematics;

public sealed class EqualitySuiteTests
{
    private static readonly PlainNotation Notation = PlainNotation.Explicit with { DecimalsAreExact = true };

    [Fact]
    public void No_pair_of_the_suite_is_judged_wrongly()
    {
        var pairs = Pairs().ToList();
        var wrong = new List<string>();
        var times = new List<double>();
        foreach (var (line, left, right, expected) in pairs)
        {
            var start = Stopwatch.GetTimestamp();
            var found = ExpressionEquality.Compare(left, right);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (found != expected || ExpressionEquality.Compare(right, left) != expected) wrong.Add($"{line}: {found}");
        }

        times.Sort();
        TestContext.Current.TestOutputHelper?.WriteLine($"{pairs.Count} pairs, median {times[times.Count / 2]:F3} ms, longest {times[^1]:F1} ms");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(pairs.Count >= 500);
        Assert.True(pairs.Count(pair => pair.Expected == Equality.Unequal) >= 200);
    }

    [Fact]
    public void Every_pair_can_be_written_as_LaTeX_and_read_back()
    {
        foreach (var (line, left, right, _) in Pairs())
        {
            foreach (var side in new[] { left, right })
            {
                if (side.Variables().Contains("e")) continue; // in LaTeX, e is Euler's number
                var read = LatexNotation.Read(LatexText.Of(side));
                Assert.True(read.Found, $"{LatexText.Of(side)}: {read.WhyNot}");
                Assert.True(ExpressionEquality.Compare(read.Answer, side) == Equality.Equal, $"{line}: {LatexText.Of(side)} is read as {read.Answer}");
            }
        }
    }

    [Fact]
    public void Every_pair_can_be_written_as_plain_text_and_read_back()
    {
        foreach (var (line, left, right, _) in Pairs())
            foreach (var side in new[] { left, right })
                Assert.True(ExpressionEquality.Compare(Read(side.ToString()), side) == Equality.Equal, $"{line}: {side}");
    }

    [Theory]
    [InlineData("sqrt(x**2)", "x")]
    [InlineData("log(x**2)", "2*log(x)")]
    [InlineData("log(x**3*y)", "3*log(x) + log(y)")]
    [InlineData("sqrt(x*y)", "sqrt(x)*sqrt(y)")]
    [InlineData("log(exp(x))", "x")]
    public void For_positive_values_the_rules_of_school_hold(string left, string right)
    {
        Assert.Equal(Equality.Equal, ExpressionEquality.Compare(Read(left), Read(right), Domain.PositiveReals));
        Assert.Equal(Equality.Unequal, ExpressionEquality.Compare(Read(left), Read(right)));
    }

    [Theory]
    [InlineData("1/(x - x)", "1")]
    [InlineData("1/(sin(1)**2 + cos(1)**2 - 1)", "1")]
    [InlineData("9**9**9**9", "1")]
    [InlineData("exp(10**8)", "1")]
    [InlineData("(-3)!", "1")]
    public void What_has_no_value_to_tell_is_undecided(string left, string right) =>
        Assert.Equal(Equality.Undecided, ExpressionEquality.Compare(Read(left), Read(right)));

    private static Expression Read(string text) => Notation.Read(text) is { Found: true } read ? read.Answer : throw new ArgumentException($"{text}: {Notation.Read(text).WhyNot}");

    private static IEnumerable<(string Line, Expression Left, Expression Right, Equality Expected)> Pairs()
    {
        using var stream = typeof(EqualitySuiteTests).Assembly.GetManifestResourceStream("equality-suite.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var pair = line.Split(" | ")[1];
            var isEqual = pair.Contains(" = ");
            var sides = pair.Split(isEqual ? " = " : " ≠ ");
            yield return (line, Read(sides[0]), Read(sides[1]), isEqual ? Equality.Equal : Equality.Unequal);
        }
    }
}
