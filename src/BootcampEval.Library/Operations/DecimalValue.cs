// Values of expressions as decimals that leave no doubt about their last digit.

using BootcampEval.Sdk.Mathematics;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Operations;

/// <summary>Rounds values of expressions for puzzles that ask for decimals.</summary>
internal static class DecimalValue
{
    private const double Largest = 100_000;

    /// <summary>
    /// The real value, rounded to so many decimals; null if there is none, if it is too large or rounds to nearly nothing, or if it lies so near the
    /// middle between two decimals that a careful calculation might round to the other one.
    /// </summary>
    public static double? Of(Expression expression, int decimals)
    {
        const double Margin = 0.02;
        if (Evaluation.RealValue(expression) is not { } value) return null;
        var exact = value.ToRational();
        var scaled = exact * Rational.PowerOfTen(decimals);
        var fraction = (scaled - Rational.Floor(scaled)).ToDouble();
        var size = Math.Abs(exact.ToDouble());
        if (size > Largest || Math.Abs(scaled.ToDouble()) < 1 || Math.Abs(fraction - 0.5) < Margin) return null;
        return PyNumber.Round(exact.ToDouble(), decimals);
    }
}
