// How much there is to differentiate.

using BootcampEval.Sdk.Mathematics;
using BootcampEval.Sdk.Mathematics.Notation;

namespace BootcampEval.Library.Operations;

/// <summary>Measures puzzles about derivatives by the size of the trees that have to be found.</summary>
internal static class DerivativeWork
{
    /// <summary>The nodes of a derivative of a function of x, given in LaTeX; 1 if the LaTeX can't be read.</summary>
    public static int Of(string latex, int times)
    {
        if (LatexNotation.Read(latex) is not { Found: true } read) return 1;
        var derivative = read.Answer;
        for (var i = 0; i < times; i++) derivative = Differentiation.DerivativeOf(derivative, "x");
        return derivative.Size;
    }

    /// <summary>The nodes of the derivative of f(g(x)); 1 if the LaTeX can't be read.</summary>
    public static int OfComposition(string f, string g) =>
        LatexNotation.Read(f) is { Found: true } outer && LatexNotation.Read(g) is { Found: true } inner
            ? Differentiation.DerivativeOf(outer.Answer.Substitute("x", inner.Answer), "x").Size
            : 1;
}
