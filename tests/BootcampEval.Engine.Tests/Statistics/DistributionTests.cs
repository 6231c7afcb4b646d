// The distributions behind intervals and tests, against R.

using BootcampEval.Engine.Results.Statistics;

namespace BootcampEval.Engine.Tests.Statistics;

public sealed class DistributionTests
{
    [Theory] // R: qnorm
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.8, 0.8416212335729144)]
    [InlineData(0.5, 0)]
    [InlineData(0.01, -2.326347874040841)]
    [InlineData(1e-10, -6.361340902404056)]
    [InlineData(0.999999, 4.753424308817089)]
    public void Normal_quantiles_are_those_of_R(double p, double x) => Expected.Near(x, NormalDistribution.Quantile(p));

    [Theory] // R: pnorm
    [InlineData(-8, 6.220960574271785e-16)]
    [InlineData(-5.5, 1.898956246588772e-08)]
    [InlineData(-5, 2.866515718791939e-07)]
    [InlineData(-1.96, 0.02499789514822043)]
    [InlineData(0, 0.5)]
    [InlineData(0.3, 0.6179114221889527)]
    [InlineData(2.5, 0.9937903346742238)]
    [InlineData(6, 0.9999999990134123)]
    public void Normal_probabilities_are_those_of_R(double x, double p)
    {
        Expected.Near(p, NormalDistribution.Cdf(x));
        Assert.True(Math.Abs((NormalDistribution.Cdf(x) / p) - 1) < 1e-9, "the relative error matters in the tails");
    }

    [Theory] // R: qt
    [InlineData(0.975, 1, 12.70620473617469)]
    [InlineData(0.975, 2, 4.302652729749462)]
    [InlineData(0.975, 7, 2.364624251592784)]
    [InlineData(0.975, 63, 1.998340542520741)]
    [InlineData(0.975, 79, 1.990450210230128)]
    [InlineData(0.975, 100000, 1.959987707534609)]
    [InlineData(0.1, 5, -1.47588404882448)]
    public void Student_quantiles_are_those_of_R(double p, double df, double t) => Expected.Near(t, StudentDistribution.Quantile(p, df));

    [Theory] // R: pt
    [InlineData(-3, 4, 0.01997098403585941)]
    [InlineData(0.7, 9, 0.7491904803919274)]
    [InlineData(12, 2, 0.9965635331614208)]
    public void Student_probabilities_are_those_of_R(double t, double df, double p) => Expected.Near(p, StudentDistribution.Cdf(t, df));

    [Theory] // R: lgamma
    [InlineData(0.5, 0.5723649429247001)]
    [InlineData(1, 0)]
    [InlineData(3.7, 1.428072326665388)]
    [InlineData(15, 25.19122118273868)]
    [InlineData(200, 857.9336698258575)]
    [InlineData(1e6, 12815504.56914761)]
    public void The_log_of_gamma_is_that_of_R(double x, double value) => Expected.Near(value, BetaFunction.LogGamma(x));

    [Theory] // R: pbeta
    [InlineData(0.2, 2, 3, 0.1808)]
    [InlineData(0.5, 30, 31, 0.5512890865042849)]
    [InlineData(0.9, 0.5, 0.5, 0.7951672353008666)]
    public void The_incomplete_beta_function_is_that_of_R(double x, double a, double b, double value) =>
        Expected.Near(value, BetaFunction.Regularized(x, a, b));

    [Theory] // R: pbinom(x, n, 0.5)
    [InlineData(0, 5, 0.03125)]
    [InlineData(3, 10, 0.1718750000000001)]
    [InlineData(450, 1000, 0.0008652680424881582)]
    [InlineData(499_000, 1_000_000, 0.02280414993269105)]
    public void A_fair_coin_falls_as_in_R(long heads, long tosses, double p) => Expected.Near(p, FairCoin.AtMost(heads, tosses));
}
