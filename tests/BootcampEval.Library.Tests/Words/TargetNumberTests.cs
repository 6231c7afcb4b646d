// Game 24 and 24 points: every right way to combine fresh numbers scores, shown by an enumeration that did not make them.

using System.Numerics;
using BootcampEval.Library.Words;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Words;

public sealed class TargetNumberTests
{
    [Theory]
    [InlineData("Game24", 1)]
    [InlineData("Game24", 3)]
    [InlineData("KorPuzzle24Points", 1)]
    [InlineData("KorPuzzle24Points", 5)]
    public void Every_expression_that_reaches_the_target_exactly_scores(string name, int level)
    {
        var bootcamp = Bootcamps.Named(name);
        foreach (var problem in ProblemSource.Of(bootcamp, seed: 4, level).Take(15))
        {
            var (numbers, target) = problem.GroundTruth.TryGetProperty("target", out var given)
                ? (problem.GroundTruth.GetProperty("puzzle").GetString()!.Split(' ').Select(int.Parse).ToArray(), given.GetInt32())
                : (problem.GroundTruth.GetProperty("numbers").EnumerateArray().Select(number => number.GetInt32()).ToArray(), 24);
            var right = Expressions(numbers).Where(expression => expression.Value == (target, 1)).Select(expression => expression.Text).Distinct().ToList();

            Assert.NotEmpty(right);
            foreach (var expression in right)
                Assert.Equal(1, bootcamp.Verify(name == "Game24" ? $"\\boxed{{{expression}}}" : $"[[{expression}]]", problem.GroundTruth).Score);
        }
    }

    [Theory]
    [InlineData(24, 3, 3, 8, 8)]
    [InlineData(24, 1, 5, 5, 5)]
    [InlineData(25, 2, 6, 6, 6, 8, 9)]
    public void Known_puzzles_are_solved_with_each_number_once(int target, params int[] numbers)
    {
        var expression = TargetNumber.Solve(numbers, target, tolerance: 1e-6)!;

        Assert.Equal(numbers, expression.Split([' ', '(', ')', '+', '-', '*', '/'], StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).Order());
    }

    [Fact]
    public void Numbers_that_can_not_reach_the_target_have_no_solution() => Assert.Null(TargetNumber.Solve([1, 1, 1, 1], 24));

    // All trees over all orders of the numbers: every split of the row into a left and a right part, joined by every operation.
    private static IEnumerable<(string Text, (BigInteger, BigInteger) Value)> Expressions(int[] numbers) =>
        Orders(numbers).SelectMany(order => Trees(order)).Where(tree => tree.Value.Item2 != 0);

    private static IEnumerable<int[]> Orders(int[] numbers) => numbers.Length <= 1
        ? [numbers]
        : Enumerable.Range(0, numbers.Length).SelectMany(i => Orders([.. numbers[..i], .. numbers[(i + 1)..]]).Select(rest => (int[])[numbers[i], .. rest]));

    private static List<(string Text, (BigInteger Top, BigInteger Bottom) Value)> Trees(ReadOnlyMemory<int> row)
    {
        if (row.Length == 1) return [($"{row.Span[0]}", (row.Span[0], 1))];
        var trees = new List<(string, (BigInteger, BigInteger))>();
        for (var split = 1; split < row.Length; split++)
            foreach (var (left, a) in Trees(row[..split]))
                foreach (var (right, b) in Trees(row[split..]))
                {
                    trees.Add(($"({left}+{right})", Reduced((a.Top * b.Bottom) + (b.Top * a.Bottom), a.Bottom * b.Bottom)));
                    trees.Add(($"({left}-{right})", Reduced((a.Top * b.Bottom) - (b.Top * a.Bottom), a.Bottom * b.Bottom)));
                    trees.Add(($"({left}*{right})", Reduced(a.Top * b.Top, a.Bottom * b.Bottom)));
                    if (b.Top != 0) trees.Add(($"({left}/{right})", Reduced(a.Top * b.Bottom, a.Bottom * b.Top)));
                }
        return trees;
    }

    private static (BigInteger, BigInteger) Reduced(BigInteger top, BigInteger bottom)
    {
        var divisor = BigInteger.GreatestCommonDivisor(top, bottom) * (bottom.Sign < 0 ? -1 : 1);
        return (top / divisor, bottom / divisor);
    }
}
