// Python's comparison operators on its values.

namespace BootcampEval.Sdk.Python;

/// <summary>Applies <c>== != &lt; &lt;= &gt; &gt;=</c>, <c>in</c> and <c>not in</c>. <c>is</c> has no value here: it asks for the identity of objects.</summary>
internal static class PyComparison
{
    /// <summary>The outcome of a comparison; null where Python raises.</summary>
    public static PyValue? Apply(string operation, PyValue? left, PyValue? right)
    {
        if (left is null || right is null) return null;
        if (operation is "==" or "!=") return PyValue.Of(AreEqual(left, right) == (operation == "=="));
        if (operation is "in" or "not in") return Contains(right, left) is { } found ? PyValue.Of(found == (operation == "in")) : null;
        if (!PyOrder.TryCompare(left, right, out var sign)) return null;
        return operation switch
        {
            "<" => PyValue.Of(sign < 0),
            "<=" => PyValue.Of(sign <= 0),
            ">" => PyValue.Of(sign > 0),
            ">=" => PyValue.Of(sign >= 0),
            _ => null,
        };
    }

    // NaN is not equal to itself, outside containers.
    private static bool AreEqual(PyValue left, PyValue right) => left is not PyValue.Float { Value: double.NaN } && left.Equals(right);

    private static bool? Contains(PyValue container, PyValue value) => container switch
    {
        PyValue.Str text => value is PyValue.Str part ? text.Value.Contains(part.Value, StringComparison.Ordinal) : null,
        PyValue.Set or PyValue.Dict when !value.IsHashable => null,
        PyValue.Set set => set.Contains(value),
        PyValue.Dict dict => dict.TryGet(value, out _),
        PyValue.Bytes => null,
        _ => container.TryIterate(out var members) ? members.Contains(value) : null,
    };
}
