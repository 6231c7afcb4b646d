// Formulas in plain text, as one types them into Python or a computer algebra system: 3*x**2 + sin(x).

using BootcampEval.Sdk.Python;

namespace BootcampEval.Sdk.Mathematics.Notation;

/// <summary>Reads formulas in plain text by the grammar of Python expressions, the way SymPy does.</summary>
/// <remarks>
/// <para>
/// Read are: whole numbers (underscores between digits, hexadecimal), decimals, repeating decimals <c>4.1[6]</c>, imaginary numbers <c>2j</c>; names;
/// <c>+ - * / // %</c>, <c>**</c> and <c>^</c> for powers (to the right first, above a minus sign on their left), <c>!</c>; round brackets; calls
/// of the usual functions; comments behind <c>#</c>. <c>pi</c>, <c>E</c> and <c>I</c> are constants, other names variables; lower-case <c>e</c>
/// and <c>i</c> are variables like any other. Everything else (LaTeX, comparisons, lists, other operators, any non-ASCII sign) is refused.
/// </para>
/// <para>Linear in the text, which may have 3,000 tokens and nest 200 deep; nothing is executed. The result has at most a few thousand nodes.</para>
/// </remarks>
public sealed record PlainNotation
{
    /// <summary>Whether decimals are the exact numbers written, rather than binary floating point of (at least) 53 bits.</summary>
    public bool DecimalsAreExact { get; init; }

    /// <summary>
    /// Whether factors may stand side by side (<c>2x(x+1)</c>, as tight as a written <c>*</c>), names that mean nothing are products of their
    /// letters (<c>xy</c>), and the power of a function may stand behind its name (<c>sin^2(x)</c>, <c>sin^2x</c>).
    /// </summary>
    public bool ProductsAreImplicit { get; init; }

    /// <summary>
    /// Whether a set with one element may be a power's exponent, <c>e^{x}</c> or <c>x^{2}</c>: LaTeX read as Python. Such a power is like a variable of
    /// its own, equal only to the same base with the same element.
    /// </summary>
    public bool SetsAreExponents { get; init; }

    /// <summary>Every operator written out, decimals in floating point: what SymPy's <c>sympify</c> reads.</summary>
    public static PlainNotation Explicit { get; } = new();

    /// <summary>Exact decimals and implicit products: what SymPy's <c>parse_expr</c> reads with all its transformations.</summary>
    public static PlainNotation Implicit { get; } = new() { DecimalsAreExact = true, ProductsAreImplicit = true };

    /// <summary>Reads a formula, or says why the text is none.</summary>
    public Extraction<Expression> Read(string text)
    {
        try
        {
            var expression = new PlainParser(new PlainLexer(PyText.Strip(text), this).Read(), this).ReadAll();
            return expression.Size > ExpressionEquality.MostNodes ? new NoAnswer("the formula is too long") : expression;
        }
        catch (NotationException fault)
        {
            return new NoAnswer(fault.Message);
        }
    }
}
