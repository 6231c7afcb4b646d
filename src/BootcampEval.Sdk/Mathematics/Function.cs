// The functions that expressions can apply, and how they are called.

using System.Collections.Frozen;

namespace BootcampEval.Sdk.Mathematics;

/// <summary>A function of one argument. Exponential and roots are powers: see <see cref="Power"/>.</summary>
public enum ElementaryFunction
{
    /// <summary>Sine.</summary>
    Sin,

    /// <summary>Cosine.</summary>
    Cos,

    /// <summary>Tangent.</summary>
    Tan,

    /// <summary>Cotangent 1/tan.</summary>
    Cot,

    /// <summary>Secant 1/cos.</summary>
    Sec,

    /// <summary>Cosecant 1/sin.</summary>
    Csc,

    /// <summary>Principal inverse of the sine.</summary>
    ArcSin,

    /// <summary>Principal inverse of the cosine.</summary>
    ArcCos,

    /// <summary>Principal inverse of the tangent.</summary>
    ArcTan,

    /// <summary>Hyperbolic sine.</summary>
    Sinh,

    /// <summary>Hyperbolic cosine.</summary>
    Cosh,

    /// <summary>Hyperbolic tangent.</summary>
    Tanh,

    /// <summary>Hyperbolic cotangent.</summary>
    Coth,

    /// <summary>Principal inverse of the hyperbolic sine.</summary>
    ArcSinh,

    /// <summary>Principal inverse of the hyperbolic cosine.</summary>
    ArcCosh,

    /// <summary>Principal inverse of the hyperbolic tangent.</summary>
    ArcTanh,

    /// <summary>Principal natural logarithm.</summary>
    Log,

    /// <summary>Size |z|.</summary>
    Abs,

    /// <summary>z! = Γ(z + 1).</summary>
    Factorial,
}

/// <summary>The usual names of functions.</summary>
public static class FunctionNames
{
    private static readonly FrozenDictionary<string, ElementaryFunction> Functions = new Dictionary<string, ElementaryFunction>
    {
        ["sin"] = ElementaryFunction.Sin,
        ["cos"] = ElementaryFunction.Cos,
        ["tan"] = ElementaryFunction.Tan,
        ["cot"] = ElementaryFunction.Cot,
        ["sec"] = ElementaryFunction.Sec,
        ["csc"] = ElementaryFunction.Csc,
        ["asin"] = ElementaryFunction.ArcSin,
        ["acos"] = ElementaryFunction.ArcCos,
        ["atan"] = ElementaryFunction.ArcTan,
        ["sinh"] = ElementaryFunction.Sinh,
        ["cosh"] = ElementaryFunction.Cosh,
        ["tanh"] = ElementaryFunction.Tanh,
        ["coth"] = ElementaryFunction.Coth,
        ["asinh"] = ElementaryFunction.ArcSinh,
        ["acosh"] = ElementaryFunction.ArcCosh,
        ["atanh"] = ElementaryFunction.ArcTanh,
        ["log"] = ElementaryFunction.Log,
        ["ln"] = ElementaryFunction.Log,
        ["factorial"] = ElementaryFunction.Factorial,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<ElementaryFunction, string> Names =
        Functions.Where(pair => pair.Key != "ln").ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>Finds a function by its name in programs: <c>sin</c>, <c>atan</c>, <c>ln</c>. Case counts.</summary>
    public static bool TryFind(string name, out ElementaryFunction function) => Functions.TryGetValue(name, out function);

    /// <summary>The name in programs: <c>log</c> for the natural logarithm.</summary>
    public static string Of(ElementaryFunction function) => function == ElementaryFunction.Abs ? "Abs" : Names[function];
}
