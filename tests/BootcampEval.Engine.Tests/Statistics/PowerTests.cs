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

    [Fact] // R, as above
    public void A_distribution_counts_equal_values()
    {
        var values = new CountedValues();
        foreach (var value in new[] { 3, 1, 4, 1, 5, 9, 2, 6 }) values.Add(value);
        var others = new CountedValues();
        foreach (var value in new[] { 5, 3, 5 }) others.Add(value);
        values.Add(others);
        Assert.Equal(new Distribution(4, 4, 7.5, 44), Distribution.Of(values));
        Assert.Null(Distribution.Of(new CountedValues()));
    }

    [Fact]
    public void Of_very_many_values_three_digits_are_told_apart_and_all_are_summed()
    {
        var values = new CountedValues();
        for (var i = 1; i <= 100_000; i++) values.Add(i / 7.0);
        Expected.Near(100_000 * 100_001L / 2 / 7.0, values.Total);
        foreach (var p in new[] { 0.01, 0.5, 0.95 }) Assert.Equal(1, values.Quantile(p) / ((1 + (p * 99_999)) / 7), 0.005);
        var counts = new RoundedCounts<double>(SignificantDigits.Round);
        for (var i = 0; i < 100_000; i++) counts.Add(10 + (i / 1000.0));
        Assert.InRange(counts.Counts.Count, 500, 1000);
        Assert.Equal(100_000, counts.Counts.Values.Sum());
    }

    [Theory]
    [InlineData(12.3456, 4, 12.35)]
    [InlineData(0.00123449, 4, 0.001234)]
    [InlineData(98765.4, 4, 98770)]
    [InlineData(-98765.4, 3, -98800)]
    [InlineData(0, 3, 0)]
    public void Numbers_are_rounded_to_significant_digits(double value, int digits, double rounded) => Assert.Equal(rounded, SignificantDigits.Round(value, digits));

    private static RowScore Row(params double[] scores) => scores.Aggregate(default(RowScore), (row, score) => row.With(score));
}
