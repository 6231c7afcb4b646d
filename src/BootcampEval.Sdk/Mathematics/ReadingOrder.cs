// The order and grouping in which people expect to see terms and factors.

namespace BootcampEval.Sdk.Mathematics;

/// <summary>The order of terms for readers: falling powers first, then functions, the number last; a lone negative first term gives way.</summary>
internal static class ReadingOrder
{
    /// <summary>The terms of a sum as they are written.</summary>
    public static IReadOnlyList<Expression> TermsOf(Sum sum)
    {
        List<Expression> terms = [.. sum.Terms.OrderByDescending(DegreeOf).ThenBy(term => term is Number ? 1 : 0)];
        // 1 - sin x rather than -sin x + 1.
        if (IsNegative(terms[0]) && terms.FindIndex(term => !IsNegative(term)) is > 0 and var positive)
        {
            var first = terms[positive];
            terms.RemoveAt(positive);
            terms.Insert(0, first);
        }
        return terms;
    }

    /// <summary>Whether a term is written with a minus sign.</summary>
    public static bool IsNegative(Expression term) => term is Number { Value.Sign: < 0 } or Product { Factors: [Number { Value.Sign: < 0 }, ..] };

    private static double DegreeOf(Expression term) => term switch
    {
        Symbol => 1,
        Power { Base: Symbol, Exponent: Number exponent } => exponent.Value.ToDouble(),
        Product product => product.Factors.Sum(DegreeOf),
        _ => 0,
    };
}

/// <summary>A product as a fraction: what stands above and below the line, and the sign before it.</summary>
internal readonly record struct FractionView(bool IsNegative, IReadOnlyList<Expression> Numerator, IReadOnlyList<Expression> Denominator)
{
    /// <summary>Sorts the factors of a product; ones are left out.</summary>
    public static FractionView Of(Product product)
    {
        List<Expression> above = [], below = [];
        var isNegative = false;
        foreach (var factor in product.Factors)
        {
            switch (factor)
            {
                case Number number:
                    isNegative = number.Value.Sign < 0;
                    var size = Rational.Abs(number.Value);
                    if (!size.Numerator.IsOne) above.Add(new Number(size.Numerator));
                    if (!size.IsInteger) below.Add(new Number(size.Denominator));
                    break;
                case Power { Exponent: Number { Value.Sign: < 0 } exponent } power:
                    below.Add(Expression.Pow(power.Base, -exponent));
                    break;
                default:
                    above.Add(factor);
                    break;
            }
        }
        return new(isNegative, above, below);
    }
}
