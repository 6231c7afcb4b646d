// What is printed reads back as the same value. (Only Ellipsis and what is not finite print as names, which are no literals.)

using System.Numerics;
using BootcampEval.Sdk.Python;
using CsCheck;

namespace BootcampEval.Sdk.Tests.Python;

public sealed class PyRoundTripTests
{
    private static readonly Gen<PyValue> Hashable = Gen.OneOf(
        Gen.Long.Select(number => PyValue.Of(new BigInteger(number) * number)),
        Gen.Double.Where(double.IsFinite).Select(PyValue.Of),
        Gen.Bool.Select(PyValue.Of),
        Gen.String.Where(text => !text.Any(char.IsSurrogate)).Select(PyValue.Of),
        Gen.Byte.Array[0, 5].Select(bytes => (PyValue)new PyValue.Bytes(bytes)),
        Gen.Select(Gen.Int[-9, 9], Gen.Int[-9, 9], (real, imaginary) => (PyValue)new PyValue.Complex(new Complex(real, imaginary))),
        Gen.Const(PyValue.None));

    private static readonly Gen<PyValue> Any = Gen.Recursive<PyValue>((depth, inner) => depth > 4 ? Hashable : Gen.OneOf(
        Hashable,
        inner.Array[0, 4].Select(items => (PyValue)new PyValue.List(items)),
        inner.Array[0, 4].Select(items => (PyValue)new PyValue.Tuple(items)),
        Hashable.Array[0, 4].Select(items => (PyValue)new PyValue.Set(items)),
        Gen.Select(Hashable, inner).Array[0, 4].Select(pairs => (PyValue)new PyValue.Dict(pairs.Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2))))));

    [Fact]
    public void The_Python_text_of_a_value_is_a_literal_of_an_equal_value() => Any.Sample(value =>
        PyLiteral.TryParse(value.Repr(), out var read) && read.Equals(value) && read.GetHashCode() == value.GetHashCode());

    [Fact]
    public void The_text_of_a_float_reads_back_as_the_same_bits() => Gen.Double.Where(double.IsFinite).Sample(number =>
        PyFloat.TryParse(PyNumber.Repr(number), out var read) && BitConverter.DoubleToInt64Bits(read) == BitConverter.DoubleToInt64Bits(number));

    [Fact]
    public void The_JSON_of_a_string_reads_back_as_the_same_string() => Gen.String.Sample(text =>
        PyJson.TryParse(JsonText.Of(PyValue.Of(text)), out var read) && read is PyValue.Str { Value: var same } && same == text);

    [Fact]
    public void No_reader_fails_on_any_text() => Gen.String.Sample(text =>
    {
        _ = PyLiteral.TryParse(text, out _);
        _ = PyJson.TryParse(text, out _);
        _ = PyExpression.TryEvaluate(text, out _);
        _ = PyComplex.TryParse(text, out _);
        PyCase.Lower(PyCase.Upper(text));
        PyText.SplitLines(text);
    });
}
