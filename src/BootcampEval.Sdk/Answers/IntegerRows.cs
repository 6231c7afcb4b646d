// Answers that are rows of whole numbers with white space between them.

using System.Numerics;
using BootcampEval.Sdk.Puzzles;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Sdk.Answers;

/// <summary>Reads rows of integers as Python's <c>[int(token) for token in row.split()]</c> does.</summary>
public static class IntegerRows
{
    /// <summary>Reads every row; one token that is not an integer makes the whole no answer. A row without tokens is an empty row.</summary>
    public static Extraction<BigInteger[][]> Read(IEnumerable<string> rows)
    {
        var read = new List<BigInteger[]>();
        foreach (var row in rows)
        {
            if (ReadRow(row) is var numbers && !numbers.Found) return new NoAnswer(numbers.WhyNot);
            read.Add(numbers.Answer);
        }
        return read.ToArray();
    }

    /// <summary>Reads a row a line; only a line feed ends a line, and lines of white space alone are dropped.</summary>
    public static Extraction<BigInteger[][]> ReadLines(string block) => Read(block.Split('\n').Where(line => PyText.Strip(line) != ""));

    /// <summary>Reads one row.</summary>
    public static Extraction<BigInteger[]> ReadRow(string row)
    {
        var tokens = PyText.Split(row);
        var numbers = new BigInteger[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!PyInt.TryParse(tokens[i], out numbers[i])) return new NoAnswer($"“{Short(tokens[i])}” is not a whole number");
        }
        return numbers;
    }

    /// <summary>
    /// Rows of equal length as a grid to check a puzzle on. Numbers that an int does not hold become its largest or smallest: no puzzle asks for
    /// them.
    /// </summary>
    public static Grid<int> ToGrid(IReadOnlyList<IReadOnlyList<BigInteger>> rows) =>
        (Grid.FromRows(rows) ?? throw new ArgumentException("the rows are not of one length", nameof(rows)))
        .Select(number => (int)BigInteger.Clamp(number, int.MinValue, int.MaxValue));

    private static string Short(string token) => token.Length <= 20 ? token : token[..20] + "…";
}
