// Why a text is no Python value: a verifier may treat the errors of Python's readers differently.

namespace BootcampEval.Sdk.Python;

/// <summary>What keeps a text from being read as a value.</summary>
public enum PyFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is not written by the rules: Python's <c>SyntaxError</c>, <c>ValueError</c> and <c>JSONDecodeError</c>.</summary>
    Malformed,

    /// <summary>A member of a set or a key of a dictionary is not hashable: <c>TypeError</c>.</summary>
    Unhashable,

    /// <summary>A number is too large for the computation: <c>OverflowError</c>.</summary>
    Overflow,

    /// <summary>An integer has more than 4,300 digits: a <c>ValueError</c> that is no <c>JSONDecodeError</c>.</summary>
    TooManyDigits,

    /// <summary>It is nested too deeply: <c>RecursionError</c>.</summary>
    TooDeep,
}
