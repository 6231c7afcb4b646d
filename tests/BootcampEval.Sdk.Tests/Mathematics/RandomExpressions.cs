// Random expressions for properties, and a second, independent way to work them out.

using System.Numerics;
using BootcampEval.Sdk.Mathematics;
using CsCheck;

namespace BootcampEval.Sdk.Tests.Mathematics;

internal static class RandomExpressions
{
    private static readonly Expression X = Expression.Variable("x");
    private static readonly Expression Y = Expression.Variable("y");

    private static readonly ElementaryFunction[] Functions = [ElementaryFunction.Sin, ElementaryFunction.Cos, ElementaryFunction.Tanh, ElementaryFunction.ArcTan];

    private static readonly Gen<Expression> Leaf = Gen.OneOf(
        Gen.Const(X), Gen.Const(X), Gen.Const(Y), Gen.Int[1, 9].Select(n => (Expression)n),
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 9], (p, q) => (Expression)new Rational(p, q)));

    /// <summary>Sums, products, whole powers, quotients, roots and functions of x and y, a few levels deep.</summary>
    public static Gen<Expression> Any { get; } = OfDepth(3);

    /// <summary>Functions of x that differentiate everywhere but at a few points.</summary>
    public static Gen<Expression> OfX { get; } = OfDepth(3).Select(expression => expression.Substitute("y", X + 2));

    /// <summary>Checks a property on so many examples, the same on every run.</summary>
    public static void ForMany<T>(this Gen<T> generator, Action<T> check, int cases)
    {
        var chance = new PCG(1, 2025UL);
        for (var i = 0; i < cases; i++) check(generator.Generate(chance, null, out _));
    }

    public static void ForMany<T1, T2>(this Gen<(T1, T2)> generator, Action<T1, T2> check, int cases) =>
        generator.ForMany(example => check(example.Item1, example.Item2), cases);

    public static void ForMany<T1, T2, T3>(this Gen<(T1, T2, T3)> generator, Action<T1, T2, T3> check, int cases) =>
        generator.ForMany(example => check(example.Item1, example.Item2, example.Item3), cases);

    private static Gen<Expression> OfDepth(int depth)
    {
        if (depth == 0) return Leaf;
        var part = OfDepth(depth - 1);
        return Gen.OneOf(
            Leaf,
            Gen.Select(part, part, (a, b) => a + b),
            Gen.Select(part, part, (a, b) => a - b),
            Gen.Select(part, part, (a, b) => a * b),
            Gen.Select(part, part, (a, b) => a / (b + 11)),
            Gen.Select(part, Gen.Int[2, 3], (a, n) => Expression.Pow(a, n)),
            part.Select(a => Expression.Sqrt(a + 7)),
            part.Select(a => Expression.Exp(a / 5)),
            part.Select(a => Expression.Apply(ElementaryFunction.Log, a + 13)),
            Gen.Select(Gen.Int[0, Functions.Length - 1], part, (f, a) => Expression.Apply(Functions[f], a)));
    }

    /// <summary>
    /// The value in double precision, straight from the tree by System.Numerics: independent of the arithmetic under test. Factorials and some
    /// inverse functions are left out.
    /// </summary>
    public static Complex ValueOf(Expression expression, Complex x, Complex y) => expression switch
    {
        Number number => number.Value.ToDouble(),
        Constant { Kind: ConstantKind.Pi } => Math.PI,
        Constant { Kind: ConstantKind.E } => Math.E,
        Constant => Complex.ImaginaryOne,
        Symbol symbol => symbol.Name == "x" ? x : y,
        Sum sum => sum.Terms.Aggregate(Complex.Zero, (total, term) => total + ValueOf(term, x, y)),
        Product product => product.Factors.Aggregate(Complex.One, (total, factor) => total * ValueOf(factor, x, y)),
        Power power => Complex.Pow(ValueOf(power.Base, x, y), ValueOf(power.Exponent, x, y)),
        FunctionCall call => Apply(call.Function, ValueOf(call.Argument, x, y)),
        _ => double.NaN,
    };

    private static Complex Apply(ElementaryFunction function, Complex z) => function switch
    {
        ElementaryFunction.Sin => Complex.Sin(z),
        ElementaryFunction.Cos => Complex.Cos(z),
        ElementaryFunction.Tan => Complex.Tan(z),
        ElementaryFunction.Sinh => Complex.Sinh(z),
        ElementaryFunction.Cosh => Complex.Cosh(z),
        ElementaryFunction.Tanh => Complex.Tanh(z),
        ElementaryFunction.ArcTan => Complex.Atan(z),
        ElementaryFunction.Log => Complex.Log(z),
        _ => double.NaN,
    };
}
