// Paired differences, the tests on them, and what they could have shown.

using BootcampEval.Engine.Results.Statistics;

namespace BootcampEval.Engine.Tests.Statistics;

public sealed class ComparisonTests
{
    [Theory] // R: binom.test(gained, gained + lost)
    [InlineData(3, 12, 0.03515625)]
    [InlineData(0, 5, 0.0625)]
    [InlineData(40, 61, 0.04604406692934286)]
    [InlineData(7, 7, 1)]
    [InlineData(4800, 5100, 0.002653484511502674)]
    [InlineData(0, 0, 1)]
    public void McNemars_exact_test_is_that_of_R(long gained, long lost, double p)
    {
        Expected.Near(p, SignificanceTests.McNemar(gained, lost));
        Expected.Near(p, SignificanceTests.McNemar(lost, gained));
    }

    [Fact] // scipy: stats.permutation_test(permutation_type="samples", n_resamples=inf)
    public void Few_differences_are_permuted_in_every_way()
    {
        Expected.Near(0.171875, SignificanceTests.PairedPermutation([1, 0, -.5, 0, .25, 1, 0, .5, -.25, .75]));
        Expected.Near(0.03857421875, SignificanceTests.PairedPermutation([.1, .2, .3, -.1, .2, .15, .05, -.3, .4, .1, .25, .35]));
    }

    [Fact] // a second implementation of the generator in Python; scipy with 200,000 resamples of its own gives 0.0656
    public void Many_differences_are_permuted_at_random_and_the_same_way_each_time() =>
        Expected.Near(0.06509349065093491, SignificanceTests.PairedPermutation(Enumerable.Range(0, 40).Select(i => (i % 3 > 0 ? 1 : -1) * (0.25 + (0.01 * i)))));

    [Fact]
    public void Very_many_differences_follow_the_normal_law() // R: 2 * pnorm(-200 / sqrt(11000)): 5600 up, 5400 down
    {
        var p = SignificanceTests.PairedPermutation(Enumerable.Range(0, 11_000).Select(i => i < 5600 ? 1.0 : -1));
        Expected.Near(0.05653027716740425, p);
    }

    [Fact] // R: p.adjust(p, "holm"); statsmodels multipletests agrees
    public void Holms_correction_is_that_of_R()
    {
        var adjusted = SignificanceTests.Holm([0.01, 0.04, 0.03, 0.005, 0.5, 0.04]);
        foreach (var (expected, actual) in new[] { 0.05, 0.12, 0.12, 0.03, 0.5, 0.12 }.Zip(adjusted)) Expected.Near(expected, actual);
    }

    [Fact] // R: t.test(b, a, paired = TRUE)
    public void Paired_intervals_are_those_of_R()
    {
        double[] b = [1, 0.5, 0, 1, 0.25, 1, 0, 1], a = [0, 0.5, 0, 1, 0.75, 0, 0, 0.5];
        var difference = PairedDifference.Of([.. a.Zip(b, (x, y) => new RowPair(x, y, true))]);
        Expected.Near(0.25, difference.Difference);
        Expected.Near(0.1889822365046136, difference.StandardError);
        Expected.Near(-0.1968719795590525, difference.Interval!.Value.Low);
        Expected.Near(0.6968719795590526, difference.Interval.Value.High);
        Assert.Equal(PairedTest.Permutation, difference.Test);
        Expected.Near(2.801585218112968 * 0.1889822365046136, difference.Detectable);
    }

    [Fact]
    public void Right_and_wrong_are_tested_by_McNemar()
    {
        var difference = PairedDifference.Of(Flips(gained: 12, lost: 3, same: 49));
        Assert.Equal(PairedTest.McNemar, difference.Test);
        Expected.Near(0.03515625, difference.P); // R, as above
        Expected.Near(9 / 64.0, difference.Difference);
    }

    [Fact]
    public void Runs_that_agree_on_every_row_could_still_not_have_shown_everything()
    {
        var difference = PairedDifference.Of(Flips(0, 0, 50));
        Assert.Equal(0, difference.StandardError);
        Expected.Near(2.801585218112968 / 50, difference.Detectable);
    }

    [Fact]
    public void The_total_difference_weighs_bootcamps_alike()
    {
        var total = TotalDifference.Of([Flips(10, 0, 90), Flips(0, 1, 9)]);
        Expected.Near(0, total.Difference);
        Expected.Near(1, total.P);
        Expected.Near(Math.Sqrt((0.1 * 0.9 / 99) + (0.1 * 0.9 / 9)) / 2, total.Fixed!.StandardError); // by hand
    }

    [Fact]
    public void Two_runs_the_other_way_round_differ_by_the_opposite()
    {
        var there = TotalDifference.Of([Flips(12, 3, 20), Flips(5, 6, 7)]);
        var back = TotalDifference.Of([Flips(3, 12, 20), Flips(6, 5, 7)]);
        Expected.Near(-there.Difference, back.Difference);
        Expected.Near(there.Fixed!.Interval.Low, -back.Fixed!.Interval.High);
    }

    private static RowPair[] Flips(int gained, int lost, int same) =>
        [.. Enumerable.Repeat(new RowPair(0, 1, true), gained), .. Enumerable.Repeat(new RowPair(1, 0, true), lost), .. Enumerable.Repeat(new RowPair(1, 1, true), same)];
}
