// What several samples a row tell: how often at least one is right, how often all are, and what a vote would say.

namespace BootcampEval.Engine.Results.Statistics;

/// <summary>Figures over rows that were answered several times.</summary>
public static class RepeatedSampling
{
    /// <summary>
    /// The unbiased pass@j of a row: the probability that at least one of j samples drawn from its n is correct,
    /// 1 - C(n-c, j) / C(n, j) (Chen et al. 2021, "Evaluating Large Language Models Trained on Code").
    /// </summary>
    /// <param name="samples">n, at least <paramref name="j"/>.</param>
    /// <param name="correct">c, how many of them are correct.</param>
    /// <param name="j">At least 1.</param>
    public static double PassAt(int samples, int correct, int j) => 1 - AllFrom(samples, samples - correct, j);

    /// <summary>The unbiased pass^j of a row: the probability that all of j samples drawn from its n are correct, C(c, j) / C(n, j).</summary>
    /// <inheritdoc cref="PassAt"/>
    public static double PassAll(int samples, int correct, int j) => AllFrom(samples, correct, j);

    /// <summary>Means over rows for j = 1 to k. A row with fewer than j samples does not count for j; null when none has as many.</summary>
    public static double?[] Curve(RowScores rows, int k, Func<int, int, int, double> figure) => [.. Enumerable.Range(1, k).Select(j =>
    {
        var enough = rows.Counted.Where(row => row.Row.Samples >= j).ToArray();
        return enough.Length == 0 ? (double?)null : enough.Sum(row => figure(row.Row.Samples, row.Row.Correct, j) * row.Count) / enough.Sum(row => row.Count);
    })];

    /// <summary>
    /// The score of the answer that most samples of a row gave; the votes of a tie count in equal parts. Samples without an answer don't vote: leave
    /// them out. With no votes the score is 0.
    /// </summary>
    public static double MajorityVote<TAnswer>(IEnumerable<(TAnswer Answer, double Score)> votes)
    {
        var counted = votes.GroupBy(vote => vote.Answer).Select(group => (count: group.Count(), score: group.Average(vote => vote.Score))).ToArray();
        if (counted.Length == 0) return 0;
        var most = counted.Max(answer => answer.count);
        return counted.Where(answer => answer.count == most).Average(answer => answer.score);
    }

    private static double AllFrom(int samples, int wanted, int j)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(j, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(j, samples);
        var probability = 1.0;
        for (var i = 0; i < j && probability > 0; i++) probability *= Math.Max(0, wanted - i) / (double)(samples - i);
        return probability;
    }
}
