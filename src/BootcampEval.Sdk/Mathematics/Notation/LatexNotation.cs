// Formulas in LaTeX, as language models really write them.

namespace BootcampEval.Sdk.Mathematics.Notation;

/// <summary>Reads formulas in LaTeX, with the plain-text and Unicode spellings that models mix into it.</summary>
/// <remarks>
/// <para>
/// Read are: numbers and letters; <c>+ - * /</c> with their LaTeX and Unicode forms; factors side by side; <c>\frac</c>, also as <c>\frac12</c>;
/// <c>\sqrt</c> and <c>\sqrt[3]</c>; powers <c>x^2</c>, <c>x^{10}</c>, <c>x^12</c> (twelve), <c>x²</c>, <c>x**2</c>; functions with and without brackets,
/// <c>\sin x</c>, <c>\sin^2 x</c>, <c>\sin 2x</c>, <c>sin(x)</c>, with <c>\sin^{-1}</c> as the inverse function; <c>\log_2 x</c>; <c>|x|</c>; <c>n!</c>; any brackets
/// and sizes; spacing commands, dollar signs, <c>\mathrm{e}</c>, <c>\operatorname{sin}</c>, <c>\boxed{...}</c>. <c>e</c> is Euler's number, <c>i</c> the
/// imaginary unit, <c>log</c> the natural logarithm. Of an equation the right side is read: <c>f'(x) = 2x</c> is 2x; an approximation behind it is left out.
/// </para>
/// <para>
/// A function without brackets takes the factors behind it up to the next function, bracket or sign: <c>\sin 2x \cos x</c> is sin(2x)·cos(x).
/// A factor behind a quotient with a slash belongs to the numerator, as in programs: <c>1/2x</c> is x/2.
/// </para>
/// <para>Linear in the text, which may have 3,000 tokens and nest 200 deep.</para>
/// </remarks>
public static class LatexNotation
{
    /// <summary>Reads a formula, or says why the text is none.</summary>
    public static Extraction<Expression> Read(string text)
    {
        try
        {
            var expression = new LatexParser(new LatexLexer(RightSideOf(text)).Read()).ReadAll();
            return expression.Size > ExpressionEquality.MostNodes ? new NoAnswer("the formula is too long") : expression;
        }
        catch (NotationException fault)
        {
            return new NoAnswer(fault.Message);
        }
    }

    // f'(x) = 2√3 ≈ 3.46 is 2√3.
    private static string RightSideOf(string text)
    {
        var approximation = text.IndexOf("\\approx", StringComparison.Ordinal) is var command and >= 0 ? command : text.IndexOf('≈', StringComparison.Ordinal);
        if (approximation >= 0) text = text[..approximation];
        return text[(text.LastIndexOf('=') + 1)..];
    }
}
