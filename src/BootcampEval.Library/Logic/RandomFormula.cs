// Random formulas of propositional logic, of a given size.

using BootcampEval.Sdk;
using BootcampEval.Sdk.Logic;

namespace BootcampEval.Library.Logic;

/// <summary>Makes formulas.</summary>
internal static class RandomFormula
{
    /// <summary>A formula with exactly so many two-place connectives, of a random shape.</summary>
    /// <param name="random">The source of chance.</param>
    /// <param name="names">The variables to use; not all of them need to occur.</param>
    /// <param name="connectives">The number of connectives.</param>
    /// <param name="kinds">Which connectives; all four when left out.</param>
    /// <param name="negations">How likely each variable and each part is negated.</param>
    public static Formula Of(
        PuzzleRandom random, IReadOnlyList<string> names, int connectives, IReadOnlyList<Connective>? kinds = null, double negations = 0.25)
    {
        if (connectives == 0) return Maybe(new Atom(random.Pick(names)));
        var left = random.Below(connectives);
        return Maybe(new Compound(
            random.Pick(kinds ?? All), Of(random, names, left, kinds, negations), Of(random, names, connectives - 1 - left, kinds, negations)));

        Formula Maybe(Formula formula) => random.Chance(formula is Atom ? negations : negations / 2) ? formula.Negated() : formula;
    }

    private static readonly Connective[] All = Enum.GetValues<Connective>();
}
