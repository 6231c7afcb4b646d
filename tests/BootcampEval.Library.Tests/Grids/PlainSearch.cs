// The simplest search there is, to check what cleverer ones claim: one place after the other, one value after the other.

using System.Text.Json;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Grids;

/// <summary>Counts the fillings of places that break no rule. It shares no code with the solvers that make the puzzles.</summary>
internal sealed class PlainSearch(int places, IReadOnlyList<int> values, Func<int[], int, bool> fits)
{
    private readonly int[] _filled = new int[places];
    private long _tried;

    /// <summary>
    /// Number of fillings, at most 2. <c>fits(filled, at)</c> says whether the places up to <c>at</c> break no rule; at the last place it must
    /// know for certain.
    /// </summary>
    public int CountUpTo2() => CountFrom(0, 2);

    /// <summary>How many values were tried so far: a measure of difficulty for one who does not think ahead.</summary>
    public long Tried => _tried;

    private int CountFrom(int at, int most)
    {
        if (at == places) return 1;
        var found = 0;
        foreach (var value in values)
        {
            _tried++;
            _filled[at] = value;
            if (fits(_filled, at)) found += CountFrom(at + 1, most - found);
            if (found >= most) return found;
        }
        return found;
    }

    /// <summary>The first fresh ground truths of a bootcamp at a level.</summary>
    public static IEnumerable<JsonElement> Fresh(string bootcamp, int level, int count) =>
        ProblemSource.Of(Bootcamps.Named(bootcamp), seed: 31, level).Take(count).Select(problem => problem.GroundTruth);

    /// <summary>A field of a ground truth that holds rows of numbers.</summary>
    public static int[][] Rows(JsonElement truth, string field) =>
        [.. truth.GetProperty(field).EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetInt32()).ToArray())];

    /// <summary>A field of a ground truth that holds numbers.</summary>
    public static int[] Line(JsonElement truth, string field) => [.. truth.GetProperty(field).EnumerateArray().Select(number => number.GetInt32())];
}
