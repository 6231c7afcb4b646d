// Puts the tokens of a LaTeX formula together.

namespace BootcampEval.Sdk.Mathematics.Notation;

/// <summary>Parses the tokens of <see cref="LatexNotation"/> by recursive descent.</summary>
internal sealed class LatexParser(List<Token> tokens)
{
    private const int DeepestNesting = 200;

    private int _at;
    private int _depth;

    /// <summary>How many absolute values are open: a bar closes the innermost one where no operand can begin.</summary>
    private int _bars;

    private Token Current => _at < tokens.Count ? tokens[_at] : Token.End;

    /// <summary>Reads the whole text as one expression.</summary>
    public Expression ReadAll()
    {
        if (tokens.Count == 0) throw new NotationException("there is no formula");
        var expression = ReadSum();
        return Current.Kind == TokenKind.End ? expression : throw Unexpected();
    }

    private Expression ReadSum()
    {
        var terms = new List<Expression> { ReadProduct() };
        while (Current.Is("+") || Current.Is("-")) terms.Add(Next().Is("-") ? -ReadProduct() : ReadProduct());
        return Expression.SumOf(terms);
    }

    private Expression ReadProduct()
    {
        var factors = new List<Expression> { ReadSigned() };
        while (true)
        {
            if (Accept("*")) factors.Add(ReadSigned());
            else if (Accept("/")) factors.Add(Expression.Pow(ReadSigned(), -1));
            else if (BeginsFactor) factors.Add(ReadPower());
            else return Expression.ProductOf(factors);
        }
    }

    private bool BeginsFactor => Current.BeginsOperand || Current.Is("{") || Current.Is("[") || Current.Is("frac") || Current.Is("sqrt") || (Current.Is("|") && _bars == 0);

    private Expression ReadSigned()
    {
        var isNegative = false;
        while (Current.Is("+") || Current.Is("-")) isNegative ^= Next().Is("-");
        var value = ReadPower();
        return isNegative ? -value : value;
    }

    private Expression ReadPower()
    {
        if (++_depth > DeepestNesting) throw new NotationException("it is nested too deeply");
        var value = ReadOperand();
        while (Accept("!")) value = Expression.Apply(ElementaryFunction.Factorial, value);
        if (Accept("^")) value = Expression.Pow(value, ReadExponent());
        while (Accept("!")) value = Expression.Apply(ElementaryFunction.Factorial, value);
        _depth--;
        return value;
    }

    private Expression ReadExponent()
    {
        var isNegative = false;
        while (Current.Is("+") || Current.Is("-")) isNegative ^= Next().Is("-");
        var exponent = ReadPower();
        return isNegative ? -exponent : exponent;
    }

    private Expression ReadOperand()
    {
        var token = Next();
        if (token is { Kind: TokenKind.Number or TokenKind.Value, Expression: { } expression }) return expression;
        if (token.Kind == TokenKind.Function) return ReadFunction(token.Text);
        if (token.Is("(")) return ReadUpTo(")");
        if (token.Is("[")) return ReadUpTo("]");
        if (token.Is("{")) return ReadUpTo("}");
        if (token.Is("frac")) return ReadFraction();
        if (token.Is("sqrt")) return ReadRoot();
        if (token.Is("|")) return ReadAbsolute();
        _at--;
        throw Unexpected();
    }

    private Expression ReadUpTo(string close)
    {
        var bars = _bars;
        _bars = 0;
        var inner = ReadSum();
        _bars = bars;
        Expect(close);
        return inner;
    }

    private Expression ReadAbsolute()
    {
        _bars++;
        var inner = ReadSum();
        _bars--;
        Expect("|");
        return Expression.Apply(ElementaryFunction.Abs, inner);
    }

    private Expression ReadFraction()
    {
        var numerator = ReadArgument();
        return numerator / ReadArgument();
    }

    private Expression ReadRoot()
    {
        Expression degree = 2;
        if (Accept("[")) degree = ReadUpTo("]");
        return Expression.Pow(ReadArgument(), 1 / degree);
    }

    /// <summary>What a command takes: a group in braces, or one token (of a number: one digit, as in <c>\frac12</c>).</summary>
    private Expression ReadArgument()
    {
        if (Current is { Kind: TokenKind.Number, Text: [_, _, ..] digits } && !digits.Contains('.', StringComparison.Ordinal))
        {
            tokens[_at] = new(TokenKind.Number, digits[1..], new Number(System.Numerics.BigInteger.Parse(digits[1..], System.Globalization.CultureInfo.InvariantCulture)));
            return digits[0] - '0';
        }
        if (++_depth > DeepestNesting) throw new NotationException("it is nested too deeply");
        var argument = ReadOperand();
        _depth--;
        return argument;
    }

    // \sin, \sin^2, \sin^{-1}, \log_2, and then the argument.
    private Expression ReadFunction(string name)
    {
        Expression? @base = null, power = null;
        while (@base is null || power is null)
        {
            if (power is null && Accept("^")) power = ReadExponent();
            else if (@base is null && name is "log" && Accept("_")) @base = ReadPower();
            else break;
        }
        var argument = ReadFunctionArgument(name);
        if (power is Number inverse && inverse.Is(-1) && InverseOf(name) is { } inverseName) return Expression.Apply(inverseName, argument);
        var value = Apply(name, argument);
        if (@base is not null) value /= Expression.Apply(ElementaryFunction.Log, @base);
        return power is null ? value : Expression.Pow(value, power);
    }

    private Expression ReadFunctionArgument(string name)
    {
        // sin{(x)}, sin(x), sin[x]: the brackets hold it all.
        if (Current.Is("(") || Current.Is("[") || Current.Is("{")) return ReadArgument();
        var factors = new List<Expression>();
        if (Current.Is("-") || Current.Is("+")) factors.Add(Next().Is("-") ? -1 : 1);
        var isOnlyNumbers = true;
        while (Current.Kind is TokenKind.Number or TokenKind.Value || Current.Is("frac") || Current.Is("sqrt") || Current.Is("{")
            || (Current.Is("|") && _bars == 0 && factors.Count == 0) || (Current.Is("(") && isOnlyNumbers)
            || (Current.Kind == TokenKind.Function && factors.Count == 0))
        {
            isOnlyNumbers &= Current.Kind == TokenKind.Number;
            factors.Add(ReadPower());
        }
        return factors.Count > 0 ? Expression.ProductOf(factors) : throw new NotationException($"{name} has no argument");
    }

    private static Expression Apply(string name, Expression argument) => name switch
    {
        "exp" => Expression.Exp(argument),
        "sqrt" => Expression.Sqrt(argument),
        "lg" => Expression.Apply(ElementaryFunction.Log, argument) / Expression.Apply(ElementaryFunction.Log, 10),
        _ => Expression.Apply(FunctionOf(name), argument),
    };

    private static ElementaryFunction FunctionOf(string name) =>
        FunctionNames.TryFind(name.Replace("arc", "a", StringComparison.Ordinal), out var function) ? function
        : name switch
        {
            "arsinh" => ElementaryFunction.ArcSinh,
            "arcosh" => ElementaryFunction.ArcCosh,
            "artanh" => ElementaryFunction.ArcTanh,
            _ => throw new NotationException($"{name} is not a function"),
        };

    private static ElementaryFunction? InverseOf(string name) => FunctionNames.TryFind("a" + name, out var inverse) ? inverse : null;

    private Token Next()
    {
        var token = Current;
        _at++;
        return token;
    }

    private bool Accept(string sign)
    {
        if (!Current.Is(sign)) return false;
        _at++;
        return true;
    }

    private void Expect(string sign)
    {
        if (!Accept(sign)) throw new NotationException($"{sign} is missing");
    }

    private NotationException Unexpected() => new($"{Current.Text} stands where it can't");
}
