// Antiderivatives of simple functions, and definite integrals.

namespace BootcampEval.Sdk.Mathematics;

/// <summary>Integrates sums of multiples of powers, exponentials, sines and cosines whose argument is linear.</summary>
public static class Integration
{
    /// <summary>An antiderivative with respect to a variable; null for functions beyond these rules.</summary>
    public static Expression? AntiderivativeOf(Expression expression, string variable)
    {
        var x = Expression.Variable(variable);
        if (!expression.Contains(variable)) return expression * x;
        switch (expression)
        {
            case Sum sum:
                var terms = sum.Terms.Select(term => AntiderivativeOf(term, variable)).ToList();
                return terms.Contains(null) ? null : Expression.SumOf(terms!);
            case Product product:
                var constants = product.Factors.Where(factor => !factor.Contains(variable)).ToList();
                if (constants.Count == 0) return null;
                var rest = Expression.ProductOf(product.Factors.Where(factor => factor.Contains(variable)));
                return rest is not Product && AntiderivativeOf(rest, variable) is { } inner ? Expression.ProductOf([.. constants, inner]) : null;
            case Symbol:
                return Expression.Pow(x, 2) / 2;
            case Power { Base: Constant { Kind: ConstantKind.E } } power:
                return SlopeOf(power.Exponent, variable) is { } rate ? power / rate : null;
            case Power { Exponent: Number exponent } power:
                if (SlopeOf(power.Base, variable) is not { } slope) return null;
                return exponent.Is(-1)
                    ? Expression.Apply(ElementaryFunction.Log, power.Base) / slope
                    : Expression.Pow(power.Base, exponent + 1) / ((exponent + 1) * slope);
            case FunctionCall { Function: ElementaryFunction.Sin or ElementaryFunction.Cos } call:
                if (SlopeOf(call.Argument, variable) is not { } frequency) return null;
                return call.Function == ElementaryFunction.Sin
                    ? -Expression.Apply(ElementaryFunction.Cos, call.Argument) / frequency
                    : Expression.Apply(ElementaryFunction.Sin, call.Argument) / frequency;
            default:
                return null;
        }
    }

    /// <summary>The integral between two limits, by an antiderivative: it has to be defined between them. Null for functions beyond the rules.</summary>
    public static Expression? Between(Expression expression, string variable, Expression from, Expression to) =>
        AntiderivativeOf(expression, variable) is { } antiderivative
            ? antiderivative.Substitute(variable, to) - antiderivative.Substitute(variable, from)
            : null;

    /// <summary>The slope of a linear function that does not vanish.</summary>
    private static Expression? SlopeOf(Expression expression, string variable)
    {
        var slope = Differentiation.DerivativeOf(expression, variable);
        return slope.Contains(variable) || slope is Number { Value.IsZero: true } ? null : slope;
    }
}
