// The tokens of Python source, shared by the readers of literals and of expressions.

namespace BootcampEval.Sdk.Python;

/// <summary>The kinds of tokens.</summary>
internal enum PyTokenKind
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary>The end of a line outside brackets.</summary>
    NewLine,

    /// <summary>A name or a keyword, in ASCII.</summary>
    Name,

    /// <summary>A number, a string or bytes: a value.</summary>
    Value,

    /// <summary>An operator or a delimiter.</summary>
    Operator,

    /// <summary>Text that is no Python, or Python that is not read here (formatted strings, names beyond ASCII).</summary>
    Fault,
}

/// <summary>A token.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">The text of a name or an operator; empty otherwise.</param>
/// <param name="Value">The value of a number, string or bytes; null otherwise.</param>
internal readonly record struct PyToken(PyTokenKind Kind, string Text = "", PyValue? Value = null)
{
    /// <summary>Whether it is the operator, delimiter or keyword.</summary>
    public bool Is(string text) => Kind is PyTokenKind.Operator or PyTokenKind.Name && string.Equals(Text, text, StringComparison.Ordinal);
}
