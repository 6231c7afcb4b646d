// Cuts Python source into tokens, after CPython 3.11's tokenizer: lines, indentation, continuation, comments, brackets.

using System.Collections.Frozen;

namespace BootcampEval.Sdk.Python;

/// <summary>Reads the tokens of one Python expression, as <c>eval</c> and <c>ast.literal_eval</c> see it. Linear, without recursion.</summary>
internal sealed class PyLexer
{
    /// <summary>CPython's bound on brackets open at once.</summary>
    private const int MostBrackets = 200;

    // By their first character, longest first.
    private static readonly FrozenDictionary<char, string[]> Operators =
        """
        **= //= <<= >>= ... ** // << >> <= >= == != -> += -= *= /= %= &= |= ^= @= := <>
        + - * / % & | ^ ~ < > ( ) [ ] { } , : . ; @ =
        """
        .Split([' ', '\n'])
        .GroupBy(symbol => symbol[0])
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(symbol => symbol.Length).ToArray());

    private readonly string _text;
    private readonly int _length;
    private int _position;
    private int _brackets;
    private bool _atLineStart = true;
    private bool _failed;

    /// <summary>Starts at the beginning of a text. Blanks and tabs before everything are ignored, as <c>eval</c> does.</summary>
    public PyLexer(string text)
    {
        _failed = text.Contains('\0') || !IsWellFormed(text);
        _text = text.TrimStart(' ', '\t').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        _length = _text.Length;
        if (!_text.EndsWith('\n')) _text += "\n"; // the readers may look one character ahead
    }

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    /// <summary>Reads the next token. After a fault every further token is one.</summary>
    public PyToken Next()
    {
        var token = _failed ? new(PyTokenKind.Fault) : Read();
        _failed = token.Kind == PyTokenKind.Fault;
        return token;
    }

    private PyToken Read()
    {
        while (true)
        {
            var blankLine = false;
            if (_atLineStart && !TryReadIndentation(out blankLine)) return new(PyTokenKind.Fault);
            while (Current is ' ' or '\t' or '\f') _position++;
            if (Current == '#') _position = _text.IndexOf('\n', _position);
            if (_position >= _text.Length) return new(PyTokenKind.End);
            if (Current == '\n')
            {
                _position++;
                _atLineStart = true;
                if (!blankLine && _brackets == 0) return new(PyTokenKind.NewLine);
            }
            else if (Current == '\\')
            {
                if (!TryContinueLine()) return new(PyTokenKind.Fault);
            }
            else
            {
                return ReadInLine();
            }
        }
    }

    // Outside brackets a line that holds anything must start in column 0. A form feed starts the column anew; the column before the first
    // continuation counts, unless it is 0. Blanks with nothing behind them, not even a line break, are no blank line.
    private bool TryReadIndentation(out bool blankLine)
    {
        _atLineStart = false;
        int column = 0, continued = 0;
        for (; ; _position++)
        {
            if (Current == ' ') column++;
            else if (Current == '\t') column = ((column / 8) + 1) * 8;
            else if (Current == '\f') column = 0;
            else if (Current == '\\')
            {
                continued = continued != 0 ? continued : column;
                blankLine = false;
                if (!TryContinueLine()) return false;
                _position--;
            }
            else break;
        }
        blankLine = Current is '#' or '\n' && _position < _length;
        return blankLine || _brackets > 0 || (continued != 0 ? continued : column) == 0;
    }

    // A backslash joins lines when the line break follows at once and the text does not end there.
    private bool TryContinueLine()
    {
        if (_position + 2 >= _text.Length || _text[_position + 1] != '\n') return false;
        _position += 2;
        return true;
    }

    private PyToken ReadInLine()
    {
        var c = Current;
        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(_text[_position + 1])))
            return PyNumberToken.TryRead(_text, ref _position, out var number) ? new(PyTokenKind.Value, "", number) : new(PyTokenKind.Fault);
        if (c is '"' or '\'' || char.IsAsciiLetter(c) || c == '_') return ReadNameOrString();
        if (!Operators.TryGetValue(c, out var symbols)) return new(PyTokenKind.Fault);
        foreach (var symbol in symbols)
            if (_text.AsSpan(_position).StartsWith(symbol)) return ReadOperator(symbol);
        return new(PyTokenKind.Fault);
    }

    private PyToken ReadNameOrString()
    {
        var start = _position;
        while (char.IsAsciiLetterOrDigit(Current) || Current == '_') _position++;
        if (Current > '\x7f') return new(PyTokenKind.Fault);
        var name = _text[start.._position];
        if (Current is not ('"' or '\'')) return new(PyTokenKind.Name, name);
        if (!PyStringToken.IsPrefix(name)) return new(PyTokenKind.Name, name);
        return PyStringToken.TryRead(_text, name, ref _position, out var value) ? new(PyTokenKind.Value, "", value) : new(PyTokenKind.Fault);
    }

    private PyToken ReadOperator(string symbol)
    {
        _position += symbol.Length;
        if (symbol is "(" or "[" or "{" && ++_brackets > MostBrackets) return new(PyTokenKind.Fault);
        if (symbol is ")" or "]" or "}" && --_brackets < 0) return new(PyTokenKind.Fault);
        return new(PyTokenKind.Operator, symbol);
    }

    private static bool IsWellFormed(string text)
    {
        foreach (var (_, _, isRune) in PyText.Characters(text))
            if (!isRune) return false;
        return true;
    }
}
