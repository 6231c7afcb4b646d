// The Total Average and the two readings of its error.

using BootcampEval.Engine.Results.Statistics;

namespace BootcampEval.Engine.Tests.Statistics;

public sealed class TotalAverageTests
{
    [Fact]
    public void Each_bootcamp_counts_the_same_however_many_rows_it_has()
    {
        var total = TotalAverage.Of([Share(10, 10), Share(0, 90)]);
        Assert.Equal((2, 0.5), (total.Bootcamps, total.Mean));
    }

    [Fact] // statsmodels: Wilson intervals of 47/64, 5/20, 20/20, put together by numpy as Zou and Donner say; the error by numpy too
    public void With_fixed_test_sets_the_errors_of_bootcamps_add_up()
    {
        var total = TotalAverage.Of([Share(47, 64), Share(5, 20), Share(20, 20)]);
        Expected.Near(0.6614583333333334, total.Mean);
        Expected.Near(0.03795427690336261, total.Fixed!.StandardError);
        Expected.Near(0.580318510887825, total.Fixed.Interval.Low);
        Expected.Near(0.7406319636041374, total.Fixed.Interval.High);
    }

    [Fact] // R: t.test
    public void As_a_sample_of_bootcamps_the_means_themselves_vary()
    {
        var spread = TotalAverage.SampledSpread([0.2, 0.5, 0.9, 0.4, 0.65], 0, 1);
        Expected.Near(0.117898261225516, spread!.StandardError);
        Expected.Near(0.2026619497090855, spread.Interval.Low);
        Expected.Near(0.8573380502909146, spread.Interval.High);
    }

    [Fact]
    public void A_perfect_run_still_has_an_interval() =>
        Assert.InRange(TotalAverage.Of([Share(20, 20), Share(20, 20)]).Fixed!.Interval.Low, 0.8, 0.95);

    [Fact]
    public void One_bootcamp_is_no_sample_of_bootcamps()
    {
        var total = TotalAverage.Of([Share(5, 20)]);
        Assert.Null(total.Sampled);
        Assert.Equal(Share(5, 20).Interval!.Value.High, total.Fixed!.Interval.High, 1e-12);
    }

    [Fact]
    public void Bootcamps_without_a_score_do_not_count() =>
        Assert.Equal((1, 0.25), (TotalAverage.Of([Share(5, 20), Estimate.Nothing]).Bootcamps, TotalAverage.Of([Share(5, 20), Estimate.Nothing]).Mean));

    private static Estimate Share(int correct, int n) =>
        Estimate.OfScores([.. Enumerable.Range(0, n).Select(i => RowScore.Of(i < correct ? 1 : 0))]);
}
