// Reaching a number by arithmetic, what Game24 and KorPuzzle24Points share: solving, and counting the ways.

using System.Globalization;

namespace BootcampEval.Library.Words;

/// <summary>
/// Numbers of which each is used once, with the four operations and brackets, to reach a target: a search over all ways to take two numbers
/// and put their sum, difference, product or quotient in their place until one is left.
/// </summary>
/// <remarks>
/// Values are kept both exactly, as fractions, and as the doubles that a floating-point evaluation of the same expression gives. Fractions stay
/// small: each given number is a factor of numerator or denominator at most once. For up to six numbers below a thousand.
/// </remarks>
internal sealed class TargetNumber
{
    private readonly int _target;
    private readonly double _tolerance;
    private readonly Term[] _live;
    private readonly Census _census = new();
    private Term? _found;

    private TargetNumber(IReadOnlyList<int> numbers, int target, double tolerance)
    {
        _target = target;
        _tolerance = tolerance;
        _live = [.. numbers.Select(number => new Term(number, 1, number, null, null, ' '))];
    }

    /// <summary>Finds an expression that comes to the target, also when it is evaluated in doubles; null when there is none.</summary>
    /// <param name="numbers">The numbers to use.</param>
    /// <param name="target">What to reach.</param>
    /// <param name="tolerance">How far from the target a result in doubles may be.</param>
    public static string? Solve(IReadOnlyList<int> numbers, int target, double tolerance = 0)
    {
        var search = new TargetNumber(numbers, target, tolerance);
        return search.Combine(numbers.Count, stopAtFirst: true) ? search._found!.ToString() : null;
    }

    /// <summary>Looks at all ways to combine the numbers: 3,888 for four, 233,280 for five. See <see cref="Solve"/>.</summary>
    public static Census Count(IReadOnlyList<int> numbers, int target, double tolerance = 0)
    {
        var search = new TargetNumber(numbers, target, tolerance);
        search.Combine(numbers.Count, stopAtFirst: false);
        return search._census;
    }

    // Depth is the number of numbers, at most six.
    private bool Combine(int count, bool stopAtFirst)
    {
        if (count == 1) return Look(_live[0]) && stopAtFirst;
        for (var i = 0; i < count; i++)
            for (var j = i + 1; j < count; j++)
            {
                var (a, b) = (_live[i], _live[j]);
                _live[j] = _live[count - 1];
                foreach (var result in Results(a, b))
                {
                    if (result is null) continue;
                    _live[i] = result;
                    if (Combine(count - 1, stopAtFirst)) return true;
                }
                (_live[i], _live[j]) = (a, b);
            }
        return false;
    }

    private static Term?[] Results(Term a, Term b) =>
    [
        new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator, a.Rounded + b.Rounded, a, b, '+'),
        new(a.Numerator * b.Numerator, a.Denominator * b.Denominator, a.Rounded * b.Rounded, a, b, '*'),
        Difference(a, b),
        Difference(b, a),
        Quotient(a, b),
        Quotient(b, a),
    ];

    private static Term Difference(Term a, Term b) =>
        new((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator, a.Rounded - b.Rounded, a, b, '-');

    private static Term? Quotient(Term a, Term b) =>
        b.Numerator == 0 || b.Rounded == 0 ? null : new(a.Numerator * b.Denominator, a.Denominator * b.Numerator, a.Rounded / b.Rounded, a, b, '/');

    private bool Look(Term result)
    {
        var exact = result.Numerator == _target * result.Denominator;
        var rounded = Math.Abs(result.Rounded - _target) <= _tolerance;
        _census.Ways++;
        if (exact) _census.Hits++;
        if (exact != rounded) _census.RoundingMatters = true;
        if (!exact || !rounded) return false;
        _found = result;
        return true;
    }

    /// <summary>What a search over all ways found.</summary>
    internal sealed class Census
    {
        /// <summary>The ways to combine the numbers, divisions by zero left out.</summary>
        public long Ways { get; set; }

        /// <summary>The ways that reach the target exactly.</summary>
        public long Hits { get; set; }

        /// <summary>Whether in some way doubles reach the target and exact fractions do not, or the other way round.</summary>
        public bool RoundingMatters { get; set; }

        /// <summary>How many ways there are for each one that reaches the target; infinite when none does.</summary>
        public double Rarity => (double)Ways / Hits;
    }

    /// <summary>A given number, or two terms joined by an operation.</summary>
    private sealed record Term(long Numerator, long Denominator, double Rounded, Term? Left, Term? Right, char Operation)
    {
        public override string ToString() =>
            Left is null ? Numerator.ToString(CultureInfo.InvariantCulture) : $"{Bracketed(Left, false)} {Operation} {Bracketed(Right!, true)}";

        // Brackets only where reading from left to right with the usual precedence would make another tree.
        private string Bracketed(Term term, bool isRight) =>
            term.Left is null || term.Strength > Strength || (term.Strength == Strength && !isRight) ? term.ToString() : $"({term})";

        private int Strength => Operation is '*' or '/' ? 2 : 1;
    }
}
