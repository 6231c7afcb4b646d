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
    private readonly IReadOnlyList<int> _numbers;
    private readonly Value[] _live;
    private readonly (int First, int Second, Operation Operation)[] _steps;
    private readonly Census _census = new();

    private TargetNumber(IReadOnlyList<int> numbers, int target, double tolerance)
    {
        _target = target;
        _tolerance = tolerance;
        _numbers = numbers;
        _live = [.. numbers.Select(number => new Value(number, 1, number))];
        _steps = new (int, int, Operation)[numbers.Count];
    }

    /// <summary>Finds an expression that comes to the target, also when it is evaluated in doubles; null when there is none.</summary>
    /// <param name="numbers">The numbers to use.</param>
    /// <param name="target">What to reach.</param>
    /// <param name="tolerance">How far from the target a result in doubles may be.</param>
    public static string? Solve(IReadOnlyList<int> numbers, int target, double tolerance = 0)
    {
        var search = new TargetNumber(numbers, target, tolerance);
        return search.Combine(numbers.Count, stopAtFirst: true) ? search.Expression() : null;
    }

    /// <summary>Looks at all ways to combine the numbers: 3,888 for four, 233,280 for five. See <see cref="Solve"/>.</summary>
    public static Census Count(IReadOnlyList<int> numbers, int target, double tolerance = 0)
    {
        var search = new TargetNumber(numbers, target, tolerance);
        search.Combine(numbers.Count, stopAtFirst: false);
        return search._census;
    }

    // The first numbers of _live, as many as count says, are still to be combined. Depth is the number of numbers, at most six.
    private bool Combine(int count, bool stopAtFirst)
    {
        if (count == 1) return _live[0].Numerator == _target;
        if (count == 2) return LookAtLastTwo(_live[0], _live[1]) && stopAtFirst;
        for (var i = 0; i < count; i++)
            for (var j = i + 1; j < count; j++)
            {
                var (a, b) = (_live[i], _live[j]);
                _live[j] = _live[count - 1];
                for (var operation = Operation.Sum; operation <= Operation.QuotientTurned; operation++)
                {
                    if (!TryApply(operation, a, b, out _live[i])) continue;
                    _steps[count - 1] = (i, j, operation);
                    if (Combine(count - 1, stopAtFirst)) return true;
                }
                (_live[i], _live[j]) = (a, b);
            }
        return false;
    }

    // Nearly all time is spent here, so results are compared with the target without being made.
    private bool LookAtLastTwo(in Value a, in Value b)
    {
        var (left, right) = (a.Numerator * b.Denominator, b.Numerator * a.Denominator);
        var goal = _target * a.Denominator * b.Denominator;
        return Look(Operation.Sum, left + right == goal, a.Rounded + b.Rounded)
            | Look(Operation.Product, a.Numerator * b.Numerator == goal, a.Rounded * b.Rounded)
            | Look(Operation.Difference, left - right == goal, a.Rounded - b.Rounded)
            | Look(Operation.DifferenceTurned, right - left == goal, b.Rounded - a.Rounded)
            | (right != 0 && Look(Operation.Quotient, left == _target * right, a.Rounded / b.Rounded))
            | (left != 0 && Look(Operation.QuotientTurned, right == _target * left, b.Rounded / a.Rounded));
    }

    private bool Look(Operation operation, bool exact, double result)
    {
        var rounded = Math.Abs(result - _target) <= _tolerance;
        _census.Ways++;
        if (exact) _census.Hits++;
        if (exact != rounded) _census.RoundingMatters = true;
        if (!exact || !rounded) return false;
        _steps[1] = (0, 1, operation);
        return true;
    }

    private static bool TryApply(Operation operation, in Value a, in Value b, out Value result)
    {
        result = operation switch
        {
            Operation.Sum => new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator, a.Rounded + b.Rounded),
            Operation.Product => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator, a.Rounded * b.Rounded),
            Operation.Difference => new((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator, a.Rounded - b.Rounded),
            Operation.DifferenceTurned =>
                new((b.Numerator * a.Denominator) - (a.Numerator * b.Denominator), a.Denominator * b.Denominator, b.Rounded - a.Rounded),
            Operation.Quotient => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator, a.Rounded / b.Rounded),
            _ => new(b.Numerator * a.Denominator, b.Denominator * a.Numerator, b.Rounded / a.Rounded),
        };
        return result.Denominator != 0 && double.IsFinite(result.Rounded);
    }

    // Takes the steps that led to the value found once more, with texts for values.
    private string Expression()
    {
        var texts = _numbers.Select(number => (Text: number.ToString(CultureInfo.InvariantCulture), Strength: 3)).ToArray();
        for (var count = texts.Length; count > 1; count--)
        {
            var (i, j, operation) = _steps[count - 1];
            var (a, b) = operation is Operation.DifferenceTurned or Operation.QuotientTurned ? (texts[j], texts[i]) : (texts[i], texts[j]);
            var (sign, strength) = operation switch
            {
                Operation.Sum => ('+', 1),
                Operation.Product => ('*', 2),
                Operation.Difference or Operation.DifferenceTurned => ('-', 1),
                _ => ('/', 2),
            };
            texts[i] = ($"{Bracketed(a, a.Strength < strength)} {sign} {Bracketed(b, b.Strength <= strength)}", strength);
            texts[j] = texts[count - 1];
        }
        return texts[0].Text;
    }

    private static string Bracketed((string Text, int Strength) part, bool needed) => needed ? $"({part.Text})" : part.Text;

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

    /// <summary>What can be made of two numbers; turned means the second before the first.</summary>
    private enum Operation
    {
        Sum,
        Product,
        Difference,
        DifferenceTurned,
        Quotient,
        QuotientTurned,
    }

    /// <summary>A number as a fraction and as the double that evaluation gives.</summary>
    private readonly record struct Value(long Numerator, long Denominator, double Rounded);
}
