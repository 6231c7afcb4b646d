// Means, their standard errors and intervals.

using BootcampEval.Engine.Results.Statistics;
using CsCheck;

namespace BootcampEval.Engine.Tests.Statistics;

public sealed class EstimateTests
{
    [Theory] // R: prop.test(x, n, correct = FALSE); statsmodels proportion_confint(x, n, method = "wilson") agrees
    [InlineData(47, 64, 0.6151712627143486, 0.8270362092577738)]
    [InlineData(0, 20, 0, 0.1611251580528193)]
    [InlineData(20, 20, 0.8388748419471806, 1)]
    [InlineData(1, 3, 0.06149194472039629, 0.7923403991979523)]
    [InlineData(123456, 1000000, 0.1228126965314228, 0.1241021964140044)]
    public void Wilson_intervals_are_those_of_R(int correct, int n, double low, double high)
    {
        var interval = WilsonInterval.Of(correct, n);
        Expected.Near(low, interval.Low);
        Expected.Near(high, interval.High);
    }

    [Fact]
    public void Right_and_wrong_at_one_sample_a_row_get_Wilsons_interval()
    {
        var estimate = Estimate.OfScores(Rows(47, 17));
        Assert.Equal((64L, 64, IntervalMethod.Wilson), (estimate.N, estimate.Rows, estimate.Method));
        Expected.Near(47 / 64.0, estimate.Mean);
        Expected.Near(Math.Sqrt(47 / 64.0 * 17 / 64.0 / 63), estimate.StandardError); // by hand
        Expected.Near(0.6151712627143486, estimate.Interval!.Value.Low); // R, as above
    }

    [Fact] // statsmodels: OLS(y, 1).fit(cov_type="cluster", use_correction=True)
    public void Samples_of_a_row_count_as_one_cluster()
    {
        var error = ClusteredMean.StandardError(RowScores.Of([Row(1, 0, 1), Row(0, 0), Row(1, 1, 1, 1), Row(0.5)]));
        Expected.Near(0.22135943621178647, error);
    }

    [Fact] // scipy: stats.sem
    public void At_one_sample_a_row_the_standard_error_is_the_ordinary_one() =>
        Expected.Near(0.17975796274454164, ClusteredMean.StandardError(RowScores.Of(new[] { 1, 0, 1, 1, 0, 1, 0.5 }.Select(RowScore.Of))));

    [Fact]
    public void Several_samples_a_row_get_the_clustered_interval()
    {
        var estimate = Estimate.OfScores([Row(1, 0), Row(1, 1), Row(0, 0), Row(1, 1), Row(0, 1), Row(1, 1)]);
        Assert.Equal((12L, 6, IntervalMethod.Clustered), (estimate.N, estimate.Rows, estimate.Method));
        var half = 1.959963984540054 * estimate.StandardError!.Value;
        Expected.Near(estimate.Mean!.Value - half, estimate.Interval!.Value.Low);
        Assert.True(estimate.Interval.Value.High <= 1);
    }

    [Fact]
    public void Several_samples_that_are_all_right_leave_room_for_doubt()
    {
        var estimate = Estimate.OfScores([.. Enumerable.Repeat(Row(1, 1, 1, 1), 20)]);
        Assert.Equal(0, estimate.StandardError);
        Expected.Near(0.8388748419471806, estimate.Interval!.Value.Low); // R: prop.test(20, 20, correct = FALSE): 20 rows, not 80 samples
    }

    [Fact] // numpy.quantile over the same resampled rows, drawn by a second implementation of the generator in Python
    public void Partial_scores_get_the_bootstrap()
    {
        var estimate = Estimate.OfScores([.. new[] { 1, 0.5, 0, 1, 0.25, 0.75, 0, 1 }.Select(RowScore.Of)]);
        Assert.Equal(IntervalMethod.Bootstrap, estimate.Method);
        Expected.Near(0.28125, estimate.Interval!.Value.Low);
        Expected.Near(0.84375, estimate.Interval.Value.High);
    }

    [Fact] // the same second implementation, rows in the order of their sums
    public void The_bootstrap_draws_whole_rows()
    {
        var interval = Resampling.IntervalOfMean(
            RowScores.Of([new(1.5, 1.25, 2, 1), new(0.25, 0.0625, 2, 0), new(2, 2, 2, 2), new(0, 0, 1, 0), new(1.75, 1.5, 3, 1)]));
        Expected.Near(0.25, interval.Low);
        Expected.Near(0.8333333333333334, interval.High);
    }

    [Fact]
    public void Very_many_partial_scores_get_the_normal_interval() =>
        Assert.Equal(IntervalMethod.Clustered, Estimate.OfScores([.. Enumerable.Range(0, 6000).Select(i => RowScore.Of(i % 5 / 4.0))]).Method);

    [Fact]
    public void Nothing_has_no_mean() => Assert.Equal((0L, null, null), (Estimate.OfScores([]).N, Estimate.OfScores([]).Mean, Estimate.OfScores([]).Interval));

    [Fact]
    public void One_row_has_no_standard_error_but_an_interval_when_it_is_right_or_wrong()
    {
        var right = Estimate.OfScores([RowScore.Of(1)]);
        Assert.Null(right.StandardError);
        Expected.Near(0.2065493143772375, right.Interval!.Value.Low); // by hand: 1 / (1 + z²)
        Assert.Null(Estimate.OfScores([RowScore.Of(0.5)]).Interval);
    }

    [Fact]
    public void A_running_mean_has_the_same_interval_without_keeping_scores()
    {
        var binary = new RunningMean();
        binary.Add(1, 47);
        binary.Add(0, 17);
        Expected.Near(0.6151712627143486, binary.Interval!.Value.Low); // R, as above
        var partial = new RunningMean();
        foreach (var score in new[] { 1, 0, 1, 1, 0, 1, 0.5 }) partial.Add(score);
        Expected.Near(0.6428571428571429, partial.Mean); // numpy
        Expected.Near(0.6428571428571429 + (1.959963984540054 * 0.17975796274454164), partial.Interval!.Value.High); // scipy: stats.sem, as above
        Assert.Null(new RunningMean().Mean);
    }

    [Fact]
    public void Rows_that_scored_the_same_are_counted_and_come_in_any_order()
    {
        var counted = new RowScores();
        counted.Add(RowScore.Of(0.5), 3);
        counted.Add(RowScore.Of(1), 2);
        var listed = Estimate.OfScores(new[] { 0.5, 1, 0.5, 1, 0.5 }.Select(RowScore.Of));
        Assert.Equal(listed, Estimate.OfScores(counted));
        Assert.Equal((5L, 0.7), (listed.Rows, listed.Mean));
    }

    [Fact]
    public void Every_interval_holds_its_mean_and_stays_within_scores() =>
        Gen.Select(Gen.Int[0, 4].Array[1, 40], Gen.Int[1, 3]).Sample((quarters, samples) =>
        {
            var rows = quarters.Select(q => Row([.. Enumerable.Repeat(q / 4.0, samples)])).ToArray();
            if (Estimate.OfScores(rows) is not { Interval: { } interval, Mean: { } mean }) return;
            Assert.InRange(mean, interval.Low - 1e-12, interval.High + 1e-12);
            Assert.InRange(interval.Low, 0, 1);
            Assert.InRange(interval.High, 0, 1);
        }, iter: 200);

    private static RowScore[] Rows(int right, int wrong) =>
        [.. Enumerable.Repeat(RowScore.Of(1), right), .. Enumerable.Repeat(RowScore.Of(0), wrong)];

    private static RowScore Row(params double[] scores) => scores.Aggregate(default(RowScore), (row, score) => row.With(score));
}
