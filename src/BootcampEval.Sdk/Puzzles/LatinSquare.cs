// Latin squares: each number once per row and once per column. The ground of Calcudoku, Futoshiki, Skyscrapers, Thermometers and Sudoku.

namespace BootcampEval.Sdk.Puzzles;

/// <summary>Checks and makes Latin squares with the numbers 1 to n.</summary>
public static class LatinSquare
{
    /// <summary>Adds to a model an n x n grid of variables in which each row and column holds 1 to n.</summary>
    public static Grid<int> AddTo(FiniteDomain model, int size)
    {
        var variables = model.AddGrid(size, size, 1, size);
        for (var i = 0; i < size; i++)
        {
            model.AllDifferent(variables.Row(i).ToArray());
            model.AllDifferent(variables.Column(i));
        }
        return variables;
    }

    /// <summary>A random Latin square.</summary>
    public static Grid<int> Random(int size, PuzzleRandom random)
    {
        var model = new FiniteDomain();
        var variables = AddTo(model, size);
        var solution = model.Search(random: random).First!;
        return variables.Select(variable => solution[variable]);
    }

    /// <summary>The first row or column that does not hold 1 to n once each, as a verdict that marks its cells; null when all do.</summary>
    /// <param name="answer">A square grid.</param>
    public static Verdict? FaultOf(Grid<int> answer)
    {
        for (var row = 0; row < answer.Rows; row++)
        {
            if (FaultOf(answer.Row(row)) is { } fault) return Verdict.Wrong($"row {row + 1} {fault}", Cell.OfRow(row, answer.Columns));
        }
        for (var column = 0; column < answer.Columns; column++)
        {
            if (FaultOf(answer.Column(column)) is { } fault) return Verdict.Wrong($"column {column + 1} {fault}", Cell.OfColumn(column, answer.Rows));
        }
        return null;
    }

    /// <summary>What keeps a line from holding 1 to n once each: <c>holds 3 twice</c>, <c>has 7, which is not 1 to 4</c>; null when nothing does.</summary>
    public static string? FaultOf(ReadOnlySpan<int> line)
    {
        var seen = new bool[line.Length + 1];
        foreach (var number in line)
        {
            if (number < 1 || number > line.Length) return $"has {number}, which is not 1 to {line.Length}";
            if (seen[number]) return $"holds {number} more than once";
            seen[number] = true;
        }
        return null;
    }
}
