// The types of Python values, one small class each.

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace BootcampEval.Sdk.Python;

public abstract partial class PyValue
{
    /// <summary>The type of <see cref="None"/>.</summary>
    public sealed class NoneType : PyValue
    {
        /// <inheritdoc/>
        public override bool IsTruthy => false;

        /// <inheritdoc/>
        public override void AppendTo(StringBuilder json) => json.Append("null");

        internal override void AppendRepr(StringBuilder text) => text.Append("None");
    }

    /// <summary>The type of <see cref="Ellipsis"/>.</summary>
    public sealed class EllipsisType : PyValue
    {
        /// <inheritdoc/>
        public override bool IsTruthy => true;

        internal override void AppendRepr(StringBuilder text) => text.Append("Ellipsis");
    }

    /// <summary>A truth value, which is also the number 0 or 1.</summary>
    public sealed class Bool(bool value) : PyValue
    {
        /// <summary>The truth value.</summary>
        public bool Value { get; } = value;

        /// <inheritdoc/>
        public override bool IsTruthy => Value;

        /// <inheritdoc/>
        public override void AppendTo(StringBuilder json) => json.Append(Value ? "true" : "false");

        internal override void AppendRepr(StringBuilder text) => text.Append(Value ? "True" : "False");
    }

    /// <summary>An integer of any size.</summary>
    public sealed class Int(BigInteger value) : PyValue
    {
        private const int MostPrintedBits = 14_284; // about 4,300 decimal digits: Python prints no longer ones

        /// <summary>The integer.</summary>
        public BigInteger Value { get; } = value;

        /// <inheritdoc/>
        public override bool IsTruthy => !Value.IsZero;

        /// <inheritdoc/>
        public override void AppendTo(StringBuilder json)
        {
            if (Value.GetBitLength() > MostPrintedBits) base.AppendTo(json);
            else AppendRepr(json);
        }

        // A longer integer, which only a literal in hexadecimal, octal or binary can give, prints in hexadecimal: Python refuses, and it takes long.
        internal override void AppendRepr(StringBuilder text)
        {
            if (Value.GetBitLength() <= MostPrintedBits) text.Append(Value.ToString(CultureInfo.InvariantCulture));
            else text.Append(Value.Sign < 0 ? "-0x" : "0x").Append(BigInteger.Abs(Value).ToString("x", CultureInfo.InvariantCulture).TrimStart('0'));
        }
    }

    /// <summary>A floating point number.</summary>
    public sealed class Float(double value) : PyValue
    {
        /// <summary>The number.</summary>
        public double Value { get; } = value;

        /// <inheritdoc/>
        public override bool IsTruthy => Value != 0;

        /// <inheritdoc/>
        public override void AppendTo(StringBuilder json) => JsonText.Append(json, Value);

        internal override void AppendRepr(StringBuilder text) => text.Append(PyNumber.Repr(Value));
    }

    /// <summary>A complex number.</summary>
    public sealed class Complex(System.Numerics.Complex value) : PyValue
    {
        /// <summary>The number.</summary>
        public System.Numerics.Complex Value { get; } = value;

        /// <inheritdoc/>
        public override bool IsTruthy => Value != System.Numerics.Complex.Zero;

        internal override void AppendRepr(StringBuilder text) => text.Append(PyNumber.Repr(Value));
    }

    /// <summary>A string. It may hold lone surrogates.</summary>
    public sealed class Str(string value) : PyValue
    {
        /// <summary>The text.</summary>
        public string Value { get; } = value;

        /// <inheritdoc/>
        public override bool IsTruthy => Value.Length > 0;

        /// <inheritdoc/>
        public override void AppendTo(StringBuilder json) => JsonText.AppendString(json, Value);

        internal override void AppendRepr(StringBuilder text) => PyRepr.AppendString(text, Value);
    }

    /// <summary>A byte string.</summary>
    public sealed class Bytes(IReadOnlyList<byte> value) : PyValue
    {
        /// <summary>The bytes.</summary>
        public IReadOnlyList<byte> Value { get; } = value;

        /// <inheritdoc/>
        public override bool IsTruthy => Value.Count > 0;

        internal override void AppendRepr(StringBuilder text) => PyRepr.AppendBytes(text, Value);
    }

    /// <summary>A list or a tuple.</summary>
    public abstract class Sequence : PyValue
    {
        private protected Sequence(IReadOnlyList<PyValue> items) => Items = items;

        /// <summary>The members.</summary>
        public IReadOnlyList<PyValue> Items { get; }

        /// <inheritdoc/>
        public override bool IsTruthy => Items.Count > 0;

        /// <inheritdoc/>
        public override void AppendTo(StringBuilder json) => JsonText.Append(json, Items);
    }

    /// <summary>A list, which never equals a tuple.</summary>
    public sealed class List(IReadOnlyList<PyValue> items) : Sequence(items)
    {
        /// <inheritdoc/>
        public override bool IsHashable => false;

        internal override void AppendRepr(StringBuilder text) => PyRepr.AppendMembers(text, "[", Items, "]");
    }

    /// <summary>A tuple.</summary>
    public sealed class Tuple : Sequence
    {
        /// <summary>Makes a tuple.</summary>
        public Tuple(IReadOnlyList<PyValue> items) : base(items) => IsHashable = items.All(item => item.IsHashable);

        /// <inheritdoc/>
        public override bool IsHashable { get; }

        internal override void AppendRepr(StringBuilder text) => PyRepr.AppendMembers(text, "(", Items, Items.Count == 1 ? ",)" : ")");
    }

    /// <summary>A set: equal members are one.</summary>
    public sealed class Set : PyValue
    {
        private readonly HashSet<PyValue> _members = [];

        /// <summary>Makes a set of hashable members; of equal ones the first stays.</summary>
        /// <exception cref="ArgumentException">A member is not hashable.</exception>
        public Set(IEnumerable<PyValue> members)
        {
            var items = new List<PyValue>();
            foreach (var member in members)
            {
                if (!member.IsHashable) throw new ArgumentException("a member is not hashable", nameof(members));
                if (_members.Add(member)) items.Add(member);
            }
            Items = items;
        }

        /// <summary>The members in the order written.</summary>
        public IReadOnlyList<PyValue> Items { get; }

        /// <inheritdoc/>
        public override bool IsHashable => false;

        /// <inheritdoc/>
        public override bool IsTruthy => Items.Count > 0;

        /// <summary>Whether a value is a member.</summary>
        public bool Contains(PyValue value) => value.IsHashable && _members.Contains(value);

        /// <summary>Prints the members as an array in ascending order; where they have none (numbers beside strings), in the order of their JSON.</summary>
        public override void AppendTo(StringBuilder json) => JsonText.Append(json, PyOrder.Sorted(Items));

        internal override void AppendRepr(StringBuilder text)
        {
            if (Items.Count == 0) text.Append("set()");
            else PyRepr.AppendMembers(text, "{", Items, "}");
        }
    }

    /// <summary>A dictionary: of equal keys the first stays, with the last value.</summary>
    public sealed class Dict : PyValue
    {
        private readonly Dictionary<PyValue, int> _places = [];

        /// <summary>Makes a dictionary with hashable keys.</summary>
        /// <exception cref="ArgumentException">A key is not hashable.</exception>
        public Dict(IEnumerable<KeyValuePair<PyValue, PyValue>> entries)
        {
            var kept = new List<KeyValuePair<PyValue, PyValue>>();
            foreach (var (key, value) in entries)
            {
                if (!key.IsHashable) throw new ArgumentException("a key is not hashable", nameof(entries));
                if (_places.TryAdd(key, kept.Count)) kept.Add(new(key, value));
                else kept[_places[key]] = new(kept[_places[key]].Key, value);
            }
            Entries = kept;
        }

        /// <summary>The keys and values in the order written.</summary>
        public IReadOnlyList<KeyValuePair<PyValue, PyValue>> Entries { get; }

        /// <inheritdoc/>
        public override bool IsHashable => false;

        /// <inheritdoc/>
        public override bool IsTruthy => Entries.Count > 0;

        /// <summary>The value of a key.</summary>
        public bool TryGet(PyValue key, [NotNullWhen(true)] out PyValue? value)
        {
            value = key.IsHashable && _places.TryGetValue(key, out var place) ? Entries[place].Value : null;
            return value is not null;
        }

        /// <summary>The value of a string key.</summary>
        public bool TryGet(string key, [NotNullWhen(true)] out PyValue? value) => TryGet(Of(key), out value);

        /// <inheritdoc/>
        public override void AppendTo(StringBuilder json)
        {
            json.Append('{');
            for (var i = 0; i < Entries.Count; i++)
            {
                if (i > 0) json.Append(", ");
                JsonText.AppendString(json, Entries[i].Key.ToString());
                json.Append(": ");
                Entries[i].Value.AppendTo(json);
            }
            json.Append('}');
        }

        internal override void AppendRepr(StringBuilder text)
        {
            text.Append('{');
            for (var i = 0; i < Entries.Count; i++)
            {
                if (i > 0) text.Append(", ");
                Entries[i].Key.AppendRepr(text);
                text.Append(": ");
                Entries[i].Value.AppendRepr(text);
            }
            text.Append('}');
        }
    }
}
