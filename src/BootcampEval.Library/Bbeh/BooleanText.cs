// Evaluates the truth values that boolean expressions in words are made of.

using System.Globalization;
using System.Text.RegularExpressions;

namespace BootcampEval.Library.Bbeh;

/// <summary>
/// Reads expressions with <c>not</c>, <c>and</c>, <c>or</c> (in this order of precedence) and round brackets over the atoms <c>True</c>, <c>False</c>,
/// comparisons such as <c>4 * -2 &gt; 7</c>, and sentences such as <c>The capital of Nepal is Kathmandu.</c>
/// </summary>
internal sealed partial class BooleanText
{
    private const int MostBrackets = 200;

    private readonly string _text;
    private int _position;
    private int _brackets;
    private bool _failed;

    private BooleanText(string text) => _text = text;

    /// <summary>The truth value of an expression; null when it is not of this kind or names a country that is not known.</summary>
    public static bool? Evaluate(string text)
    {
        var reader = new BooleanText(text);
        var value = reader.ReadOr();
        return reader._failed || reader._position < text.Length ? null : value;
    }

    /// <summary>How many times <c>not</c>, <c>and</c> and <c>or</c> occur.</summary>
    public static int OperatorsIn(string text) => Operator().Count(text);

    private bool ReadOr()
    {
        var value = ReadAnd();
        while (!_failed && Accept(" or ")) value |= ReadAnd();
        return value;
    }

    private bool ReadAnd()
    {
        var value = ReadNot();
        while (!_failed && Accept(" and ")) value &= ReadNot();
        return value;
    }

    private bool ReadNot()
    {
        var negated = false;
        while (Accept("not ")) negated = !negated;
        return ReadAtom() != negated;
    }

    private bool ReadAtom()
    {
        if (Accept("True")) return true;
        if (Accept("False")) return false;
        if (Accept("(")) return ReadGroup();
        if (Capital().Match(_text, _position) is { Success: true } sentence)
        {
            _position += sentence.Length;
            return Capitals.IsCapital(sentence.Groups[1].Value, sentence.Groups[2].Value) ?? Fail();
        }
        return Comparison().Match(_text, _position) is { Success: true } comparison ? ReadComparison(comparison) : Fail();
    }

    private bool ReadGroup()
    {
        if (++_brackets > MostBrackets) return Fail();
        var value = ReadOr();
        _brackets--;
        return Accept(")") ? value : Fail();
    }

    private bool ReadComparison(Match match)
    {
        _position += match.Length;
        var (a, b, limit) = (Number(1), Number(3), Number(5));
        var result = match.Groups[2].Value switch { "*" => a * b, "+" => a + b, _ => a - b };
        return match.Groups[4].Value switch { "<" => result < limit, _ => result > limit };

        long Number(int group) => long.Parse(match.Groups[group].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    private bool Fail()
    {
        _failed = true;
        return false;
    }

    private bool Accept(string token)
    {
        if (string.CompareOrdinal(_text, _position, token, 0, token.Length) != 0) return false;
        _position += token.Length;
        return true;
    }

    [GeneratedRegex(@"\b(not|and|or)\b")]
    private static partial Regex Operator();

    [GeneratedRegex(@"\GThe capital of ([^.()]{1,40}) is ([^.()]{1,40})\.")]
    private static partial Regex Capital();

    [GeneratedRegex(@"\G(-?[0-9]{1,9}) ([*+-]) (-?[0-9]{1,9}) ([<>]) (-?[0-9]{1,9})")]
    private static partial Regex Comparison();
}
