// Fair verdicts on formulas: any spelling that people and models use, and equality as in a textbook.

using BootcampEval.Sdk;
using BootcampEval.Sdk.Mathematics;
using BootcampEval.Sdk.Mathematics.Notation;

namespace BootcampEval.Library.Operations;

/// <summary>Judges answers that are formulas by what they mean, in LaTeX or in plain text.</summary>
internal static class FairFormula
{
    /// <summary>Right if equal to the key for positive values of the variables.</summary>
    public static Verdict Judge(string answer, string key)
    {
        if (LatexNotation.Read(key) is not { Found: true } stored) return Verdict.Wrong("the stored answer can't be read");
        return LatexNotation.Read(answer) is not { Found: true } given
            ? Verdict.Wrong($"the answer can't be read: {LatexNotation.Read(answer).WhyNot}")
            : ExpressionEquality.Compare(given.Answer, stored.Answer, Domain.PositiveReals) == Equality.Equal
                ? Verdict.Correct
                : Verdict.Wrong($"it is not equal to {key}");
    }

    /// <summary>Right if its value, worked out from any formula, is as near to the key as that.</summary>
    public static Verdict JudgeValue(string answer, double key, double tolerance)
    {
        if (LatexNotation.Read(answer) is not { Found: true } given) return Verdict.Wrong($"the answer can't be read: {LatexNotation.Read(answer).WhyNot}");
        if (Evaluation.RealValue(given.Answer)?.ToDouble() is not { } value) return Verdict.Wrong("the answer has no real value");
        return Math.Abs(value - key) <= tolerance ? Verdict.Correct : Verdict.Wrong($"the value is {key:R}, not {value:R}");
    }
}
