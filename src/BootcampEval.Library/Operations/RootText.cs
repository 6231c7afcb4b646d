// Finds the answers of the operator ○ in a model's text: x=..,y=.., a list of roots, or one number, in double square brackets.

using BootcampEval.Sdk;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Operations;

/// <summary>
/// Three ways to write an answer, tried in this order over the whole text: the first that occurs anywhere wins, and its last match counts.
/// Written by hand, as digits of all scripts count and Python's white space is wider than that of .NET's expressions; linear in the text.
/// </summary>
internal static class RootText
{
    /// <summary>The answer: <c>x=2,y=-1</c>, or what stands in the brackets.</summary>
    public static Extraction<string> Find(string output) =>
        (Last(output, EndOfPair, (text, start, _) => PairAt(text, start))
            ?? Last(output, EndOfList, static (text, start, end) => text[start..end])
            ?? Last(output, EndOfNumber, static (text, start, end) => text[start..end])) is { } answer
            ? answer
            : new NoAnswer("no [[number]], [[number or number]] or [[x=number,y=number]] without blanks at the brackets");

    // The last place where "[[", the pattern and "]]" stand together; matches do not overlap.
    private static string? Last(string text, Func<string, int, int> endOf, Func<string, int, int, string> read)
    {
        (int Start, int End)? last = null;
        for (var at = text.IndexOf("[[", StringComparison.Ordinal); at >= 0;)
        {
            var end = endOf(text, at + 2);
            var isMatch = end >= 0 && text.AsSpan(end).StartsWith("]]");
            if (isMatch) last = (at + 2, end);
            var next = isMatch ? end + 2 : at + 1;
            at = text.IndexOf("[[", next, StringComparison.Ordinal);
        }
        return last is var (start, behind) ? read(text, start, behind) : null;
    }

    // x\s*=\s*-?\d+\s*,\s*y\s*=\s*-?\d+
    private static int EndOfPair(string text, int at) => Pair(text, at)?.End ?? -1;

    private static string PairAt(string text, int at)
    {
        var (x, y, _) = Pair(text, at)!.Value;
        return $"x={text[x]},y={text[y]}";
    }

    private static (Range X, Range Y, int End)? Pair(string text, int at)
    {
        if (Assigned(text, at, 'x') is not { } x) return null;
        var comma = PyText.EndOfSpaces(text, x.End.Value);
        if (!Is(text, comma, ',') || Assigned(text, PyText.EndOfSpaces(text, comma + 1), 'y') is not { } y) return null;
        return (x, y, y.End.Value);
    }

    private static Range? Assigned(string text, int at, char name)
    {
        if (!Is(text, at, name)) return null;
        var equals = PyText.EndOfSpaces(text, at + 1);
        if (!Is(text, equals, '=')) return null;
        var number = PyText.EndOfSpaces(text, equals + 1);
        var digits = Is(text, number, '-') ? number + 1 : number;
        var end = PyText.EndOfDigits(text, digits);
        return end > digits ? number..end : null;
    }

    // A number, then at least once "or" between white space and a run of these characters.
    private static int EndOfList(string text, int at)
    {
        var end = EndOfNumber(text, at);
        var items = 0;
        while (end >= 0)
        {
            var word = PyText.EndOfSpaces(text, end);
            if (word == end || !text.AsSpan(word).StartsWith("or")) break;
            var item = PyText.EndOfSpaces(text, word + 2);
            var after = EndOfItem(text, item);
            if (item == word + 2 || after == item) break;
            (end, items) = (after, items + 1);
        }
        return items > 0 ? end : -1;
    }

    private static int EndOfItem(string text, int at)
    {
        while (true)
        {
            var digits = PyText.EndOfDigits(text, at);
            if (digits > at) at = digits;
            else if (at < text.Length && "-?+/|\\sqrt{}".Contains(text[at], StringComparison.Ordinal)) at++;
            else return at;
        }
    }

    // A whole number, a fraction -?\d+/\d+, or \sqrt{\d+}.
    private static int EndOfNumber(string text, int at)
    {
        const string Root = "\\sqrt{";
        if (text.AsSpan(at).StartsWith(Root))
        {
            var inside = at + Root.Length;
            var close = PyText.EndOfDigits(text, inside);
            return close > inside && Is(text, close, '}') ? close + 1 : -1;
        }
        var digits = Is(text, at, '-') ? at + 1 : at;
        var end = PyText.EndOfDigits(text, digits);
        if (end == digits) return -1;
        if (!Is(text, end, '/')) return end;
        var below = PyText.EndOfDigits(text, end + 1);
        return below > end + 1 ? below : -1;
    }

    private static bool Is(string text, int at, char c) => at < text.Length && text[at] == c;
}
