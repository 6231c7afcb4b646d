// One Arc task: a rule that turns an input grid into an output grid, and a way to draw fresh inputs for it.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Arc;

/// <summary>A rule from grid to grid.</summary>
/// <param name="key">The eight hexadecimal digits by which the task is known.</param>
/// <param name="grade">How hard the rule is to see: 1 (at a glance), 2 (one thought) or 3 (several that work together).</param>
/// <param name="idea">The rule in one sentence.</param>
internal abstract class ArcTask(string key, int grade, string idea)
{
    /// <summary>The most rows or columns that a fresh grid has.</summary>
    public const int MostSide = 30;

    private const int MostDrafts = 500;

    /// <summary>The eight hexadecimal digits by which the task is known.</summary>
    public string Key { get; } = key;

    /// <summary>How hard the rule is to see, from 1 to 3.</summary>
    public int Grade { get; } = grade;

    /// <summary>The rule in one sentence.</summary>
    public string Idea { get; } = idea;

    /// <summary>The output for an input. Total: an input that makes no sense for the task gives any grid, or null.</summary>
    public abstract ArcGrid? Solve(ArcGrid input);

    /// <summary>Draws an input that need not make sense: <see cref="Draw"/> asks again when its output is no proper grid, or the input itself.</summary>
    /// <param name="random">The only source of chance.</param>
    /// <param name="level">1 to 5: the grid, and what is in it, grows.</param>
    protected abstract ArcGrid Draft(PuzzleRandom random, int level);

    /// <summary>Whether a drafted input shows the rule: what the task demands of it beyond an output that differs.</summary>
    protected virtual bool IsFit(ArcGrid input, ArcGrid output) => true;

    /// <summary>
    /// What in an input calls for a part of the rule that no other part tells: a colour with a partner of its own, a size with a colour of its own.
    /// </summary>
    protected virtual IEnumerable<int> Traits(ArcGrid input) => [];

    /// <summary>Whether worked pairs show all of the rule that an input calls for.</summary>
    public bool IsShownBy(IEnumerable<ArcPair> examples, ArcGrid input) => !Traits(input).Except(examples.SelectMany(pair => Traits(pair.Input))).Any();

    /// <summary>Makes a fresh pair: the output differs from the input, and neither is larger than 30 x 30.</summary>
    public ArcPair Draw(PuzzleRandom random, int level)
    {
        for (var i = 0; i < MostDrafts; i++)
        {
            var input = Draft(random, level);
            if (IsProper(input) && Solve(input) is { } output && IsProper(output) && !output.Equals(input) && IsFit(input, output)) return new(input, output);
        }
        throw new InvalidOperationException($"Arc task {Key} makes no fit input at level {level}");
    }

    private static bool IsProper(ArcGrid grid) => grid is { Rows: >= 1 and <= MostSide, Columns: >= 1 and <= MostSide };
}

/// <summary>An input and the output that a task makes of it.</summary>
internal sealed record ArcPair(ArcGrid Input, ArcGrid Output);
