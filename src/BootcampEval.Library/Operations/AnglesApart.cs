// Which trigonometric identities the reference's algebra system leaves undecided.

using BootcampEval.Sdk.Mathematics;

namespace BootcampEval.Library.Operations;

/// <summary>
/// The reference relates sines and cosines of any angles, but it does not relate the tangent of an angle to functions of its multiples, nor
/// look into roots over tangents or over another angle. What is equal only by such an identity, it calls undecided.
/// </summary>
internal static class AnglesApart
{
    /// <summary>Whether comparing the two needs one of those identities.</summary>
    public static bool AreIn(Expression given, Expression stored)
    {
        var known = AnglesIn(stored);
        if (known.Count == 0) return false;
        var strange = AnglesIn(given).Except(known).Any();
        var found = false;
        given.Visit(part => found |= part is Power { Exponent: Number { Value.IsInteger: false } } root && IsBlocked(root.Base, strange));
        return found || TangentsIn(given).Any(angle => !known.Contains(angle) && known.Contains(2 * angle));
    }

    private static bool IsBlocked(Expression radicand, bool strangeAngles) => AnglesIn(radicand).Count > 0 && (strangeAngles || TangentsIn(radicand).Count > 0);

    private static HashSet<Expression> AnglesIn(Expression expression)
    {
        var angles = new HashSet<Expression>();
        expression.Visit(part =>
        {
            if (part is FunctionCall { Function: ElementaryFunction.Sin or ElementaryFunction.Cos or ElementaryFunction.Tan or ElementaryFunction.Cot } call) angles.Add(call.Argument);
        });
        return angles;
    }

    // A tangent beside the cosine of its angle is a sine, and no obstacle.
    private static HashSet<Expression> TangentsIn(Expression expression)
    {
        var angles = new HashSet<Expression>();
        expression.Visit(part =>
        {
            if (part is FunctionCall { Function: ElementaryFunction.Tan } call) angles.Add(call.Argument);
        });
        expression.Visit(part =>
        {
            if (part is Product product && product.Factors.OfType<FunctionCall>().Where(call => call.Function == ElementaryFunction.Cos).Any(cosine => angles.Remove(cosine.Argument)))
                return;
        });
        return angles;
    }
}
