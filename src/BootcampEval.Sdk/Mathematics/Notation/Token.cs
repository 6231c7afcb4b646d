// The words of a mathematical text.

namespace BootcampEval.Sdk.Mathematics.Notation;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>Nothing follows.</summary>
    End,

    /// <summary>A number, with its value.</summary>
    Number,

    /// <summary>A variable or a constant, with its expression.</summary>
    Value,

    /// <summary>The name of a function.</summary>
    Function,

    /// <summary>An operator or a bracket, by its text.</summary>
    Operator,
}

/// <summary>A word of a mathematical text: what it is, how it is written, and what it stands for if it stands for something by itself.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, Expression? Expression = null)
{
    /// <summary>The end of the text.</summary>
    public static Token End { get; } = new(TokenKind.End, "the end");

    /// <summary>Whether this is the operator or bracket.</summary>
    public bool Is(string text) => Kind == TokenKind.Operator && Text == text;

    /// <summary>Whether an operand can begin with the token, leaving signs aside.</summary>
    public bool BeginsOperand => Kind is TokenKind.Number or TokenKind.Value or TokenKind.Function || Is("(");
}

/// <summary>A text can't be read as an expression; the message says why.</summary>
internal sealed class NotationException(string message) : Exception(message);
