// Polynomials in any number of indeterminates, with exact coefficients.

namespace BootcampEval.Sdk.Mathematics;

/// <summary>A polynomial with rational coefficients in indeterminates that are known by their numbers.</summary>
/// <remarks>Sparse and immutable. Results with too many terms, too high a degree or too long coefficients are null.</remarks>
internal sealed class Polynomial
{
    private const int MostTerms = 500;
    private const int HighestDegree = 1 << 16;
    private const int LongestCoefficient = 1 << 13;

    /// <summary>A multiplication of coefficients costs a step more for so many bits.</summary>
    private const int BitsPerStep = 128;

    private readonly Dictionary<Monomial, Rational> _terms;

    private Polynomial(Dictionary<Monomial, Rational> terms) => _terms = terms;

    /// <summary>0.</summary>
    public static Polynomial Zero { get; } = new([]);

    /// <summary>1.</summary>
    public static Polynomial One { get; } = new(new() { [Monomial.Empty] = Rational.One });

    /// <summary>Whether the polynomial has no terms.</summary>
    public bool IsZero => _terms.Count == 0;

    /// <summary>A constant; null when it is too long.</summary>
    public static Polynomial? Constant(Rational value) =>
        value.IsZero ? Zero : value.Bits > LongestCoefficient ? null : new(new() { [Monomial.Empty] = value });

    /// <summary>An indeterminate to a power; null when the power is too high.</summary>
    public static Polynomial? Indeterminate(int number, int power) =>
        power > HighestDegree ? null : new(new() { [Monomial.Of(number, power)] = Rational.One });

    /// <summary>The sum.</summary>
    public static Polynomial? Add(Polynomial left, Polynomial right, Allowance allowance)
    {
        if (!allowance.Spend(left._terms.Count + right._terms.Count)) return null;
        var terms = new Dictionary<Monomial, Rational>(left._terms);
        foreach (var (monomial, coefficient) in right._terms)
            if (!Accumulate(terms, monomial, coefficient)) return null;
        return terms.Count <= MostTerms ? new(terms) : null;
    }

    /// <summary>The product.</summary>
    public static Polynomial? Multiply(Polynomial left, Polynomial right, Allowance allowance)
    {
        if (ReferenceEquals(left, One)) return right;
        if (ReferenceEquals(right, One)) return left;
        if (!allowance.Spend(left._terms.Count * right._terms.Count)) return null;
        var terms = new Dictionary<Monomial, Rational>();
        foreach (var (a, x) in left._terms)
        {
            foreach (var (b, y) in right._terms)
            {
                var monomial = Monomial.Multiply(a, b);
                if (monomial.Degree > HighestDegree || !Accumulate(terms, monomial, x * y)) return null;
                if (!allowance.Spend((int)(x.Bits + y.Bits) / BitsPerStep)) return null;
            }
        }
        return terms.Count <= MostTerms ? new(terms) : null;
    }

    /// <summary>The power to an exponent that is not negative.</summary>
    public static Polynomial? Power(Polynomial value, int exponent, Allowance allowance)
    {
        Polynomial? result = One, square = value;
        for (var rest = exponent; rest > 0 && result is not null; rest >>= 1)
        {
            if (square is null) return null;
            if ((rest & 1) == 1) result = Multiply(result, square, allowance);
            if (rest > 1) square = Multiply(square, square, allowance);
        }
        return result;
    }

    /// <summary>The polynomial with the other sign.</summary>
    public Polynomial Negated() => new(_terms.ToDictionary(term => term.Key, term => -term.Value));

    /// <summary>Whether the polynomials have the same terms.</summary>
    public bool IsSameAs(Polynomial other) =>
        ReferenceEquals(this, other)
        || (_terms.Count == other._terms.Count
            && _terms.All(term => other._terms.TryGetValue(term.Key, out var coefficient) && coefficient == term.Value));

    private static bool Accumulate(Dictionary<Monomial, Rational> terms, Monomial monomial, Rational coefficient)
    {
        var sum = terms.GetValueOrDefault(monomial) + coefficient;
        if (sum.Bits > LongestCoefficient) return false;
        if (sum.IsZero) terms.Remove(monomial);
        else terms[monomial] = sum;
        return true;
    }

    /// <summary>How many multiplications of terms may still be done for one comparison.</summary>
    public sealed class Allowance
    {
        private int _steps = 20_000;

        /// <summary>Takes from what is left; false when it is used up.</summary>
        public bool Spend(int steps) => (_steps -= steps) >= 0;
    }

    /// <summary>A product of powers of indeterminates: the exponents by number, without zeros at the end.</summary>
    private readonly struct Monomial : IEquatable<Monomial>
    {
        private readonly int[] _exponents;
        private readonly int _hash;

        private Monomial(int[] exponents)
        {
            _exponents = exponents;
            var hash = 17;
            foreach (var exponent in exponents) hash = hash * 31 + exponent;
            _hash = hash;
        }

        public static Monomial Empty { get; } = new([]);

        public long Degree => _exponents.Sum(exponent => (long)exponent);

        public static Monomial Of(int number, int power)
        {
            var exponents = new int[number + 1];
            exponents[number] = power;
            return new(exponents);
        }

        public static Monomial Multiply(Monomial left, Monomial right)
        {
            var (longer, shorter) = left._exponents.Length >= right._exponents.Length ? (left, right) : (right, left);
            if (shorter._exponents.Length == 0) return longer;
            var exponents = (int[])longer._exponents.Clone();
            for (var i = 0; i < shorter._exponents.Length; i++) exponents[i] += shorter._exponents[i];
            return new(exponents);
        }

        public bool Equals(Monomial other) => _hash == other._hash && _exponents.AsSpan().SequenceEqual(other._exponents);

        public override bool Equals(object? obj) => obj is Monomial other && Equals(other);

        public override int GetHashCode() => _hash;
    }
}
