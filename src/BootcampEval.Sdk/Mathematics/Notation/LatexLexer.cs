// Cuts LaTeX into tokens; what has no meaning (spaces, sizes, dollar signs) is left out.

using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;

namespace BootcampEval.Sdk.Mathematics.Notation;

/// <summary>Reads the tokens of <see cref="LatexNotation"/>. Operators come out in one spelling each.</summary>
internal sealed class LatexLexer(string text)
{
    private const int MostTokens = 3000;
    private const int MostDigits = 1000;

    /// <summary>Commands that stand for an operator or a bracket, or (empty) for nothing.</summary>
    private static readonly FrozenDictionary<string, string> Signs = new (string Command, string Sign)[]
    {
        ("cdot", "*"), ("times", "*"), ("ast", "*"), ("cdotp", "*"), ("div", "/"), ("lbrace", "("), ("rbrace", ")"), ("{", "("),
        ("}", ")"), ("lvert", "|"), ("rvert", "|"), ("vert", "|"), ("frac", "frac"), ("dfrac", "frac"), ("tfrac", "frac"),
        ("cfrac", "frac"), ("sqrt", "sqrt"),
    }.Concat(new[]
    {
        "left", "right", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "displaystyle", "textstyle", "quad", "qquad",
        ",", ";", "!", ":", " ", "\\", "(", ")", "[", "]", "mathrm", "operatorname", "text", "mathit", "textrm", "boxed", "limits", "$",
        "thinspace",
    }.Select(command => (command, ""))).ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>Signs of one character that are spelled otherwise in the tokens, or (empty) mean nothing.</summary>
    private static readonly FrozenDictionary<char, string> Characters = new Dictionary<char, string>
    {
        ['−'] = "-",
        ['–'] = "-",
        ['×'] = "*",
        ['·'] = "*",
        ['⋅'] = "*",
        ['∗'] = "*",
        ['÷'] = "/",
        ['√'] = "sqrt",
        ['['] = "[",
        [']'] = "]",
        ['$'] = "",
        ['~'] = "",
        ['（'] = "(",
        ['）'] = ")",
        ['＋'] = "+",
        ['－'] = "-",
        ['\u2061'] = "",
        ['\u200b'] = "",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> FunctionWords = new[]
    {
        "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "coth", "asinh", "acosh", "atanh",
        "arsinh", "arcosh", "artanh", "ln", "log", "lg", "exp", "sqrt",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] FunctionsByLength = [.. FunctionWords.OrderByDescending(word => word.Length)];

    private static readonly FrozenSet<string> GreekLetters = new[]
    {
        "alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta", "vartheta", "iota", "kappa", "lambda", "mu", "nu", "xi", "rho",
        "sigma", "tau", "upsilon", "phi", "varphi", "chi", "psi", "omega",
    }.ToFrozenSet(StringComparer.Ordinal);

    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private readonly List<Token> _tokens = [];

    /// <summary>Reads all tokens.</summary>
    /// <exception cref="NotationException">A command or character has no meaning here.</exception>
    public List<Token> Read()
    {
        for (var at = 0; at < text.Length;)
        {
            if (_tokens.Count >= MostTokens) throw new NotationException("it is too long to be an answer");
            var c = text[at];
            if (char.IsWhiteSpace(c)) at++;
            else if (c == '\\') at = ReadCommand(at + 1);
            else if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))) at = ReadNumber(at);
            else if (char.IsAsciiLetter(c)) at = ReadLetters(at);
            else if (Superscripts.Contains(c, StringComparison.Ordinal)) at = ReadSuperscript(at);
            else at = ReadSign(at);
        }
        return _tokens;
    }

    private int ReadCommand(int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
        if (end == at) end = Math.Min(at + 1, text.Length);
        var name = text[at..end];
        if (name is "operatorname" or "mathrm" or "text" or "mathit" or "textrm" && EndOfWord(end) is var close and >= 0)
        {
            for (at = end + 1; at < close;) at = ReadLetters(at);
            return close + 1;
        }
        if (Signs.TryGetValue(name, out var sign)) AddSign(sign);
        else if (FunctionWords.Contains(name)) _tokens.Add(new(TokenKind.Function, name));
        else if (name == "pi") AddValue(name, Expression.Pi);
        else if (GreekLetters.Contains(name)) AddValue(name, Expression.Variable(name));
        else throw new NotationException($"\\{name} is not read");
        return end;
    }

    /// <summary>Where the closing brace stands if braces with a few letters and nothing else begin here; -1 otherwise.</summary>
    private int EndOfWord(int at)
    {
        const int LongestWord = 20;
        if (at >= text.Length || text[at] != '{') return -1;
        var end = at + 1;
        while (end < text.Length && end - at <= LongestWord && char.IsAsciiLetter(text[end])) end++;
        return end > at + 1 && end < text.Length && text[end] == '}' ? end : -1;
    }

    private int ReadSign(int at)
    {
        var c = text[at];
        if (Characters.TryGetValue(c, out var sign)) AddSign(sign);
        else if (c == 'π') AddValue("pi", Expression.Pi);
        else if (c == '*' && at + 1 < text.Length && text[at + 1] == '*')
        {
            AddSign("^");
            return at + 2;
        }
        else if ("+-*/^_(){}|!,".Contains(c, StringComparison.Ordinal)) AddSign(c.ToString());
        else throw new NotationException($"{(char.IsSurrogate(c) ? "such a character" : c.ToString())} is not read");
        return at + 1;
    }

    private int ReadNumber(int at)
    {
        var point = EndOfDigits(at);
        var isDecimal = point < text.Length && text[point] == '.';
        var end = isDecimal ? EndOfDigits(point + 1) : point;
        if (end - at > MostDigits) throw new NotationException("a number has too many digits");
        var decimals = isDecimal ? end - point - 1 : 0;
        var digits = BigInteger.Parse($"0{text.AsSpan(at, point - at)}{text.AsSpan(end - decimals, decimals)}", CultureInfo.InvariantCulture);
        _tokens.Add(new(TokenKind.Number, text[at..end], new Number(new Rational(digits) * Rational.PowerOfTen(-decimals))));
        return end;
    }

    private int EndOfDigits(int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at;
    }

    // Letters are names of functions where they can be, and variables of one letter otherwise: xsin is x·sin.
    private int ReadLetters(int at)
    {
        if (text.AsSpan(at).StartsWith("pi"))
        {
            AddValue("pi", Expression.Pi);
            return at + 2;
        }
        foreach (var word in FunctionsByLength)
        {
            if (!text.AsSpan(at).StartsWith(word)) continue;
            _tokens.Add(word == "sqrt" ? new(TokenKind.Operator, word) : new(TokenKind.Function, word));
            return at + word.Length;
        }
        var letter = text[at].ToString();
        AddValue(letter, letter switch { "e" or "E" => Expression.E, "i" => Expression.I, _ => Expression.Variable(letter) });
        return at + 1;
    }

    private int ReadSuperscript(int at)
    {
        var end = at;
        while (end < text.Length && end - at < 4 && Superscripts.Contains(text[end], StringComparison.Ordinal)) end++;
        var power = 0;
        foreach (var digit in text.AsSpan(at, end - at)) power = power * 10 + Superscripts.IndexOf(digit, StringComparison.Ordinal);
        AddSign("^");
        _tokens.Add(new(TokenKind.Number, text[at..end], new Number(power)));
        return end;
    }

    private void AddSign(string sign)
    {
        if (sign.Length > 0) _tokens.Add(new(TokenKind.Operator, sign));
    }

    private void AddValue(string name, Expression value) => _tokens.Add(new(TokenKind.Value, name, value));
}
