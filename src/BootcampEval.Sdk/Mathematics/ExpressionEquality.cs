// Whether two expressions mean the same: decided, not guessed.

using System.Numerics;

namespace BootcampEval.Sdk.Mathematics;

/// <summary>What is known of two expressions.</summary>
public enum Equality
{
    /// <summary>They differ: shown exactly, or by guaranteed bounds on their values at a point.</summary>
    Unequal,

    /// <summary>They are equal: shown exactly, or with a chance of error below 1e-9 (see <see cref="ExpressionEquality"/>).</summary>
    Equal,

    /// <summary>Nothing can be said: one has no value where it was tried, or comparing would take too long.</summary>
    Undecided,
}

/// <summary>For which values of the variables two expressions have to agree.</summary>
public enum Domain
{
    /// <summary>All complex values, with principal values of roots and logarithms: <c>√(x²)</c> is not x.</summary>
    Complex,

    /// <summary>Positive real values, as in a textbook: <c>√(x²)</c> is x, and ln(x²) is 2 ln x.</summary>
    PositiveReals,
}

/// <summary>Decides whether expressions are equal.</summary>
/// <remarks>
/// <para>
/// First exactly: both sides become fractions of polynomials in their variables and in their parts that are not rational. If the difference
/// vanishes, they are equal; if it does not, and there are no such parts, they are not.
/// </para>
/// <para>
/// Otherwise both are evaluated at points drawn at random, with guaranteed bounds on the error. If the values are apart at one point, the
/// expressions are not equal: that is a proof. They are called equal if at all points the difference can't be told from zero at more than
/// 330 bits (some 100 decimal digits). Complex points lie in all four quadrants, which is what tells <c>√(x²)</c> from x. The draw depends on the
/// expressions themselves, so none can be written to vanish at the points.
/// </para>
/// <para>
/// Bound on a wrong <see cref="Equality.Equal"/>: an analytic difference with m zeros in the neighbourhood of the points (counted with
/// multiplicity, scaled to leading coefficient 1) is below 2^-330 only within discs whose radii sum to at most 2e·2^(-330/m), by Cartan's lemma. For
/// m = 40 that is a share below 1e-3 of the area points are drawn from, and below 1e-12 for all four together; for the m of expressions
/// that people write, it is below any figure worth printing. Between constants without variables nothing is drawn: there the claim is that no two
/// different constants of a few hundred characters agree to 100 digits, as none is known that do.
/// </para>
/// </remarks>
public static class ExpressionEquality
{
    /// <summary>Trees with more nodes are not compared.</summary>
    public const int MostNodes = 4000;

    /// <summary>Units of work for one evaluation: see <see cref="ComplexArithmetic"/>.</summary>
    internal const int MostWork = 5_000;

    private const int MostVariables = 50;
    private const int QuickBits = 96, FullBits = 448, ZeroBits = 330;
    private const int Points = 4, MostPoints = 10;

    /// <summary>Compares two expressions. Bounded: a few milliseconds at worst, microseconds where the exact comparison decides.</summary>
    public static Equality Compare(Expression left, Expression right, Domain domain = Domain.Complex)
    {
        if (left is WithoutValue || right is WithoutValue || left.Size + right.Size > MostNodes) return Equality.Undecided;
        if (left.Equals(right)) return Equality.Equal;
        return Exactly(left - right) is var exact and not Equality.Undecided ? exact : AtPoints(left, right, domain);
    }

    private static Equality Exactly(Expression difference)
    {
        if (difference is Number number) return number.Value.IsZero ? Equality.Equal : Equality.Unequal;
        var maker = new RationalForm.Maker();
        if (maker.Of(difference) is not { } form) return Equality.Undecided;
        if (form.Numerator.IsZero) return Equality.Equal;
        return maker.AreIndependent ? Equality.Unequal : Equality.Undecided;
    }

    private static Equality AtPoints(Expression left, Expression right, Domain domain)
    {
        IReadOnlyList<string> variables = [.. left.Variables().Union(right.Variables(), StringComparer.Ordinal)];
        if (variables.Count > MostVariables) return Equality.Undecided;
        var points = new SamplePoints(left, right, variables, domain);
        var most = variables.Count == 0 ? 1 : MostPoints;
        for (var i = 0; i < Math.Min(most, Points); i++)
        {
            var quick = At(points[i], left, right, QuickBits, null);
            if (quick.Outcome == Equality.Unequal) return Equality.Unequal;
            if (quick.TooMuchWork) return Equality.Undecided;
        }
        int agreed = 0, wanted = variables.Count == 0 ? 1 : Points;
        for (var i = 0; i < most && agreed < wanted; i++)
        {
            var (outcome, tooMuchWork) = At(points[i], left, right, FullBits, ZeroBits);
            if (outcome == Equality.Unequal) return Equality.Unequal;
            if (tooMuchWork) return Equality.Undecided;
            if (outcome == Equality.Equal) agreed++; // otherwise a pole, or too large a value: the next point may do
        }
        return agreed == wanted ? Equality.Equal : Equality.Undecided;
    }

    private static (Equality Outcome, bool TooMuchWork) At(
        Func<string, ComplexBall?> point, Expression left, Expression right, int bits, int? zeroBits)
    {
        var arithmetic = new ComplexArithmetic(bits, zeroBits, MostWork);
        var evaluator = new Evaluator(arithmetic, point);
        if (evaluator.ValueOf(left) is not { } a || evaluator.ValueOf(right) is not { } b) return (Equality.Undecided, arithmetic.IsExhausted);
        var difference = arithmetic.Subtract(a, b);
        if (!difference.MayBeZero) return (Equality.Unequal, false);
        var scale = Math.Max(0, Math.Max(a.Magnitude, b.Magnitude));
        return (zeroBits is { } limit && difference.Radius.Magnitude <= scale - limit ? Equality.Equal : Equality.Undecided, false);
    }

    /// <summary>Where expressions are compared: a value for each variable at each point.</summary>
    private sealed class SamplePoints
    {
        private readonly ComplexBall[][] _values;
        private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

        public SamplePoints(Expression left, Expression right, IReadOnlyList<string> variables, Domain domain)
        {
            for (var i = 0; i < variables.Count; i++) _places.Add(variables[i], i);
            var random = new PuzzleRandom(SeedOf(left) * 31 + SeedOf(right));
            _values = new ComplexBall[MostPoints][];
            for (var i = 0; i < MostPoints; i++)
            {
                // The first four points have all variables in one quadrant each, far enough out to tell ln(e^x) from x; the others mix
                // quadrants and lie nearer, where towers of powers still have values.
                var (isFar, quadrant) = (i < 4, i);
                _values[i] = [.. variables.Select(_ => domain == Domain.PositiveReals
                    ? ComplexBall.Real(Coordinate(random, isFar: false))
                    : InQuadrant(isFar ? quadrant : random.Below(4), Coordinate(random, isFar), Coordinate(random, isFar)))];
            }
        }

        public Func<string, ComplexBall?> this[int point] => variable => _places.TryGetValue(variable, out var place) ? _values[point][place] : null;

        private static ComplexBall InQuadrant(int quadrant, BigFloat x, BigFloat y) =>
            new(quadrant is 0 or 3 ? x : -x, quadrant is 0 or 1 ? y : -y, ErrorBound.Zero);

        /// <summary>A number from 0.25 to 1.75, or from 0.75 to 5.25, with 40 random bits.</summary>
        private static BigFloat Coordinate(PuzzleRandom random, bool isFar)
        {
            var near = ((BigInteger)(random.NextBits() >> 24) * 3 >> 1) + (BigInteger.One << 38);
            return BigFloat.Round(isFar ? 3 * near : near, -40, 64);
        }

        /// <summary>A number that depends on the tree alone, on every platform: FNV-1a over its text.</summary>
        private static ulong SeedOf(Expression expression)
        {
            var hash = 14695981039346656037UL;
            foreach (var letter in expression.ToString()) hash = (hash ^ letter) * 1099511628211UL;
            return hash;
        }
    }
}
