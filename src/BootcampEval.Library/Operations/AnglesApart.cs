// Which trigonometric identities the reference's algebra system leaves undecided.

using BootcampEval.Sdk.Mathematics;

namespace BootcampEval.Library.Operations;

/// <summary>
/// The reference relates sines and cosines of any angles, but it does not relate the tangent of an angle to functions of twice the angle, nor look
/// into roots over tangents or over another angle. What is equal only by such an identity, it calls undecided.
/// </summary>
internal static class AnglesApart
{
    /// <summary>Whether comparing the two needs one of those identities.</summary>
    public static bool AreIn(Expression given, Expression stored)
    {
        var known = AnglesIn(stored);
        if (known.Count == 0) return false;
        if (FreeTangentsIn(given).Any(angle => !known.Contains(angle) && known.Contains(2 * angle))) return true;
        var hasOtherAngles = !AnglesIn(given).IsSubsetOf(known);
        return PartsOf<Power>(given).Where(IsRoot).Any(root =>
            AnglesIn(root.Base).Count > 0 && (hasOtherAngles || FreeTangentsIn(root.Base).Count > 0));
    }

    private static bool IsRoot(Power power) => power.Exponent is Number { Value.IsInteger: false };

    private static HashSet<Expression> AnglesIn(Expression expression) =>
    [
        .. PartsOf<FunctionCall>(expression)
            .Where(call => call.Function is ElementaryFunction.Sin or ElementaryFunction.Cos or ElementaryFunction.Tan or ElementaryFunction.Cot)
            .Select(call => call.Argument),
    ];

    // A tangent beside the cosine of its angle is a sine, and no obstacle.
    private static HashSet<Expression> FreeTangentsIn(Expression expression)
    {
        HashSet<Expression> angles = [.. CallsOf(ElementaryFunction.Tan, PartsOf<FunctionCall>(expression))];
        foreach (var product in PartsOf<Product>(expression)) angles.ExceptWith(CallsOf(ElementaryFunction.Cos, product.Factors.OfType<FunctionCall>()));
        return angles;
    }

    private static IEnumerable<Expression> CallsOf(ElementaryFunction function, IEnumerable<FunctionCall> calls) =>
        calls.Where(call => call.Function == function).Select(call => call.Argument);

    private static List<T> PartsOf<T>(Expression expression) where T : Expression
    {
        var parts = new List<T>();
        expression.Visit(part => { if (part is T wanted) parts.Add(wanted); });
        return parts;
    }
}
