// Expressions as plain text, in the syntax of Python and of computer algebra systems.

using System.Text;

namespace BootcampEval.Sdk.Mathematics;

/// <summary>Writes expressions as plain text with explicit operators: <c>3*x**2 - sin(2*x)/2 + exp(x)</c>.</summary>
public static class PlainText
{
    /// <summary>The text of an expression. The terms stand in the order of <see cref="ReadingOrder"/>.</summary>
    /// <param name="expression">What to write.</param>
    /// <param name="power">The operator for powers: <c>**</c>, or <c>^</c> for people.</param>
    public static string Of(Expression expression, string power = "**")
    {
        var text = new StringBuilder();
        new Writer(text, power).Write(expression, Binding.Sum);
        return text.ToString();
    }

    /// <summary>How tightly an expression's outermost operator binds.</summary>
    private enum Binding
    {
        Sum,
        Product,
        Power,
        Atom,
    }

    private readonly record struct Writer(StringBuilder Text, string PowerSign)
    {
        public void Write(Expression expression, Binding outer)
        {
            var bracketed = BindingOf(expression) < outer;
            if (bracketed) Text.Append('(');
            switch (expression)
            {
                case Number number: Text.Append(number.Value); break;
                case Constant constant: Text.Append(constant.Kind switch { ConstantKind.Pi => "pi", ConstantKind.E => "E", _ => "I" }); break;
                case Symbol symbol: Text.Append(symbol.Name); break;
                case Sum sum: WriteSum(sum); break;
                case Product product: WriteProduct(product); break;
                case Power power: WritePower(power); break;
                case FunctionCall call: WriteCall(FunctionNames.Of(call.Function), call.Argument); break;
                default: Text.Append("undefined"); break;
            }
            if (bracketed) Text.Append(')');
        }

        private void WriteSum(Sum sum)
        {
            var isFirst = true;
            foreach (var term in ReadingOrder.TermsOf(sum))
            {
                var isNegative = ReadingOrder.IsNegative(term);
                Text.Append((isFirst, isNegative) switch { (true, true) => "-", (true, false) => "", (false, true) => " - ", _ => " + " });
                Write(isNegative ? -term : term, Binding.Product);
                isFirst = false;
            }
        }

        private void WriteProduct(Product product)
        {
            var fraction = FractionView.Of(product);
            if (fraction.IsNegative) Text.Append('-');
            WriteFactors(fraction.Numerator);
            if (fraction.Denominator.Count == 0) return;
            Text.Append('/');
            if (fraction.Denominator.Count > 1) Text.Append('(');
            WriteFactors(fraction.Denominator);
            if (fraction.Denominator.Count > 1) Text.Append(')');
        }

        private void WriteFactors(IReadOnlyList<Expression> factors)
        {
            if (factors.Count == 0) Text.Append('1');
            for (var i = 0; i < factors.Count; i++)
            {
                if (i > 0) Text.Append('*');
                Write(factors[i], Binding.Power);
            }
        }

        private void WritePower(Power power)
        {
            switch (power)
            {
                case { Base: Constant { Kind: ConstantKind.E } }:
                    WriteCall("exp", power.Exponent);
                    break;
                case { Exponent: Number exponent } when exponent.Value == Rational.Half:
                    WriteCall("sqrt", power.Base);
                    break;
                case { Exponent: Number { Value.Sign: < 0 } exponent }:
                    Text.Append("1/");
                    Write(Expression.Pow(power.Base, -exponent), Binding.Power);
                    break;
                default:
                    Write(power.Base, Binding.Atom);
                    Text.Append(PowerSign);
                    Write(power.Exponent, Binding.Atom);
                    break;
            }
        }

        private void WriteCall(string name, Expression argument)
        {
            Text.Append(name).Append('(');
            Write(argument, Binding.Sum);
            Text.Append(')');
        }

        private static Binding BindingOf(Expression expression) => expression switch
        {
            Sum => Binding.Sum,
            Number { Value: { Sign: < 0 } } => Binding.Sum,
            Product product when FractionView.Of(product).IsNegative => Binding.Sum,
            Number { Value.IsInteger: false } => Binding.Product,
            Product => Binding.Product,
            Power { Base: Constant { Kind: ConstantKind.E } } => Binding.Atom,
            Power { Exponent: Number exponent } when exponent.Value == Rational.Half => Binding.Atom,
            Power { Exponent: Number { Value.Sign: < 0 } } => Binding.Product,
            Power => Binding.Power,
            _ => Binding.Atom,
        };
    }
}
