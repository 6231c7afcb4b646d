// Python's < for its values, where it has one.

using System.Numerics;
using System.Text;

namespace BootcampEval.Sdk.Python;

/// <summary>The order of Python values.</summary>
public static class PyOrder
{
    /// <summary>
    /// Compares as Python's <c>&lt;</c> does: real numbers exactly (booleans are 0 and 1), strings by code points, lists with lists and tuples with
    /// tuples by their first different members.
    /// </summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    /// <param name="sign">Below, above or 0, as <paramref name="left"/> is less, greater or equal; null when neither holds (NaN).</param>
    /// <returns>False where Python raises: numbers beside strings, <c>None</c>, complex numbers, dictionaries. Sets too: theirs is not an order.</returns>
    public static bool TryCompare(PyValue left, PyValue right, out int? sign)
    {
        sign = null;
        switch (left, right)
        {
            case (PyValue.Str a, PyValue.Str b): sign = CompareText(a.Value, b.Value); return true;
            case (PyValue.Bytes a, PyValue.Bytes b): sign = a.Value.ToArray().AsSpan().SequenceCompareTo(b.Value.ToArray()); return true;
            case (PyValue.List a, PyValue.List b): return TryCompare(a.Items, b.Items, out sign);
            case (PyValue.Tuple a, PyValue.Tuple b): return TryCompare(a.Items, b.Items, out sign);
        }
        if (!IsReal(left) || !IsReal(right)) return false;
        sign = CompareReal(left, right);
        return true;
    }

    /// <summary>Whether <c>low &lt;= value &lt; high</c> holds; null where the comparison raises.</summary>
    public static bool? IsWithin(PyValue value, BigInteger low, BigInteger high)
    {
        if (!TryCompare(value, PyValue.Of(low), out var fromLow)) return null;
        return fromLow >= 0 && TryCompare(value, PyValue.Of(high), out var toHigh) && toHigh < 0;
    }

    /// <summary>The members in ascending order, or in the order of their JSON when they have no order among themselves.</summary>
    internal static IReadOnlyList<PyValue> Sorted(IReadOnlyList<PyValue> members)
    {
        if (members.Any(member => !TryCompare(members[0], member, out var sign) || sign is null))
            return [.. members.OrderBy(JsonText.Of, StringComparer.Ordinal)];
        var ordered = true;
        var sorted = members.Order(Comparer<PyValue>.Create((a, b) =>
        {
            if (TryCompare(a, b, out var sign) && sign is { } known) return known;
            ordered = false;
            return 0;
        })).ToArray();
        return ordered ? sorted : [.. members.OrderBy(JsonText.Of, StringComparer.Ordinal)];
    }

    private static bool IsReal(PyValue value) => value is PyValue.Int or PyValue.Bool or PyValue.Float;

    private static int? CompareReal(PyValue left, PyValue right)
    {
        if (left is PyValue.Float a && right is PyValue.Float b) return IsUnordered(a.Value, b.Value) ? null : a.Value.CompareTo(b.Value);
        if (left is PyValue.Float only) return right.TryGetInt(out BigInteger high) ? Compare(only.Value, high) : null;
        if (!left.TryGetInt(out BigInteger whole)) return null;
        if (right is PyValue.Float other) return -Compare(other.Value, whole);
        return right.TryGetInt(out BigInteger second) ? whole.CompareTo(second) : null;
    }

    private static bool IsUnordered(double a, double b) => double.IsNaN(a) || double.IsNaN(b);

    private static int? Compare(double left, BigInteger right)
    {
        if (double.IsNaN(left)) return null;
        if (double.IsInfinity(left)) return left > 0 ? 1 : -1;
        var floor = Math.Floor(left);
        var sign = new BigInteger(floor).CompareTo(right);
        return sign == 0 && floor < left ? 1 : sign;
    }

    private static bool TryCompare(IReadOnlyList<PyValue> left, IReadOnlyList<PyValue> right, out int? sign)
    {
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
            if (!left[i].Equals(right[i])) return TryCompare(left[i], right[i], out sign);
        sign = left.Count.CompareTo(right.Count);
        return true;
    }

    // UTF-16 order differs from code point order where surrogates meet U+E000 and above.
    private static int CompareText(string left, string right)
    {
        var same = left.AsSpan().CommonPrefixLength(right);
        if (same == left.Length || same == right.Length) return left.Length.CompareTo(right.Length);
        if (same > 0 && char.IsHighSurrogate(left[same - 1])) same--;
        return PointAt(left, same).CompareTo(PointAt(right, same));
    }

    private static int PointAt(string text, int index) => Rune.TryGetRuneAt(text, index, out var rune) ? rune.Value : text[index];
}
