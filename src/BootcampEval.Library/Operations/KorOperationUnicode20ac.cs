// A€B: a linear combination of two matrices.

using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Answers;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Operations;

/// <summary>A€B = 2A + 3B for matrices, entry by entry.</summary>
public sealed partial class KorOperationUnicode20ac : Bootcamp<KorOperationUnicode20ac.Puzzle, PyValue>
{
    /// <summary>Two matrices of the same shape, row by row.</summary>
    public sealed record Puzzle([property: JsonPropertyName("A")] long[][] A, [property: JsonPropertyName("B")] long[][] B);

    [JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Puzzle))]
    private sealed partial class KorOperationUnicode20acJson : JsonSerializerContext;

    protected override JsonTypeInfo<Puzzle> PuzzleJson => KorOperationUnicode20acJson.Default.Puzzle;

    public override BootcampInfo Info { get; } = new(
        "KorOperationUnicode20ac", Family.Operations, "Operator €: matrices", "Combine two matrices entry by entry as 2A + 3B.")
    {
        AnswerFormat = "[[((1,-2),(3,4))]]",
        Measure = "entries of a matrix",
    };

    protected override string? FaultOf(Puzzle puzzle) =>
        puzzle.A.Length == puzzle.B.Length && puzzle.A.Zip(puzzle.B).All(rows => rows.First.Length == rows.Second.Length)
            ? null
            : "the matrices differ in shape";

    protected override Extraction<PyValue> Extract(string output) => Tagged.Last(output, "[[", "]]").Then(ReadMatrix);

    private static Extraction<PyValue> ReadMatrix(string content)
    {
        if (!PyLiteral.TryParse(PyText.WithoutSpaces(content), out var value)) return new NoAnswer("the answer is not a Python literal");
        return value is PyValue.Tuple rows && rows.Items.All(row => row is PyValue.Tuple)
            ? value
            : new NoAnswer("the answer is not a group of bracketed rows such as ((1,-2),(3,4))");
    }

    protected override Verdict Judge(PyValue answer, Puzzle puzzle)
    {
        var rows = ((PyValue.Tuple)answer).Items;
        if (rows.Count != puzzle.A.Length) return Verdict.Wrong($"there are {rows.Count} rows, not {puzzle.A.Length}");
        for (var i = 0; i < rows.Count; i++)
        {
            var row = ((PyValue.Tuple)rows[i]).Items;
            if (row.Count != puzzle.A[i].Length) return Verdict.Wrong($"row {i + 1} has {row.Count} entries, not {puzzle.A[i].Length}");
            for (var j = 0; j < row.Count; j++)
            {
                var expected = Combined(puzzle.A[i][j], puzzle.B[i][j]);
                if (!IsClose(expected, row[j])) return Verdict.Wrong($"row {i + 1}, column {j + 1} should be {expected}, not {row[j].Repr()}");
            }
        }
        return Verdict.Correct;
    }

    private static long Combined(long a, long b) => 2 * a + 3 * b;

    // Python's math.isclose(expected, entry, rel_tol=1e-9, abs_tol=1e-9); what is no real number is never close.
    private static bool IsClose(double expected, PyValue entry)
    {
        const double Tolerance = 1e-9;
        if (entry is not (PyValue.Bool or PyValue.Int or PyValue.Float) || !entry.TryGetDouble(out var value)) return false;
        if (expected == value) return true;
        return double.IsFinite(value) && Math.Abs(expected - value) <= Math.Max(Tolerance * Math.Max(Math.Abs(expected), Math.Abs(value)), Tolerance);
    }

    private static readonly (int Rows, int Columns, int Largest)[] Levels = [(2, 2, 10), (2, 3, 20), (3, 3, 50), (4, 4, 100), (5, 5, 1000)];

    protected override Puzzle Generate(PuzzleRandom random, int level)
    {
        var (rows, columns, largest) = Levels[level - 1];
        long[][] Matrix() => [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => (long)random.Between(-largest, largest)).ToArray())];
        return new(Matrix(), Matrix());
    }

    protected override string Ask(Puzzle puzzle)
    {
        var (rows, columns) = (puzzle.A.Length, puzzle.A[0].Length);
        return $"""
            For two matrices A and B of the same shape, the operation A€B is defined entry by entry: A€B = 2A + 3B.

            A =
            {Drawn(puzzle.A)}

            B =
            {Drawn(puzzle.B)}

            Compute A€B, a matrix with {rows} rows and {columns} columns.

            Write each row in round brackets with commas between the entries, and all rows in one more pair of round brackets, within double square
            brackets. A matrix with the rows 1, 2 and 3, 4 is written as ((1,2),(3,4)){(rows == 1 ? "; behind a single row stands a comma" : "")}. So your answer looks like this: [[((...,...),(...,...))]]
            """;
    }

    private static string Drawn(long[][] matrix) => string.Join('\n', matrix.Select(row => $"( {string.Join("  ", row)} )"));

    protected override string? Solve(Puzzle puzzle)
    {
        var rows = puzzle.A.Zip(puzzle.B, (a, b) => TupleOf([.. a.Zip(b, (x, y) => $"{Combined(x, y)}")]));
        return $"A€B = 2A + 3B: [[{TupleOf([.. rows])}]]";
    }

    private static string TupleOf(IReadOnlyList<string> items) => items.Count == 1 ? $"({items[0]},)" : $"({string.Join(',', items)})";

    protected override double Measure(Puzzle puzzle) => puzzle.A.Sum(row => row.Length);
}
