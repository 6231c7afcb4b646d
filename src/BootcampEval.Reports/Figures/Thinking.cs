// Where a model's thinking ends and its answer begins.

namespace BootcampEval.Reports.Figures;

/// <summary>Finds the thinking at the beginning of an output: <c>&lt;think&gt;…&lt;/think&gt;</c>, or what stands before a lone closing marker.</summary>
public static class Thinking
{
    private const string Open = "<think>";
    private const string Close = "</think>";

    /// <summary>
    /// How many characters of the output are thinking: 0 when there is none, all of them when it was begun and never closed. A closing marker without
    /// an opening one ends thinking that the prompt's template began.
    /// </summary>
    public static int LengthIn(string output)
    {
        var close = output.IndexOf(Close, StringComparison.Ordinal);
        if (close >= 0) return close + Close.Length;
        return output.AsSpan().TrimStart().StartsWith(Open, StringComparison.Ordinal) ? output.Length : 0;
    }

    /// <summary>Whether thinking was begun and never closed.</summary>
    /// <param name="output">The output.</param>
    /// <param name="reasoning">Thinking that the server returned apart.</param>
    /// <param name="begunByTemplate">Whether the prompt's template ends inside thinking.</param>
    public static bool IsNeverClosed(string output, string? reasoning, bool begunByTemplate)
    {
        if (string.IsNullOrEmpty(reasoning) && output.Length > 0 && !output.Contains(Close, StringComparison.Ordinal))
            return begunByTemplate || output.AsSpan().TrimStart().StartsWith(Open, StringComparison.Ordinal);
        return !string.IsNullOrEmpty(reasoning) && string.IsNullOrWhiteSpace(output);
    }
}
