// Python literals, as ast.literal_eval reads them: how many bootcamps ask for their answers.

using System.Diagnostics.CodeAnalysis;

namespace BootcampEval.Sdk.Python;

/// <summary>Reads Python 3.11 literals by the grammar of <c>ast.literal_eval</c>: nothing is executed.</summary>
/// <remarks>
/// Numbers with one sign, a real plus or minus an imaginary one, strings and bytes, <c>True</c>, <c>False</c>, <c>None</c>, <c>...</c>, tuples (bare
/// ones too), lists, sets, dictionaries, <c>set()</c>, redundant brackets, comments, line joining. Linear; at most 200 brackets open at once.
/// Left out of what Python accepts: <c>\N{name}</c> escapes and names in full-width letters.
/// </remarks>
public static class PyLiteral
{
    /// <summary>Reads a whole text as one literal.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out PyValue? value) => TryParse(text, out value, out _);

    /// <summary>Reads a whole text as one literal, or says what kind of error Python raises.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out PyValue? value, out PyFault fault)
    {
        var parser = new Parser(text);
        value = parser.ReadAll();
        fault = value is null ? PyFault.Malformed : parser.Raised;
        if (fault != PyFault.None) value = null;
        return value is not null;
    }

    // What the syntax tree shows of a value: signs apply to unsigned numbers only, and sums take at most a signed number on their left.
    private enum Form
    {
        Number,
        SignedNumber,
        Other,
    }

    private readonly record struct Operand(PyValue Value, Form Form);

    // Recursive descent; each level of it opens a bracket, and the lexer allows no more than 200. Null means malformed.
    private sealed class Parser
    {
        private readonly PyLexer _lexer;
        private PyToken _token;

        public Parser(string text)
        {
            _lexer = new(text);
            _token = _lexer.Next();
        }

        // An error that Python raises only after the whole text has been found well-formed.
        public PyFault Raised { get; private set; }

        public PyValue? ReadAll()
        {
            if (ReadItem() is not { } first) return null;
            var value = _token.Is(",") ? ReadTupleAfter(first) : first.Value;
            while (_token.Kind == PyTokenKind.NewLine) Advance();
            return _token.Kind == PyTokenKind.End ? value : null;
        }

        private void Advance() => _token = _lexer.Next();

        private bool Accept(string text)
        {
            if (!_token.Is(text)) return false;
            Advance();
            return true;
        }

        private void Raise(PyFault fault)
        {
            if (Raised == PyFault.None) Raised = fault;
        }

        private Operand? ReadItem()
        {
            if (ReadSigned() is not { } left) return null;
            while (_token.Is("+") || _token.Is("-"))
            {
                var minus = _token.Is("-");
                Advance();
                if (ReadSigned() is not { } right || Sum(left, right, minus) is not { } sum) return null;
                left = sum;
            }
            return left;
        }

        private Operand? Sum(Operand left, Operand right, bool minus)
        {
            if (left.Form == Form.Other || right is not { Form: Form.Number, Value: PyValue.Complex { Value: var imaginary } }) return null;
            if (left.Value is PyValue.Complex) return null;
            if (!left.Value.TryGetDouble(out var real)) Raise(PyFault.Overflow);
            var sum = minus
                ? new System.Numerics.Complex(real - imaginary.Real, 0 - imaginary.Imaginary)
                : new System.Numerics.Complex(real + imaginary.Real, 0 + imaginary.Imaginary);
            return new(new PyValue.Complex(sum), Form.Other);
        }

        private Operand? ReadSigned()
        {
            var minus = _token.Is("-");
            if (!minus && !_token.Is("+")) return ReadAtom();
            Advance();
            if (ReadAtom() is not { Form: Form.Number } number) return null;
            return new(minus ? Negated(number.Value) : number.Value, Form.SignedNumber);
        }

        private static PyValue Negated(PyValue number) => number switch
        {
            PyValue.Int whole => PyValue.Of(-whole.Value),
            PyValue.Float single => PyValue.Of(-single.Value),
            PyValue.Complex pair => new PyValue.Complex(-pair.Value),
            _ => throw new ArgumentException("a number is expected", nameof(number)),
        };

        private Operand? ReadAtom()
        {
            var token = _token;
            Advance();
            if (token.Kind == PyTokenKind.Value) return ReadValue(token.Value!);
            var value = (token.Kind, token.Text) switch
            {
                (PyTokenKind.Name, "True") => PyValue.True,
                (PyTokenKind.Name, "False") => PyValue.False,
                (PyTokenKind.Name, "None") => PyValue.None,
                (PyTokenKind.Name, "set") => Accept("(") && Accept(")") ? new PyValue.Set([]) : null,
                (PyTokenKind.Operator, "...") => PyValue.Ellipsis,
                (PyTokenKind.Operator, "[") => ReadMembers("]", []) is { } members ? new PyValue.List(members) : null,
                (PyTokenKind.Operator, "{") => ReadSetOrDict(),
                _ => null,
            };
            if (value is null && token.Is("(")) return ReadGroupOrTuple();
            return value is null ? null : new(value, Form.Other);
        }

        private Operand? ReadValue(PyValue value)
        {
            if (value is not PyValue.Str and not PyValue.Bytes) return new(value, Form.Number);
            List<PyValue> pieces = [value];
            for (; _token.Kind == PyTokenKind.Value; Advance()) pieces.Add(_token.Value!);
            return PyStringToken.Join(pieces) is { } joined ? new(joined, Form.Other) : null;
        }

        private Operand? ReadGroupOrTuple()
        {
            if (Accept(")")) return new(new PyValue.Tuple([]), Form.Other);
            if (ReadItem() is not { } first) return null;
            if (Accept(")")) return first;
            if (!Accept(",") || ReadMembers(")", [first.Value]) is not { } members) return null;
            return new(new PyValue.Tuple(members), Form.Other);
        }

        // A tuple without brackets, which only the end of the line ends.
        private PyValue.Tuple? ReadTupleAfter(Operand first)
        {
            List<PyValue> members = [first.Value];
            while (Accept(",") && _token.Kind is not (PyTokenKind.NewLine or PyTokenKind.End))
            {
                if (ReadItem() is not { } next) return null;
                members.Add(next.Value);
            }
            return new(members);
        }

        // The members up to the closing bracket, with an optional comma before it.
        private List<PyValue>? ReadMembers(string close, List<PyValue> members)
        {
            while (!Accept(close))
            {
                if (ReadItem() is not { } item) return null;
                members.Add(item.Value);
                if (!Accept(",")) return Accept(close) ? members : null;
            }
            return members;
        }

        private PyValue? ReadSetOrDict()
        {
            if (Accept("}")) return new PyValue.Dict([]);
            if (ReadItem() is not { } first) return null;
            if (Accept(":")) return ReadDictAfter(first.Value);
            List<PyValue> members = [first.Value];
            if (Accept(",") ? ReadMembers("}", members) is null : !Accept("}")) return null;
            if (members.All(member => member.IsHashable)) return new PyValue.Set(members);
            Raise(PyFault.Unhashable);
            return PyValue.None;
        }

        private PyValue? ReadDictAfter(PyValue firstKey)
        {
            var entries = new List<KeyValuePair<PyValue, PyValue>>();
            for (var key = firstKey; ;)
            {
                if (ReadItem() is not { } value) return null;
                entries.Add(new(key, value.Value));
                if (!Accept(",") || _token.Is("}")) break;
                if (ReadItem() is not { } next || !Accept(":")) return null;
                key = next.Value;
            }
            if (!Accept("}")) return null;
            if (entries.All(entry => entry.Key.IsHashable)) return new PyValue.Dict(entries);
            Raise(PyFault.Unhashable);
            return PyValue.None;
        }
    }
}
