// Python's == and hash() for its values.

using System.Numerics;

namespace BootcampEval.Sdk.Python;

/// <summary>Equality across the types of numbers, member by member for containers.</summary>
internal static class PyEquality
{
    public static bool AreEqual(PyValue left, PyValue right)
    {
        if (ReferenceEquals(left, right)) return true;
        if (Number.Of(left) is { } a) return Number.Of(right) is { } b && a == b;
        return (left, right) switch
        {
            (PyValue.Str a2, PyValue.Str b) => string.Equals(a2.Value, b.Value, StringComparison.Ordinal),
            (PyValue.Bytes a2, PyValue.Bytes b) => a2.Value.SequenceEqual(b.Value),
            (PyValue.List a2, PyValue.List b) => AreEqual(a2.Items, b.Items),
            (PyValue.Tuple a2, PyValue.Tuple b) => AreEqual(a2.Items, b.Items),
            (PyValue.Set a2, PyValue.Set b) => a2.Items.Count == b.Items.Count && a2.Items.All(b.Contains),
            (PyValue.Dict a2, PyValue.Dict b) => a2.Entries.Count == b.Entries.Count
                && a2.Entries.All(entry => b.TryGet(entry.Key, out var value) && AreEqual(entry.Value, value)),
            _ => left.IsNone && right.IsNone,
        };
    }

    public static bool IsNumberEqualTo(PyValue value, BigInteger number) => Number.Of(value) is { } any && any == new Number(number, null, 0);

    public static int HashOf(PyValue value)
    {
        if (Number.Of(value) is { } number) return number.GetHashCode();
        var hash = new HashCode();
        switch (value)
        {
            case PyValue.Str text: hash.Add(text.Value, StringComparer.Ordinal); break;
            case PyValue.Bytes bytes: foreach (var octet in bytes.Value) hash.Add(octet); break;
            case PyValue.Sequence sequence: foreach (var item in sequence.Items) hash.Add(HashOf(item)); break;
            case PyValue.Set set: hash.Add(set.Items.Count); break;
            case PyValue.Dict dict: hash.Add(dict.Entries.Count); break;
            default: hash.Add(value.GetType()); break;
        }
        return hash.ToHashCode();
    }

    private static bool AreEqual(IReadOnlyList<PyValue> left, IReadOnlyList<PyValue> right)
    {
        if (left.Count != right.Count) return false;
        for (var i = 0; i < left.Count; i++)
            if (!AreEqual(left[i], right[i])) return false;
        return true;
    }

    // A number in one form whatever its type: a whole real part as an integer, any other as a double; and the imaginary part.
    private readonly record struct Number(BigInteger? Whole, double? Broken, double Imaginary)
    {
        public static Number? Of(PyValue value) => value switch
        {
            PyValue.Int whole => new(whole.Value, null, 0),
            PyValue.Bool truth => new(truth.Value ? 1 : 0, null, 0),
            PyValue.Float single => Of(single.Value, 0),
            PyValue.Complex pair => Of(pair.Value.Real, pair.Value.Imaginary),
            _ => null,
        };

        // Adding 0 turns -0.0 into 0.0: they are equal, and must hash alike.
        private static Number Of(double real, double imaginary) =>
            double.IsInteger(real) ? new(new BigInteger(real), null, imaginary + 0.0) : new(null, real, imaginary + 0.0);
    }
}
