// What holds for any expression: equality, derivatives, integrals, and writing and reading.

using System.Numerics;
using BootcampEval.Sdk.Mathematics;
using BootcampEval.Sdk.Mathematics.Notation;
using CsCheck;

namespace BootcampEval.Sdk.Tests.Mathematics;

public sealed class ExpressionPropertyTests
{
    private const int Cases = 400;

    [Fact]
    public void An_expression_is_equal_to_its_own_rearrangements() =>
        Gen.Select(RandomExpressions.Any, RandomExpressions.Any, RandomExpressions.Any).ForMany(
            (a, b, c) =>
            {
                AssertEqual((a + b) * c, c * b + a * c);
                AssertEqual(a - (b - c), c - (b - a));
                AssertEqual(Expression.Pow(a + b, 2) - Expression.Pow(a - b, 2), 4 * a * b);
                AssertEqual((a + b) / 3 + c, c + b / 3 + a / 3);
            }, Cases / 4);

    [Fact]
    public void An_expression_with_one_coefficient_changed_is_not_equal() =>
        Gen.Select(RandomExpressions.Any, RandomExpressions.Any, Gen.Int[1, 9]).ForMany(
            (a, b, n) =>
            {
                var changed = new Rational(BigInteger.Pow(10, 12) + 1, BigInteger.Pow(10, 12));
                AssertNotEqual(a + n * Expression.Variable("x"), a + n * changed * Expression.Variable("x"));
                if (!IsZero(a * b)) AssertNotEqual(n * a * b + b, n * changed * a * b + b);
            }, Cases / 4);

    [Fact]
    public void Values_agree_with_double_precision() =>
        Gen.Select(RandomExpressions.Any, Gen.Int[1, 40], Gen.Int[1, 40]).ForMany(
            (expression, p, q) =>
            {
                Rational x = new(p, 9), y = new(q, 9);
                var expected = RandomExpressions.ValueOf(expression, x.ToDouble(), y.ToDouble());
                var value = Evaluation.RealValue(expression.Substitute("x", x).Substitute("y", y));
                if (value is not null && Math.Abs(expected.Imaginary) < 1e-9) AssertClose(expected.Real, value.Value.ToDouble(), 1e-8);
            }, Cases);

    [Fact]
    public void A_derivative_is_the_limit_of_difference_quotients() =>
        Gen.Select(RandomExpressions.OfX, Gen.Int[10, 40]).ForMany(
            (expression, p) =>
            {
                var x = p / 9.0;
                Complex At(double offset) => RandomExpressions.ValueOf(expression, x + offset, 0);
                Complex Quotient(double step) => (At(step) - At(-step)) / (2 * step);
                var (coarse, fine) = (Quotient(1e-4), Quotient(1e-5));
                var scale = Math.Max(1, Complex.Abs(fine));
                // Where the quotients have not settled, the function is too steep for this check.
                if (!(Complex.Abs(coarse - fine) / scale < 1e-5)) return;
                AssertClose(fine.Real / scale, RandomExpressions.ValueOf(Differentiation.DerivativeOf(expression, "x"), x, 0).Real / scale, 1e-4);
            }, Cases);

    [Fact]
    public void The_derivative_of_an_antiderivative_is_the_function()
    {
        var x = Expression.Variable("x");
        var term = Gen.Select(Gen.Int[1, 9], Gen.Int[0, 6], Gen.Int[1, 5], Gen.Int[0, 4], (c, kind, k, shift) => c * kind switch
        {
            0 => Expression.Pow(x, k),
            1 => Expression.Pow(k * x + shift, -k),
            2 => Expression.Exp(k * x - shift),
            3 => Expression.Apply(ElementaryFunction.Sin, k * x + shift),
            4 => Expression.Apply(ElementaryFunction.Cos, k * x),
            5 => Expression.Sqrt(k * x + shift),
            _ => (Expression)k,
        });
        Gen.Select(term, term, (a, b) => a + b).ForMany(
            f => AssertEqual(Differentiation.DerivativeOf(Integration.AntiderivativeOf(f, "x")!, "x"), f), Cases);
    }

    [Fact]
    public void What_is_written_reads_back_as_the_same() =>
        RandomExpressions.Any.ForMany(
            expression =>
            {
                AssertEqual(PlainNotation.Explicit.Read(expression.ToString()).Answer, expression);
                AssertEqual(PlainNotation.Implicit.Read(PlainText.Of(expression, "^")).Answer, expression);
                AssertEqual(LatexNotation.Read(LatexText.Of(expression)).Answer, expression);
            }, Cases);

    private static bool IsZero(Expression expression) => ExpressionEquality.Compare(expression, 0) != Equality.Unequal;

    private static void AssertEqual(Expression left, Expression right) =>
        Assert.True(ExpressionEquality.Compare(left, right) == Equality.Equal, $"{left} and {right}: {ExpressionEquality.Compare(left, right)}");

    private static void AssertNotEqual(Expression left, Expression right) =>
        Assert.True(ExpressionEquality.Compare(left, right) == Equality.Unequal, $"{left} and {right}: {ExpressionEquality.Compare(left, right)}");

    private static void AssertClose(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)), $"{actual:R} is not {expected:R}");
}
