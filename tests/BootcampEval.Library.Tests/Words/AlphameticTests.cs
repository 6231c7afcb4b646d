// Additions of letters: known ones are solved, fresh ones hold as arithmetic, and every solution is accepted.

using System.Text.Json;
using System.Text.RegularExpressions;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Words;

public sealed partial class AlphameticTests
{
    [Fact]
    public void The_best_known_addition_is_solved()
    {
        var truth = JsonSerializer.SerializeToElement(new { equation = "SEND+MORE=MONEY" });

        var answer = Bootcamps.Named("KorPuzzleCryptoMath").Solve(truth)!;

        Assert.Equal("9567+1085=10652", Substituted("SEND+MORE=MONEY", answer));
    }

    [Theory]
    [InlineData("Cryptomath")]
    [InlineData("KorPuzzleCryptoMath")]
    public void The_digits_found_make_the_sum_come_out_in_plain_arithmetic(string name)
    {
        var bootcamp = Bootcamps.Named(name);
        for (var level = 1; level <= 5; level++)
        {
            foreach (var problem in ProblemSource.Of(bootcamp, seed: 5, level).Take(40))
            {
                var sides = Substituted(EquationOf(problem.GroundTruth), bootcamp.Solve(problem.GroundTruth)!).Split('=');
                Assert.Equal(long.Parse(sides[1]), sides[0].Split('+').Sum(long.Parse));
            }
        }
    }

    [Theory]
    [InlineData("[[A=1,B=2,C=3]]")]
    [InlineData("[[A=2,B=1,C=3]]")]
    public void Every_solution_is_accepted(string answer)
    {
        var truth = JsonSerializer.SerializeToElement(new { equation = "A+B=C" });

        Assert.Equal(1, Bootcamps.Named("KorPuzzleCryptoMath").Verify(answer, truth).Score);
    }

    [Fact]
    public void A_value_above_9_passes_officially_and_not_fairly()
    {
        var truth = JsonSerializer.SerializeToElement(new
        {
            left_terms = new[] { "YNG", "GN" },
            right_term = "YGG",
            leading_letters = new[] { "Y", "G" },
            all_letters = new[] { "Y", "G", "N" },
        });

        Assert.Equal(1, Bootcamps.Named("Cryptomath").Verify("[[Y=1,G=10,N=0]]", truth).Score);
        Assert.Equal(0, Bootcamps.Named("Cryptomath").Verify("[[Y=1,G=10,N=0]]", truth, Ruling.Fair).Score);
    }

    private static string EquationOf(JsonElement truth) => truth.TryGetProperty("equation", out var equation)
        ? equation.GetString()!
        : $"{string.Join('+', truth.GetProperty("left_terms").EnumerateArray().Select(term => term.GetString()))}={truth.GetProperty("right_term").GetString()}";

    private static string Substituted(string equation, string answer)
    {
        var digits = Pair().Matches(answer).ToDictionary(pair => pair.Groups[1].Value[0], pair => pair.Groups[2].Value[0]);
        return string.Concat(equation.Select(c => digits.GetValueOrDefault(c, c)));
    }

    [GeneratedRegex("([A-Z])=([0-9])")]
    private static partial Regex Pair();
}
