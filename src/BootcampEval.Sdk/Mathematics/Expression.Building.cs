// How expressions are put together, in a common form: like terms and like powers collected, numbers worked out.

using System.Numerics;

namespace BootcampEval.Sdk.Mathematics;

public abstract partial class Expression
{
    /// <summary>Factorials of greater numbers are left as they are.</summary>
    private const int LargestFactorial = 300;

    /// <summary>An expression without a value: <c>1/0</c>, or a number too large to be of use. Whatever is built with it has none either.</summary>
    public static Expression Undefined { get; } = new WithoutValue();

    /// <summary>The sum of any number of terms. Floating-point numbers among them are added from left to right.</summary>
    public static Expression SumOf(IEnumerable<Expression> terms)
    {
        Number? constant = Zero;
        var collected = new OrderedDictionary<Expression, Number>();
        foreach (var term in terms.SelectMany(term => term is Sum sum ? sum.Terms : [term]))
        {
            if (term is WithoutValue) return Undefined;
            var (coefficient, rest) = Split(term);
            var before = rest is null ? constant : collected.GetValueOrDefault(rest, Zero);
            if (Number.Add(before, coefficient) is not { } after) return Undefined;
            if (rest is null) constant = after;
            else collected[rest] = after;
        }
        Expression[] kept = [.. collected.Where(pair => !pair.Value.Value.IsZero).Select(pair => Times(pair.Value, pair.Key))];
        Array.Sort(kept, ExpressionOrder.Compare);
        if (kept.Length == 0) return constant;
        if (!constant.Value.IsZero) return new Sum([constant, .. kept]);
        return kept.Length == 1 ? kept[0] : new Sum(kept);
    }

    /// <summary>The product of any number of factors. Floating-point numbers among them are multiplied from left to right.</summary>
    public static Expression ProductOf(IEnumerable<Expression> factors)
    {
        Number? coefficient = One;
        var collected = new OrderedDictionary<Expression, Expression>();
        var pending = new Queue<Expression>(factors);
        while (pending.TryDequeue(out var factor))
        {
            switch (factor)
            {
                case WithoutValue:
                    return Undefined;
                case Product product:
                    foreach (var inner in product.Factors) pending.Enqueue(inner);
                    break;
                case Number number:
                    coefficient = Number.Multiply(coefficient, number);
                    if (coefficient is null) return Undefined;
                    break;
                default:
                    var (@base, exponent) = factor is Power power ? (power.Base, power.Exponent) : (factor, One);
                    collected[@base] = collected.TryGetValue(@base, out var before) ? before + exponent : exponent;
                    break;
            }
        }
        return Assemble(coefficient, collected);
    }

    /// <summary>The power. Zero to the power of zero is one; zero to a negative power is undefined.</summary>
    public static Expression Pow(Expression @base, Expression exponent)
    {
        if (@base is WithoutValue || exponent is WithoutValue) return Undefined;
        if (exponent is Number { Value.IsZero: true }) return One;
        if (exponent is Number one && one.Is(1)) return @base;
        if (@base is Number { Value.IsZero: true } && exponent is Number { Value.Sign: < 0 }) return Undefined;
        if (@base is Number whole && whole.Is(1)) return One;
        if (@base is Number value && exponent is Number to && Number.Power(value, to) is { } result) return result;
        if (exponent is Number { IsExact: true, Value.IsInteger: true } integer)
        {
            if (@base is Power inner) return Pow(inner.Base, inner.Exponent * integer);
            if (@base is Product product) return ProductOf([.. product.Factors.Select(factor => Pow(factor, integer))]);
            if (@base is Constant { Kind: ConstantKind.I }) return PowerOfI(integer.Value.Numerator);
        }
        return new Power(@base, exponent);
    }

    /// <summary>The function applied to an argument, worked out where the result is plain to see.</summary>
    public static Expression Apply(ElementaryFunction function, Expression argument) => (function, argument) switch
    {
        (_, WithoutValue) => Undefined,
        (ElementaryFunction.Sin or ElementaryFunction.Tan or ElementaryFunction.ArcSin or ElementaryFunction.ArcTan or ElementaryFunction.Sinh or ElementaryFunction.Tanh or ElementaryFunction.ArcSinh
            or ElementaryFunction.ArcTanh, Number { Value.IsZero: true }) => Zero,
        (ElementaryFunction.Cos or ElementaryFunction.Sec or ElementaryFunction.Cosh, Number { Value.IsZero: true }) => One,
        (ElementaryFunction.Cot or ElementaryFunction.Csc or ElementaryFunction.Coth or ElementaryFunction.Log, Number { Value.IsZero: true }) => Undefined,
        (ElementaryFunction.Log, Number number) when number.Is(1) => Zero,
        (ElementaryFunction.Log, Constant { Kind: ConstantKind.E }) => One,
        (ElementaryFunction.Abs, Number number) => new Number(Rational.Abs(number.Value), number.FloatBits),
        (ElementaryFunction.Factorial, Number { IsExact: true, Value.IsInteger: true } number) => FactorialOf(number.Value.Numerator),
        (_, Number { IsExact: false } number) => ApplyToFloat(function, number),
        _ => new FunctionCall(function, argument),
    };

    /// <summary>A term as its numeric factor and the rest; no rest for a number.</summary>
    internal static (Number Coefficient, Expression? Remainder) Split(Expression term) => term switch
    {
        Number number => (number, null),
        Product product when product.Factors[0] is Number number => (number, product.Factors.Count == 2 ? product.Factors[1] : new Product([.. product.Factors.Skip(1)])),
        _ => (One, term),
    };

    private static Expression Times(Number coefficient, Expression rest) => coefficient.Is(1)
        ? rest
        : rest is Product product ? new Product([coefficient, .. product.Factors]) : new Product([coefficient, rest]);

    private static Expression Assemble(Number coefficient, OrderedDictionary<Expression, Expression> powers)
    {
        List<Expression> kept = [.. powers.Select(power => Pow(power.Key, power.Value))];
        // A power that fell into a number or a product may collect with the others.
        if (kept.Exists(power => power is Number or Product or WithoutValue)) return ProductOf([coefficient, .. kept]);
        if (coefficient.Value.IsZero || kept.Count == 0) return coefficient;
        kept.Sort(ExpressionOrder.Compare);
        if (!coefficient.Is(1)) return new Product([coefficient, .. kept]);
        return kept.Count == 1 ? kept[0] : new Product([.. kept]);
    }

    private static Expression PowerOfI(BigInteger exponent) => (int)(exponent & 3) switch
    {
        0 => One,
        1 => I,
        2 => new Number(-1),
        _ => -(Expression)I,
    };

    private static Expression FactorialOf(BigInteger n)
    {
        if (n.Sign < 0) return Undefined;
        return n > LargestFactorial ? new FunctionCall(ElementaryFunction.Factorial, new Number(n)) : new Number(Factorials.Value[(int)n]);
    }

    private static readonly Lazy<BigInteger[]> Factorials = new(static () =>
    {
        var factorials = new BigInteger[LargestFactorial + 1];
        factorials[0] = BigInteger.One;
        for (var n = 1; n <= LargestFactorial; n++) factorials[n] = n * factorials[n - 1];
        return factorials;
    });

    private static Expression ApplyToFloat(ElementaryFunction function, Number argument)
    {
        var arithmetic = new ComplexArithmetic(argument.FloatBits + 64, null, 10_000);
        return arithmetic.Apply(function, arithmetic.Of(argument.Value)) is { IsReal: true } value
            ? Number.FloatingPoint(value.Re.ToRational(), argument.FloatBits)
            : new FunctionCall(function, argument);
    }
}

/// <summary>An expression without a value.</summary>
public sealed class WithoutValue : Expression
{
    internal WithoutValue() : base(1, 1, 7)
    {
    }

    private protected override bool HasSameParts(Expression other) => true;
}

/// <summary>A fixed order of expressions, so that sums and products that differ in order only are equal trees.</summary>
internal static class ExpressionOrder
{
    /// <summary>Numbers first, then constants, variables, functions, powers, products, sums; each kind by its parts.</summary>
    public static int Compare(Expression left, Expression right)
    {
        if (ReferenceEquals(left, right)) return 0;
        var kind = KindOf(left).CompareTo(KindOf(right));
        if (kind != 0) return kind;
        return (left, right) switch
        {
            (Number a, Number b) => a.Value.CompareTo(b.Value) is not 0 and var byValue ? byValue : a.FloatBits.CompareTo(b.FloatBits),
            (Constant a, Constant b) => a.Kind.CompareTo(b.Kind),
            (Symbol a, Symbol b) => string.CompareOrdinal(a.Name, b.Name),
            (FunctionCall a, FunctionCall b) when a.Function != b.Function => a.Function.CompareTo(b.Function),
            _ => CompareParts(left.Parts, right.Parts),
        };
    }

    private static int CompareParts(IReadOnlyList<Expression> left, IReadOnlyList<Expression> right)
    {
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
            if (Compare(left[i], right[i]) is not 0 and var order) return order;
        return left.Count.CompareTo(right.Count);
    }

    private static int KindOf(Expression expression) => expression switch
    {
        Number => 0,
        Constant => 1,
        Symbol => 2,
        FunctionCall => 3,
        Power => 4,
        Product => 5,
        Sum => 6,
        _ => 7,
    };
}
