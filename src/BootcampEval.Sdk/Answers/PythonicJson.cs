// JSON answers of models that think in Python: single quotes, tuples.

using BootcampEval.Sdk.Python;

namespace BootcampEval.Sdk.Answers;

/// <summary>Reads JSON in which single quotes may stand for double ones and round brackets for square ones.</summary>
public static class PythonicJson
{
    /// <summary>
    /// Replaces every <c>'</c> by <c>"</c> and every <c>(</c> and <c>)</c> by square brackets, wherever they stand, and reads the result as
    /// Python's <c>json.loads</c> does. A text that is no JSON even then is kept, replaced, as a string; <c>null</c> is no answer.
    /// </summary>
    public static Extraction<PyValue> Read(string text)
    {
        var replaced = text.Replace('\'', '"').Replace('(', '[').Replace(')', ']');
        if (!PyJson.TryParse(replaced, out var value)) return PyValue.Of(replaced);
        return value.IsNone ? new NoAnswer("the answer is null") : value;
    }
}
