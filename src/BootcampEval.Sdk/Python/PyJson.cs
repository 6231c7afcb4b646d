// JSON as Python's json.loads reads it: NaN and infinities, integers of any size, lone surrogates, the last of repeated keys.

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace BootcampEval.Sdk.Python;

/// <summary>Reads JSON by the rules of Python 3.11's <c>json.loads</c>.</summary>
/// <remarks>
/// White space between tokens is blank, tab, LF and CR only. <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c> are numbers. A number with a point or an
/// exponent is a float, which may overflow to infinity; any other is an integer of at most 4,300 digits. Strings may hold lone surrogates but no
/// raw control characters. Arrays become lists. Linear; nested up to 995 deep.
/// </remarks>
public static class PyJson
{
    /// <summary>How deep arrays and objects may be nested: what a fresh interpreter allows.</summary>
    private const int MostLevels = 995;

    /// <summary>Reads a whole text as one JSON value.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out PyValue? value) => TryParse(text, out value, out _);

    /// <summary>Reads a whole text as one JSON value, or says what kind of error Python raises.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out PyValue? value, out PyFault fault)
    {
        var parser = new Parser(text);
        value = parser.ReadAll();
        fault = value is null ? parser.Fault : PyFault.None;
        return value is not null;
    }

    private sealed class Parser(string text)
    {
        private int _position;
        private int _levels;

        // The kind of error; malformed unless something else was met.
        public PyFault Fault { get; private set; } = PyFault.Malformed;

        public PyValue? ReadAll()
        {
            SkipSpaces();
            var value = ReadValue();
            SkipSpaces();
            return _position == text.Length ? value : null;
        }

        private char Current => _position < text.Length ? text[_position] : '\0';

        private void SkipSpaces()
        {
            while (Current is ' ' or '\t' or '\n' or '\r') _position++;
        }

        private bool Accept(string token)
        {
            if (string.CompareOrdinal(text, _position, token, 0, token.Length) != 0) return false;
            _position += token.Length;
            return true;
        }

        private PyValue? ReadValue() => Current switch
        {
            '"' => ReadString() is { } read ? PyValue.Of(read) : null,
            '[' or '{' => ReadNested(),
            'n' when Accept("null") => PyValue.None,
            't' when Accept("true") => PyValue.True,
            'f' when Accept("false") => PyValue.False,
            'N' when Accept("NaN") => PyValue.Of(double.NaN),
            'I' when Accept("Infinity") => PyValue.Of(double.PositiveInfinity),
            '-' when Accept("-Infinity") => PyValue.Of(double.NegativeInfinity),
            _ => ReadNumber(),
        };

        private PyValue? ReadNested()
        {
            if (++_levels > MostLevels)
            {
                Fault = PyFault.TooDeep;
                return null;
            }
            PyValue? value = text[_position++] == '[' ? ReadArray() : ReadObject();
            _levels--;
            return value;
        }

        private PyValue.List? ReadArray()
        {
            var items = new List<PyValue>();
            SkipSpaces();
            if (Accept("]")) return new(items);
            while (true)
            {
                SkipSpaces();
                if (ReadValue() is not { } item) return null;
                items.Add(item);
                SkipSpaces();
                if (Accept("]")) return new(items);
                if (!Accept(",")) return null;
            }
        }

        private PyValue.Dict? ReadObject()
        {
            var entries = new List<KeyValuePair<PyValue, PyValue>>();
            SkipSpaces();
            if (Accept("}")) return new(entries);
            while (true)
            {
                SkipSpaces();
                if (Current != '"' || ReadString() is not { } key) return null;
                SkipSpaces();
                if (!Accept(":")) return null;
                SkipSpaces();
                if (ReadValue() is not { } value) return null;
                entries.Add(new(PyValue.Of(key), value));
                SkipSpaces();
                if (Accept("}")) return new(entries);
                if (!Accept(",")) return null;
            }
        }

        private PyValue? ReadNumber()
        {
            var start = _position;
            if (Current == '-') _position++;
            var whole = _position;
            SkipDigits();
            if (_position == whole) return null;
            if (text[whole] == '0') _position = whole + 1;
            var end = _position;
            if (Current == '.' && IsDigitAt(_position + 1))
            {
                _position++;
                SkipDigits();
            }
            var sign = Current is 'e' or 'E' && _position + 1 < text.Length && text[_position + 1] is '+' or '-' ? 2 : 1;
            if (Current is 'e' or 'E' && IsDigitAt(_position + sign))
            {
                _position += sign;
                SkipDigits();
            }
            var number = text.AsSpan(start, _position - start);
            if (_position > end) return PyValue.Of(double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture));
            if (end - whole > NumberText.MostDigits)
            {
                Fault = PyFault.TooManyDigits;
                return null;
            }
            var integer = NumberText.Integer(text.AsSpan(whole, end - whole));
            return PyValue.Of(whole > start ? -integer : integer);
        }

        private bool IsDigitAt(int index) => index < text.Length && char.IsAsciiDigit(text[index]);

        private void SkipDigits()
        {
            while (IsDigitAt(_position)) _position++;
        }

        private string? ReadString()
        {
            var start = ++_position;
            StringBuilder? unescaped = null;
            while (_position < text.Length)
            {
                var c = text[_position++];
                if (c == '"') return unescaped?.ToString() ?? text[start..(_position - 1)];
                if (c < ' ') return null;
                if (c == '\\')
                {
                    unescaped ??= new(text, start, _position - 1 - start, 16 + _position - start);
                    if (!TryAppendEscape(unescaped)) return null;
                }
                else
                {
                    unescaped?.Append(c);
                }
            }
            return null;
        }

        private bool TryAppendEscape(StringBuilder unescaped)
        {
            if (_position >= text.Length) return false;
            var c = text[_position++];
            if (c == 'u')
            {
                if (_position + 4 > text.Length) return false;
                var hex = text.AsSpan(_position, 4);
                if (!ushort.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)) return false;
                _position += 4;
                unescaped.Append((char)unit);
                return true;
            }
            var plain = c switch { '"' or '\\' or '/' => c, 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => '\0' };
            if (plain != '\0') unescaped.Append(plain);
            return plain != '\0';
        }
    }
}
