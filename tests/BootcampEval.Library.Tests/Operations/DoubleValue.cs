// Works out expressions in double precision: a second way beside the library's own arithmetic.

using BootcampEval.Sdk.Mathematics;

namespace BootcampEval.Library.Tests.Operations;

internal static class DoubleValue
{
    /// <summary>The value for real x and y; not a number where it is not real, and for functions that the puzzles do not use.</summary>
    public static double Of(Expression expression, double x, double y) => expression switch
    {
        Number number => number.Value.ToDouble(),
        Constant { Kind: ConstantKind.Pi } => Math.PI,
        Constant { Kind: ConstantKind.E } => Math.E,
        Symbol symbol => symbol.Name == "x" ? x : y,
        Sum sum => sum.Terms.Sum(term => Of(term, x, y)),
        Product product => product.Factors.Aggregate(1.0, (value, factor) => value * Of(factor, x, y)),
        Power power => Math.Pow(Of(power.Base, x, y), Of(power.Exponent, x, y)),
        FunctionCall { Function: ElementaryFunction.Sin } call => Math.Sin(Of(call.Argument, x, y)),
        FunctionCall { Function: ElementaryFunction.Cos } call => Math.Cos(Of(call.Argument, x, y)),
        FunctionCall { Function: ElementaryFunction.Tan } call => Math.Tan(Of(call.Argument, x, y)),
        FunctionCall { Function: ElementaryFunction.Log } call => Math.Log(Of(call.Argument, x, y)),
        _ => double.NaN,
    };
}
