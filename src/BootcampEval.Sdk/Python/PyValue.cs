// The values of Python literals and of Python's JSON, with Python's equality: answers are compared by it.

using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Text;

namespace BootcampEval.Sdk.Python;

/// <summary>An immutable Python value: what <see cref="PyLiteral"/> and <see cref="PyJson"/> read.</summary>
/// <remarks>
/// Equality is Python's <c>==</c>: <c>True == 1 == 1.0 == 1+0j</c>, a list never equals a tuple, a string never equals a number. Only NaN differs:
/// it equals itself here, as the members of Python's containers do. As JSON text a value prints as the result files show it: tuples and sets as
/// arrays, complex numbers, <c>inf</c>, <c>nan</c>, bytes and <c>Ellipsis</c> as their Python text.
/// </remarks>
[SuppressMessage("Naming", "CA1716", Justification = "The types are called what Python calls them.")]
[SuppressMessage("Naming", "CA1720", Justification = "The types are called what Python calls them.")]
public abstract partial class PyValue : IEquatable<PyValue>, IJsonText
{
    private PyValue()
    {
    }

    /// <summary>Python's <c>None</c>, JSON's <c>null</c>.</summary>
    public static PyValue None { get; } = new NoneType();

    /// <summary>Python's <c>...</c>.</summary>
    public static PyValue Ellipsis { get; } = new EllipsisType();

    /// <summary>Python's <c>True</c>.</summary>
    public static PyValue True { get; } = new Bool(true);

    /// <summary>Python's <c>False</c>.</summary>
    public static PyValue False { get; } = new Bool(false);

    /// <summary>A truth value.</summary>
    public static PyValue Of(bool value) => value ? True : False;

    /// <summary>An integer.</summary>
    public static PyValue Of(BigInteger value) => new Int(value);

    /// <summary>A float.</summary>
    public static PyValue Of(double value) => new Float(value);

    /// <summary>A string.</summary>
    public static PyValue Of(string value) => new Str(value);

    /// <summary>Whether the value may be a member of a set or the key of a dictionary: no list, set or dictionary is in it.</summary>
    public virtual bool IsHashable => true;

    /// <summary>What <c>if value:</c> decides: false for zero, <c>None</c> and everything empty.</summary>
    public abstract bool IsTruthy { get; }

    /// <summary>Whether it is <c>None</c>.</summary>
    public bool IsNone => this is NoneType;

    /// <summary>Whether the value is a number and equal to an integer: <c>1</c>, <c>1.0</c>, <c>True</c>, <c>1+0j</c> are all 1.</summary>
    public bool IsNumberEqualTo(BigInteger number) => PyEquality.IsNumberEqualTo(this, number);

    /// <summary>
    /// The value of an int or a bool: what Python takes as an index. Not of a float, even a whole one: see <see cref="TryGetWhole"/>.
    /// </summary>
    public bool TryGetInt(out BigInteger number)
    {
        number = this switch { Int whole => whole.Value, Bool truth => truth.Value ? 1 : 0, _ => 0 };
        return this is Int or Bool;
    }

    /// <summary>The value of an int or a bool that fits 32 bits.</summary>
    public bool TryGetInt(out int number)
    {
        var fits = TryGetInt(out BigInteger any) && any >= int.MinValue && any <= int.MaxValue;
        number = fits ? (int)any : 0;
        return fits;
    }

    /// <summary>The integer that a number of any type equals and that fits 32 bits: 3 for <c>3</c>, <c>3.0</c> and <c>3+0j</c>.</summary>
    public bool TryGetWhole(out int number)
    {
        number = 0;
        if (this is Int or Bool) return TryGetInt(out number);
        if (this is not Float and not Complex) return false;
        var real = this is Float single ? single.Value : ((Complex)this).Value.Real;
        if (!(real >= int.MinValue && real <= int.MaxValue) || !IsNumberEqualTo((int)real)) return false;
        number = (int)real;
        return true;
    }

    /// <summary>A real number as a double: a float itself, an int or a bool converted. False for other types and ints beyond a double's range.</summary>
    public bool TryGetDouble(out double number)
    {
        number = 0;
        if (this is Float single) number = single.Value;
        return this is Float || (TryGetInt(out BigInteger whole) && PyNumber.TryToDouble(whole, out number));
    }

    /// <summary>The members of a list or a tuple.</summary>
    public bool TryGetItems([NotNullWhen(true)] out IReadOnlyList<PyValue>? items)
    {
        items = (this as Sequence)?.Items;
        return items is not null;
    }

    /// <summary>
    /// What <c>for member in value</c> yields: members of lists, tuples and sets (in the order written), keys of dictionaries, characters of
    /// strings, numbers of bytes. False where it raises.
    /// </summary>
    public bool TryIterate([NotNullWhen(true)] out IReadOnlyList<PyValue>? members)
    {
        members = this switch
        {
            Sequence sequence => sequence.Items,
            Set set => set.Items,
            Dict dict => [.. dict.Entries.Select(entry => entry.Key)],
            Str text => [.. PyText.CodePoints(text.Value).Select(point => Of(TextOf(point)))],
            Bytes bytes => [.. bytes.Value.Select(octet => Of(new BigInteger(octet)))],
            _ => null,
        };
        return members is not null;
    }

    /// <summary>The Python text of the value: <c>repr(value)</c>.</summary>
    public string Repr()
    {
        var text = new StringBuilder();
        AppendRepr(text);
        return text.ToString();
    }

    /// <summary>The value as text: <c>str(value)</c>, a string itself.</summary>
    public override string ToString() => this is Str text ? text.Value : Repr();

    /// <inheritdoc/>
    public bool Equals(PyValue? other) => other is not null && PyEquality.AreEqual(this, other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PyValue);

    /// <inheritdoc/>
    public override int GetHashCode() => PyEquality.HashOf(this);

    /// <inheritdoc/>
    public virtual void AppendTo(StringBuilder json) => JsonText.AppendString(json, Repr());

    internal abstract void AppendRepr(StringBuilder text);

    private static string TextOf(int point) => point is >= 0xD800 and <= 0xDFFF ? ((char)point).ToString() : char.ConvertFromUtf32(point);
}
