// Python expressions as answers: what eval() makes of them, for arithmetic, without executing anything.

using System.Diagnostics.CodeAnalysis;

namespace BootcampEval.Sdk.Python;

/// <summary>Evaluates Python 3.11 expressions made of numbers, operators and a few built-in functions.</summary>
/// <remarks>
/// Integers are exact, <c>/</c> is correctly rounded. There are <c>+ - * / // % **</c>, bit operators, comparisons (chained too), <c>in</c>, <c>and</c>,
/// <c>or</c>, <c>not</c>, <c>if</c>-<c>else</c>, brackets, displays of lists, sets and dictionaries, and the functions of <see cref="PyFunctions"/>. An error in
/// what Python would not evaluate does no harm (<c>24 or 1/0</c>). Other valid Python (attributes, subscripts, other names, comprehensions, keyword
/// arguments) has no value here. Time and memory are bounded: no integer over 65,536 bits, and a fixed amount of work.
/// </remarks>
public static class PyExpression
{
    /// <summary>Evaluates a whole text. False where Python raises, and for what is not covered or too large.</summary>
    public static bool TryEvaluate(string text, [NotNullWhen(true)] out PyValue? value)
    {
        var parser = new PyExpressionParser(text);
        value = parser.ReadAll();
        return value is not null;
    }
}
