// Expressions as fractions of two polynomials: where that is all they are, equality is a matter of comparing coefficients.

using System.Numerics;

namespace BootcampEval.Sdk.Mathematics;

/// <summary>A fraction of two polynomials in the variables of an expression and in its parts that are not rational: sin x, √2, e^x.</summary>
internal sealed record RationalForm(Polynomial Numerator, Polynomial Denominator)
{
    private static readonly RationalForm Zero = new(Polynomial.Zero, Polynomial.One);
    private static readonly RationalForm One = new(Polynomial.One, Polynomial.One);

    private static RationalForm? Add(RationalForm left, RationalForm right, Polynomial.Allowance allowance)
    {
        if (left.Denominator.IsSameAs(right.Denominator))
            return Polynomial.Add(left.Numerator, right.Numerator, allowance) is { } sum ? left with { Numerator = sum } : null;
        return Polynomial.Multiply(left.Numerator, right.Denominator, allowance) is { } a && Polynomial.Multiply(right.Numerator, left.Denominator, allowance) is { } b
            && Polynomial.Add(a, b, allowance) is { } numerator && Polynomial.Multiply(left.Denominator, right.Denominator, allowance) is { } denominator
            ? new(numerator, denominator)
            : null;
    }

    private static RationalForm? Multiply(RationalForm left, RationalForm right, Polynomial.Allowance allowance) =>
        Polynomial.Multiply(left.Numerator, right.Numerator, allowance) is { } numerator
        && Polynomial.Multiply(left.Denominator, right.Denominator, allowance) is { } denominator
            ? new(numerator, denominator)
            : null;

    private static RationalForm? Power(RationalForm value, int exponent, Polynomial.Allowance allowance)
    {
        var (top, bottom) = exponent >= 0 ? (value.Numerator, value.Denominator) : (value.Denominator, value.Numerator);
        return !bottom.IsZero && Polynomial.Power(top, Math.Abs(exponent), allowance) is { } numerator
            && Polynomial.Power(bottom, Math.Abs(exponent), allowance) is { } denominator
            ? new(numerator, denominator)
            : null;
    }

    /// <summary>Makes the forms of expressions over the same indeterminates.</summary>
    internal sealed class Maker
    {
        private const int HighestPower = 1 << 12;
        private const int MostIndeterminates = 100;

        private readonly Dictionary<Expression, int> _indeterminates = [];
        private readonly Polynomial.Allowance _allowance = new();

        /// <summary>
        /// Whether all indeterminates met are independent of each other: variables, and at most one of the numbers π and e, which are
        /// transcendental. Then a fraction is zero only if its numerator is.
        /// </summary>
        public bool AreIndependent =>
            _indeterminates.Keys.All(part => part is Symbol or Constant { Kind: ConstantKind.Pi or ConstantKind.E })
            && _indeterminates.Keys.Count(part => part is Constant) <= 1;

        /// <summary>The form of an expression; null when it would be too large, or divides by zero.</summary>
        public RationalForm? Of(Expression expression)
        {
            switch (expression)
            {
                case Number number:
                    return Polynomial.Constant(number.Value) is { } constant ? new(constant, Polynomial.One) : null;
                case WithoutValue:
                    return null;
                case Sum sum:
                    RationalForm? total = Zero;
                    foreach (var term in sum.Terms)
                    {
                        if (total is null || Of(term) is not { } form) return null;
                        total = Add(total, form, _allowance);
                    }
                    return total;
                case Product product:
                    return ProductOf(product.Factors);
                case Power power:
                    return OfPower(power);
                default:
                    return Indeterminate(expression, 1);
            }
        }

        private RationalForm? ProductOf(IEnumerable<Expression> factors)
        {
            RationalForm? result = One;
            foreach (var factor in factors)
            {
                if (result is null || Of(factor) is not { } form) return null;
                result = Multiply(result, form, _allowance);
            }
            return result;
        }

        private RationalForm? OfPower(Power power)
        {
            if (power.Exponent is Number { Value: { IsInteger: true } whole })
                return BigInteger.Abs(whole.Numerator) <= HighestPower && Of(power.Base) is { } form ? Power(form, (int)whole.Numerator, _allowance) : null;
            // b^(k·t + ...) = (b^t)^k ..., for whole k; the fractions of numbers keep what is below one.
            RationalForm? result = One;
            foreach (var term in power.Exponent is Sum sum ? sum.Terms : [power.Exponent])
            {
                var (coefficient, rest) = Expression.Split(term);
                var wholePart = rest is null ? Rational.Floor(coefficient.Value) : coefficient.Value.Numerator;
                var unit = rest is null ? coefficient.Value - wholePart : new Rational(1, coefficient.Value.Denominator);
                if (result is null || BigInteger.Abs(wholePart) > HighestPower) return null;
                if (rest is not null)
                    result = TimesPower(result, Expression.Pow(power.Base, Expression.ProductOf([new Number(unit), rest])), (int)wholePart);
                else
                {
                    result = TimesPower(result, power.Base, (int)wholePart);
                    if (!unit.IsZero && result is not null) result = TimesPower(result, new Power(power.Base, new Number(unit)), 1);
                }
            }
            return result;
        }

        private RationalForm? TimesPower(RationalForm result, Expression @base, int exponent)
        {
            if (exponent == 0) return result;
            var form = @base is Power ? Indeterminate(@base, 1) : Of(@base);
            return form is not null && Power(form, exponent, _allowance) is { } power ? Multiply(result, power, _allowance) : null;
        }

        private RationalForm? Indeterminate(Expression part, int power)
        {
            if (!_indeterminates.TryGetValue(part, out var number))
            {
                if (_indeterminates.Count == MostIndeterminates) return null;
                _indeterminates.Add(part, number = _indeterminates.Count);
            }
            return Polynomial.Indeterminate(number, power) is { } indeterminate ? new(indeterminate, Polynomial.One) : null;
        }
    }
}
