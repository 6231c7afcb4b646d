// How much a comparison can show, and quantiles.

using BootcampEval.Engine.Results.Statistics;

namespace BootcampEval.Engine.Tests.Statistics;

public sealed class PowerTests
{
    [Fact] // R: qnorm(0.975) + qnorm(0.8)
    public void Eighty_in_a_hundred_takes_2_8_standard_errors() => Expected.Near(2.801585218112968, Power.StandardErrors);

    [Fact] // R: 0.5 * (qnorm(0.975) + qnorm(0.8))^2 / 0.02^2 = 9811.0997
    public void Rows_needed_grow_with_variance_over_difference_squared() => Assert.Equal(9812, Power.RowsNeeded(0.02, 0.5));

    [Fact] // R: anova(lm(y ~ g)): mean squares 0.4527…, 0.1111…, n0 = 2.3333…
    public void Variance_splits_into_rows_and_samples()
    {
        RowScore[] rows = [Row(1, 0, 1), Row(0, 0), Row(1, 1, 1, 1), Row(0.5)];
        var components = VarianceComponents.Of(rows);
        Expected.Near(0.1464285714285714, components!.BetweenRows);
        Expected.Near(0.1111111111111111, components.WithinRows);
        Expected.Near((2 * 0.1464285714285714 * 0.25) + (2 * 0.1111111111111111 / 4), components.OfDifference(samples: 4, correlation: 0.75)); // by hand
    }

    [Fact]
    public void One_sample_a_row_tells_nothing_about_samples() =>
        Assert.Null(VarianceComponents.Of([Row(1), Row(0), Row(1)])!.WithinRows);

    [Theory] // R: quantile(c(3,1,4,1,5,9,2,6,5,3,5), p)
    [InlineData(0, 1)]
    [InlineData(0.05, 1)]
    [InlineData(0.5, 4)]
    [InlineData(0.95, 7.5)]
    [InlineData(1, 9)]
    public void Quantiles_are_those_of_R(double p, double value) => Expected.Near(value, Quantiles.OfSorted<int>([1, 1, 2, 3, 3, 4, 5, 5, 5, 6, 9], p));

    [Fact]
    public void A_distribution_sorts_and_sums()
    {
        int[] values = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5];
        Assert.Equal(new Distribution(4, 4, 7.5, 44), Distribution.Of(values.AsSpan()));
        Assert.Null(Distribution.Of(Span<double>.Empty));
    }

    private static RowScore Row(params double[] scores) => scores.Aggregate(default(RowScore), (row, score) => row.With(score));
}
