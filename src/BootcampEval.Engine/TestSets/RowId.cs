// The name of a row within its test file.

using System.Globalization;

namespace BootcampEval.Engine.TestSets;

/// <summary>A row's id: a whole number (given, or the 0-based row number) or a text. Numbers come before texts, texts in ordinal order.</summary>
public readonly record struct RowId : IComparable<RowId>
{
    private readonly string? _text;

    /// <summary>An id that is a number.</summary>
    public RowId(long number) => Number = number;

    /// <summary>An id that is a text.</summary>
    public RowId(string text) => _text = text;

    /// <summary>Whether the id is a text.</summary>
    public bool IsText => _text is not null;

    /// <summary>The number; 0 for a text.</summary>
    public long Number { get; }

    /// <summary>The id as people read it.</summary>
    public string Text => _text ?? Number.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public int CompareTo(RowId other) => (_text, other._text) switch
    {
        (null, null) => Number.CompareTo(other.Number),
        (null, _) => -1,
        (_, null) => 1,
        _ => string.CompareOrdinal(_text, other._text),
    };

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Whether one id comes before another.</summary>
    public static bool operator <(RowId left, RowId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one id comes after another.</summary>
    public static bool operator >(RowId left, RowId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one id comes before another or is the same.</summary>
    public static bool operator <=(RowId left, RowId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one id comes after another or is the same.</summary>
    public static bool operator >=(RowId left, RowId right) => left.CompareTo(right) >= 0;
}
