// Puts the tokens of a plain-text formula together.

namespace BootcampEval.Sdk.Mathematics.Notation;

/// <summary>Parses the tokens of <see cref="PlainNotation"/> by precedence climbing.</summary>
internal sealed class PlainParser(List<Token> tokens, PlainNotation notation)
{
    /// <summary>Python's bound on brackets open at once; other nesting counts alike.</summary>
    private const int DeepestNesting = 200;

    private int _at;
    private int _depth;

    /// <summary>Whether the argument of a function without brackets is being read: it has no brackets or signs of its own, and no quotient.</summary>
    private bool _inBareArgument;

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
        return terms.Count == 1 ? terms[0] : Expression.SumOf(terms);
    }

    // Numbers at the beginning are worked out from left to right, as Python would: this matters to floating-point numbers.
    private Expression ReadProduct()
    {
        var factors = new List<Expression> { ReadSigned() };
        while (true)
        {
            if (Current.Is("*")) _at++;
            else if (!_inBareArgument && (Current.Is("/") || Current.Is("//") || Current.Is("%")))
            {
                Divide(factors, Next().Text, ReadSigned());
                continue;
            }
            else if (!notation.ProductsAreImplicit || !Current.BeginsOperand)
            {
                return factors.Count == 1 ? factors[0] : Expression.ProductOf(factors);
            }
            var factor = ReadSigned();
            if (factors is [Number left] && factor is Number right) factors[0] = Number.Multiply(left, right) ?? Expression.Undefined;
            else factors.Add(factor);
        }
    }

    private static void Divide(List<Expression> factors, string sign, Expression divisor)
    {
        var byNumber = factors is [Number] && divisor is Number;
        if (sign != "/")
        {
            if (!byNumber || divisor is not Number { Value.IsZero: false } whole) throw new NotationException($"{sign} is only read between numbers");
            var left = (Number)factors[0];
            var floor = new Number(Rational.Floor(left.Value / whole.Value), Math.Max(left.FloatBits, whole.FloatBits));
            factors[0] = sign == "//" ? floor : left - (floor * whole);
        }
        else if (byNumber)
        {
            factors[0] = Number.Divide((Number)factors[0], (Number)divisor);
        }
        else
        {
            factors.Add(Expression.Pow(divisor, -1));
        }
    }

    private Expression ReadSigned()
    {
        var isNegative = false;
        while (!_inBareArgument && (Current.Is("+") || Current.Is("-"))) isNegative ^= Next().Is("-");
        var power = ReadPower();
        return isNegative ? -power : power;
    }

    private Expression ReadPower()
    {
        if (++_depth > DeepestNesting) throw new NotationException("it is nested too deeply");
        var value = ReadFactorials(ReadOperand());
        if (Current.Is("**"))
        {
            _at++;
            value = notation.SetsAreExponents && TryReadSet() is { } element
                ? Expression.Variable($"{value}^{{{element}}}")
                : Power(value, ReadSigned());
        }
        _depth--;
        return value;
    }

    private static Expression Power(Expression @base, Expression exponent) =>
        exponent is Number { IsExact: false } && @base is not Number
            ? throw new NotationException("a floating-point exponent makes a power that equals no other")
            : Expression.Pow(@base, exponent);

    private Expression ReadFactorials(Expression value)
    {
        while (Current.Is("!"))
        {
            _at++;
            if (!Current.Is("!")) value = Expression.Apply(ElementaryFunction.Factorial, value);
            else
            {
                _at++;
                value = PlainFunctions.DoubleFactorial(value) ?? throw new NotationException("!! is only read behind whole numbers");
            }
        }
        return value;
    }

    private Expression ReadOperand()
    {
        var token = Next();
        switch (token)
        {
            case { Kind: TokenKind.Number or TokenKind.Value, Expression: { } expression }:
                return expression;
            case { Kind: TokenKind.Function }:
                return ReadCall(token.Text);
            case var _ when token.Is("(") && !_inBareArgument:
                var inner = ReadSum();
                Expect(")");
                return inner;
            default:
                _at--;
                throw Unexpected();
        }
    }

    private Expression ReadCall(string name)
    {
        if (Current.Is("(")) return Apply(name, ReadArguments());
        if (!notation.ProductsAreImplicit) throw new NotationException($"{name} has no argument in brackets");
        if (!Current.Is("**")) return Apply(name, [ReadBareArgument(name)]);
        // sin^2(x), sin^2 x: the power belongs to the value.
        _at++;
        var isNegative = false;
        while (Current.Is("+") || Current.Is("-")) isNegative ^= Next().Is("-");
        var exponent = Current.Kind == TokenKind.Function ? throw Unexpected() : ReadOperand();
        if (isNegative) exponent = -exponent;
        var value = Apply(name, Current.Is("(") ? ReadArguments() : [ReadBareArgument(name)]);
        // sin^2(x)^3 is sin(x)^(2^3).
        if (Current.Is("**"))
        {
            _at++;
            exponent = Power(exponent, ReadSigned());
        }
        return Power(value, exponent);
    }

    // It goes on as far as factors do: sin^2 x*y is sin(x*y)^2, but sin^2 x/y is sin(x)^2/y.
    private Expression ReadBareArgument(string name)
    {
        if (_inBareArgument || !Current.BeginsOperand) throw new NotationException($"{name} has no argument");
        _inBareArgument = true;
        var argument = ReadProduct();
        _inBareArgument = false;
        return argument;
    }

    private List<Expression> ReadArguments()
    {
        Expect("(");
        var (outer, arguments) = (_inBareArgument, new List<Expression>());
        _inBareArgument = false;
        while (!Current.Is(")"))
        {
            arguments.Add(ReadSum());
            if (!Current.Is(",")) break;
            _at++;
        }
        Expect(")");
        _inBareArgument = outer;
        return arguments;
    }

    private static Expression Apply(string name, List<Expression> arguments) =>
        PlainFunctions.Apply(name, arguments) ?? throw new NotationException($"{name} is not worked out for {arguments.Count} such arguments");

    /// <summary>The only element of a set display, with the brackets round it gone: a name or a whole number.</summary>
    private string? TryReadSet()
    {
        if (!Current.Is("{")) return null;
        string? element = null;
        do
        {
            _at++;
            var brackets = 0;
            for (; Current.Is("("); brackets++) _at++;
            var token = Next();
            var isElement = token.Kind == TokenKind.Value || token is { Kind: TokenKind.Number, Expression: Number { IsExact: true } };
            if (!isElement || (element is not null && element != token.Text)) throw new NotationException("only a set of one name or number is read");
            element = token.Text;
            for (; brackets > 0; brackets--) Expect(")");
        } while (Current.Is(","));
        Expect("}");
        return element;
    }

    private Token Next()
    {
        var token = Current;
        _at++;
        return token;
    }

    private void Expect(string text)
    {
        if (!Next().Is(text)) throw new NotationException($"{text} is missing");
    }

    private NotationException Unexpected() => new($"{Current.Text} stands where it can't");
}
