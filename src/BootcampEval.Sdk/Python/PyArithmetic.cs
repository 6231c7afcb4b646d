// Python's operators on numbers, with every cost bounded before it is paid.

using System.Numerics;

namespace BootcampEval.Sdk.Python;

/// <summary>
/// The operators of one evaluation. Every method returns null where Python raises, where a result would pass <see cref="MostBits"/>, and once the
/// work allowed for one evaluation is done.
/// </summary>
internal sealed class PyArithmetic
{
    /// <summary>The longest integer that is computed.</summary>
    public const int MostBits = 1 << 16;

    // Work in products of 32-bit words: some 20 milliseconds.
    private long _allowed = 20_000_000;

    /// <summary>Applies <c>+</c>, <c>-</c> or <c>~</c>.</summary>
    public PyValue? Unary(string operation, PyValue? operand)
    {
        switch (operation, operand)
        {
            case ("+", PyValue.Float or PyValue.Complex): return operand;
            case ("-", PyValue.Float single): return PyValue.Of(-single.Value);
            case ("-", PyValue.Complex pair): return new PyValue.Complex(-pair.Value);
        }
        if (operand is null || !operand.TryGetInt(out BigInteger whole) || !IsAllowed(whole, 1)) return null;
        return PyValue.Of(operation switch { "+" => whole, "-" => -whole, _ => -whole - 1 });
    }

    /// <summary>Applies a binary operator: <c>+ - * / // % ** &lt;&lt; &gt;&gt; &amp; | ^</c>.</summary>
    public PyValue? Binary(string operation, PyValue? left, PyValue? right)
    {
        if (left is null || right is null) return null;
        if (left.TryGetInt(out BigInteger a) && right.TryGetInt(out BigInteger b))
        {
            var result = IsAllowed(a, Words(b)) ? OnIntegers(operation, a, b) : null;
            return result is not null && left is PyValue.Bool && right is PyValue.Bool && operation is "&" or "|" or "^"
                ? PyValue.Of(result.IsTruthy) : result;
        }
        if (left.TryGetDouble(out var x) && right.TryGetDouble(out var y)) return OnFloats(operation, x, y);
        return TryGetComplex(left, out var u) && TryGetComplex(right, out var v) ? OnComplex(operation, u, v) : null;
    }

    /// <summary><c>pow(x, exponent, modulus)</c> of integers, for exponents of at least 0 and positive moduli.</summary>
    public PyValue? PowerModulo(BigInteger x, BigInteger exponent, BigInteger modulus)
    {
        if (exponent.Sign < 0 || modulus.Sign <= 0 || x.GetBitLength() > MostBits) return null;
        return IsAllowed(modulus, Words(modulus) * exponent.GetBitLength())
            ? PyValue.Of(PyNumber.Mod(BigInteger.ModPow(PyNumber.Mod(x, modulus), exponent, modulus), modulus)) : null;
    }

    private PyValue? OnIntegers(string operation, BigInteger a, BigInteger b) => operation switch
    {
        "+" => Bounded(a + b),
        "-" => Bounded(a - b),
        "*" => a.GetBitLength() + b.GetBitLength() <= MostBits ? PyValue.Of(a * b) : null,
        "/" => PyNumber.TryDivide(a, b, out var quotient) ? PyValue.Of(quotient) : null,
        "//" => b.IsZero ? null : PyValue.Of(PyNumber.FloorDiv(a, b)),
        "%" => b.IsZero ? null : PyValue.Of(PyNumber.Mod(a, b)),
        "**" => Power(a, b),
        "<<" => ShiftLeft(a, b),
        ">>" => b.Sign < 0 ? null : PyValue.Of(b > MostBits * 2 ? (a.Sign < 0 ? -1 : 0) : a >> (int)b),
        "&" => PyValue.Of(a & b),
        "|" => PyValue.Of(a | b),
        "^" => PyValue.Of(a ^ b),
        _ => null,
    };

    private static PyValue? OnFloats(string operation, double x, double y) => operation switch
    {
        "+" => PyValue.Of(x + y),
        "-" => PyValue.Of(x - y),
        "*" => PyValue.Of(x * y),
        "/" or "//" or "%" when y == 0 => null,
        "/" => PyValue.Of(x / y),
        "//" => PyValue.Of(PyNumber.FloorDiv(x, y)),
        "%" => PyValue.Of(PyNumber.Mod(x, y)),
        "**" => Power(x, y),
        _ => null,
    };

    private static PyValue.Complex? OnComplex(string operation, Complex u, Complex v) => operation switch
    {
        "+" => new(u + v),
        "-" => new(u - v),
        "*" => new(u * v),
        "/" when v != Complex.Zero => new(u / v),
        _ => null,
    };

    private PyValue? Power(BigInteger x, BigInteger exponent)
    {
        if (exponent.Sign < 0)
            return PyNumber.TryToDouble(x, out var a) && PyNumber.TryToDouble(exponent, out var b) ? Power(a, b) : null;
        if (x.IsOne || exponent.IsZero) return PyValue.Of(BigInteger.One);
        if (x.IsZero) return PyValue.Of(BigInteger.Zero);
        if (x == BigInteger.MinusOne) return PyValue.Of(exponent.IsEven ? BigInteger.One : BigInteger.MinusOne);
        var bits = exponent > MostBits ? long.MaxValue : BigInteger.Abs(x).GetBitLength() * (long)exponent;
        if (bits > MostBits || !IsAllowed(BigInteger.Zero, bits / 32 * (bits / 32))) return null;
        return PyValue.Of(BigInteger.Pow(x, (int)exponent));
    }

    // A negative number to a fraction is complex in Python. No verifier asks for one, so it is refused here.
    private static PyValue? Power(double x, double y)
    {
        if (x == 0 && y < 0) return null;
        var power = x == 1 || y == 0 ? 1 : Math.Pow(x, y);
        if (double.IsNaN(power) && !double.IsNaN(x) && !double.IsNaN(y)) return null;
        return double.IsInfinity(power) && double.IsFinite(x) && double.IsFinite(y) ? null : PyValue.Of(power);
    }

    private static PyValue? ShiftLeft(BigInteger a, BigInteger b)
    {
        if (b.Sign < 0) return null;
        if (a.IsZero) return PyValue.Of(BigInteger.Zero);
        return b + a.GetBitLength() <= MostBits ? PyValue.Of(a << (int)b) : null;
    }

    private static PyValue? Bounded(BigInteger value) => value.GetBitLength() <= MostBits ? PyValue.Of(value) : null;

    private static bool TryGetComplex(PyValue value, out Complex number)
    {
        number = default;
        if (value is PyValue.Complex pair) number = pair.Value;
        else if (value.TryGetDouble(out var real)) number = real;
        else return false;
        return true;
    }

    private static long Words(BigInteger value) => (value.GetBitLength() / 32) + 1;

    private bool IsAllowed(BigInteger value, long factor)
    {
        _allowed -= Words(value) * factor;
        return _allowed > 0;
    }
}
