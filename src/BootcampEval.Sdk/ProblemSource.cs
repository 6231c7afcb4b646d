// A stream of different fresh puzzles.

namespace BootcampEval.Sdk;

/// <summary>Makes the fresh puzzles of a test file: reproducible from the seed, no two of them equal.</summary>
public static class ProblemSource
{
    /// <summary>Puzzles of one bootcamp and level. The first n are the same whether n or more are taken.</summary>
    /// <exception cref="InvalidOperationException">The bootcamp has no further different puzzle at this level.</exception>
    public static IEnumerable<Problem> Of(IBootcamp bootcamp, ulong seed, int level)
    {
        const int MostRepeats = 1000;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (long index = 0, repeats = 0; ; index++)
        {
            var problem = bootcamp.Generate(PuzzleRandom.For(seed, bootcamp.Info.Name, level, index), level);
            if (seen.Add(problem.Prompt))
            {
                repeats = 0;
                yield return problem;
            }
            else if (++repeats >= MostRepeats)
            {
                throw new InvalidOperationException(
                    $"{bootcamp.Info.Name} has no more than {seen.Count} different puzzles at level {level}: ask for fewer, or for another level.");
            }
        }
    }
}
