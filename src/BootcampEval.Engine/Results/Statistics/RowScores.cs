// The scores of rows, counted: what means and intervals are made of.

namespace BootcampEval.Engine.Results.Statistics;

/// <summary>
/// Rows by what they scored. Equal ones are counted, so that a million rows are a few numbers; they have no order but that of their scores, so
/// that figures come out the same in whatever order the rows came.
/// </summary>
public sealed class RowScores
{
    private readonly Dictionary<RowScore, long> _counts = [];
    private (RowScore Row, long Count)[]? _sorted;

    /// <summary>The rows given.</summary>
    public static RowScores Of(IEnumerable<RowScore> rows)
    {
        var scores = new RowScores();
        foreach (var row in rows) scores.Add(row);
        return scores;
    }

    /// <summary>How many rows there are.</summary>
    public long Rows { get; private set; }

    /// <summary>Whether every score is 0 or 1.</summary>
    public bool IsBinary => _counts.Keys.All(row => row.IsBinary);

    /// <summary>The different rows, in order, and how many there are of each.</summary>
    public IReadOnlyList<(RowScore Row, long Count)> Counted =>
        _sorted ??= [.. _counts.Select(count => (count.Key, count.Value)).OrderBy(count => count.Key.Sum).ThenBy(count => count.Key.Squares)
            .ThenBy(count => count.Key.Samples).ThenBy(count => count.Key.Correct)];

    /// <summary>Adds a row, or several that scored the same.</summary>
    public void Add(RowScore row, long count = 1)
    {
        _counts[row] = _counts.GetValueOrDefault(row) + count;
        Rows += count;
        _sorted = null;
    }
}
