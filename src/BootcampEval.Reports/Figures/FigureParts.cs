// The pieces that the numbers of a run are made of.

using BootcampEval.Engine.Results.Statistics;

namespace BootcampEval.Reports.Figures;

/// <summary>A mean with its error and interval.</summary>
/// <param name="N">Samples.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Mean">The mean; null when there is no sample.</param>
/// <param name="Stderr">Its standard error.</param>
/// <param name="Low">The lower end of its 95% interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="Method">How the interval was found: <c>wilson</c>, <c>clustered</c>, <c>bootstrap</c> or <c>none</c>.</param>
public sealed record EstimateFigures(long N, long Rows, double? Mean, double? Stderr, double? Low, double? High, string Method)
{
    /// <summary>The figures of an estimate.</summary>
    public static EstimateFigures Of(Estimate estimate) => new(estimate.N, estimate.Rows, estimate.Mean, estimate.StandardError,
        estimate.Interval?.Low, estimate.Interval?.High, estimate.Method switch
        {
            IntervalMethod.Wilson => "wilson",
            IntervalMethod.Clustered => "clustered",
            IntervalMethod.Bootstrap => "bootstrap",
            _ => "none",
        });
}

/// <summary>A standard error and a 95% interval.</summary>
public sealed record SpreadFigures(double Stderr, double Low, double High)
{
    /// <summary>The figures of a spread; null for none.</summary>
    public static SpreadFigures? Of(Spread? spread) => spread is null ? null : new(spread.StandardError, spread.Interval.Low, spread.Interval.High);
}

/// <summary>What several samples a row show.</summary>
/// <param name="K">Samples a row.</param>
/// <param name="PassAt">The unbiased pass@1 to pass@k.</param>
/// <param name="PassAll">The unbiased pass^1 to pass^k.</param>
/// <param name="Majority">The score of the majority vote.</param>
public sealed record RepeatFigures(int K, IReadOnlyList<double?> PassAt, IReadOnlyList<double?> PassAll, EstimateFigures Majority);

/// <summary>How many rows are flawed, and how many by each kind: a row may be of several.</summary>
public sealed record FlawFigures(int Rows, IReadOnlyDictionary<string, int> Kinds);

/// <summary>What became of the samples. The first four add up to those scored; the others overlap them, and failed samples stand beside.</summary>
public sealed record OutcomeFigures
{
    /// <summary>Score 1.</summary>
    public long Correct { get; init; }

    /// <summary>A score between 0 and 1.</summary>
    public long Partial { get; init; }

    /// <summary>An answer was read, and it scores 0.</summary>
    public long Wrong { get; init; }

    /// <summary>No answer could be read.</summary>
    public long NoAnswer { get; init; }

    /// <summary>Cut off at the token limit.</summary>
    public long Truncated { get; init; }

    /// <summary>Thinking that was never closed.</summary>
    public long ThinkingOpen { get; init; }

    /// <summary>An output of nothing, or of white space.</summary>
    public long Empty { get; init; }

    /// <summary>Samples of flawed rows.</summary>
    public long Flawed { get; init; }

    /// <summary>Samples that could not be had.</summary>
    public long Failed { get; init; }

    /// <summary>Samples that are scored.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public long Scored => Correct + Partial + Wrong + NoAnswer;

    /// <summary>The sum of two.</summary>
    public static OutcomeFigures operator +(OutcomeFigures left, OutcomeFigures right) => new()
    {
        Correct = left.Correct + right.Correct,
        Partial = left.Partial + right.Partial,
        Wrong = left.Wrong + right.Wrong,
        NoAnswer = left.NoAnswer + right.NoAnswer,
        Truncated = left.Truncated + right.Truncated,
        ThinkingOpen = left.ThinkingOpen + right.ThinkingOpen,
        Empty = left.Empty + right.Empty,
        Flawed = left.Flawed + right.Flawed,
        Failed = left.Failed + right.Failed,
    };

    /// <summary>The sum of all.</summary>
    public static OutcomeFigures Sum(IEnumerable<OutcomeFigures> all) => all.Aggregate(new OutcomeFigures(), (sum, next) => sum + next);
}

/// <summary>Output lengths.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="P50">The median.</param>
/// <param name="P95">What 95 of 100 stay below.</param>
/// <param name="Total">The sum.</param>
/// <param name="Source">What is counted: tokens as the server says (<c>usage</c>), <c>words</c>, or <c>mixed</c>.</param>
public sealed record TokenFigures(double Mean, double P50, double P95, double Total, string Source)
{
    /// <summary>The figures of the output lengths; null when there are none.</summary>
    public static TokenFigures? Of(OutputLengths lengths) => Distribution.Of(lengths.Values) is not { } spread ? null
        : new(spread.Mean, spread.P50, spread.P95, spread.Total, lengths.InWords == 0 ? "usage" : lengths.InWords == lengths.Values.N ? "words" : "mixed");
}

/// <summary>The middle and tail of a measured quantity.</summary>
public sealed record MeasureFigures(double Mean, double P50, double P95)
{
    /// <summary>The figures of what was measured; null for nothing.</summary>
    public static MeasureFigures? Of(CountedValues values) =>
        Distribution.Of(values) is { } spread ? new(spread.Mean, spread.P50, spread.P95) : null;
}

/// <summary>The mean score of the samples whose output length lies in a range.</summary>
/// <param name="From">The least length in it.</param>
/// <param name="To">The greatest.</param>
/// <param name="N">How many samples.</param>
/// <param name="Mean">Their mean score.</param>
/// <param name="Low">The lower end of its 95% interval.</param>
/// <param name="High">The upper end.</param>
public sealed record LengthBin(int From, int To, long N, double Mean, double? Low, double? High)
{
    private const int Most = 10;

    /// <summary>Parts samples into up to ten ranges of about equal counts; samples of one length stay together.</summary>
    public static IReadOnlyList<LengthBin> Of(OutputLengths lengths)
    {
        List<LengthBin> bins = [];
        long taken = 0;
        var (from, to, scores) = (0, 0, new RunningMean());
        foreach (var group in lengths.Scores.GroupBy(sample => sample.Length))
        {
            if (scores.N == 0) from = group.Key;
            to = group.Key;
            foreach (var (_, score, count) in group)
            {
                scores.Add(score, count);
                taken += count;
            }
            if (taken < Math.Max(1, lengths.Values.N * (bins.Count + 1) / Most)) continue;
            Close();
        }
        if (scores.N > 0) Close();
        return bins;

        void Close()
        {
            bins.Add(new(from, to, scores.N, scores.Mean!.Value, scores.Interval?.Low, scores.Interval?.High));
            scores = new();
        }
    }
}
