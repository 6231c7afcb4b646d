// The grammar of Python expressions, evaluated while it is read.

namespace BootcampEval.Sdk.Python;

/// <summary>
/// A recursive descent parser that evaluates as it goes. A null value is an error at run time, which matters only where the value is used; an error
/// of syntax ends the reading. It recurses only where a bracket opens, and the lexer allows 200 of them: chains are read in loops.
/// </summary>
internal sealed class PyExpressionParser
{
    // CPython gives up on longer chains of prefix operators, powers and conditions, roughly.
    private const int LongestChain = 2990;

    private static readonly string[][] Precedence = [["|"], ["^"], ["&"], ["<<", ">>"], ["+", "-"], ["*", "/", "//", "%"]];

    private static readonly string[] Comparisons = ["==", "!=", "<", "<=", ">", ">=", "in", "not", "is"];

    private static readonly string[] Keywords =
    [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
        "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
        "with", "yield",
    ];

    private readonly PyLexer _lexer;
    private readonly PyArithmetic _arithmetic = new();
    private PyToken _token;
    private bool _failed;

    public PyExpressionParser(string text)
    {
        _lexer = new(text);
        _token = _lexer.Next();
    }

    /// <summary>The value of the whole text.</summary>
    public PyValue? ReadAll()
    {
        var value = ReadExpression();
        if (_token.Is(",")) value = ReadTupleAfter(value);
        while (_token.Kind == PyTokenKind.NewLine) Advance();
        return _failed || _token.Kind != PyTokenKind.End ? null : value;
    }

    private void Advance()
    {
        if (!_failed) _token = _lexer.Next();
    }

    private bool Accept(string text)
    {
        if (!_token.Is(text)) return false;
        Advance();
        return true;
    }

    private void Expect(string text)
    {
        if (!Accept(text)) Fail();
    }

    // From here on every token is a fault, so every loop ends.
    private PyValue? Fail()
    {
        _failed = true;
        _token = new(PyTokenKind.Fault);
        return null;
    }

    // value [if condition else value]...
    private PyValue? ReadExpression()
    {
        var choices = new Stack<(PyValue? Value, PyValue? Condition)>();
        var value = ReadOr();
        while (Accept("if"))
        {
            choices.Push((value, ReadOr()));
            Expect("else");
            value = ReadOr();
            if (choices.Count > LongestChain) return Fail();
        }
        foreach (var (chosen, condition) in choices) value = condition is null ? null : condition.IsTruthy ? chosen : value;
        return value;
    }

    private PyValue? ReadOr()
    {
        var value = ReadAnd();
        while (Accept("or"))
        {
            var next = ReadAnd();
            if (value is { IsTruthy: false }) value = next;
        }
        return value;
    }

    private PyValue? ReadAnd()
    {
        var value = ReadNot();
        while (Accept("and"))
        {
            var next = ReadNot();
            if (value is { IsTruthy: true }) value = next;
        }
        return value;
    }

    private PyValue? ReadNot()
    {
        var times = 0;
        while (Accept("not")) times++;
        if (times > LongestChain) return Fail();
        var value = ReadComparison();
        return value is null || times == 0 ? value : PyValue.Of(value.IsTruthy == (times % 2 == 0));
    }

    private PyValue? ReadComparison()
    {
        var left = ReadBinary(0);
        if (!IsComparison()) return left;
        PyValue? result = PyValue.True;
        while (IsComparison())
        {
            var operation = ReadComparisonOperator();
            var right = ReadBinary(0);
            if (result is { IsTruthy: true }) result = PyComparison.Apply(operation, left, right);
            left = right;
        }
        return result;
    }

    private bool IsComparison() => _token.Kind is PyTokenKind.Operator or PyTokenKind.Name && Comparisons.Contains(_token.Text, StringComparer.Ordinal);

    private string ReadComparisonOperator()
    {
        var operation = _token.Text;
        Advance();
        if (operation == "not")
        {
            Expect("in");
            return "not in";
        }
        return operation == "is" && Accept("not") ? "is not" : operation;
    }

    private PyValue? ReadBinary(int level)
    {
        if (level == Precedence.Length) return ReadPower();
        var left = ReadBinary(level + 1);
        while (_token.Kind == PyTokenKind.Operator && Precedence[level].Contains(_token.Text, StringComparer.Ordinal))
        {
            var operation = _token.Text;
            Advance();
            left = _arithmetic.Binary(operation, left, ReadBinary(level + 1));
        }
        return left;
    }

    // [sign]... primary [** [sign]... primary]...: from the right, each power first and then the signs before its base.
    private PyValue? ReadPower()
    {
        var chain = new Stack<(List<string> Signs, PyValue? Base)>();
        var signs = 0;
        do
        {
            var before = new List<string>();
            for (; _token.Kind == PyTokenKind.Operator && _token.Text is "+" or "-" or "~"; Advance()) before.Add(_token.Text);
            signs += before.Count;
            if (chain.Count + signs > LongestChain) return Fail();
            chain.Push((before, ReadPrimary()));
        } while (Accept("**"));
        PyValue? value = null;
        for (var first = true; chain.TryPop(out var link); first = false)
        {
            value = first ? link.Base : _arithmetic.Binary("**", link.Base, value);
            for (var i = link.Signs.Count - 1; i >= 0; i--) value = _arithmetic.Unary(link.Signs[i], value);
        }
        return value;
    }

    private PyValue? ReadPrimary()
    {
        var name = _token.Kind == PyTokenKind.Name ? _token.Text : "";
        var value = ReadAtom();
        for (var first = true; ; first = false)
        {
            if (Accept("("))
            {
                var arguments = ReadArguments();
                value = first && arguments is not null ? PyFunctions.Call(name, arguments, _arithmetic) : null;
            }
            else if (Accept("["))
            {
                ReadMembers("]", []);
                value = null;
            }
            else if (Accept("."))
            {
                if (_token.Kind != PyTokenKind.Name) return Fail();
                Advance();
                value = null;
            }
            else
            {
                return value;
            }
        }
    }

    private PyValue? ReadAtom()
    {
        var token = _token;
        if (token.Kind == PyTokenKind.Name && Keywords.Contains(token.Text, StringComparer.Ordinal) && token.Text is not ("True" or "False" or "None"))
            return Fail();
        Advance();
        return (token.Kind, token.Text) switch
        {
            (PyTokenKind.Value, _) => ReadValue(token.Value!),
            (PyTokenKind.Name, "True") => PyValue.True,
            (PyTokenKind.Name, "False") => PyValue.False,
            (PyTokenKind.Name, "None") => PyValue.None,
            (PyTokenKind.Name, _) => null,
            (PyTokenKind.Operator, "...") => PyValue.Ellipsis,
            (PyTokenKind.Operator, "(") => ReadGroupOrTuple(),
            (PyTokenKind.Operator, "[") => ReadMembers("]", []) is { } members ? new PyValue.List(members) : null,
            (PyTokenKind.Operator, "{") => ReadSetOrDict(),
            _ => Fail(),
        };
    }

    private PyValue? ReadValue(PyValue value)
    {
        if (value is not PyValue.Str and not PyValue.Bytes) return value;
        List<PyValue> pieces = [value];
        for (; _token.Kind == PyTokenKind.Value; Advance()) pieces.Add(_token.Value!);
        return PyStringToken.Join(pieces) ?? Fail();
    }

    private PyValue? ReadGroupOrTuple()
    {
        if (Accept(")")) return new PyValue.Tuple([]);
        var first = ReadExpression();
        if (Accept(")")) return first;
        Expect(",");
        return ReadMembers(")", [first]) is { } members ? new PyValue.Tuple(members) : null;
    }

    private PyValue.Tuple? ReadTupleAfter(PyValue? first)
    {
        List<PyValue?> members = [first];
        while (Accept(",") && _token.Kind is not (PyTokenKind.NewLine or PyTokenKind.End)) members.Add(ReadExpression());
        return Known(members) is { } known ? new(known) : null;
    }

    // The members up to the closing bracket; null when one of them has no value.
    private List<PyValue>? ReadMembers(string close, List<PyValue?> members)
    {
        while (!_failed && !Accept(close))
        {
            members.Add(ReadExpression());
            if (!Accept(","))
            {
                Expect(close);
                break;
            }
        }
        return Known(members);
    }

    private PyValue? ReadSetOrDict()
    {
        if (Accept("}")) return new PyValue.Dict([]);
        List<PyValue?> members = [ReadExpression()];
        if (Accept(":")) return ReadDictAfter(members[0]);
        if (Accept("}")) return SetOf(Known(members));
        Expect(",");
        return SetOf(ReadMembers("}", members));
    }

    private PyValue.Dict? ReadDictAfter(PyValue? firstKey)
    {
        List<PyValue?> keys = [firstKey], values = [ReadExpression()];
        while (Accept(",") && !_token.Is("}"))
        {
            keys.Add(ReadExpression());
            Expect(":");
            values.Add(ReadExpression());
        }
        Expect("}");
        if (Known(keys) is not { } known || Known(values) is not { } of || !known.All(key => key.IsHashable)) return null;
        return new PyValue.Dict(known.Zip(of, (key, value) => new KeyValuePair<PyValue, PyValue>(key, value)));
    }

    // The arguments of a call; null when it can't be made here: an argument without a value, by keyword, or unpacked.
    private List<PyValue>? ReadArguments()
    {
        var members = new List<PyValue?>();
        while (!_failed && !Accept(")"))
        {
            var isUnpacked = Accept("*") || Accept("**");
            var argument = ReadExpression();
            if (Accept("="))
            {
                ReadExpression();
                isUnpacked = true;
            }
            members.Add(isUnpacked ? null : argument);
            if (!Accept(","))
            {
                Expect(")");
                break;
            }
        }
        return Known(members);
    }

    private static PyValue.Set? SetOf(List<PyValue>? members) =>
        members is not null && members.All(member => member.IsHashable) ? new(members) : null;

    private static List<PyValue>? Known(List<PyValue?> members) => members.Contains(null) ? null : [.. members.Select(member => member!)];
}
