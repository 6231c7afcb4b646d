// Expressions as LaTeX.

using System.Text;

namespace BootcampEval.Sdk.Mathematics;

/// <summary>Writes expressions as LaTeX for people: <c>3 x^{2} + \frac{\sin{\left(x \right)}}{2}</c>.</summary>
/// <remarks>The style is that of SymPy's printer (blanks between factors, brackets round every argument); terms stand in the same order as in <see cref="PlainText"/>.</remarks>
public static class LatexText
{
    /// <summary>The LaTeX of an expression, without dollar signs.</summary>
    public static string Of(Expression expression)
    {
        var text = new StringBuilder();
        Write(text, expression);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Expression expression)
    {
        switch (expression)
        {
            case Number number: WriteNumber(text, number.Value); break;
            case Constant constant: text.Append(constant.Kind switch { ConstantKind.Pi => "\\pi", ConstantKind.E => "e", _ => "i" }); break;
            case Symbol symbol: text.Append(symbol.Name); break;
            case Sum sum: WriteSum(text, sum); break;
            case Product product: WriteProduct(text, product); break;
            case Power power: WritePower(text, power); break;
            case FunctionCall call: WriteCall(text, call, null); break;
            default: text.Append("\\text{undefined}"); break;
        }
    }

    private static void WriteNumber(StringBuilder text, Rational value)
    {
        if (value.Sign < 0) text.Append("- ");
        var size = Rational.Abs(value);
        if (size.IsInteger) text.Append(size.Numerator);
        else text.Append("\\frac{").Append(size.Numerator).Append("}{").Append(size.Denominator).Append('}');
    }

    private static void WriteSum(StringBuilder text, Sum sum)
    {
        var isFirst = true;
        foreach (var term in ReadingOrder.TermsOf(sum))
        {
            var isNegative = ReadingOrder.IsNegative(term);
            text.Append((isFirst, isNegative) switch { (true, true) => "- ", (true, false) => "", (false, true) => " - ", _ => " + " });
            var shown = isNegative ? -term : term;
            if (shown is Sum) WriteBracketed(text, shown);
            else Write(text, shown);
            isFirst = false;
        }
    }

    private static void WriteProduct(StringBuilder text, Product product)
    {
        var fraction = FractionView.Of(product);
        if (fraction.IsNegative) text.Append("- ");
        if (fraction.Denominator.Count == 0)
        {
            if (fraction.Numerator is [Sum only]) WriteBracketed(text, only);
            else WriteFactors(text, fraction.Numerator);
            return;
        }
        text.Append("\\frac{");
        WriteFactors(text, fraction.Numerator);
        text.Append("}{");
        WriteFactors(text, fraction.Denominator);
        text.Append('}');
    }

    private static void WriteFactors(StringBuilder text, IReadOnlyList<Expression> factors)
    {
        if (factors.Count == 0) text.Append('1');
        for (var i = 0; i < factors.Count; i++)
        {
            // Two numbers side by side would be read as one.
            if (i > 0) text.Append(StartsWithDigit(factors[i]) ? " \\cdot " : " ");
            if (factors[i] is Sum && factors.Count > 1) WriteBracketed(text, factors[i]);
            else Write(text, factors[i]);
        }
    }

    private static bool StartsWithDigit(Expression factor) => factor is Number or Power { Base: Number };

    private static void WriteBracketed(StringBuilder text, Expression expression)
    {
        text.Append("\\left(");
        Write(text, expression);
        text.Append("\\right)");
    }

    private static void WritePower(StringBuilder text, Power power)
    {
        switch (power)
        {
            case { Exponent: Number { Value.Sign: < 0 } exponent, Base: not Constant { Kind: ConstantKind.E } }:
                text.Append("\\frac{1}{");
                Write(text, Expression.Pow(power.Base, -exponent));
                text.Append('}');
                return;
            case { Exponent: Number exponent } when exponent.Value.Numerator.IsOne && !exponent.Value.IsInteger:
                text.Append("\\sqrt");
                if (exponent.Value.Denominator != 2) text.Append('[').Append(exponent.Value.Denominator).Append(']');
                text.Append('{');
                Write(text, power.Base);
                text.Append('}');
                return;
            case { Base: FunctionCall { Function: not (ElementaryFunction.Factorial or ElementaryFunction.Abs) } call, Exponent: Number { Value.IsInteger: true } }:
                WriteCall(text, call, power.Exponent);
                return;
            case { Base: Symbol or Constant or Number { Value: { Sign: >= 0, IsInteger: true } } }:
                Write(text, power.Base);
                break;
            default:
                WriteBracketed(text, power.Base);
                break;
        }
        text.Append("^{");
        Write(text, power.Exponent);
        text.Append('}');
    }

    private static void WriteCall(StringBuilder text, FunctionCall call, Expression? power)
    {
        if (call.Function == ElementaryFunction.Abs)
        {
            text.Append("\\left|{");
            Write(text, call.Argument);
            text.Append("}\\right|");
            return;
        }
        if (call.Function == ElementaryFunction.Factorial)
        {
            if (call.Argument is Symbol or Number { Value: { Sign: >= 0, IsInteger: true } }) Write(text, call.Argument);
            else WriteBracketed(text, call.Argument);
            text.Append('!');
            return;
        }
        text.Append(NameOf(call.Function));
        if (power is not null)
        {
            text.Append("^{");
            Write(text, power);
            text.Append('}');
        }
        text.Append("{\\left(");
        Write(text, call.Argument);
        text.Append(" \\right)}");
    }

    private static string NameOf(ElementaryFunction function) => function switch
    {
        ElementaryFunction.ArcSinh => "\\operatorname{asinh}",
        ElementaryFunction.ArcCosh => "\\operatorname{acosh}",
        ElementaryFunction.ArcTanh => "\\operatorname{atanh}",
        ElementaryFunction.ArcSin => "\\arcsin",
        ElementaryFunction.ArcCos => "\\arccos",
        ElementaryFunction.ArcTan => "\\arctan",
        _ => "\\" + FunctionNames.Of(function),
    };
}
