// What an expression is worth at a point.

namespace BootcampEval.Sdk.Mathematics;

/// <summary>The value of an expression.</summary>
public static class Evaluation
{
    /// <summary>The real value of an expression without variables, rounded to <paramref name="bits"/> bits; null when it has none that can be told.</summary>
    /// <remarks>The error is below a unit in the last place; an imaginary part too small to be told from zero is taken for zero.</remarks>
    public static BigFloat? RealValue(Expression expression, int bits = 64)
    {
        var arithmetic = new ComplexArithmetic(bits + 96, bits + 32, ExpressionEquality.MostWork);
        if (new Evaluator(arithmetic, _ => null).ValueOf(expression) is not { } value) return null;
        var limit = Math.Max(0, value.Magnitude) - bits - 2;
        return value.Radius.Magnitude <= limit && value.Im.Magnitude <= limit ? value.Re.RoundedTo(bits) : null;
    }

    /// <summary>The real value where a variable has a value, as the nearest double or its neighbour; null when there is none that can be told.</summary>
    public static double? RealValueAt(Expression expression, string variable, Rational at) =>
        RealValue(expression.Substitute(variable, at))?.ToDouble();
}
