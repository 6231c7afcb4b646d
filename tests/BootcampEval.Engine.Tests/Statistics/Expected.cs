// How the statistics are checked: against values from independent tools, stated beside each value.
// R is version 4.2.2; scipy 1.10.1; statsmodels 0.13.5; "by hand" is arithmetic that a reader can redo.

namespace BootcampEval.Engine.Tests.Statistics;

internal static class Expected
{
    /// <summary>Holds a value to 1e-9, relative to its size when it is above 1.</summary>
    public static void Near(double expected, double? actual)
    {
        Assert.NotNull(actual);
        Assert.True(Math.Abs(expected - actual.Value) <= 1e-9 * Math.Max(1, Math.Abs(expected)), $"expected {expected:R}, got {actual:R}");
    }
}
