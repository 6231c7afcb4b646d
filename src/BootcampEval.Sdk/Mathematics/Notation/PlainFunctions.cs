// The functions that plain-text formulas call, and what they mean for any number of arguments.

using System.Collections.Frozen;
using System.Numerics;

namespace BootcampEval.Sdk.Mathematics.Notation;

/// <summary>What a function's name in a plain-text formula means.</summary>
internal static class PlainFunctions
{
    private static readonly FrozenDictionary<string, Func<IReadOnlyList<Expression>, Expression?>> Special =
        new Dictionary<string, Func<IReadOnlyList<Expression>, Expression?>>
        {
            ["exp"] = args => args is [var x] ? Expression.Exp(x) : null,
            ["sqrt"] = args => args is [var x] ? Expression.Sqrt(x) : null,
            ["cbrt"] = args => args is [var x] ? Expression.Pow(x, new Rational(1, 3)) : null,
            ["root"] = args => args is [var x, var n] ? Expression.Pow(x, 1 / n) : null,
            ["pow"] = args => args is [var x, var n] ? Expression.Pow(x, n) : null,
            ["log"] = Logarithm,
            ["ln"] = Logarithm,
            ["abs"] = args => args is [var x] ? Expression.Apply(ElementaryFunction.Abs, x) : null,
            ["Abs"] = args => args is [var x] ? Expression.Apply(ElementaryFunction.Abs, x) : null,
            ["gamma"] = args => args is [var x] ? Expression.Apply(ElementaryFunction.Factorial, x - 1) : null,
            ["binomial"] = args => args is [Number n, Number k] ? Binomial(n, k) : null,
            ["max"] = args => Extreme(args, 1),
            ["Max"] = args => Extreme(args, 1),
            ["min"] = args => Extreme(args, -1),
            ["Min"] = args => Extreme(args, -1),
            ["gcd"] = args => Whole(args) is [var a, var b] ? new Number(BigInteger.GreatestCommonDivisor(a, b)) : null,
            ["lcm"] = args => Whole(args) is [var a, var b] && !(a * b).IsZero
                ? new Number(BigInteger.Abs(a * b) / BigInteger.GreatestCommonDivisor(a, b))
                : null,
            ["floor"] = args => args is [Number x] ? new Number(Rational.Floor(x.Value)) : null,
            ["ceiling"] = args => args is [Number x] ? new Number(-Rational.Floor(-x.Value)) : null,
            ["diff"] = args => args is [var f, Symbol x] ? Differentiation.DerivativeOf(f, x.Name) : null,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether the name is a function's.</summary>
    public static bool Has(string name) => Special.ContainsKey(name) || FunctionNames.TryFind(name, out _);

    /// <summary>The function of the arguments; null when it does not take them, or is not worked out for them.</summary>
    public static Expression? Apply(string name, IReadOnlyList<Expression> arguments)
    {
        if (Special.TryGetValue(name, out var special)) return special(arguments);
        return arguments is [var argument] && FunctionNames.TryFind(name, out var function) ? Expression.Apply(function, argument) : null;
    }

    private static Expression? Logarithm(IReadOnlyList<Expression> args) => args switch
    {
        [var x] => Expression.Apply(ElementaryFunction.Log, x),
        [var x, var b] => Expression.Apply(ElementaryFunction.Log, x) / Expression.Apply(ElementaryFunction.Log, b),
        _ => null,
    };

    private static Number? Extreme(IReadOnlyList<Expression> args, int sign)
    {
        Number? best = null;
        foreach (var argument in args)
        {
            if (argument is not Number number) return null;
            if (best is null || number.Value.CompareTo(best.Value) * sign > 0) best = number;
        }
        return best;
    }

    private static Number? Binomial(Number n, Number k)
    {
        const int Largest = 1000;
        if (Whole([n, k]) is not [var above, var below] || above.Sign < 0 || below.Sign < 0 || above > Largest) return null;
        if (below > above) return Expression.Zero;
        var value = BigInteger.One;
        for (var i = 1; i <= (int)below; i++) value = value * (above - below + i) / i;
        return new(value);
    }

    /// <summary>n!! = n (n-2) (n-4) ... for a whole number; null for anything else.</summary>
    public static Number? DoubleFactorial(Expression value)
    {
        const int Largest = 300;
        if (Whole([value]) is not [var n] || n.Sign < 0 || n > Largest) return null;
        var product = BigInteger.One;
        for (var factor = (int)n; factor > 1; factor -= 2) product *= factor;
        return new(product);
    }

    private static IReadOnlyList<BigInteger> Whole(IReadOnlyList<Expression> args) =>
        args.All(argument => argument is Number { IsExact: true, Value.IsInteger: true })
            ? [.. args.Select(argument => ((Number)argument).Value.Numerator)]
            : [];
}
