// Derivatives.

namespace BootcampEval.Sdk.Mathematics;

/// <summary>Differentiates expressions by the usual rules.</summary>
public static class Differentiation
{
    /// <summary>The derivative with respect to a variable; all other variables are constants. Undefined for a factorial of the variable.</summary>
    public static Expression DerivativeOf(Expression expression, string variable)
    {
        if (!expression.Contains(variable)) return Expression.Zero;
        return expression switch
        {
            Symbol => Expression.One,
            Sum sum => Expression.SumOf([.. sum.Terms.Select(term => DerivativeOf(term, variable))]),
            Product product => OfProduct(product, variable),
            Power power => OfPower(power, variable),
            FunctionCall call => OfFunction(call) * DerivativeOf(call.Argument, variable),
            _ => Expression.Undefined,
        };
    }

    private static Expression OfProduct(Product product, string variable) =>
        Expression.SumOf([.. product.Factors.Select((factor, i) =>
            Expression.ProductOf([DerivativeOf(factor, variable), .. product.Factors.Where((_, j) => j != i)]))]);

    private static Expression OfPower(Power power, string variable)
    {
        var (@base, exponent) = (power.Base, power.Exponent);
        if (!exponent.Contains(variable)) return exponent * Expression.Pow(@base, exponent - 1) * DerivativeOf(@base, variable);
        var logarithm = Expression.Apply(ElementaryFunction.Log, @base);
        return power * DerivativeOf(exponent * logarithm, variable);
    }

    /// <summary>The derivative of a function at its argument.</summary>
    private static Expression OfFunction(FunctionCall call)
    {
        var x = call.Argument;
        Expression At(ElementaryFunction function) => Expression.Apply(function, x);
        Expression Square(ElementaryFunction function) => Expression.Pow(At(function), 2);
        return call.Function switch
        {
            ElementaryFunction.Sin => At(ElementaryFunction.Cos),
            ElementaryFunction.Cos => -At(ElementaryFunction.Sin),
            ElementaryFunction.Tan => Square(ElementaryFunction.Tan) + 1,
            ElementaryFunction.Cot => -Square(ElementaryFunction.Cot) - 1,
            ElementaryFunction.Sec => At(ElementaryFunction.Sec) * At(ElementaryFunction.Tan),
            ElementaryFunction.Csc => -At(ElementaryFunction.Csc) * At(ElementaryFunction.Cot),
            ElementaryFunction.ArcSin => 1 / Expression.Sqrt(1 - Expression.Pow(x, 2)),
            ElementaryFunction.ArcCos => -1 / Expression.Sqrt(1 - Expression.Pow(x, 2)),
            ElementaryFunction.ArcTan => 1 / (1 + Expression.Pow(x, 2)),
            ElementaryFunction.Sinh => At(ElementaryFunction.Cosh),
            ElementaryFunction.Cosh => At(ElementaryFunction.Sinh),
            ElementaryFunction.Tanh => 1 - Square(ElementaryFunction.Tanh),
            ElementaryFunction.Coth => 1 - Square(ElementaryFunction.Coth),
            ElementaryFunction.ArcSinh => 1 / Expression.Sqrt(Expression.Pow(x, 2) + 1),
            ElementaryFunction.ArcCosh => 1 / (Expression.Sqrt(x - 1) * Expression.Sqrt(x + 1)),
            ElementaryFunction.ArcTanh => 1 / (1 - Expression.Pow(x, 2)),
            ElementaryFunction.Log => 1 / x,
            _ => Expression.Undefined,
        };
    }
}
