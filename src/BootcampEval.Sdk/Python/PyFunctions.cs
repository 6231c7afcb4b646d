// The built-in functions that arithmetic answers call.

using System.Numerics;

namespace BootcampEval.Sdk.Python;

/// <summary>Python's <c>abs</c>, <c>bool</c>, <c>float</c>, <c>int</c>, <c>len</c>, <c>max</c>, <c>min</c>, <c>pow</c>, <c>round</c> and <c>sum</c>.</summary>
internal static class PyFunctions
{
    /// <summary>Calls a function by its name. Null where Python raises, and for every other name.</summary>
    public static PyValue? Call(string name, IReadOnlyList<PyValue> arguments, PyArithmetic arithmetic) => (name, arguments) switch
    {
        ("abs", [var x]) => Abs(x),
        ("bool", []) => PyValue.False,
        ("bool", [var x]) => PyValue.Of(x.IsTruthy),
        ("float", []) => PyValue.Of(0.0),
        ("float", [var x]) => Float(x),
        ("int", []) => PyValue.Of(BigInteger.Zero),
        ("int", [var x]) => Int(x),
        ("len", [not PyValue.Str and var x]) => x.TryIterate(out var members) ? PyValue.Of(new BigInteger(members.Count)) : null,
        ("len", [PyValue.Str x]) => PyValue.Of(new BigInteger(PyText.Length(x.Value))),
        ("max", _) => Extreme(arguments, 1),
        ("min", _) => Extreme(arguments, -1),
        ("pow", [var x, var y]) => arithmetic.Binary("**", x, y),
        ("pow", [var x, var y, PyValue.NoneType]) => arithmetic.Binary("**", x, y),
        ("pow", [var x, var y, var modulus]) => PowerModulo(x, y, modulus, arithmetic),
        ("round", [var x]) => Round(x),
        ("round", [var x, PyValue.NoneType]) => Round(x),
        ("round", [var x, var digits]) => Round(x, digits),
        ("sum", [var items]) => Sum(items, PyValue.Of(BigInteger.Zero), arithmetic),
        ("sum", [var items, var start]) => Sum(items, start, arithmetic),
        _ => null,
    };

    private static PyValue? Abs(PyValue x) => x switch
    {
        PyValue.Float single => PyValue.Of(Math.Abs(single.Value)),
        PyValue.Complex pair => PyValue.Of(Complex.Abs(pair.Value)),
        _ => x.TryGetInt(out BigInteger whole) ? PyValue.Of(BigInteger.Abs(whole)) : null,
    };

    private static PyValue? Float(PyValue x) => x is PyValue.Str text
        ? PyFloat.TryParse(text.Value, out var read) ? PyValue.Of(read) : null
        : x.TryGetDouble(out var number) ? PyValue.Of(number) : null;

    private static PyValue? Int(PyValue x) => x switch
    {
        PyValue.Str text => PyInt.TryParse(text.Value, out BigInteger read) ? PyValue.Of(read) : null,
        PyValue.Float single => double.IsFinite(single.Value) ? PyValue.Of(new BigInteger(Math.Truncate(single.Value))) : null,
        _ => x.TryGetInt(out BigInteger whole) ? PyValue.Of(whole) : null,
    };

    private static PyValue? Round(PyValue x) => x is PyValue.Float single
        ? double.IsFinite(single.Value) ? PyValue.Of(PyNumber.Round(single.Value)) : null
        : Int(x is PyValue.Str ? PyValue.None : x);

    private static PyValue? Round(PyValue x, PyValue places)
    {
        if (!places.TryGetInt(out BigInteger any)) return null;
        var digits = (int)BigInteger.Clamp(any, -100_000, 100_000);
        if (x is not PyValue.Float single) return x.TryGetInt(out BigInteger whole) ? PyValue.Of(PyNumber.Round(whole, digits)) : null;
        var rounded = PyNumber.Round(single.Value, digits);
        return double.IsInfinity(rounded) && double.IsFinite(single.Value) ? null : PyValue.Of(rounded);
    }

    private static PyValue? PowerModulo(PyValue x, PyValue y, PyValue modulus, PyArithmetic arithmetic) =>
        x.TryGetInt(out BigInteger a) && y.TryGetInt(out BigInteger b) && modulus.TryGetInt(out BigInteger m)
            ? arithmetic.PowerModulo(a, b, m) : null;

    private static PyValue? Sum(PyValue items, PyValue start, PyArithmetic arithmetic)
    {
        if (start is PyValue.Str || !items.TryIterate(out var members)) return null;
        PyValue? sum = start;
        foreach (var member in members) sum = arithmetic.Binary("+", sum, member);
        return sum;
    }

    // Of equal values the first; one argument is the collection to look through.
    private static PyValue? Extreme(IReadOnlyList<PyValue> arguments, int sign)
    {
        var values = arguments;
        if (arguments.Count == 1 && !arguments[0].TryIterate(out values)) return null;
        if (values.Count == 0) return null;
        var best = values[0];
        foreach (var value in values.Skip(1))
        {
            if (!PyOrder.TryCompare(value, best, out var order)) return null;
            if (order is { } known && Math.Sign(known) == sign) best = value;
        }
        return best;
    }
}
