// Python's arithmetic where C#'s differs: floor division, exact rounding, correctly rounded true division, and how a float prints.

using System.Globalization;
using System.Numerics;

namespace BootcampEval.Sdk.Python;

/// <summary>Arithmetic on Python's numbers.</summary>
public static class PyNumber
{
    /// <summary>The integer quotient rounded down: <c>a // b</c>. <paramref name="b"/> is not 0.</summary>
    public static BigInteger FloorDiv(BigInteger a, BigInteger b)
    {
        var quotient = BigInteger.DivRem(a, b, out var remainder);
        return !remainder.IsZero && remainder.Sign != b.Sign ? quotient - 1 : quotient;
    }

    /// <summary>The remainder with the sign of the divisor: <c>a % b</c>. <paramref name="b"/> is not 0.</summary>
    public static BigInteger Mod(BigInteger a, BigInteger b)
    {
        var remainder = BigInteger.Remainder(a, b);
        return !remainder.IsZero && remainder.Sign != b.Sign ? remainder + b : remainder;
    }

    /// <summary>The quotient rounded down: <c>a // b</c> on floats. <paramref name="b"/> is not 0.</summary>
    public static double FloorDiv(double a, double b)
    {
        var remainder = a % b;
        var quotient = (a - remainder) / b;
        if (remainder != 0 && (remainder < 0) != (b < 0)) quotient -= 1;
        if (quotient == 0) return double.CopySign(0, a / b);
        var floor = Math.Floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    /// <summary>The remainder with the sign of the divisor: <c>a % b</c> on floats. <paramref name="b"/> is not 0.</summary>
    public static double Mod(double a, double b)
    {
        var remainder = a % b;
        if (remainder == 0) return double.CopySign(0, b);
        return (remainder < 0) != (b < 0) ? remainder + b : remainder;
    }

    /// <summary>Rounds to an integer, halves to the even one: <c>round(x)</c>. <paramref name="x"/> is finite.</summary>
    public static BigInteger Round(double x) => new(Math.Round(x, MidpointRounding.ToEven));

    /// <summary>
    /// Rounds to decimal places, deciding by the exact value of the double, exact halves to even: <c>round(x, digits)</c>. With
    /// <paramref name="digits"/> below 0, to tens, hundreds and so on.
    /// </summary>
    public static double Round(double x, int digits)
    {
        if (!double.IsFinite(x) || x == 0 || digits > 323) return x;
        if (digits < -308) return double.CopySign(0, x);
        var (numerator, denominator) = Ratio(Math.Abs(x));
        var scale = BigInteger.Pow(10, Math.Abs(digits));
        var scaled = digits >= 0 ? DivideHalfEven(numerator * scale, denominator) : DivideHalfEven(numerator, denominator * scale);
        var (top, bottom) = digits >= 0 ? (scaled, scale) : (scaled * scale, BigInteger.One);
        return double.CopySign(TryDivide(top, bottom, out var rounded) ? rounded : double.PositiveInfinity, x);
    }

    /// <summary>Rounds an integer to tens, hundreds and so on, halves to even: <c>round(n, digits)</c> with <paramref name="digits"/> below 0.</summary>
    public static BigInteger Round(BigInteger n, int digits)
    {
        if (digits >= 0) return n;
        if (-(long)digits > (n.GetByteCount() * 3L) + 3) return BigInteger.Zero; // 256 < 10^3: the power is far above the number
        var scale = BigInteger.Pow(10, -digits);
        return n.Sign * DivideHalfEven(BigInteger.Abs(n), scale) * scale;
    }

    /// <summary>The double nearest to an integer, ties to even: <c>float(n)</c>. False where it raises: too large.</summary>
    public static bool TryToDouble(BigInteger n, out double value) => TryDivide(n, BigInteger.One, out value);

    /// <summary>The double nearest to a quotient of integers, ties to even: <c>a / b</c>. False where it raises: division by zero or overflow.</summary>
    public static bool TryDivide(BigInteger a, BigInteger b, out double value)
    {
        var negative = a.Sign < 0 != b.Sign < 0;
        value = negative ? -0.0 : 0.0;
        if (b.IsZero) return false;
        if (a.IsZero) return true;
        (a, b) = (BigInteger.Abs(a), BigInteger.Abs(b));
        // A quotient of 55 or 56 bits; whatever is cut off makes its last bit 1, so that one more rounding decides right.
        var shift = 55 - (int)(a.GetBitLength() - b.GetBitLength());
        var quotient = (ulong)BigInteger.DivRem(shift > 0 ? a << shift : a, shift < 0 ? b << -shift : b, out var rest);
        if (!rest.IsZero) quotient |= 1;
        var length = 64 - BitOperations.LeadingZeroCount(quotient);
        var kept = Math.Min(53, length - shift + 1074); // fewer bits for subnormal numbers
        if (kept < 0) return true;
        var dropped = length - kept;
        var (head, tail, half) = (quotient >> dropped, quotient & ((1UL << dropped) - 1), 1UL << (dropped - 1));
        if (tail > half || (tail == half && (head & 1) == 1)) head++;
        value = Math.ScaleB(head, dropped - shift);
        if (negative) value = -value;
        return double.IsFinite(value);
    }

    /// <summary>How Python prints a float: the shortest digits that read back as the same double (<c>1.0</c>, <c>1e+16</c>, <c>1e-05</c>, <c>nan</c>).</summary>
    public static string Repr(double x)
    {
        var text = Shortest(x);
        return double.IsFinite(x) && !text.AsSpan().ContainsAny('.', 'e') ? text + ".0" : text;
    }

    /// <summary>How Python prints a complex number: <c>(1-2j)</c>, <c>5j</c>.</summary>
    public static string Repr(Complex z)
    {
        var imaginary = Shortest(z.Imaginary);
        if (z.Real == 0 && !double.IsNegative(z.Real)) return imaginary + "j";
        var sign = imaginary.StartsWith('-') ? "" : "+";
        return $"({Shortest(z.Real)}{sign}{imaginary}j)";
    }

    /// <summary>A positive finite double as an exact fraction.</summary>
    internal static (BigInteger Numerator, BigInteger Denominator) Ratio(double x)
    {
        var bits = BitConverter.DoubleToUInt64Bits(x);
        var biased = (int)(bits >> 52) & 0x7FF;
        var mantissa = (bits & ((1UL << 52) - 1)) | (biased == 0 ? 0 : 1UL << 52);
        var exponent = Math.Max(biased, 1) - 1075;
        return exponent >= 0 ? (new BigInteger(mantissa) << exponent, 1) : (mantissa, BigInteger.One << -exponent);
    }

    private static BigInteger DivideHalfEven(BigInteger a, BigInteger b)
    {
        var quotient = BigInteger.DivRem(a, b, out var rest);
        var compared = (rest * 2).CompareTo(b);
        return compared > 0 || (compared == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }

    private static string Shortest(double x)
    {
        if (double.IsNaN(x)) return "nan";
        if (double.IsInfinity(x)) return x > 0 ? "inf" : "-inf";
        var sign = double.IsNegative(x) ? "-" : "";
        if (x == 0) return sign + "0";
        // .NET finds the same shortest digits, but sets the point and the exponent differently.
        var number = Math.Abs(x).ToString("R", CultureInfo.InvariantCulture);
        var e = number.IndexOf('E');
        var mantissa = e < 0 ? number : number[..e];
        var dot = mantissa.IndexOf('.');
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        var point = (dot < 0 ? mantissa.Length : dot) - (mantissa.Length - (dot < 0 ? 0 : 1) - digits.Length)
            + (e < 0 ? 0 : int.Parse(number.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        digits = digits.TrimEnd('0');
        return sign + point switch
        {
            <= -4 or > 16 => Exponential(digits, point - 1),
            <= 0 => "0." + new string('0', -point) + digits,
            _ when point >= digits.Length => digits + new string('0', point - digits.Length),
            _ => $"{digits.AsSpan(0, point)}.{digits.AsSpan(point)}",
        };
    }

    private static string Exponential(string digits, int exponent)
    {
        var fraction = digits.Length > 1 ? "." + digits[1..] : "";
        return string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }
}
