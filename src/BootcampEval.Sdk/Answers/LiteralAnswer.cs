// Answers that are one Python literal.

using BootcampEval.Sdk.Python;

namespace BootcampEval.Sdk.Answers;

/// <summary>Reads a text as one Python literal, as <c>ast.literal_eval(text.strip())</c> does.</summary>
public static class LiteralAnswer
{
    /// <summary>The value, or no answer when the text is no literal or is the literal <c>None</c>.</summary>
    public static Extraction<PyValue> Read(string text) =>
        !PyLiteral.TryParse(PyText.Strip(text), out var value) ? new NoAnswer("the answer is not a list or another literal as Python writes it")
        : value.IsNone ? new NoAnswer("the answer is None")
        : value;
}
