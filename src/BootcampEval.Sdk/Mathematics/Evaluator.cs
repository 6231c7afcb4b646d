// Works out expressions with guaranteed errors.

using System.Numerics;

namespace BootcampEval.Sdk.Mathematics;

/// <summary>Works out expressions at one point; parts that several expressions share are worked out once.</summary>
/// <param name="arithmetic">How many bits, and how much work.</param>
/// <param name="valueOf">The values of the variables.</param>
internal sealed class Evaluator(ComplexArithmetic arithmetic, Func<string, ComplexBall?> valueOf)
{
    private const int LargestExponent = 1 << 20;

    private readonly Dictionary<Expression, ComplexBall?> _known = [];

    /// <summary>The value of an expression; null where there is none: see <see cref="ComplexArithmetic"/>.</summary>
    public ComplexBall? ValueOf(Expression expression)
    {
        if (!arithmetic.Spend(1)) return null;
        switch (expression)
        {
            case Number number:
                return arithmetic.Of(number.Value);
            case Constant { Kind: ConstantKind.Pi }:
                return arithmetic.Pi();
            case Constant { Kind: ConstantKind.I }:
                return ComplexBall.I;
            case Symbol symbol:
                return valueOf(symbol.Name);
            case Sum sum:
                return ValueOf(sum);
            case Product product:
                return ValueOf(product);
            case WithoutValue:
                return null;
            default:
                if (!_known.TryGetValue(expression, out var value)) _known.Add(expression, value = WorkOut(expression));
                return value;
        }
    }

    private ComplexBall? ValueOf(Sum sum)
    {
        var total = ComplexBall.Zero;
        foreach (var term in sum.Terms)
        {
            if (ValueOf(term) is not { } value) return null;
            total = arithmetic.Add(total, value);
        }
        return total;
    }

    private ComplexBall? ValueOf(Product product)
    {
        ComplexBall? result = ComplexBall.One;
        foreach (var factor in product.Factors)
        {
            if (result is not { } soFar || ValueOf(factor) is not { } value) return null;
            result = arithmetic.Multiply(soFar, value);
        }
        return result;
    }

    private ComplexBall? WorkOut(Expression expression) => expression switch
    {
        Constant => arithmetic.Exp(ComplexBall.One),
        Power { Base: Constant { Kind: ConstantKind.E } } power => ValueOf(power.Exponent) is { } argument ? arithmetic.Exp(argument) : null,
        Power power => ValueOf(power.Base) is { } @base ? PowerOf(@base, power.Exponent) : null,
        FunctionCall call => ValueOf(call.Argument) is { } argument ? arithmetic.Apply(call.Function, argument) : null,
        _ => null,
    };

    private ComplexBall? PowerOf(ComplexBall @base, Expression exponent)
    {
        if (exponent is Number { Value: var number } && BigInteger.Abs(number.Numerator) <= LargestExponent)
        {
            if (number.IsInteger) return arithmetic.Power(@base, (int)number.Numerator);
            if (number.Denominator == 2) return arithmetic.Sqrt(@base) is { } root ? arithmetic.Power(root, (int)number.Numerator) : null;
        }
        return ValueOf(exponent) is { } to ? arithmetic.Power(@base, to) : null;
    }
}
