// Answers as JSON text, for the details file: Python's numbers, and text that may hold lone surrogates.

using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Sdk;

/// <summary>A value that writes itself as JSON text.</summary>
public interface IJsonText
{
    /// <summary>Appends the value as JSON.</summary>
    void AppendTo(StringBuilder json);
}

/// <summary>Writes answers as JSON the way the reference's result files show them.</summary>
/// <remarks>
/// Floats are written as Python prints them (<c>42.0</c>), the values that JSON lacks as their Python text (<c>"inf"</c>, <c>"nan"</c>),
/// non-ASCII text as itself, and lone surrogates escaped.
/// </remarks>
public static class JsonText
{
    /// <summary>The JSON of a value made of null, text, numbers, booleans, sequences, string-keyed dictionaries and <see cref="IJsonText"/>.</summary>
    /// <exception cref="NotSupportedException">The value is of another type: give it <see cref="IJsonText"/>.</exception>
    public static string Of(object? value)
    {
        var json = new StringBuilder();
        Append(json, value);
        return json.ToString();
    }

    /// <summary>Appends the JSON of a value: see <see cref="Of"/>.</summary>
    public static void Append(StringBuilder json, object? value)
    {
        switch (value)
        {
            case null: json.Append("null"); break;
            case IJsonText own: own.AppendTo(json); break;
            case string text: AppendString(json, text); break;
            case char letter: AppendString(json, letter.ToString()); break;
            case bool truth: json.Append(truth ? "true" : "false"); break;
            case int or long or BigInteger: json.Append(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)); break;
            case double number: AppendDouble(json, number); break;
            case IDictionary map: AppendObject(json, map); break;
            case IEnumerable items: AppendArray(json, items); break;
            default: throw new NotSupportedException($"an answer of type {value.GetType().Name} has no JSON form");
        }
    }

    /// <summary>Appends a JSON string.</summary>
    public static void AppendString(StringBuilder json, string text)
    {
        json.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                json.Append(c).Append(text[++i]);
                continue;
            }
            _ = c switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                _ when c < ' ' || char.IsSurrogate(c) => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => json.Append(c),
            };
        }
        json.Append('"');
    }

    private static void AppendDouble(StringBuilder json, double number)
    {
        var text = PyNumber.Repr(number);
        if (double.IsFinite(number)) json.Append(text);
        else AppendString(json, text);
    }

    private static void AppendArray(StringBuilder json, IEnumerable items)
    {
        json.Append('[');
        var separator = "";
        foreach (var item in items)
        {
            json.Append(separator);
            Append(json, item);
            separator = ", ";
        }
        json.Append(']');
    }

    private static void AppendObject(StringBuilder json, IDictionary map)
    {
        json.Append('{');
        var separator = "";
        foreach (DictionaryEntry entry in map)
        {
            json.Append(separator);
            AppendString(json, entry.Key as string ?? entry.Key.ToString() ?? "");
            json.Append(": ");
            Append(json, entry.Value);
            separator = ", ";
        }
        json.Append('}');
    }
}
