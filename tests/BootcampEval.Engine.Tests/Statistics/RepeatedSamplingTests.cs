// Several samples a row: pass@j, pass^j and the vote.

using BootcampEval.Engine.Results.Statistics;
using CsCheck;

namespace BootcampEval.Engine.Tests.Statistics;

public sealed class RepeatedSamplingTests
{
    [Theory] // R: over all subsets, combn(n, j): the share with a right one, and with right ones only
    [InlineData(10, 3, 1, 0.3, 0.3)]
    [InlineData(10, 3, 4, 0.8333333333333334, 0)]
    [InlineData(8, 7, 3, 1, 0.625)]
    [InlineData(5, 0, 2, 0, 0)]
    [InlineData(6, 6, 6, 1, 1)]
    public void Pass_is_the_share_of_subsets(int n, int correct, int j, double any, double all)
    {
        Expected.Near(any, RepeatedSampling.PassAt(n, correct, j));
        Expected.Near(all, RepeatedSampling.PassAll(n, correct, j));
    }

    [Fact]
    public void Pass_rises_and_pass_all_falls_with_j() =>
        Gen.Select(Gen.Int[2, 40], Gen.Int[0, 40]).Where((n, c) => c <= n).Sample((n, c) =>
        {
            for (var j = 1; j < n; j++)
            {
                Assert.True(RepeatedSampling.PassAt(n, c, j + 1) >= RepeatedSampling.PassAt(n, c, j) - 1e-12);
                Assert.True(RepeatedSampling.PassAll(n, c, j + 1) <= RepeatedSampling.PassAll(n, c, j) + 1e-12);
            }
        }, iter: 200);

    [Fact]
    public void Rows_with_too_few_samples_do_not_count_for_j()
    {
        var rows = RowScores.Of([new(2, 2, 4, 2), new(1, 1, 1, 1)]);
        var curve = RepeatedSampling.Curve(rows, 5, RepeatedSampling.PassAt);
        foreach (var (expected, actual) in new[] { 0.75, 5 / 6.0, 1, 1 }.Zip(curve)) Expected.Near(expected, actual);
        Assert.Null(curve[4]);
    }

    [Fact]
    public void The_most_frequent_answer_wins() =>
        Assert.Equal(1, RepeatedSampling.MajorityVote<string>([("1", 0), ("2", 1), ("2", 1)]));

    [Fact]
    public void A_tie_is_shared() => Assert.Equal(0.5, RepeatedSampling.MajorityVote<string>([("1", 0), ("2", 1)]));

    [Fact]
    public void Without_votes_there_is_no_score() => Assert.Equal(0, RepeatedSampling.MajorityVote<string>([]));
}
