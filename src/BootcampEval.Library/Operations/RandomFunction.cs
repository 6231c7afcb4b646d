// Functions of x to differentiate, from plain powers to products of compositions.

using BootcampEval.Sdk;
using BootcampEval.Sdk.Mathematics;

namespace BootcampEval.Library.Operations;

/// <summary>Makes functions that are smooth for positive x.</summary>
internal static class RandomFunction
{
    private static readonly Expression X = Expression.Variable("x");

    /// <summary>
    /// A function of x. Level 1: a multiple of a power. 2: a multiple of one function and a power. 3: a function of a polynomial, and powers. 4: a product.
    /// 5: a product with a function of a polynomial in it, and powers.
    /// </summary>
    public static Expression Of(PuzzleRandom random, int level) => level switch
    {
        1 => random.Between(1, 9) * Expression.Pow(X, random.Between(2, 7)),
        2 => random.Between(2, 9) * Basic(random, X) + random.Between(1, 5) * Expression.Pow(X, random.Between(1, 3)),
        3 => random.Between(1, 4) * Basic(random, Inner(random)) + SumOfPowers(random, 3),
        4 => random.Between(1, 5) * Basic(random, X) * SumOfPowers(random, 3),
        _ => random.Between(1, 4) * Basic(random, Inner(random)) * Basic(random, X) + SumOfPowers(random, 4),
    };

    private static Expression SumOfPowers(PuzzleRandom random, int degree)
    {
        var degrees = random.Sample([.. Enumerable.Range(1, degree)], 2);
        return random.Between(1, 9) * Expression.Pow(X, degrees[0]) + random.Between(1, 9) * random.Pick(1, -1) * Expression.Pow(X, degrees[1]);
    }

    private static Expression Inner(PuzzleRandom random) =>
        random.Chance(0.5) ? random.Between(2, 4) * X + random.Between(1, 5) : Expression.Pow(X, 2) + random.Between(1, 5);

    private static Expression Basic(PuzzleRandom random, Expression argument) => random.Below(7) switch
    {
        0 => Expression.Apply(ElementaryFunction.Sin, argument),
        1 => Expression.Apply(ElementaryFunction.Cos, argument),
        2 => Expression.Apply(ElementaryFunction.Log, argument),
        3 => Expression.Sqrt(argument),
        4 => Expression.Exp(-argument / random.Between(2, 4)),
        5 => Expression.Pow(argument, -random.Between(1, 2)),
        _ => Expression.Pow(argument, random.Between(2, 3)),
    };
}
