// Cuts a plain-text formula into tokens, and gives names the meaning that computer algebra systems give them.

using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using System.Text;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Sdk.Mathematics.Notation;

/// <summary>Reads the tokens of <see cref="PlainNotation"/>.</summary>
internal readonly ref struct PlainLexer(string text, PlainNotation notation)
{
    /// <summary>Python refuses integers with more digits.</summary>
    private const int MostDigits = 4300;

    /// <summary>Numbers beyond ten to this power are refused: nothing sane has them, and they fill memory.</summary>
    private const int LargestExponent = 5000;

    private const int MostTokens = 3000;

    /// <summary>The digits that all numbers may have together, decimal exponents counted as that many digits.</summary>
    private const int MostDigitsInAll = 20_000;

    /// <summary>Floating-point numbers keep at most so many bits, some 600 digits.</summary>
    private const int MostFloatBits = 2048;

    private static NotationException TooLong => new("it is too long to be an answer");

    private static readonly string[] Operators = ["**", "//", "+", "-", "*", "/", "%", "^", "(", ")", ",", "!", "{", "}"];

    /// <summary>The names that stand for one letter of another alphabet, which are not taken apart into Latin letters.</summary>
    private static readonly FrozenSet<string> GreekLetters = new[]
    {
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lamda", "mu", "nu", "xi", "omicron", "rho", "sigma",
        "tau", "upsilon", "phi", "chi", "psi", "omega",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads all tokens.</summary>
    /// <exception cref="NotationException">A character or number is not Python.</exception>
    public List<Token> Read()
    {
        var tokens = new List<Token>();
        var digits = 0;
        for (var at = 0; at < text.Length;)
        {
            if (tokens.Count >= MostTokens) throw TooLong;
            var c = text[at];
            if (c is ' ' or '\t' or '\f' or '\r' or '\n') at++;
            else if (c == '#') at = text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length;
            else if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))) at = ReadNumber(at, tokens, ref digits);
            else if (IsNameStart(at)) at = ReadName(at, tokens);
            else at = ReadOperator(at, tokens);
        }
        return tokens;
    }

    private int ReadOperator(int at, List<Token> tokens)
    {
        foreach (var sign in Operators)
        {
            if (string.CompareOrdinal(text, at, sign, 0, sign.Length) != 0) continue;
            tokens.Add(new(TokenKind.Operator, sign == "^" ? "**" : sign));
            return at + sign.Length;
        }
        var shown = Rune.TryGetRuneAt(text, at, out var rune) ? rune.ToString() : "half a character";
        throw new NotationException($"{shown} is not part of a formula");
    }

    private int ReadNumber(int at, List<Token> tokens, ref int digitsInAll)
    {
        if (text[at] == '0' && at + 1 < text.Length && (text[at + 1] | 0x20) is 'x' or 'o' or 'b' && TryReadRadix(at, tokens, out var end)) return end;
        var fraction = EndOfDigits(at);
        var isDecimal = fraction < text.Length && text[fraction] == '.';
        var exponent = isDecimal ? EndOfDigits(fraction + 1) : fraction;
        var after = EndOfExponent(exponent);
        if (!isDecimal && after == exponent)
        {
            // A whole number does not begin with 0, unless it is 0: the rest is the next number.
            after = text[at] == '0' ? EndOfZeros(at) : fraction;
            tokens.Add(NumberToken(at, after, WholeNumber(text.AsSpan(at, after - at))));
        }
        else if (isDecimal && after == exponent && RepeatingDecimal(at, fraction, exponent) is var (value, behind))
        {
            tokens.Add(NumberToken(at, behind, value));
            return behind;
        }
        else
        {
            tokens.Add(NumberToken(at, after, DecimalNumber(at, fraction, exponent, after)));
        }
        digitsInAll += after - at + (after > exponent ? Math.Abs(DecimalExponent(exponent, after)) : 0);
        if (digitsInAll > MostDigitsInAll) throw TooLong;
        if (after < text.Length && (text[after] | 0x20) == 'j' && (after + 1 == text.Length || !IsNamePart(after + 1)))
        {
            tokens[^1] = new(TokenKind.Number, text[at..(after + 1)], tokens[^1].Expression! * Expression.I);
            after++;
        }
        return after;
    }

    private Token NumberToken(int start, int end, Expression value) => new(TokenKind.Number, text[start..end], value);

    private bool TryReadRadix(int at, List<Token> tokens, out int end)
    {
        var radix = (text[at + 1] | 0x20) switch { 'x' => 16, 'o' => 8, _ => 2 };
        var value = BigInteger.Zero;
        end = at + 2;
        for (var afterDigit = true; end < text.Length; end++)
        {
            if (text[end] == '_' && afterDigit)
            {
                afterDigit = false;
                continue;
            }
            var digit = char.IsAsciiHexDigit(text[end]) ? Convert.ToInt32(text[end].ToString(), 16) : radix;
            if (digit >= radix) break;
            if (end - at > MostDigits) throw new NotationException("a number has too many digits");
            value = value * radix + digit;
            afterDigit = true;
        }
        if (end == at + 2 || text[end - 1] == '_') return false;
        tokens.Add(NumberToken(at, end, new Number(value)));
        return true;
    }

    /// <summary>Where digits with single underscores between them end.</summary>
    private int EndOfDigits(int at)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at])
            || (text[at] == '_' && at > 0 && char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))) at++;
        return at;
    }

    private int EndOfZeros(int at)
    {
        while (at < text.Length && text[at] == '0') at++;
        return at;
    }

    private int EndOfExponent(int at)
    {
        if (at >= text.Length || (text[at] | 0x20) != 'e') return at;
        var digits = at + 1 < text.Length && text[at + 1] is '+' or '-' ? at + 2 : at + 1;
        return digits < text.Length && char.IsAsciiDigit(text[digits]) ? EndOfDigits(digits) : at;
    }

    private static Number WholeNumber(ReadOnlySpan<char> digits)
    {
        if (digits.Length > MostDigits) throw new NotationException("a number has too many digits");
        return new(BigInteger.Parse(digits.ToString().Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
    }

    private Number DecimalNumber(int start, int point, int exponentStart, int end)
    {
        var decimals = exponentStart > point ? text[(point + 1)..exponentStart].Replace("_", "", StringComparison.Ordinal) : "";
        var digits = WholeNumber($"0{text.AsSpan(start, point - start)}{decimals}").Value.Numerator;
        var power = DecimalExponent(exponentStart, end);
        var value = new Rational(digits) * Rational.PowerOfTen(power - decimals.Length);
        return notation.DecimalsAreExact ? new(value) : Number.FloatingPoint(value, BitsFor(value, digits, isWhole: exponentStart == point));
    }

    /// <summary>The bits of a decimal: 53 for up to 15 significant digits, more for more, as SymPy has it.</summary>
    private static int BitsFor(Rational value, BigInteger digits, bool isWhole)
    {
        const double BitsPerDigit = 3.3219280948873626;
        var significant = DigitsOf(digits);
        if (isWhole && value.IsInteger) significant = Math.Max(significant, DigitsOf(value.Numerator));
        return Math.Min(MostFloatBits, (int)Math.Round((Math.Max(15, significant) + 1) * BitsPerDigit));
    }

    private int DecimalExponent(int start, int end)
    {
        if (end == start) return 0;
        return PyInt.TryParse(text.AsSpan(start + 1, end - start - 1), out int power) && Math.Abs(power) <= LargestExponent
            ? power
            : throw new NotationException("a number is too large or too small");
    }

    private static int DigitsOf(BigInteger value) => BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture).Length;

    /// <summary>A repeating decimal such as <c>4.1[6]</c>: SymPy's own notation.</summary>
    private (Number Value, int End)? RepeatingDecimal(int start, int point, int bracket)
    {
        if (bracket >= text.Length || text[bracket] != '[') return null;
        var close = EndOfDigits(bracket + 1);
        if (close == bracket + 1 || close >= text.Length || text[close] != ']') return null;
        int before = bracket - point - 1, period = close - bracket - 1;
        var fixedPart = WholeNumber($"0{text.AsSpan(start, point - start)}{text.AsSpan(point + 1, bracket - point - 1)}").Value.Numerator;
        var repeated = WholeNumber(text.AsSpan(bracket + 1, close - bracket - 1)).Value.Numerator;
        var nines = BigInteger.Pow(10, period) - 1;
        return (new(new Rational(fixedPart * nines + repeated, nines * BigInteger.Pow(10, before))), close + 1);
    }

    private int ReadName(int start, List<Token> tokens)
    {
        var end = start;
        while (end < text.Length && IsNamePart(end)) end += char.IsHighSurrogate(text[end]) ? 2 : 1;
        var name = text[start..end];
        if (TryMeaning(name, out var token)) tokens.Add(token);
        else if (notation.ProductsAreImplicit && name.Length > 1 && !name.Contains('_', StringComparison.Ordinal) && !GreekLetters.Contains(name))
        {
            // A factorial sign behind a name belongs to all of it: xy! = (x y)!.
            var isFactorial = end < text.Length && text[end] == '!';
            if (isFactorial) tokens.Add(new(TokenKind.Operator, "("));
            Split(name, tokens);
            if (isFactorial) tokens.Add(new(TokenKind.Operator, ")"));
        }
        else tokens.Add(new(TokenKind.Value, name, Expression.Variable(name)));
        return end;
    }

    private static bool TryMeaning(string name, out Token token)
    {
        token = name switch
        {
            "pi" => new(TokenKind.Value, name, Expression.Pi),
            "E" => new(TokenKind.Value, name, Expression.E),
            "I" => new(TokenKind.Value, name, Expression.I),
            "oo" or "zoo" or "nan" => new(TokenKind.Value, name, Expression.Undefined),
            "N" or "O" or "Q" or "S" or "beta" or "zeta" or "lambda" => throw new NotationException($"{name} is the name of something that is not a number"),
            _ when PlainFunctions.Has(name) => new(TokenKind.Function, name),
            _ => default,
        };
        return token.Text is not null;
    }

    /// <summary>Takes a name apart: each letter is a factor, and each run of digits.</summary>
    private static void Split(string name, List<Token> tokens)
    {
        if (name.Length > MostTokens - tokens.Count) throw TooLong;
        for (var at = 0; at < name.Length;)
        {
            var end = at + 1;
            if (char.IsAsciiDigit(name[at]))
            {
                while (end < name.Length && char.IsAsciiDigit(name[end])) end++;
                tokens.Add(new(TokenKind.Number, name[at..end], WholeNumber(name.AsSpan(at, end - at))));
            }
            else
            {
                if (char.IsHighSurrogate(name[at]) && end < name.Length) end++;
                var letter = name[at..end];
                tokens.Add(TryMeaning(letter, out var token) ? token : new(TokenKind.Value, letter, Expression.Variable(letter)));
            }
            at = end;
        }
    }

    private bool IsNameStart(int at) => text[at] == '_' || (Rune.TryGetRuneAt(text, at, out var rune) && PyText.IsLetter(rune));

    private bool IsNamePart(int at) => Rune.TryGetRuneAt(text, at, out var rune)
        && (rune.IsAscii ? char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value == '_' : PyText.IsLetter(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark);
}
